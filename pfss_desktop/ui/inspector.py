"""The panel beside the board: the form for whatever is chosen in the plan."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.domain.plan import Phase, Plan
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.language import _
from pfss_desktop.ui.desk import Resources
from pfss_desktop.ui.part_edits import PartEdits
from pfss_desktop.ui.phase_form import PhaseForm
from pfss_desktop.ui.plan_form import PlanForm
from pfss_desktop.ui.prescription_form import PrescriptionForm
from pfss_desktop.ui.several_form import SeveralForm


class Inspector(QScrollArea):
    """Follows the document: the form always shows the chosen thing as the plan now has it."""

    refused = Signal(str)
    """Why an edit was not taken over."""
    default_text_asked = Signal(str, object)
    """An exercise's id, and the PatientText for all plans to come; None for that of the catalogue."""
    education_asked = Signal()
    """The pages for the patient are to be chosen."""

    def __init__(self, document: PlanDocument, resources: Resources, edits: PartEdits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shown_id = ""
        self._document = document
        self._several_ids: tuple[str, ...] = ()
        self._plan = PlanForm(document)
        self._prescription = PrescriptionForm(document, resources, edits)
        self._phase = PhaseForm(document)
        self._several = SeveralForm(resources.catalogue, edits)
        self._prescription.refused.connect(self.refused)
        self._prescription.default_text_asked.connect(self.default_text_asked)
        self._plan.refused.connect(self.refused)
        self._plan.education_asked.connect(self.education_asked)
        self._forms = QStackedWidget()
        self._forms.setProperty("role", "panel")
        for form in (self._plan, self._prescription, self._phase, self._several):
            self._forms.addWidget(form)
        holder = QWidget()
        holder.setProperty("role", "panel")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._forms)
        self.setWidget(holder)
        document.plan_changed.connect(self._follow)
        self.show_nothing()

    def minimumSizeHint(self) -> QSize:
        # The panel is never made narrower than the forms can be, whatever the language and the size of the font.
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._forms.minimumSizeHint().width() + bar, super().minimumSizeHint().height())

    @property
    def phase_form(self) -> PhaseForm:
        """The form for a phase."""
        return self._phase

    def show_again(self) -> None:
        """Show what is shown once more: what is on hand for it is another."""
        self._follow(self._document.plan, self._document.plan)

    def show_item(self, item: Phase | Prescription) -> None:
        """Show the form for this phase or prescription."""
        self._shown_id, self._several_ids = item.id, ()
        if isinstance(item, Phase):
            self._phase.show_phase(item)
            self._forms.setCurrentWidget(self._phase)
        else:
            self._prescription.show_prescription(item)
            self._forms.setCurrentWidget(self._prescription)

    def show_several(self, chosen: Sequence[Prescription]) -> None:
        """Show what these prescriptions have in common, to be changed in all of them."""
        self._shown_id, self._several_ids = "", tuple(held.id for held in chosen)
        self._several.show_prescriptions(chosen)
        self._forms.setCurrentWidget(self._several)

    def show_nothing(self) -> None:
        """Show the plan's own fields and say what to do, while nothing is chosen."""
        self._shown_id, self._several_ids = "", ()
        text = _("Choose an exercise or a phase in the plan to see and change it here.")
        self._plan.show_plan(self._document.plan, text)
        self._forms.setCurrentWidget(self._plan)

    def look_again(self) -> None:
        """Show what is chosen with the pictures and facts that the catalogue has now."""
        self._follow(self._document.plan, self._document.plan)

    def _follow(self, _before: Plan, after: Plan) -> None:
        several = [held for held in after.prescriptions() if held.id in self._several_ids]
        if len(several) > 1:
            self.show_several(several)
            return
        if not self._shown_id:
            self.show_nothing()
            return
        items: list[Phase | Prescription] = [*after.phases, *after.prescriptions()]
        now = next((item for item in items if item.id == self._shown_id), None)
        if now is None:
            self.show_nothing()
        else:
            self.show_item(now)
