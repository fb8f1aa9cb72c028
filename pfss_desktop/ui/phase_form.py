"""The inspector's form for one phase: name, weeks, goal and criteria to move on."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.domain.bounds import LINE_LIMIT, tidy_line
from pfss_desktop.domain.edits import phases as edits
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.plan import Phase, Plan, Weeks
from pfss_desktop.language import _, kept_text, translated
from pfss_desktop.ui.form_rows import (
    fault_label,
    line_field,
    new_form,
    say_fault,
    show_line,
    show_text,
    side_by_side,
    text_field,
)
from pfss_desktop.ui.number_box import NumberBox
from pfss_desktop.ui.theme import GAP, bold


class PhaseForm(QWidget):
    """Shows a phase's fields; every change is an edit of the document, typing in one field one step."""

    renamed = Signal()
    """A new name was confirmed with Enter."""

    def __init__(self, document: PlanDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._shown_id = ""
        title = QLabel(_("Phase"))
        title.setFont(bold(self.font(), 2))
        self._name = line_field(_("Phase name"), LINE_LIMIT)
        self._first = NumberBox(_("First week"), 0, 104, empty="–")
        self._last = NumberBox(_("Last week"), 0, 104, empty="–")
        self._goal = text_field(_("Goal of this phase"), 3)
        self._criteria = text_field(_("Criteria to move on, one a line"), 6)
        guide = QLabel(_("Weeks are a guide. The criteria decide."))
        guide.setProperty("role", "muted")
        self._fault = fault_label()
        holder = QWidget()
        form = new_form(holder)
        form.addRow(_("Name"), self._name)
        form.addRow(_("Weeks"), side_by_side(self._first, _("to"), self._last))
        form.addRow("", guide)
        form.addRow(_("Goal"), self._goal)
        form.addRow(_("Move on when"), self._criteria)
        form.addRow(self._fault)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.addWidget(title)
        column.addWidget(holder)
        column.addStretch(1)
        self._name.textEdited.connect(self._set_name)
        self._name.returnPressed.connect(self.renamed)
        self._first.valueChanged.connect(self._set_weeks)
        self._last.valueChanged.connect(self._set_weeks)
        self._goal.textChanged.connect(self._set_goal)
        self._criteria.textChanged.connect(self._set_criteria)

    def show_phase(self, phase: Phase) -> None:
        """Show this phase; a field that says the same already keeps its cursor."""
        if phase.id != self._shown_id:
            self._document.end_typing()
            self._shown_id = phase.id
        show_line(self._name, translated(phase.name))
        with QSignalBlocker(self._first), QSignalBlocker(self._last):
            self._first.setValue(phase.weeks.first if phase.weeks else 0)
            self._last.setValue(phase.weeks.last if phase.weeks else 0)
        show_text(self._goal, translated(phase.goal))
        typed = tuple(line for line in map(tidy_line, self._criteria.toPlainText().split("\n")) if line)
        criteria = tuple(map(translated, phase.criteria))
        if typed != criteria:
            show_text(self._criteria, "\n".join(criteria))
        say_fault(self._fault, "")

    def take_name(self) -> None:
        """Put the cursor into the name, with all of it selected, to be typed over."""
        self._name.setFocus()
        self._name.selectAll()

    def _set_name(self, typed: str) -> None:
        name = kept_text(typed, (self._phase.name,))
        self._try(_("Rename phase"), lambda plan: edits.rename_phase(plan, self._shown_id, name), "name")

    def _set_weeks(self) -> None:
        first, last = self._first.value(), self._last.value()
        if (first or last) and self.sender() is self._first:
            last = max(last, first)
        elif (first or last) and last:
            first = min(first, last) or 1
        weeks = Weeks(first, last) if first and last else None
        self._try(_("Change weeks"), lambda plan: edits.set_phase_weeks(plan, self._shown_id, weeks), "weeks")

    def _set_goal(self) -> None:
        typed = kept_text(self._goal.toPlainText(), (self._phase.goal,))
        self._try(_("Change goal"), lambda plan: edits.set_phase_goal(plan, self._shown_id, typed), "goal")

    def _set_criteria(self) -> None:
        kept = self._phase.criteria
        lines = tuple(kept_text(line, kept) for line in self._criteria.toPlainText().split("\n"))
        self._try(_("Change criteria"), lambda plan: edits.set_phase_criteria(plan, self._shown_id, lines), "criteria")

    @property
    def _phase(self) -> Phase:
        return self._document.plan.phase(self._shown_id)

    def _try(self, text: str, change: Callable[[Plan], Plan], field: str) -> None:
        try:
            plan = change(self._document.plan)
        except OutOfBounds as error:
            say_fault(self._fault, _("Not taken over: {reason}").format(reason=str(error)))
            return
        say_fault(self._fault, "")
        self._document.edit(text, plan, f"{self._shown_id}.{field}")
