"""What the muscle works against: a closed set of five kinds."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from pfss_desktop.domain.bounds import check_decimal, check_line

KILOGRAMS_PER_POUND = Decimal("0.45359237")
"""Exact by definition (CLINICAL 5.3)."""


class ResistanceKind(StrEnum):
    """The five kinds, as a catalogue entry names those it accepts."""

    NONE = "none"
    BODYWEIGHT = "bodyweight"
    CUFF = "cuff"
    BAND = "band"
    MACHINE = "machine"


class MassUnit(StrEnum):
    """The unit that was typed; a mass is never stored in another."""

    POUND = "lb"
    KILOGRAM = "kg"


class BandForm(StrEnum):
    """A flat strip, or a closed loop."""

    LOOP = "loop"
    FLAT = "flat"


class BandPosition(StrEnum):
    """Where on the body the band sits."""

    ABOVE_KNEES = "above the knees"
    BELOW_KNEES = "below the knees"
    ANKLES = "at the ankles"
    FOREFEET = "around the forefeet"
    BEHIND_KNEE = "behind the knee"
    ANCHORED = "at an anchor"


@dataclass(frozen=True, slots=True)
class Mass:
    """A mass as it was typed: more than 0, at most 500, at most three decimal places, in its own unit."""

    amount: Decimal
    unit: MassUnit

    def __post_init__(self) -> None:
        check_decimal("mass", self.amount, 0, 500)

    @property
    def kilograms(self) -> Decimal:
        """The mass in kilograms, exact; for comparing and for a hint, never to be stored."""
        return self.amount if self.unit is MassUnit.KILOGRAM else self.amount * KILOGRAMS_PER_POUND


_HEAVIEST_CUFF = {MassUnit.POUND: 50, MassUnit.KILOGRAM: 25}


def is_cuff(mass: Mass) -> bool:
    """Return whether a mass is light enough to be a cuff."""
    return mass.amount <= _HEAVIEST_CUFF[mass.unit]


@dataclass(frozen=True, slots=True)
class NoResistance:
    """Nothing but the limb itself."""

    kind = ResistanceKind.NONE


@dataclass(frozen=True, slots=True)
class Bodyweight:
    """The body's own weight."""

    kind = ResistanceKind.BODYWEIGHT


@dataclass(frozen=True, slots=True)
class CuffWeight:
    """A cuff strapped on, usually at the ankle: more than 0, at most 50 lb or 25 kg."""

    mass: Mass
    kind = ResistanceKind.CUFF

    def __post_init__(self) -> None:
        check_decimal("cuff mass", self.mass.amount, 0, _HEAVIEST_CUFF[self.mass.unit])


@dataclass(frozen=True, slots=True)
class Band:
    """An elastic band: colours mean nothing without their maker (CLINICAL 5.2), so both are kept. The maker may be empty."""

    colour: str
    maker: str = ""
    form: BandForm = BandForm.FLAT
    position: BandPosition | None = None
    kind = ResistanceKind.BAND

    def __post_init__(self) -> None:
        check_line("band colour", self.colour)
        check_line("band maker", self.maker, empty=True)


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine in the gym, with its load where one is set."""

    load: Mass | None = None
    kind = ResistanceKind.MACHINE


Resistance = NoResistance | Bodyweight | CuffWeight | Band | Machine
