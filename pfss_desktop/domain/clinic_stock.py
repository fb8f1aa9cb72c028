"""What the clinic has to give out or lend: bands, cuff weights and other things. How it is kept is not known here."""

from dataclasses import dataclass
from decimal import Decimal

from pfss_desktop.domain.bounds import check_count, check_line
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.resistance import Band, BandForm, Mass, MassUnit
from pfss_desktop.domain.stock import BandMaker, ResistanceChoices
from pfss_desktop.language import _


@dataclass(frozen=True, slots=True)
class StockedBands:
    """The colours on hand of one maker in one form, from light to heavy; latex-free only where that is known (CLINICAL 5.2)."""

    maker: str
    colours: tuple[str, ...]
    form: BandForm = BandForm.FLAT
    latex_free: bool = False

    def __post_init__(self) -> None:
        BandMaker(self.maker, self.colours)


@dataclass(frozen=True, slots=True)
class ClinicStock:
    """Bands, cuff weights from light to heavy in each unit, and things by the catalogue's words; any of them may be empty.

    A maker stands here once for each form: latex-free bands beside others are a maker of their own, so that a handout's word for
    a band names one band only.
    """

    bands: tuple[StockedBands, ...] = ()
    cuff_pounds: tuple[Decimal, ...] = ()
    cuff_kilograms: tuple[Decimal, ...] = ()
    things: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_count("bands", self.bands, 40)
        lines = [(held.maker, held.form) for held in self.bands]
        if len(set(lines)) != len(lines):
            raise OutOfBounds("band maker", _("named once for each form; give latex-free bands a name of their own"))
        check_count("cuff pounds", self.cuff_pounds)
        check_count("cuff kilograms", self.cuff_kilograms)
        ResistanceChoices((), self.cuff_pounds, self.cuff_kilograms)
        check_count("equipment", self.things)
        for thing in self.things:
            check_line("equipment", thing)

    def cuffs(self, unit: MassUnit) -> tuple[Decimal, ...]:
        """Return the cuff weights on hand in one unit, from light to heavy."""
        return self.cuff_pounds if unit is MassUnit.POUND else self.cuff_kilograms

    def holds_cuff(self, mass: Mass) -> bool:
        """Return whether this very cuff is on hand, in whichever unit it is marked."""
        held = (Mass(amount, unit) for unit in MassUnit for amount in self.cuffs(unit))
        return any(cuff.kilograms == mass.kilograms for cuff in held)

    def line_of(self, band: Band) -> StockedBands | None:
        """Return the line of the stock that a band's maker and form name, whatever its colour."""
        return next((held for held in self.bands if (held.maker, held.form) == (band.maker, band.form)), None)
