"""What a clinic has on its shelf: band colours by maker and the steps of cuff weights, for the inspector to offer."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from pfss_desktop.domain.bounds import check_count, check_line
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.resistance import CuffWeight, Mass, MassUnit
from pfss_desktop.language import _


@dataclass(frozen=True, slots=True)
class BandMaker:
    """A maker of bands and its colours from light to heavy; the same colour of two makers is not the same band (CLINICAL 5.2)."""

    name: str
    colours: tuple[str, ...]

    def __post_init__(self) -> None:
        check_line("band maker", self.name)
        check_count("band colours", self.colours, 20)
        for colour in self.colours:
            check_line("band colours", colour)
        if not self.colours or len(set(self.colours)) != len(self.colours):
            raise OutOfBounds("band colours", _("at least one colour, each named once"))


@dataclass(frozen=True, slots=True)
class ResistanceChoices:
    """Makers as they are offered, and cuff weights from light to heavy in each unit; any other value may still be typed."""

    makers: tuple[BandMaker, ...] = ()
    cuff_pounds: tuple[Decimal, ...] = ()
    cuff_kilograms: tuple[Decimal, ...] = ()

    def __post_init__(self) -> None:
        _check_steps("cuff pounds", self.cuff_pounds, MassUnit.POUND)
        _check_steps("cuff kilograms", self.cuff_kilograms, MassUnit.KILOGRAM)
        names = [maker.name for maker in self.makers]
        if len(set(names)) != len(names):
            raise OutOfBounds("band maker", _("named once"))

    def colours_of(self, maker: str) -> tuple[str, ...]:
        """Return a maker's colours from light to heavy; none for a maker not on the list."""
        return next((held.colours for held in self.makers if held.name == maker), ())


def _check_steps(field: str, steps: Sequence[Decimal], unit: MassUnit) -> None:
    for step in steps:
        CuffWeight(Mass(step, unit))
    if any(step >= following for step, following in pairwise(steps)):
        raise OutOfBounds(field, _("from light to heavy"))
