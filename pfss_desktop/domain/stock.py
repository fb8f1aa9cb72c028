"""What there is to choose from: band makers with their colours, and cuff steps."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class BandMaker:
    """A maker and its colours from the lightest to the heaviest; colours of two makers do not compare (CLINICAL 5.2)."""

    name: str
    colours: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ResistanceChoices:
    """Bands and cuffs that a clinic can usually have, cuff steps ascending, each in its own unit."""

    makers: tuple[BandMaker, ...] = ()
    cuff_pounds: tuple[Decimal, ...] = ()
    cuff_kilograms: tuple[Decimal, ...] = ()
