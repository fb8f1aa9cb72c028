"""The panel beside the board: the form for whatever is chosen in the plan."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.domain.plan import Phase, Plan
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.language import _, ngettext
from pfss_desktop.ui.desk import Resources
from pfss_desktop.ui.phase_form import PhaseForm
from pfss_desktop.ui.plan_form import PlanForm
from pfss_desktop.ui.prescription_form import PrescriptionForm


class Inspector(QScrollArea):
    """Follows the document: the form always shows the chosen thing as the plan now has it."""

    refused = Signal(str)
    """Why an edit was not taken over."""
    education_asked = Signal()
    """The pages for the patient are to be chosen."""

    def __init__(self, document: PlanDocument, resources: Resources, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shown_id = ""
        self._document = document
        self._chosen_count = 0
        self._plan = PlanForm(document)
        self._prescription = PrescriptionForm(document, resources)
        self._phase = PhaseForm(document)
        self._prescription.refused.connect(self.refused)
        self._plan.refused.connect(self.refused)
        self._plan.education_asked.connect(self.education_asked)
        self._forms = QStackedWidget()
        self._forms.setProperty("role", "panel")
        for form in (self._plan, self._prescription, self._phase):
            self._forms.addWidget(form)
        holder = QWidget()
        holder.setProperty("role", "panel")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._forms)
        self.setWidget(holder)
        document.plan_changed.connect(self._follow)
        self.show_nothing(0)

    @property
    def phase_form(self) -> PhaseForm:
        """The form for a phase."""
        return self._phase

    def show_item(self, item: Phase | Prescription) -> None:
        """Show the form for this phase or prescription."""
        self._shown_id = item.id
        if isinstance(item, Phase):
            self._phase.show_phase(item)
            self._forms.setCurrentWidget(self._phase)
        else:
            self._prescription.show_prescription(item)
            self._forms.setCurrentWidget(self._prescription)

    def show_nothing(self, chosen_count: int) -> None:
        """Show the plan's own fields and say what to do, while nothing, or more than one thing, is chosen."""
        self._shown_id = ""
        self._chosen_count = chosen_count
        if chosen_count > 1:
            text = ngettext("{count} exercise chosen.", "{count} exercises chosen.", chosen_count).format(count=chosen_count)
            text += "\n\n" + _("Drag or Alt+Up and Alt+Down move them, Ctrl+D doubles them, Delete takes them out.")
        else:
            text = _("Choose an exercise or a phase in the plan to see and change it here.")
        self._plan.show_plan(self._document.plan, text)
        self._forms.setCurrentWidget(self._plan)

    def _follow(self, _before: Plan, after: Plan) -> None:
        if not self._shown_id:
            self.show_nothing(self._chosen_count)
            return
        items: list[Phase | Prescription] = [*after.phases, *after.prescriptions()]
        now = next((item for item in items if item.id == self._shown_id), None)
        if now is None:
            self.show_nothing(0)
        else:
            self.show_item(now)
