"""The open plan and its one gate for change. What a change means is in `domain.edits`; keeping it is Autosave's."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from pfss_desktop.domain.edits.visits import set_record
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.visits import OpenPlan

UNDO_LIMIT = 200
"""Steps that can be undone."""
_MERGING = 1


class PlanDocument(QObject):
    """Holds the plan that is open; everything that shows it follows `plan_changed`, everything that changes it calls `edit`."""

    plan_changed = Signal(object, object)
    """The plan before and after, on every edit, undo and redo."""
    opened_changed = Signal()
    """The plan's patient or visit is another one, or a save moved its count."""

    def __init__(self, opened: OpenPlan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self._plan = opened.plan
        self._typing_round = 0
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(UNDO_LIMIT)

    @property
    def plan(self) -> Plan:
        """The plan as it is now, saved or not."""
        return self._plan

    @property
    def opened(self) -> OpenPlan:
        """The plan as it was last opened or saved, with its visit and patient."""
        return self._opened

    @property
    def patient(self) -> Patient | None:
        """The plan's patient, None for a template or a nameless plan."""
        return self._opened.patient

    def edit(self, text: str, plan: Plan, merge_key: str = "") -> None:
        """Make this the plan, undoable under this text; nothing happens when it is the plan already.

        Edits in a row with the same merge key (a field being typed in) become one step until `end_typing`.
        """
        if plan != self._plan:
            key = f"{merge_key}/{self._typing_round}" if merge_key else ""
            self.undo_stack.push(_PlanChange(self, text, plan, key))

    def end_typing(self) -> None:
        """Let the next edit be a step of its own, whatever its merge key."""
        self._typing_round += 1

    def note_opened(self, opened: OpenPlan) -> None:
        """Take note of what the database now holds; the plan on the screen stays as it is."""
        self._opened = opened
        self.opened_changed.emit()

    def note_visit_begun(self, opened: OpenPlan) -> None:
        """Take note of a new visit: its record is empty, and there is no way back by undo into a visit that is closed."""
        self._opened = opened
        self.undo_stack.clear()
        self._show(set_record(self._plan, opened.plan.record))
        self.opened_changed.emit()

    def _show(self, plan: Plan) -> None:
        before, self._plan = self._plan, plan
        self.plan_changed.emit(before, plan)


class _PlanChange(QUndoCommand):
    """One step: the plan before and after. No inverse is ever computed, so none can be wrong."""

    def __init__(self, document: PlanDocument, text: str, after: Plan, merge_key: str) -> None:
        super().__init__(text)
        self.document = document
        self.before = document.plan
        self.after = after
        self.merge_key = merge_key

    def redo(self) -> None:
        self.document._show(self.after)  # noqa: SLF001 - the command is the document's own hand

    def undo(self) -> None:
        self.document._show(self.before)  # noqa: SLF001

    def id(self) -> int:
        return _MERGING if self.merge_key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _PlanChange) or other.merge_key != self.merge_key:
            return False
        self.after = other.after
        self.setObsolete(self.before == self.after)
        return True
