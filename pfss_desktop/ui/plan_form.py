"""The inspector's form for the plan as a whole, shown while nothing is chosen: goal, pain rule, pages for the patient."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.domain.edits import phases as edits
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.plan import PainRule, Plan
from pfss_desktop.language import _, kept_text, ngettext, translated
from pfss_desktop.ui.form_rows import fault_label, new_form, say_fault, show_text, side_by_side, text_field
from pfss_desktop.ui.number_box import NumberBox
from pfss_desktop.ui.theme import GAP, bold


class PlanForm(QWidget):
    """Shows what belongs to the whole plan; every change is an edit of the document, typing in one field one step."""

    refused = Signal(str)
    """Why an edit was not taken over."""
    education_asked = Signal()
    """The pages for the patient are to be chosen."""

    def __init__(self, document: PlanDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._hint = QLabel()
        self._hint.setWordWrap(True)
        self._hint.setProperty("role", "muted")
        title = QLabel(_("Plan"))
        title.setFont(bold(self.font(), 2))
        self._goal = text_field(_("Goal in the patient's words"), 3)
        self._safe = NumberBox(_("Pain that is safe, up to"), 0, 8)
        self._acceptable = NumberBox(_("Pain that is acceptable, up to"), 1, 9)
        rule = QLabel(_("Printed as a traffic light. The presets are those of a strength programme; set what fits this patient."))
        rule.setProperty("role", "muted")
        rule.setWordWrap(True)
        self._pages = QPushButton()
        self._pages.setAccessibleName(_("Choose pages for the patient"))
        self._pages.clicked.connect(self.education_asked)
        self._fault = fault_label()
        holder = QWidget()
        form = new_form(holder)
        form.addRow(_("Goal"), self._goal)
        form.addRow(_("Pain rule"), side_by_side(_("safe to"), self._safe, _("acceptable to"), self._acceptable, _("of 10")))
        form.addRow("", rule)
        form.addRow(_("Pages"), side_by_side(self._pages))
        form.addRow(self._fault)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(2 * GAP)
        for widget in (self._hint, title, holder):
            column.addWidget(widget)
        column.addStretch(1)
        self._goal.textChanged.connect(self._set_goal)
        self._safe.valueChanged.connect(self._set_rule)
        self._acceptable.valueChanged.connect(self._set_rule)

    def show_plan(self, plan: Plan, hint: str) -> None:
        """Show this plan's fields under a hint on what can be done; a field that says the same keeps its cursor."""
        self._hint.setText(hint)
        show_text(self._goal, translated(plan.goal))
        with QSignalBlocker(self._safe), QSignalBlocker(self._acceptable):
            self._safe.setValue(plan.pain_rule.safe_up_to)
            self._acceptable.setValue(plan.pain_rule.acceptable_up_to)
        count = len(plan.education)
        text = ngettext("{count} topic…", "{count} topics…", count).format(count=count) if count else _("Choose topics…")
        self._pages.setText(text)
        self._pages.setAccessibleDescription(text)
        say_fault(self._fault, "")

    def _set_goal(self) -> None:
        try:
            plan = self._document.plan
            plan = edits.set_plan_goal(plan, kept_text(self._goal.toPlainText(), (plan.goal,)))
        except OutOfBounds as error:
            self.refused.emit(_("The goal was not taken over. {reason}").format(reason=str(error)))
            return
        self._document.edit(_("Change goal"), plan, "plan.goal")

    def _set_rule(self) -> None:
        try:
            rule = PainRule(self._safe.value(), self._acceptable.value())
        except OutOfBounds:
            say_fault(self._fault, _("Safe must be below acceptable. Until then the former rule stays."))
            return
        say_fault(self._fault, "")
        self._document.edit(_("Change pain rule"), edits.set_pain_rule(self._document.plan, rule), "plan.pain")
