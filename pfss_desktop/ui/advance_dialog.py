"""Moving on to the next phase: what begins, what could be added, what stops, each to be ticked or not before it is done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.domain.edits.advancing import Transition, move_on
from pfss_desktop.domain.faults import UserError
from pfss_desktop.domain.identity import new_id
from pfss_desktop.domain.prescription import Prescription, prescribe
from pfss_desktop.language import _, translated
from pfss_desktop.ui.chips import dosage_line
from pfss_desktop.ui.follow_up import FollowUp
from pfss_desktop.ui.form_rows import fault_label, say_fault
from pfss_desktop.ui.theme import GAP
from pfss_desktop.ui.wrapped_check import WrappedCheck
from pfss_desktop.ui.wrapped_label import wrapped_label


class AdvanceDialog(QDialog):
    """Nothing is changed before it is confirmed; then everything in one step."""

    def __init__(self, follow_up: FollowUp, meant: Transition, catalogue: Catalogue, parent: QWidget) -> None:
        super().__init__(parent)
        name = translated(meant.following.name)
        self.setWindowTitle(_("Move on to “{phase}”").format(phase=name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 560)
        self._follow_up = follow_up
        self._meant = meant
        self._holder = QWidget()
        self._holder.setProperty("role", "panel")
        self._column = QVBoxLayout(self._holder)
        self._column.setSpacing(GAP // 2)
        is_empty = not meant.following.prescriptions
        self._begins = self._section(_("Begins"), _("Untick what is to be taken out of the plan."), self._begin_rows())
        added = {exercise.id: (translated(exercise.name), is_empty) for exercise in meant.proposed}
        self._added = self._section(_("Could be added"), _("Usual at this stage; with the catalogue’s dosage."), added)
        stops = {held.id: (_line(held), False) for held in meant.now.prescriptions if not self._goes_on(held)}
        self._carried = self._section(_("Stops"), _("Tick what is to go along into the next phase."), stops)
        self._column.addStretch(1)
        self._exercises = {exercise.id: exercise for exercise in meant.proposed}
        self._fault = fault_label()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(self._holder)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        go = buttons.addButton(_("&Move on"), QDialogButtonBox.ButtonRole.AcceptRole)
        go.setProperty("primary", "true")
        go.setDefault(True)
        buttons.accepted.connect(self._go)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        from_to = _("From “{now}” to “{next}”").format(now=translated(meant.now.name), next=name)
        for widget in (wrapped_label("title", from_to), scroll, self._fault, buttons):
            column.addWidget(widget)
        column.setStretch(1, 1)

    def rows(self) -> dict[str, tuple[WrappedCheck, ...]]:
        """Return the boxes of each section: what begins, what could be added, what stops."""
        sections = {"begins": self._begins, "added": self._added, "stops": self._carried}
        return {name: tuple(boxes.values()) for name, boxes in sections.items()}

    def _begin_rows(self) -> dict[str, tuple[str, bool]]:
        rows = {}
        for held in self._meant.following.prescriptions:
            text = _("{exercise} (goes on)") if held.id in self._meant.goes_on else "{exercise}"
            rows[held.id] = (text.format(exercise=_line(held)), True)
        return rows

    def _goes_on(self, held: Prescription) -> bool:
        return any(each.exercise_id == held.exercise_id for each in self._meant.following.prescriptions)

    def _section(self, title: str, how: str, rows: dict[str, tuple[str, bool]]) -> dict[str, WrappedCheck]:
        boxes = {}
        if rows:
            self._column.addWidget(wrapped_label("title", title))
            self._column.addWidget(wrapped_label("muted", how))
        for row_id, (text, is_ticked) in rows.items():
            boxes[row_id] = WrappedCheck(text)
            boxes[row_id].show_ticked(is_ticked)
            self._column.addWidget(boxes[row_id])
        if rows:
            self._column.addSpacing(GAP)
        return boxes

    def _go(self) -> None:
        plan = self._follow_up.plan
        taken_out = [held_id for held_id, box in self._begins.items() if not box.is_ticked]
        carried = [held_id for held_id, box in self._carried.items() if box.is_ticked]
        chosen = [self._exercises[name] for name, box in self._added.items() if box.is_ticked]
        added = [prescribe(exercise, new_id(), plan.affected_side) for exercise in chosen]
        try:
            moved = move_on(plan, taken_out, carried, added)
        except UserError as error:
            say_fault(self._fault, _("Nothing was changed. {reason}").format(reason=str(error)))
            return
        self.accept()
        self._follow_up.move_on(moved)


def _line(held: Prescription) -> str:
    return _("{name}: {dosage}").format(name=translated(held.text.name), dosage=dosage_line(held))
