"""Asking what is asked before the plan: the dialog, and what becomes of its answers."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.domain.edits.visits import set_intake
from pfss_desktop.domain.faults import UserError
from pfss_desktop.domain.intake import Intake
from pfss_desktop.domain.patient import Patient, Precaution
from pfss_desktop.language import _
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.intake_dialog import IntakeDialog
from pfss_desktop.ui.notice_bar import NoticeBar
from pfss_desktop.ui.visit_desk import today


class IntakeDesk(QObject):
    """Opens the dialog over the plan page; the plan's answers are one step of undo, the patient's are taken back by a notice."""

    asked = Signal()
    """The answers were taken over."""

    def __init__(self, document: PlanDocument, desk: Desk, notices: NoticeBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._desk = desk
        self._notices = notices
        self._window = parent

    def ask(self) -> None:
        """Show what was asked and let it be changed."""
        plan, patient = self._document.plan, self._document.patient
        choices = self._desk.resources.intake
        dialog = IntakeDialog(plan.intake, plan.affected_side, patient, choices, today(), self._window)
        dialog.settled.connect(self._take)
        dialog.open()

    def _take(self, intake: Intake, precautions: tuple[Precaution, ...] | None) -> None:
        self._document.edit(_("Before the plan"), set_intake(self._document.plan, intake))
        patient = self._document.patient
        if patient is not None and precautions is not None and set(precautions) != set(patient.precautions):
            self._change(replace(patient, precautions=precautions), self._offering_undo(patient))
        self.asked.emit()

    def _change(self, patient: Patient, then: Callable[[], None]) -> None:
        """Store the patient's precautions and let the plan know them."""
        library = self._desk.library

        def changed(_stored: object) -> None:
            opened = self._document.opened
            if opened.patient is not None and opened.patient.id == patient.id:
                self._document.note_opened(replace(opened, patient=patient))
            then()

        self._desk.background.run(lambda: library.change_patient(patient), changed, self._say_fault)

    def _offering_undo(self, former: Patient) -> Callable[[], None]:
        def take_back() -> None:
            self._change(former, lambda: self._notices.say(_("The former precautions count again.")))

        return lambda: self._notices.say(_("The patient’s precautions were changed."), _("Undo"), take_back)

    def _say_fault(self, error: Exception) -> None:
        reason = str(error) if isinstance(error, UserError) else type(error).__name__
        self._notices.say(_("The precautions were not saved: {reason}").format(reason=reason), stays=True)
