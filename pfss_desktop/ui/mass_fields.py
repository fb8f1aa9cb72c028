"""The fields of a mass: its amount as typed, its unit, and the other unit as a hint."""

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QLocale, QSignalBlocker, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.on_hand import OnHand, Place
from pfss_desktop.domain.resistance import CuffWeight, Mass, MassUnit, NoResistance, ResistanceKind
from pfss_desktop.domain.resistance_steps import stepped_resistance
from pfss_desktop.language import _
from pfss_desktop.ui.choice_box import ChoiceBox
from pfss_desktop.ui.form_rows import side_by_side
from pfss_desktop.ui.sectioned_box import SectionedBox


class MassFields(QWidget):
    """Offers the cuff weights on hand, once it was told of any; a machine's load is only typed."""

    edited = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._on_hand = OnHand()
        self._amount = SectionedBox(name, 5)
        units = sorted(MassUnit, key=lambda unit: unit is not usual_mass_unit())
        self._unit = ChoiceBox(_("Unit"), [(unit.value, unit) for unit in units])
        self._hint = QLabel()
        self._hint.setProperty("role", "muted")
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(side_by_side(self._amount, self._unit, self._hint))
        self._amount.currentTextChanged.connect(self._changed)
        self._unit.chosen.connect(self._unit_changed)
        self._say_hint()

    def mass(self) -> Mass | None:
        """Return the typed mass, None for an empty field; raise OutOfBounds for anything that is no mass."""
        typed = self._amount.currentText().strip().replace(",", ".")
        if not typed:
            return None
        try:
            return Mass(Decimal(typed), self._unit.value())
        except InvalidOperation:
            raise OutOfBounds(_("weight"), _("a number, such as 2 or 1.5")) from None

    def show_mass(self, mass: Mass | None) -> None:
        """Show this mass exactly as it was typed, without a signal."""
        try:
            if mass == self.mass():
                return
        except OutOfBounds:
            pass
        with QSignalBlocker(self._unit), QSignalBlocker(self._amount):
            if mass is not None:
                self._unit.choose(mass.unit)
            self._offer_steps()
            self._amount.setCurrentText(str(mass.amount) if mass else "")
        self._say_hint()

    def show_on_hand(self, on_hand: OnHand) -> None:
        """Offer the cuff weights on hand, without a signal."""
        if on_hand != self._on_hand:
            self._on_hand = on_hand
            with QSignalBlocker(self._amount):
                self._offer_steps()

    def begin(self) -> None:
        """Show the lightest cuff on hand, to begin with, without a signal; one that is there and on hand stays."""
        if self._holds_fitting():
            return
        unit = self._unit.value()
        first = stepped_resistance(NoResistance(), 1, self._on_hand, (ResistanceKind.CUFF,), unit)
        # While nobody said which there are, one of the unit is as good a beginning as any: a default of ours.
        lightest = first.mass if isinstance(first, CuffWeight) and self._on_hand.is_known else None
        self.show_mass(lightest or Mass(Decimal(1), unit))

    def _holds_fitting(self) -> bool:
        try:
            mass = self.mass()
            return mass is not None and (not self._on_hand.is_known or self._on_hand.holds(CuffWeight(mass)))
        except OutOfBounds:
            return False

    def _changed(self) -> None:
        self._say_hint()
        self.edited.emit()

    def _unit_changed(self) -> None:
        with QSignalBlocker(self._amount):
            self._offer_steps()
        self._changed()

    def _offer_steps(self) -> None:
        unit = self._unit.value()
        self._amount.offer([(place, [str(step) for step in self._on_hand.cuffs_at(place, unit)]) for place in Place])

    def _say_hint(self) -> None:
        try:
            mass = self.mass()
        except OutOfBounds:
            mass = None
        is_pounds = mass is not None and mass.unit is MassUnit.POUND
        self._hint.setText(_("{mass} kg").format(mass=f"{mass.kilograms:.2f}") if mass and is_pounds else "")


def usual_mass_unit() -> MassUnit:
    """Return the unit that stands on the cuffs sold in the system's country: kilograms in all but the United States."""
    here = QLocale.system()
    is_known = here.territory() is not QLocale.Country.AnyCountry
    uses_pounds = here.measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return MassUnit.KILOGRAM if is_known and not uses_pounds else MassUnit.POUND
