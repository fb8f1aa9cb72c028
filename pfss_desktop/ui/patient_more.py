"""The folded part of a patient's form: language, precautions and equipment at home."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QToolButton, QVBoxLayout, QWidget

from pfss_desktop.domain.patient import HomeEquipment, Patient, Precaution
from pfss_desktop.language import _, ngettext
from pfss_desktop.translations import LANGUAGES
from pfss_desktop.ui.choice_box import ChoiceBox
from pfss_desktop.ui.equipment_field import EquipmentField, EquipmentOffer
from pfss_desktop.ui.form_rows import new_form
from pfss_desktop.ui.names import precaution_name
from pfss_desktop.ui.theme import GAP


class PatientMore(QWidget):
    """Folded, it says how much there is inside."""

    def __init__(self, offer: EquipmentOffer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fold = QToolButton()
        self._fold.setCheckable(True)
        self._fold.setAutoRaise(True)
        self._fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._fold.toggled.connect(self._show_inside)
        self.language = ChoiceBox(_("Language of the handout"), [(each.own_name, each.tag) for each in LANGUAGES])
        self._precautions = {precaution: QCheckBox(precaution_name(precaution)) for precaution in Precaution}
        self.equipment = EquipmentField(offer)
        self._inside = QWidget()
        self._lay_out()
        for box in self._precautions.values():
            box.toggled.connect(lambda _on: self._say_amount())
        self._show_inside(False)

    def show_patient(self, patient: Patient) -> None:
        """Show what this patient has of it."""
        self.language.choose(patient.language)
        for precaution, box in self._precautions.items():
            box.setChecked(precaution in patient.precautions)
        self.equipment.show_equipment(patient.equipment)
        self._say_amount()

    def unfold(self) -> None:
        """Show the inside."""
        self._fold.setChecked(True)

    def precautions(self) -> tuple[Precaution, ...]:
        """Return those that are ticked."""
        return tuple(precaution for precaution, box in self._precautions.items() if box.isChecked())

    def home_equipment(self) -> HomeEquipment | None:
        """Return what is at home, None for not asked; raise UnknownResistance or OutOfBounds."""
        return self.equipment.equipment()

    def _lay_out(self) -> None:
        boxes = QWidget()
        grid = QGridLayout(boxes)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(GAP // 2)
        for place, box in enumerate(self._precautions.values()):
            grid.addWidget(box, place, 0)
        form = new_form(self._inside)
        form.addRow(_("Language of the handout"), self.language)
        form.addRow(_("Precautions"), boxes)
        form.addRow(_("Equipment at home"), self.equipment)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._fold)
        column.addWidget(self._inside)

    def _show_inside(self, is_unfolded: bool) -> None:
        self._inside.setVisible(is_unfolded)
        self._fold.setArrowType(Qt.ArrowType.DownArrow if is_unfolded else Qt.ArrowType.RightArrow)

    def _say_amount(self) -> None:
        count = len(self.precautions())
        told = ngettext("{count} precaution", "{count} precautions", count).format(count=count)
        text = _("More about this patient")
        self._fold.setText(f"{text} · {told}" if count else text)
        self._fold.setAccessibleName(self._fold.text())
