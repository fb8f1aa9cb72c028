"""The fields of a resistance: the kinds that the exercise accepts, and what belongs to the chosen kind."""

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QLocale, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QStackedWidget, QVBoxLayout, QWidget

from pfss_desktop.domain.bounds import LINE_LIMIT, tidy_line
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.resistance import (
    Band,
    BandForm,
    BandPosition,
    Bodyweight,
    CuffWeight,
    Machine,
    Mass,
    MassUnit,
    NoResistance,
    Resistance,
    ResistanceKind,
)
from pfss_desktop.domain.stock import ResistanceChoices
from pfss_desktop.language import _, kept_text, translated
from pfss_desktop.ui.choice_box import ChoiceBox
from pfss_desktop.ui.form_rows import fault_label, say_fault, side_by_side
from pfss_desktop.ui.names import band_form_name, band_position_name, resistance_name
from pfss_desktop.ui.segments import Segments
from pfss_desktop.ui.theme import GAP


class ResistanceForm(QWidget):
    """Shows a resistance and tells of every change that makes a valid one."""

    edited = Signal(object)
    """The new Resistance."""

    def __init__(self, choices: ResistanceChoices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds = Segments(_("Resistance"), [(resistance_name(kind), kind) for kind in ResistanceKind])
        self._cuff = _MassFields(_("Cuff weight"), choices)
        self._band = _BandFields(choices)
        self._machine = _MassFields(_("Machine load"), ResistanceChoices())
        self._details = QStackedWidget()
        self._plain = QWidget()
        for page in (self._plain, self._cuff, self._band, self._machine):
            self._details.addWidget(page)
        self._fault = fault_label()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        for part in (self._kinds, self._details, self._fault):
            column.addWidget(part)
        self._kinds.chosen.connect(self._take_kind)
        for fields in (self._cuff, self._band, self._machine):
            fields.edited.connect(self._tell)

    def show_resistance(self, resistance: Resistance, accepts: tuple[ResistanceKind, ...]) -> None:
        """Show this resistance and offer the accepted kinds (all where none are given), without a signal."""
        self._kinds.choose(resistance.kind)
        self._kinds.offer(accepts or tuple(ResistanceKind))
        self._show_details(resistance.kind)
        if isinstance(resistance, CuffWeight):
            self._cuff.show_mass(resistance.mass)
        elif isinstance(resistance, Band):
            self._band.show_band(resistance)
        elif isinstance(resistance, Machine):
            self._machine.show_mass(resistance.load)
        say_fault(self._fault, "")

    def _take_kind(self) -> None:
        self._show_details(self._kinds.value())
        self._tell()

    def _show_details(self, kind: ResistanceKind | None) -> None:
        pages: dict[ResistanceKind, QWidget] = {
            ResistanceKind.CUFF: self._cuff,
            ResistanceKind.BAND: self._band,
            ResistanceKind.MACHINE: self._machine,
        }
        page = pages.get(kind, self._plain) if kind else self._plain
        self._details.setCurrentWidget(page)
        self._details.setVisible(page is not self._plain)

    def _tell(self) -> None:
        try:
            resistance = self._resistance()
        except OutOfBounds as error:
            say_fault(self._fault, _("Not taken over: {reason}").format(reason=str(error)))
            return
        say_fault(self._fault, "")
        self.edited.emit(resistance)

    def _resistance(self) -> Resistance:
        kind = self._kinds.value()
        if kind is ResistanceKind.CUFF:
            mass = self._cuff.mass()
            if mass is None:
                raise OutOfBounds(_("cuff weight"), _("a number, such as 2 or 1.5"))
            return CuffWeight(mass)
        if kind is ResistanceKind.BAND:
            return self._band.band()
        if kind is ResistanceKind.MACHINE:
            return Machine(self._machine.mass())
        return Bodyweight() if kind is ResistanceKind.BODYWEIGHT else NoResistance()


class _MassFields(QWidget):
    """A mass as it is typed, its unit, and the other unit as a hint."""

    edited = Signal()

    def __init__(self, name: str, choices: ResistanceChoices) -> None:
        super().__init__()
        self._steps = {MassUnit.POUND: choices.cuff_pounds, MassUnit.KILOGRAM: choices.cuff_kilograms}
        self._amount = QComboBox()
        self._amount.setEditable(True)
        self._amount.setAccessibleName(name)
        self._amount.setMinimumContentsLength(5)
        self._amount.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        units = sorted(MassUnit, key=lambda unit: unit is not usual_mass_unit())
        self._unit = ChoiceBox(_("Unit"), [(unit.value, unit) for unit in units])
        self._hint = QLabel()
        self._hint.setProperty("role", "muted")
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(side_by_side(self._amount, self._unit, self._hint))
        self._offer_steps()
        if choices.cuff_pounds or choices.cuff_kilograms:
            self._amount.setCurrentText("1")
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

    def _changed(self) -> None:
        self._say_hint()
        self.edited.emit()

    def _unit_changed(self) -> None:
        with QSignalBlocker(self._amount):
            self._offer_steps()
        self._changed()

    def _offer_steps(self) -> None:
        typed = self._amount.currentText()
        self._amount.clear()
        self._amount.addItems([str(step) for step in self._steps[self._unit.value()]])
        self._amount.setCurrentText(typed)

    def _say_hint(self) -> None:
        try:
            mass = self.mass()
        except OutOfBounds:
            mass = None
        is_pounds = mass is not None and mass.unit is MassUnit.POUND
        self._hint.setText(_("{mass} kg").format(mass=f"{mass.kilograms:.2f}") if mass and is_pounds else "")


class _BandFields(QWidget):
    """Maker, colour, form and position of a band; makers and colours can be typed too."""

    edited = Signal()

    def __init__(self, choices: ResistanceChoices) -> None:
        super().__init__()
        self._choices = choices
        self._shown_colour = "red"
        makers = [maker.name for maker in choices.makers]
        self._maker = _typed_choice(_("Band maker"), ["", *makers])
        self._colour = _typed_choice(_("Band colour"), [])
        self._form = ChoiceBox(_("Band form"), [(band_form_name(form), form) for form in BandForm])
        places: list[tuple[str, BandPosition | None]] = [(_("place not said"), None)]
        places += [(band_position_name(position), position) for position in BandPosition]
        self._position = ChoiceBox(_("Band position"), places)
        self._position.make_narrow(9)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addWidget(side_by_side(self._colour, self._form))
        column.addWidget(side_by_side(self._maker, self._position))
        if makers:
            self._maker.setCurrentText(makers[0])
        self._offer_colours()
        self._colour.setCurrentText(translated(self._shown_colour))
        self._maker.currentTextChanged.connect(self._maker_changed)
        self._colour.currentTextChanged.connect(lambda _text: self.edited.emit())
        self._form.chosen.connect(self.edited)
        self._position.chosen.connect(self.edited)

    def band(self) -> Band:
        """Return the band that the fields hold; raise OutOfBounds for an empty colour."""
        return Band(
            colour=kept_text(tidy_line(self._colour.currentText()), self._known_colours()),
            maker=tidy_line(self._maker.currentText()),
            form=self._form.value(),
            position=self._position.value(),
        )

    def show_band(self, band: Band) -> None:
        """Show this band without a signal."""
        with (
            QSignalBlocker(self._maker),
            QSignalBlocker(self._colour),
            QSignalBlocker(self._form),
            QSignalBlocker(self._position),
        ):
            if tidy_line(self._maker.currentText()) != band.maker:
                self._maker.setCurrentText(band.maker)
            self._offer_colours()
            self._shown_colour = band.colour
            if tidy_line(self._colour.currentText()) != translated(band.colour):
                self._colour.setCurrentText(translated(band.colour))
            self._form.choose(band.form)
            self._position.choose(band.position)

    def _maker_changed(self) -> None:
        with QSignalBlocker(self._colour):
            self._offer_colours()
        self.edited.emit()

    def _known_colours(self) -> tuple[str, ...]:
        return (self._shown_colour, *(colour for maker in self._choices.makers for colour in maker.colours))

    def _offer_colours(self) -> None:
        typed = self._colour.currentText()
        offered = list(map(translated, self._choices.colours_of(self._maker.currentText())))
        if [self._colour.itemText(row) for row in range(self._colour.count())] != offered:
            self._colour.clear()
            self._colour.addItems(offered)
        self._colour.setCurrentText(typed)


def usual_mass_unit() -> MassUnit:
    """Return the unit that stands on the cuffs sold in the system's country: kilograms in all but the United States."""
    here = QLocale.system()
    is_known = here.territory() is not QLocale.Country.AnyCountry
    uses_pounds = here.measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return MassUnit.KILOGRAM if is_known and not uses_pounds else MassUnit.POUND


def _typed_choice(name: str, entries: list[str]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.addItems(entries)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)
    line = box.lineEdit()
    if line is not None:
        line.setMaxLength(LINE_LIMIT)
        line.setPlaceholderText(name)
    return box
