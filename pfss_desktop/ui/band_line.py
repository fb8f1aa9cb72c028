"""One line of the clinic's bands: a maker, flat or loop, the colours on hand, and whether they are free of latex."""

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from pfss_desktop.domain.bounds import LINE_LIMIT, tidy_line
from pfss_desktop.domain.clinic_stock import StockedBands
from pfss_desktop.domain.on_hand import Place
from pfss_desktop.domain.resistance import BandForm
from pfss_desktop.domain.stock import ResistanceChoices
from pfss_desktop.language import _, kept_text, translated
from pfss_desktop.ui.choice_box import ChoiceBox
from pfss_desktop.ui.form_rows import side_by_side
from pfss_desktop.ui.names import band_form_name
from pfss_desktop.ui.sectioned_box import SectionedBox
from pfss_desktop.ui.theme import GAP
from pfss_desktop.ui.toggle_chips import ToggleChips


class BandLine(QFrame):
    """Colours of a known maker are pressed; those of any other are typed, from light to heavy."""

    removed = Signal()

    def __init__(self, choices: ResistanceChoices, held: StockedBands | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._choices = choices
        self._maker = SectionedBox(_("Band maker"), 16)
        self._maker.offer([(Place.MORE, [maker.name for maker in choices.makers])])
        self._form = ChoiceBox(_("Band form"), [(band_form_name(form), form) for form in BandForm])
        self._latex_free = QCheckBox(_("Latex-free"))
        self._chips: ToggleChips[str] = ToggleChips(_("Colours on hand"))
        self._typed = QLineEdit()
        self._typed.setMaxLength(20 * LINE_LIMIT)
        self._typed.setAccessibleName(_("Colours on hand"))
        self._typed.setPlaceholderText(_("Colours from light to heavy, with commas between"))
        remove = QPushButton(_("Remove"))
        remove.setAccessibleName(_("Remove these bands"))
        remove.clicked.connect(self.removed)
        top = QHBoxLayout()
        top.addWidget(side_by_side(self._maker, self._form, self._latex_free), 1)
        top.addWidget(remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.addLayout(top)
        column.addWidget(self._chips)
        column.addWidget(self._typed)
        self._maker.setCurrentText(held.maker if held else "")
        self._form.choose(held.form if held else BandForm.FLAT)
        self._latex_free.setChecked(held is not None and held.latex_free)
        self._offer(held.colours if held else ())
        self._maker.currentTextChanged.connect(lambda _text: self._offer(self._colours()))

    @property
    def maker(self) -> SectionedBox:
        """The field of the maker, for the focus."""
        return self._maker

    def bands(self) -> StockedBands | None:
        """Return what the line says, None where nothing is said; raise OutOfBounds for what cannot be."""
        maker, colours = tidy_line(self._maker.currentText()), self._colours()
        if not maker and not colours:
            return None
        return StockedBands(maker, colours, self._form.value(), self._latex_free.isChecked())

    def _colours(self) -> tuple[str, ...]:
        known = self._known_colours()
        if known:
            return self._chips.chosen()
        every = [colour for maker in self._choices.makers for colour in maker.colours]
        typed = (tidy_line(colour) for colour in re.split(r"[,;]", self._typed.text()))
        return tuple(kept_text(colour, every) for colour in typed if colour)

    def _known_colours(self) -> tuple[str, ...]:
        """Return the colours of the maker that the name begins with: a latex-free line has its maker's colours."""
        typed = tidy_line(self._maker.currentText()).casefold()
        makers = (maker for maker in self._choices.makers if typed.startswith(maker.name.casefold()))
        return next((maker.colours for maker in makers), ())

    def _offer(self, colours: tuple[str, ...]) -> None:
        known = self._known_colours()
        # Colours that the maker is not known for stay among them: what a person once wrote is not lost.
        offered = dict.fromkeys((*known, *colours)) if known else {}
        self._chips.offer([(translated(colour), colour) for colour in offered], colours)
        self._chips.setVisible(bool(known))
        self._typed.setVisible(not known)
        if not known and colours:
            self._typed.setText(", ".join(map(translated, colours)))
