"""Where an open plan gets its patient."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from pfss_desktop.document.background import Background
from pfss_desktop.domain.library import Library
from pfss_desktop.language import _
from pfss_desktop.ui.patients_panel import PatientsPanel
from pfss_desktop.ui.plain import plain_labels


class PatientDialog(QDialog):
    """Find or add the patient; opening one in the list takes it."""

    patient_taken = Signal(str)
    """Id of the patient."""

    def __init__(self, library: Library, background: Background, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Patient of this plan"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(420, 520)
        self._fault = QLabel()
        self._fault.setProperty("role", "fault")
        self._fault.setWordWrap(True)
        self._fault.hide()
        panel = PatientsPanel(library, background)
        panel.chosen.connect(self._take)
        panel.failed.connect(self._say_fault)
        column = QVBoxLayout(self)
        column.addWidget(QLabel(_("Double-click a patient, or press Enter.")))
        column.addWidget(self._fault)
        column.addWidget(panel)
        plain_labels(self)
        panel.refresh()

    def _take(self, patient_id: str, _name: str) -> None:
        self.patient_taken.emit(patient_id)
        self.accept()

    def _say_fault(self, error: Exception) -> None:
        self._fault.setText(str(error))
        self._fault.show()
