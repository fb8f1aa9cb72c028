"""The form for a patient in a window of its own, for a new one or a known one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from pfss_desktop.domain.patient import Patient
from pfss_desktop.language import _
from pfss_desktop.ui.equipment_field import EquipmentOffer
from pfss_desktop.ui.patient_form import PatientForm
from pfss_desktop.ui.plain import plain_labels


class PatientFormDialog(QDialog):
    """Tells of the patient when the form is done, and closes."""

    added = Signal(object)
    """A new Patient."""
    changed = Signal(object)
    """A known Patient with other fields."""
    another_asked = Signal()
    """The open plan is to be given to another patient."""

    def __init__(self, offer: EquipmentOffer, parent: QWidget, known: Patient | None = None, name: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(_("About this patient") if known else _("New patient"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(580, 660 if known else 400)
        self.form = PatientForm(offer)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.form, 1)
        self.form.added.connect(self._take_added)
        self.form.changed.connect(self._take_changed)
        self.form.cancelled.connect(self.reject)
        plain_labels(self)
        if known is None:
            self.form.begin(name)
        else:
            self.form.begin_with(known)
            self.form.unfold()

    def offer_another(self) -> None:
        """Offer to give the open plan to another patient instead."""
        button = QPushButton(_("Give this plan to another patient…"))
        button.clicked.connect(self._ask_another)
        self._column.insertWidget(0, button, 0, Qt.AlignmentFlag.AlignLeft)

    def _take_added(self, patient: Patient) -> None:
        self.accept()
        self.added.emit(patient)

    def _take_changed(self, patient: Patient) -> None:
        self.accept()
        self.changed.emit(patient)

    def _ask_another(self) -> None:
        self.reject()
        self.another_asked.emit()
