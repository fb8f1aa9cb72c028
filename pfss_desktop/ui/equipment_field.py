"""What a patient has at home: things to tick, and a line for cuffs and bands."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QMenu, QPushButton, QVBoxLayout, QWidget

from pfss_desktop.domain.bounds import tidy_line
from pfss_desktop.domain.clinic_stock import ClinicStock
from pfss_desktop.domain.home_equipment_words import Load, load_text, loads_from, loads_text
from pfss_desktop.domain.patient import HomeEquipment
from pfss_desktop.domain.resistance import Band, BandForm, Mass, MassUnit
from pfss_desktop.domain.stock import ResistanceChoices
from pfss_desktop.language import _, translated
from pfss_desktop.ui.choice_box import ChoiceBox
from pfss_desktop.ui.form_rows import line_field
from pfss_desktop.ui.theme import GAP

_THING = Qt.ItemDataRole.UserRole + 1
_LONGEST = 4000


@dataclass(frozen=True, slots=True)
class EquipmentOffer:
    """What can be chosen: things by the catalogue's words, makers and steps, and what the clinic has to give out."""

    things: tuple[str, ...] = ()
    choices: ResistanceChoices = ResistanceChoices()
    stock: ClinicStock | None = None

    def stocked(self) -> tuple[Load, ...]:
        """Return the clinic's own cuffs and bands."""
        if self.stock is None:
            return ()
        cuffs = (Mass(amount, unit) for unit in MassUnit for amount in self.stock.cuffs(unit))
        bands = (Band(colour, held.maker, held.form) for held in self.stock.bands for colour in held.colours)
        return (*cuffs, *bands)


class EquipmentField(QWidget):
    """Shows and gives back HomeEquipment, or None while nobody has asked the patient."""

    def __init__(self, offer: EquipmentOffer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer = offer
        self._known: tuple[Load, ...] = ()
        self._asked = ChoiceBox(_("Equipment at home"), [(_("Not asked yet"), False), (_("Asked: has what is named here"), True)])
        self._things = QListWidget()
        self._things.setAccessibleName(_("Things at home"))
        self._things.setFixedHeight(self._things.fontMetrics().lineSpacing() * 6 + 2 * GAP)
        self._loads = line_field(_("Cuffs and bands at home"), _LONGEST)
        self._loads.setPlaceholderText(_("Cuffs and bands, such as: 2 lb, red TheraBand band"))
        add = QPushButton(_("Add"))
        add.setAccessibleName(_("Add a cuff or band"))
        add.setToolTip(_("Choose a cuff or band instead of typing it"))
        menu = QMenu(add)
        add.setMenu(menu)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._loads, 1)
        row.addWidget(add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        self._told = QLabel(_("Tick what is at home. Nothing ticked and nothing written means: has nothing."))
        self._told.setProperty("role", "muted")
        self._told.setWordWrap(True)
        for widget in (self._asked, self._things, line, self._told):
            column.addWidget(widget)
        self._asked.chosen.connect(self._show_asked)
        self._things.itemChanged.connect(lambda _item: self._asked.choose(True))
        self._loads.textEdited.connect(lambda _text: self._asked.choose(True))

    def show_equipment(self, equipment: HomeEquipment | None) -> None:
        """Show this equipment; None for not asked."""
        held = equipment or HomeEquipment()
        self._known = (*held.cuffs, *held.bands)
        self._things.clear()
        for thing in dict.fromkeys((*held.things, *self._offer.things)):
            item = QListWidgetItem(translated(thing), self._things)
            item.setData(_THING, thing)
            item.setCheckState(Qt.CheckState.Checked if thing in held.things else Qt.CheckState.Unchecked)
        self._loads.setText(loads_text(self._known))
        self._loads.setCursorPosition(0)
        self._asked.choose(equipment is not None)
        self._show_asked()

    def equipment(self) -> HomeEquipment | None:
        """Return what is ticked and typed, None for not asked; raise UnknownResistance or OutOfBounds."""
        if not self._asked.value():
            return None
        items = [self._things.item(row) for row in range(self._things.count())]
        typed = tidy_line(self._loads.text())
        is_untouched = typed == tidy_line(loads_text(self._known))
        loads = self._known if is_untouched else loads_from(typed, self._offer.choices.makers, self._understood())
        return HomeEquipment(
            things=tuple(item.data(_THING) for item in items if item.checkState() is Qt.CheckState.Checked),
            cuffs=tuple(load for load in loads if isinstance(load, Mass)),
            bands=tuple(load for load in loads if isinstance(load, Band)),
        )

    def _understood(self) -> tuple[Load, ...]:
        """Return what is shown or offered here: all of it is understood by its own words."""
        return (*self._known, *self._offer.stocked())

    def _show_asked(self) -> None:
        self._told.setVisible(self._asked.value())

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        choices, stocked = self._offer.choices, self._offer.stocked()
        if stocked:
            self._offer_in(menu.addMenu(_("What the clinic has")), stocked)
        for unit, steps in ((MassUnit.POUND, choices.cuff_pounds), (MassUnit.KILOGRAM, choices.cuff_kilograms)):
            if steps:
                title = _("Cuffs in {unit}").format(unit=unit.value)
                self._offer_in(menu.addMenu(title), [Mass(step, unit) for step in steps])
        for maker in choices.makers:
            bands: list[Load] = [Band(colour, maker.name, form) for form in BandForm for colour in maker.colours]
            self._offer_in(menu.addMenu(maker.name.replace("&", "&&")), bands)

    def _offer_in(self, menu: QMenu, loads: Sequence[Load]) -> None:
        for load in loads:
            text = load_text(load)
            menu.addAction(text.replace("&", "&&")).triggered.connect(lambda _on=False, text=text: self._add(text))

    def _add(self, text: str) -> None:
        typed = self._loads.text().strip().rstrip(",")
        self._loads.setText(f"{typed}, {text}" if typed else text)
        self._asked.choose(True)
