"""The open plan as an item model: phases, and prescriptions under them. It decides what may be dropped where."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.domain.edits.phases import move_phase
from pfss_desktop.domain.edits.prescriptions import move_exercises
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.on_hand import OnHand
from pfss_desktop.domain.plan import Phase, Plan
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.language import _, ngettext, translated
from pfss_desktop.ui import drag_data
from pfss_desktop.ui.adding import add_from_catalogue
from pfss_desktop.ui.chips import dosage_line
from pfss_desktop.ui.plain import plain_tip
from pfss_desktop.ui.plan_rows import PlanRows

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class PlanModel(QAbstractItemModel):
    """Follows the document by id: every edit arrives as exact inserts, moves, removals and changes.

    `ItemRole` gives the Phase or the Prescription itself, `IsNowRole` whether the patient is in this phase, `CheckRole` what is
    pointed out about it, empty for nothing. A drop on a phase appends (row -1). There is no removeRows on purpose: Qt's view
    would call it after a move and remove what was just moved.
    """

    ItemRole = Qt.ItemDataRole.UserRole + 1
    IsNowRole = Qt.ItemDataRole.UserRole + 2
    CheckRole = Qt.ItemDataRole.UserRole + 3

    dropped = Signal(list)
    """Ids of the prescriptions that a drop put in their place."""
    drop_failed = Signal(str)
    """Why a drop that looked possible was not: the plan would have grown too long."""

    def __init__(
        self,
        document: PlanDocument,
        catalogue: Catalogue,
        parent: QObject | None = None,
        on_hand: Callable[[], OnHand] = OnHand,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._catalogue = catalogue
        self._on_hand = on_hand
        self._rows = PlanRows(document.plan, _Announcements(self))
        self._pointed_out: Mapping[str, str] = {}
        document.plan_changed.connect(self._follow)

    # What others call

    def item(self, index: Index) -> Phase | Prescription | None:
        """Return the phase or prescription at this index, None for an invalid one."""
        if not index.isValid():
            return None
        if index.internalId() == 0:
            return self._rows.phases[index.row()].phase
        found = self._rows.with_key(index.internalId())
        return found[1].held[index.row()] if found else None

    def index_of(self, item_id: str) -> QModelIndex:
        """Return the index of the phase or prescription with this id; an invalid one where there is none."""
        for number, row in enumerate(self._rows.phases):
            if row.phase.id == item_id:
                return self.createIndex(number, 0, 0)
            for place, held in enumerate(row.held):
                if held.id == item_id:
                    return self.createIndex(place, 0, row.key)
        return QModelIndex()

    def phase_at(self, index: Index) -> Phase | None:
        """Return the phase at this index or around it."""
        item = self.item(index)
        return item if isinstance(item, Phase) or item is None else self._rows.phases[self.parent(index).row()].phase

    def point_out(self, texts: Mapping[str, str]) -> None:
        """Show that there is something to say of these phases and prescriptions, and of no others; texts by id."""
        before, self._pointed_out = self._pointed_out, texts
        for item_id in before.keys() | texts.keys():
            index = self.index_of(item_id) if before.get(item_id) != texts.get(item_id) else _NOWHERE
            if index.isValid():
                self.dataChanged.emit(index, index)

    def phase_row(self, row: int, parent: Index, phase_id: str) -> int:
        """Return before which phase this phase goes when dropped here: never into another, but before or behind it."""
        if not parent.isValid():
            return row if row >= 0 else len(self._rows.phases)
        around = parent if parent.internalId() == 0 else self.parent(parent)
        if row < 0 and around == parent:
            # On another phase's head: it takes that one's place, whether it comes from above or from below.
            own = self.index_of(phase_id)
            return around.row() + (own.isValid() and own.row() < around.row())
        # Inside another phase: dropped in its upper half of rows it goes before, else behind it.
        return around.row() if 0 <= row <= self.rowCount(around) // 2 else around.row() + 1

    def refusal(self, data: QMimeData) -> str:
        """Return why this drag data cannot be dropped, in plain words."""
        if any(drag_data.carried(data, kind) for kind in self.mimeTypes()):
            return _("This exercise is not in this plan or catalogue any more. Nothing was changed.")
        return _("Only exercises can be dropped here. Nothing was changed.")

    # Qt overrides

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        key = self._rows.phases[parent.row()].key if parent.isValid() else 0
        return self.createIndex(row, column, key)

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        found = self._rows.with_key(index.internalId()) if index.isValid() and index.internalId() else None
        return self.createIndex(found[0], 0, 0) if found else QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        if not parent.isValid():
            return len(self._rows.phases)
        return len(self._rows.phases[parent.row()].held) if parent.internalId() == 0 else 0

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self.item(index)
        if item is None:
            return None
        if role == PlanModel.ItemRole:
            return item
        if role == PlanModel.IsNowRole:
            return self.phase_at(index) == self._document.plan.phase_now()
        if role == Qt.ItemDataRole.DisplayRole:
            return translated(item.name if isinstance(item, Phase) else item.text.name)
        return self._check_data(index, item, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        if index.internalId() == 0:
            return usual | Qt.ItemFlag.ItemIsDropEnabled
        return usual | Qt.ItemFlag.ItemNeverHasChildren | Qt.ItemFlag.ItemIsEditable

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [drag_data.EXERCISES, drag_data.PRESCRIPTIONS, drag_data.PHASE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        items = [self.item(index) for index in indexes]
        held = [item.id for item in items if isinstance(item, Prescription)]
        if held:
            return drag_data.carry(drag_data.PRESCRIPTIONS, held)
        return drag_data.carry(drag_data.PHASE, [item.id for item in items if isinstance(item, Phase)][:1])

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        return self._change_by(data, row, parent) is not None

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        change = self._change_by(data, row, parent)
        if change is None:
            return False
        try:
            text, plan = change()
        except OutOfBounds as error:
            self.drop_failed.emit(_("Nothing was changed. {reason}").format(reason=str(error)))
            return False
        known = {held.id for held in self._document.plan.prescriptions()}
        self._document.edit(text, plan)
        moved = list(drag_data.carried(data, drag_data.PRESCRIPTIONS))
        self.dropped.emit(moved or [held.id for held in plan.prescriptions() if held.id not in known])
        return True

    # Private

    def _check_data(self, index: Index, item: Phase | Prescription, role: int) -> object:
        check = self._pointed_out.get(item.id, "")
        if role == PlanModel.CheckRole:
            return check
        if role == Qt.ItemDataRole.AccessibleTextRole:
            spoken = _spoken(item, self.phase_at(index), index.row() + 1)
            return f"{spoken}. {_('Check')}: {check}" if check else spoken
        if role == Qt.ItemDataRole.ToolTipRole and check:
            return plain_tip(check)
        return None

    def _change_by(self, data: QMimeData, row: int, parent: Index) -> Callable[[], tuple[str, Plan]] | None:
        """Return what a drop here would do, None where it is refused: unknown ids, or a kind that does not belong here."""
        plan = self._document.plan
        phase_id, place = self._place(row, parent)
        exercises = drag_data.carried(data, drag_data.EXERCISES)
        if exercises and all(self._catalogue.get(exercise_id) for exercise_id in exercises):
            return lambda: add_from_catalogue(plan, self._catalogue, exercises, phase_id, place, on_hand=self._on_hand())
        moved = drag_data.carried(data, drag_data.PRESCRIPTIONS)
        if moved and phase_id and {held.id for held in plan.prescriptions()}.issuperset(moved):
            text = ngettext("Move {count} exercise", "Move {count} exercises", len(moved)).format(count=len(moved))
            return lambda: (text, move_exercises(plan, moved, phase_id, place))
        phases = drag_data.carried(data, drag_data.PHASE)
        if phases and any(phase.id == phases[0] for phase in plan.phases):
            to_row = self.phase_row(row, parent, phases[0])
            return lambda: (_("Move phase"), move_phase(plan, phases[0], to_row))
        return None

    def _place(self, row: int, parent: Index) -> tuple[str, int | None]:
        """Return the phase's id and the place in it that a drop means; no id where the plan has no phase yet."""
        phases = self._rows.phases
        if parent.isValid():
            phase = self.phase_at(parent)
            if parent.internalId() == 0:
                return (phase.id if phase else "", row if row >= 0 else None)
            return (phase.id if phase else "", parent.row() + 1)
        if not phases:
            return "", None
        # Between two phases: the end of the upper one; above the first: its beginning; on empty ground: the end of the last.
        if row == 0:
            return phases[0].phase.id, 0
        return phases[(row if row > 0 else len(phases)) - 1].phase.id, None

    def _follow(self, before: Plan, after: Plan) -> None:
        self._rows.follow(after)
        was, now = before.phase_now(), after.phase_now()
        if after.phases and (was and was.id) != (now and now.id):
            self.dataChanged.emit(self.index(0, 0), self.index(len(after.phases) - 1, 0))


class _Announcements:
    """Passes the rows' steps on as the model's own signals."""

    def __init__(self, model: PlanModel) -> None:
        self._model = model

    def inserting(self, key: int | None, row: int) -> None:
        self._model.beginInsertRows(self._parent(key), row, row)

    def inserted(self) -> None:
        self._model.endInsertRows()

    def removing(self, key: int | None, row: int) -> None:
        self._model.beginRemoveRows(self._parent(key), row, row)

    def removed(self) -> None:
        self._model.endRemoveRows()

    def moving(self, key: int | None, row: int, to_key: int | None, to_row: int) -> None:
        self._model.beginMoveRows(self._parent(key), row, row, self._parent(to_key), to_row)

    def moved(self) -> None:
        self._model.endMoveRows()

    def changed(self, key: int | None, row: int) -> None:
        index = self._model.index(row, 0, self._parent(key))
        self._model.dataChanged.emit(index, index)

    def _parent(self, key: int | None) -> QModelIndex:
        if key is None:
            return QModelIndex()
        found = self._model._rows.with_key(key)  # noqa: SLF001 - the model's own voice
        return self._model.createIndex(found[0], 0, 0) if found else QModelIndex()


def _spoken(item: Phase | Prescription, around: Phase | None, place: int) -> str:
    if isinstance(item, Phase):
        count = len(item.prescriptions)
        return _("Phase: {name}, {exercises}").format(
            name=translated(item.name), exercises=ngettext("{count} exercise", "{count} exercises", count).format(count=count)
        )
    words = {
        "exercise": f"{translated(item.text.name)}, {dosage_line(item)}",
        "phase": translated(around.name) if around else "",
        "count": len(around.prescriptions) if around else 1,
    }
    return _("{exercise}, phase {phase}, {place} of {count}").format(place=place, **words)
