"""The fields of a resistance: the kinds that the exercise accepts, and what belongs to the chosen kind."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.on_hand import OnHand
from pfss_desktop.domain.resistance import (
    Band,
    BandForm,
    Bodyweight,
    CuffWeight,
    Machine,
    NoResistance,
    Resistance,
    ResistanceKind,
)
from pfss_desktop.language import _
from pfss_desktop.ui.band_fields import BandFields
from pfss_desktop.ui.flow_layout import FlowLayout
from pfss_desktop.ui.form_rows import fault_label, say_fault, side_by_side
from pfss_desktop.ui.icons import ButtonIcon, Icon
from pfss_desktop.ui.mass_fields import MassFields
from pfss_desktop.ui.names import resistance_name
from pfss_desktop.ui.segments import Segments
from pfss_desktop.ui.theme import GAP

_HEAVY_KINDS = frozenset({ResistanceKind.CUFF, ResistanceKind.BAND, ResistanceKind.MACHINE})
"""Kinds that have lighter and heavier ones."""


class ResistanceForm(QWidget):
    """Shows a resistance and tells of every change that makes a valid one."""

    edited = Signal(object)
    """The new Resistance."""
    stepped = Signal(int)
    """The resistance is wanted this many steps heavier, or lighter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ResistanceKind.NONE
        self._first_form = BandForm.FLAT
        self._kinds = Segments(_("Resistance"), [(resistance_name(kind), kind) for kind in ResistanceKind])
        self._cuff = MassFields(_("Cuff weight"))
        self._band = BandFields()
        self._machine = MassFields(_("Machine load"))
        self._details = QStackedWidget()
        self._plain = QWidget()
        for page in (self._plain, self._cuff, self._band, self._machine):
            self._details.addWidget(page)
        self._fault = fault_label()
        self._lighter = _step_button(Icon.MINUS, _("Lighter (Ctrl+-)"), _("One step lighter"))
        self._heavier = _step_button(Icon.PLUS, _("Heavier (Ctrl++)"), _("One step heavier"))
        self._steps = side_by_side(self._lighter, self._heavier)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        top = QWidget()
        flow = FlowLayout(top)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.setSpacing(GAP // 2)
        flow.addWidget(self._kinds)
        flow.addWidget(self._steps)
        for part in (top, self._details, self._fault):
            column.addWidget(part)
        self._lighter.clicked.connect(lambda: self.stepped.emit(-1))
        self._heavier.clicked.connect(lambda: self.stepped.emit(1))
        self._kinds.chosen.connect(self._take_kind)
        for fields in (self._cuff, self._band, self._machine):
            fields.edited.connect(self._tell)

    def show_on_hand(self, on_hand: OnHand) -> None:
        """Offer first what is on hand, without a signal."""
        self._cuff.show_on_hand(on_hand)
        self._band.show_on_hand(on_hand)

    def show_resistance(
        self, resistance: Resistance, accepts: tuple[ResistanceKind, ...], first_form: BandForm = BandForm.FLAT
    ) -> None:
        """Show this resistance and offer the accepted kinds (all where none are given), without a signal.

        `first_form` is what a band begins with.
        """
        self._shown, self._first_form = resistance.kind, first_form
        self._steps.setVisible(not accepts or not _HEAVY_KINDS.isdisjoint(accepts))
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
        kind = self._kinds.value()
        if kind is ResistanceKind.CUFF and self._shown is not kind:
            self._cuff.begin()
        elif kind is ResistanceKind.BAND and self._shown is not kind:
            self._band.begin(self._first_form)
        self._show_details(kind)
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


def _step_button(which: Icon, tip: str, name: str) -> QPushButton:
    button = QPushButton()
    ButtonIcon(button, which)
    button.setToolTip(tip)
    button.setAccessibleName(name)
    button.setFixedWidth(4 * GAP)
    return button
