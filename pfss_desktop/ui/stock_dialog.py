"""Where the clinic says which bands, cuffs and things it has."""

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from pfss_desktop.domain.bounds import LINE_LIMIT
from pfss_desktop.domain.clinic_stock import ClinicStock, StockedBands
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.on_hand import EVERYDAY_THINGS
from pfss_desktop.domain.resistance import MassUnit
from pfss_desktop.domain.stock import ResistanceChoices
from pfss_desktop.language import _, translated
from pfss_desktop.ui.band_line import BandLine
from pfss_desktop.ui.buttons import enter_presses
from pfss_desktop.ui.form_rows import fault_label, say_fault
from pfss_desktop.ui.theme import GAP, bold
from pfss_desktop.ui.toggle_chips import ToggleChips

_NO_THINGS = EVERYDAY_THINGS | {"resistance band", "loop band"}
"""Words of the catalogue that are not asked for: every home has them, or they stand among the bands."""


class StockDialog(QDialog):
    """Saving tells of the new stock; what cannot be is said at the foot and nothing is lost."""

    settled = Signal(object)
    """The new ClinicStock, or None to have everything known on offer again."""

    def __init__(self, stock: ClinicStock | None, choices: ResistanceChoices, things: Iterable[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("What we have here"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(640, 620)
        self._choices = choices
        held = stock or ClinicStock()
        self._lines: list[BandLine] = []
        self._bands = QVBoxLayout()
        self._bands.setSpacing(GAP)
        self._add = QPushButton(_("Add bands"))
        self._add.clicked.connect(lambda: self._add_line(None).maker.setFocus())
        self._cuffs = {unit: _CuffSteps(unit, choices, held.cuffs(unit)) for unit in MassUnit}
        self._things: ToggleChips[str] = ToggleChips(_("Equipment"))
        named = sorted({*things, *held.things} - (_NO_THINGS - set(held.things)), key=lambda thing: translated(thing).casefold())
        self._things.offer([(translated(thing), thing) for thing in named], held.things)
        self._fault = fault_label()
        self._lay_out(is_known=stock is not None)
        for bands in held.bands or ((None,) if stock is None else ()):
            self._add_line(bands)
        enter_presses(self)

    def stock(self) -> ClinicStock:
        """Return what the fields say; raise OutOfBounds."""
        lines = (line.bands() for line in self._lines)
        return ClinicStock(
            tuple(bands for bands in lines if bands is not None),
            self._cuffs[MassUnit.POUND].steps(),
            self._cuffs[MassUnit.KILOGRAM].steps(),
            self._things.chosen(),
        )

    def _save(self) -> None:
        try:
            stock = self.stock()
        except OutOfBounds as error:
            say_fault(self._fault, _("Not saved yet. {reason}").format(reason=str(error)))
            return
        self.settled.emit(stock)
        self.accept()

    def _forget(self) -> None:
        self.settled.emit(None)
        self.accept()

    def _add_line(self, bands: StockedBands | None) -> BandLine:
        line = BandLine(self._choices, bands)
        line.removed.connect(lambda: self._remove_line(line))
        self._lines.append(line)
        self._bands.addWidget(line)
        return line

    def _remove_line(self, line: BandLine) -> None:
        self._lines.remove(line)
        self._bands.removeWidget(line)
        line.hide()
        line.deleteLater()
        self._add.setFocus()

    def _lay_out(self, *, is_known: bool) -> None:
        inner = QWidget()
        inner.setProperty("role", "panel")
        column = QVBoxLayout(inner)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(GAP)
        column.addWidget(_told(_("What stands here is offered first in every plan, after what the patient has at home.")))
        column.addWidget(_titled(_("Bands")))
        column.addLayout(self._bands)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(_told(_("Give latex-free bands a maker’s name of their own, such as “TheraBand latex-free”.")))
        column.addWidget(_titled(_("Cuff weights")))
        for steps in self._cuffs.values():
            column.addWidget(steps)
        column.addWidget(_titled(_("Equipment")))
        column.addWidget(self._things)
        column.addStretch(1)
        area = QScrollArea()
        area.setProperty("role", "panel")
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._save)
        buttons.rejected.connect(self.reject)
        if is_known:
            forget = buttons.addButton(_("Offer everything again"), QDialogButtonBox.ButtonRole.ResetRole)
            forget.clicked.connect(self._forget)
        outer = QVBoxLayout(self)
        outer.addWidget(area, 1)
        outer.addWidget(self._fault)
        outer.addWidget(buttons)


class _CuffSteps(QWidget):
    """The cuffs of one unit: usual steps to press, others to type."""

    def __init__(self, unit: MassUnit, choices: ResistanceChoices, held: tuple[Decimal, ...]) -> None:
        super().__init__()
        usual = choices.cuff_pounds if unit is MassUnit.POUND else choices.cuff_kilograms
        name = _("Cuffs in lb") if unit is MassUnit.POUND else _("Cuffs in kg")
        self._chips: ToggleChips[Decimal] = ToggleChips(name)
        self._chips.offer([(f"{step} {unit.value}", step) for step in usual], held)
        self._others = QLineEdit(" ".join(str(step) for step in held if step not in usual))
        self._others.setMaxLength(LINE_LIMIT)
        self._others.setPlaceholderText(_("Others, such as 12 15"))
        self._others.setAccessibleName(_("{cuffs}, others").format(cuffs=name))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(QLabel(name))
        column.addWidget(self._chips)
        column.addWidget(self._others)

    def steps(self) -> tuple[Decimal, ...]:
        """Return the steps from light to heavy, each once; raise OutOfBounds for words that are no number."""
        try:
            typed = [
                Decimal(word.replace(",", ".")) for word in re.split(r"[\s;]+|,\s+", self._others.text().strip(" ,;")) if word
            ]
        except InvalidOperation:
            raise OutOfBounds(_("cuff weight"), _("a number, such as 2 or 1.5")) from None
        return tuple(sorted({*self._chips.chosen(), *typed}))


def _titled(text: str) -> QLabel:
    label = QLabel(text)
    label.setFont(bold(label.font(), 1))
    return label


def _told(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setProperty("role", "muted")
    return label
