"""Patients on the start page: the panel with the list, and the page of one of them over it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from pfss_desktop.document.background import Background
from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.domain.exercise import PatientText
from pfss_desktop.domain.library import Library, PatientSummary, PlanSummary
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.visits import OpenPlan
from pfss_desktop.ui.buttons import enter_presses
from pfss_desktop.ui.equipment_field import EquipmentOffer
from pfss_desktop.ui.notice_bar import NoticeBar
from pfss_desktop.ui.patient_page import PatientPage
from pfss_desktop.ui.patient_scores import PatientScores
from pfss_desktop.ui.patients_desk import PatientsDesk
from pfss_desktop.ui.patients_panel import PatientsPanel
from pfss_desktop.ui.plain import plain_labels

if TYPE_CHECKING:
    from pfss_desktop.ui.desk import Desk


class PatientsRoom(QObject):
    """Owns desk, panel and page; opens a patient's newest plan or, where there is none, their page."""

    open_asked = Signal(str)
    """The plan with this id."""
    new_asked = Signal(str)
    """A new plan for the patient with this id."""
    template_asked = Signal(str, str)
    """A new plan from the template with this id for the patient with that id."""
    failed = Signal(object)
    """The exception of a request for the list."""

    def __init__(self, library: Library, background: Background, start: QWidget, body: QStackedLayout) -> None:
        super().__init__(start)
        self._start = start
        self._body = body
        self._catalogue = Catalogue(())
        self.notices = NoticeBar(start)
        self.desk = PatientsDesk(library, background, self.notices, self)
        self.panel = PatientsPanel(self.desk)
        self.page = PatientPage(self.desk)
        plain_labels(self.page)
        enter_presses(self.page)
        body.addWidget(self.page)
        self.panel.opened.connect(self.open_newest)
        self.panel.page_asked.connect(self.show_page)
        self.panel.added.connect(lambda patient: self.show_page(patient.id))
        self.panel.failed.connect(self.failed)
        self.page.leave_asked.connect(self.show_all)
        plans = self.page.plans
        plans.open_asked.connect(self.open_asked)
        plans.new_asked.connect(self.new_asked)
        plans.template_asked.connect(self.template_asked)
        plans.copy_asked.connect(self.ask_copy)

    def refresh(self) -> None:
        """Ask the library anew for what is shown."""
        self.panel.refresh()
        self.page.refresh()

    def take_desk(self, desk: "Desk") -> None:
        """Work with the catalogue and the clinic's stock from now on."""
        self._catalogue = desk.resources.catalogue
        self.scores = PatientScores(desk, self.page)
        self.desk.offer = equipment_offer(desk)

        def offer_stock() -> None:
            self.desk.offer = equipment_offer(desk)

        desk.clinic.stock_changed.connect(offer_stock)

    def open_newest(self, line: PatientSummary) -> None:
        """Open the plan of a patient that was changed last; where there is none, show their page, which offers a new one."""

        def open_it(plans: Sequence[PlanSummary]) -> None:
            if plans:
                self.open_asked.emit(plans[0].plan_id)
            else:
                self.show_page(line.patient.id)

        library = self.desk.library
        self.desk.background.run(lambda: library.plans_of(line.patient.id), open_it, self.desk.say_fault)

    def show_page(self, patient_id: str) -> None:
        """Show one patient instead of the lists."""
        self.page.show_patient(patient_id)
        self._body.setCurrentWidget(self.page)
        self.page.plans.list.setFocus()

    def show_all(self) -> None:
        """Show the lists again."""
        self.page.leave()
        self._body.setCurrentIndex(0)
        self.panel.list.search.setFocus()

    def ask_copy(self, plan_id: str) -> None:
        """Ask whom to copy a plan to, and show that patient's page with it."""
        library = self.desk.library
        self.desk.background.run(lambda: library.open_plan(plan_id), self._ask_copy, self.desk.say_fault)

    def _ask_copy(self, opened: OpenPlan) -> None:
        from pfss_desktop.ui.copy_plan_dialog import CopyPlanDialog

        dialog = CopyPlanDialog(self.desk, opened.plan, usual_texts(self._catalogue), self._start.window())
        dialog.copied.connect(self._add_copy)
        dialog.open()

    def _add_copy(self, plan: Plan, patient: Patient) -> None:
        self.desk.add_copy(plan, patient, lambda _opened: self.show_page(patient.id))


def equipment_offer(desk: "Desk") -> EquipmentOffer:
    """Return what can be chosen as equipment at home."""
    return EquipmentOffer(desk.resources.catalogue.equipment_names(), desk.resources.choices, desk.clinic.stock)


def usual_texts(catalogue: Catalogue) -> Callable[[str], PatientText | None]:
    """Return what gives an exercise's own text by its id, None for one that is not in the catalogue."""

    def text_of(exercise_id: str) -> PatientText | None:
        exercise = catalogue.get(exercise_id)
        return exercise.for_patient if exercise is not None else None

    return text_of
