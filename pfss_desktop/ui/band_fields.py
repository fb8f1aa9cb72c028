"""The fields of a band: maker, colour, form and place on the body; makers and colours can be typed too."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pfss_desktop.domain.bounds import tidy_line
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.on_hand import OnHand, Place
from pfss_desktop.domain.resistance import Band, BandForm, BandPosition
from pfss_desktop.domain.resistance_steps import lightest_band
from pfss_desktop.language import _, kept_text, translated
from pfss_desktop.ui.choice_box import ChoiceBox
from pfss_desktop.ui.form_rows import side_by_side
from pfss_desktop.ui.names import band_form_name, band_position_name
from pfss_desktop.ui.sectioned_box import SectionedBox
from pfss_desktop.ui.theme import GAP

_FIRST_COLOUR = "red"
"""What a band begins with while nobody said which there are; a default the therapist changes."""


class BandFields(QWidget):
    """Offers makers and colours at home first, then the clinic's, then all others."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._on_hand = OnHand()
        self._shown_colour = _FIRST_COLOUR
        self._maker = SectionedBox(_("Band maker"), 8)
        self._colour = SectionedBox(_("Band colour"), 8)
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
        self._maker.currentTextChanged.connect(self._offer_and_tell)
        self._colour.currentTextChanged.connect(self.edited)
        self._form.chosen.connect(self._offer_and_tell)
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
            self._form.choose(band.form)
            if tidy_line(self._maker.currentText()) != band.maker:
                self._maker.setCurrentText(band.maker)
            self._shown_colour = band.colour
            self._offer()
            if tidy_line(self._colour.currentText()) != translated(band.colour):
                self._colour.setCurrentText(translated(band.colour))
            self._position.choose(band.position)

    def show_on_hand(self, on_hand: OnHand) -> None:
        """Offer the bands on hand, without a signal."""
        if on_hand != self._on_hand:
            self._on_hand = on_hand
            with QSignalBlocker(self._maker), QSignalBlocker(self._colour):
                self._offer()

    def begin(self, form: BandForm) -> None:
        """Show the lightest band on hand, to begin with, without a signal; a usual one while nobody said which there are.

        A band that is there already, on hand and of this form, stays.
        """
        if self._holds_fitting(form):
            return
        first = lightest_band(self._on_hand, form) if self._on_hand.is_known else None
        makers = self._on_hand.choices.makers
        self.show_band(first or Band(_FIRST_COLOUR, makers[0].name if makers else "", form))

    def _holds_fitting(self, form: BandForm) -> bool:
        try:
            band = self.band()
        except OutOfBounds:
            return False
        return band.form is form and (not self._on_hand.is_known or self._on_hand.holds(band))

    def _offer_and_tell(self) -> None:
        with QSignalBlocker(self._maker), QSignalBlocker(self._colour):
            self._offer()
        self.edited.emit()

    def _known_colours(self) -> tuple[str, ...]:
        makers = [maker for place in Place for form in BandForm for maker in self._on_hand.bands_at(place, form)]
        nameless = [band.colour for band in self._on_hand.nameless_at(Place.HOME)]
        return (self._shown_colour, *nameless, *(colour for maker in makers for colour in maker.colours))

    def _offer(self) -> None:
        form, name = self._form.value(), tidy_line(self._maker.currentText())
        makers = {place: self._on_hand.bands_at(place, form) for place in Place}
        self._maker.offer([(place, [held.name for held in makers[place]]) for place in Place], may_be_empty=True)
        colours = {
            place: [translated(colour) for held in makers[place] if held.name == name for colour in held.colours]
            for place in Place
        }
        if not name:
            colours[Place.HOME] = [translated(band.colour) for band in self._on_hand.nameless_at(Place.HOME) if band.form is form]
        self._colour.offer([(place, colours[place]) for place in Place])
