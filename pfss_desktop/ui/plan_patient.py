"""Whose plan is open: looking at the patient, changing what is known of them, giving the plan to another one."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from pfss_desktop.document.autosave import Autosave
from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.visits import OpenPlan
from pfss_desktop.language import _
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.notice_bar import NoticeBar
from pfss_desktop.ui.patients_room import equipment_offer, usual_texts


class PlanPatient(QObject):
    """Every step says what happened and offers the way back."""

    def __init__(
        self,
        document: PlanDocument,
        autosave: Autosave,
        desk: Desk,
        notices: NoticeBar,
        say_fault: Callable[[Exception], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._autosave = autosave
        self._desk = desk
        self._notices = notices
        self._say_fault = say_fault
        self._window = parent

    def look(self) -> None:
        """Show what is known of the plan's patient, to be changed; ask for the patient where there is none."""
        from pfss_desktop.ui.patient_form_dialog import PatientFormDialog

        patient = self._document.patient
        if patient is None:
            self.choose()
            return
        dialog = PatientFormDialog(equipment_offer(self._desk), self._window, patient)
        dialog.offer_another()
        dialog.changed.connect(self.change)
        dialog.another_asked.connect(self.choose)
        dialog.open()

    def choose(self) -> None:
        """Ask for the patient of the plan."""
        from pfss_desktop.ui.patient_dialog import PatientDialog

        desk = self._desk
        dialog = PatientDialog(desk.library, desk.background, equipment_offer(desk), self._window)
        dialog.patient_taken.connect(lambda patient: self.assign(patient.id))
        dialog.open()

    def copy(self) -> None:
        """Ask whom to copy the plan on the screen to; this plan stays as it is, and on the screen."""
        from pfss_desktop.ui.copy_plan_dialog import CopyPlanDialog
        from pfss_desktop.ui.patients_desk import PatientsDesk

        desk = PatientsDesk(self._desk.library, self._desk.background, self._notices, self)
        dialog = CopyPlanDialog(desk, self._document.plan, usual_texts(self._desk.resources.catalogue), self._window)
        dialog.copied.connect(lambda plan, patient: desk.add_copy(plan, patient, lambda _opened: None))
        dialog.open()

    def change(self, patient: Patient) -> None:
        """Store the patient's changed fields; paper and checks follow."""

        def changed(before: Patient) -> None:
            self._take(patient)
            if before != patient:
                text = _("Changed: {name}").format(name=patient.name)
                self._notices.say(text, _("Undo"), lambda: self.change(before))

        self._desk.background.run(lambda: self._desk.library.change_patient(patient), changed, self._say_fault)

    def assign(self, patient_id: str | None) -> None:
        """Give the plan to a patient, or to none."""
        if not self._autosave.save_now():
            return
        before = self._document.opened

        def assigned(opened: OpenPlan) -> None:
            self._document.note_opened(opened)
            former, now = before.patient, opened.patient
            if (former.id if former else None) != (now.id if now else None):
                way_back = former.id if former else None
                text = _("The plan is now for {name}").format(name=now.name) if now else _("The plan has no patient now")
                self._notices.say(text, _("Undo"), lambda: self.assign(way_back))

        self._desk.background.run(lambda: self._desk.library.assign_patient(before, patient_id), assigned, self._say_fault)

    def _take(self, patient: Patient) -> None:
        opened = self._document.opened
        if opened.patient is not None and opened.patient.id == patient.id:
            self._document.note_opened(replace(opened, patient=patient))
