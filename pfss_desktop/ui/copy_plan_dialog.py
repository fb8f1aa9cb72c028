"""A plan becomes the start of a plan for another patient: who it is, which knee, and whose wording."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.bounds import LINE_LIMIT, tidy_line
from pfss_desktop.domain.copying import copied_for
from pfss_desktop.domain.exercise import PatientText
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.library import PatientSummary
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.plan import Plan
from pfss_desktop.language import _, kept_text, translated
from pfss_desktop.ui.choice_box import ChoiceBox
from pfss_desktop.ui.form_rows import fault_label, line_field, new_form, say_fault
from pfss_desktop.ui.patient_list import PatientList
from pfss_desktop.ui.patients_desk import PatientsDesk
from pfss_desktop.ui.plain import plain_labels


class CopyPlanDialog(QDialog):
    """Tells of the copy and its patient once both are chosen."""

    copied = Signal(object, object)
    """The new Plan and its Patient."""

    def __init__(self, desk: PatientsDesk, plan: Plan, usual_text: Callable[[str], PatientText | None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Copy to another patient"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 620)
        self._plan = plan
        self._usual_text = usual_text
        self.list = PatientList(desk.library, desk.background)
        self.title = line_field(_("Plan title"), LINE_LIMIT)
        self.title.setText(translated(plan.title))
        sides: list[tuple[str, Side | None]] = [(_("Side not set"), None), (_("Left knee"), Side.LEFT)]
        sides += [(_("Right knee"), Side.RIGHT), (_("Both knees"), Side.BOTH)]
        self.side = ChoiceBox(_("Affected side of the other patient"), sides)
        self.wording = QCheckBox(_("Take along exercise texts that were changed for this patient"))
        told = QLabel(
            _("Notes, goal, scores, intake and checks put aside stay behind. Sides that cannot be known are left open.")
        )
        told.setProperty("role", "muted")
        told.setWordWrap(True)
        self._fault = fault_label()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.copy_button: QPushButton = buttons.addButton(_("Copy"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.copy_button.setProperty("primary", "true")
        buttons.accepted.connect(self._copy)
        buttons.rejected.connect(self.reject)
        holder = QWidget()
        form = new_form(holder)
        form.addRow(_("Affected side"), self.side)
        form.addRow(_("Plan title"), self.title)
        column = QVBoxLayout(self)
        for widget in (QLabel(_("Who is the plan for?")), self.list, holder, self.wording, told, self._fault, buttons):
            column.addWidget(widget)
        column.setStretch(1, 1)
        self.list.choice_changed.connect(self._show_choice)
        self.list.opened.connect(self._take)
        self.list.failed.connect(lambda error: say_fault(self._fault, str(error)))
        plain_labels(self)
        self._show_choice()
        self.list.refresh()
        self.list.search.setFocus()

    def _show_choice(self) -> None:
        self.copy_button.setEnabled(self.list.chosen() is not None)

    def _take(self, _line: PatientSummary) -> None:
        self.side.setFocus()

    def _copy(self) -> None:
        line = self.list.chosen()
        if line is None:
            return
        patient: Patient = line.patient
        title = kept_text(tidy_line(self.title.text()), (self._plan.title,))
        try:
            plan = copied_for(self._plan, title, self.side.value(), self._usual_text, keeps_wording=self.wording.isChecked())
        except OutOfBounds as error:
            say_fault(self._fault, _("Not taken over: {reason}").format(reason=str(error)))
            return
        self.accept()
        self.copied.emit(plan, patient)
