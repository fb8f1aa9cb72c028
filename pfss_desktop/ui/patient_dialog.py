"""Where an open plan gets its patient."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from pfss_desktop.document.background import Background
from pfss_desktop.domain.library import Library
from pfss_desktop.domain.patient import Patient
from pfss_desktop.language import _
from pfss_desktop.ui.equipment_field import EquipmentOffer
from pfss_desktop.ui.form_rows import fault_label, say_fault
from pfss_desktop.ui.notice_bar import NoticeBar
from pfss_desktop.ui.patients_desk import PatientsDesk
from pfss_desktop.ui.patients_panel import PatientsPanel
from pfss_desktop.ui.plain import plain_labels


class PatientDialog(QDialog):
    """Find or add the patient; opening one in the list takes it."""

    patient_taken = Signal(object)
    """The Patient."""

    def __init__(self, library: Library, background: Background, offer: EquipmentOffer, parent: QWidget, title: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title or _("Patient of this plan"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(460, 540)
        self._fault = fault_label()
        desk = PatientsDesk(library, background, NoticeBar(self), self)
        desk.offer = offer
        self.panel = PatientsPanel(desk, has_pages=False)
        self.panel.opened.connect(lambda line: self._take(line.patient))
        self.panel.added.connect(self._take)
        self.panel.failed.connect(lambda error: say_fault(self._fault, str(error)))
        column = QVBoxLayout(self)
        column.addWidget(QLabel(_("Double-click a patient, or press Enter.")))
        column.addWidget(self._fault)
        column.addWidget(self.panel)
        plain_labels(self)
        self.panel.refresh()
        self.panel.list.search.setFocus()

    def _take(self, patient: Patient) -> None:
        self.patient_taken.emit(patient)
        self.accept()
