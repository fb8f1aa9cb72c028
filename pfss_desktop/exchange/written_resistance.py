"""Resistance as it is written into a plan file: one of five kinds, told by `kind`; masses as text, exactly as typed."""

from decimal import Decimal
from typing import Annotated

from msgspec import Meta

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
)
from pfss_desktop.exchange.written_texts import Line, LineOrEmpty, Written

Amount = Annotated[
    str,
    Meta(
        pattern=r"^(0|[1-9][0-9]{0,2})(\.[0-9]{1,3})?(?![\s\S])",
        description='a number in quotes with at most 3 decimal places, such as "2.5"',
    ),
]


class WrittenMass(Written, frozen=True):
    """A mass in the unit that was typed, with every decimal place that was typed."""

    amount: Amount
    unit: MassUnit

    @classmethod
    def of(cls, mass: Mass) -> "WrittenMass":
        """Return how a mass is written."""
        return cls(format(mass.amount, "f"), mass.unit)

    def value(self) -> Mass:
        """Return the mass; raise OutOfBounds."""
        return Mass(Decimal(self.amount), self.unit)


class WrittenNone(Written, frozen=True, tag_field="kind", tag="none"):
    """Nothing but the limb itself."""

    def value(self) -> NoResistance:
        """Return no resistance."""
        return NoResistance()


class WrittenBodyweight(Written, frozen=True, tag_field="kind", tag="bodyweight"):
    """The body's own weight."""

    def value(self) -> Bodyweight:
        """Return bodyweight."""
        return Bodyweight()


class WrittenCuff(Written, frozen=True, tag_field="kind", tag="cuff"):
    """A cuff weight."""

    mass: WrittenMass

    def value(self) -> CuffWeight:
        """Return the cuff weight; raise OutOfBounds."""
        return CuffWeight(self.mass.value())


class WrittenBand(Written, frozen=True, tag_field="kind", tag="band"):
    """An elastic band by colour and maker."""

    colour: Line
    maker: LineOrEmpty
    form: BandForm
    position: BandPosition | None

    def value(self) -> Band:
        """Return the band; raise OutOfBounds."""
        return Band(self.colour, self.maker, self.form, self.position)


class WrittenMachine(Written, frozen=True, tag_field="kind", tag="machine"):
    """A machine, with its load where one is set."""

    load: WrittenMass | None

    def value(self) -> Machine:
        """Return the machine; raise OutOfBounds."""
        return Machine(self.load.value() if self.load else None)


WrittenResistance = WrittenNone | WrittenBodyweight | WrittenCuff | WrittenBand | WrittenMachine


def written_resistance(resistance: Resistance) -> WrittenResistance:
    """Return how a resistance is written."""
    match resistance:
        case NoResistance():
            return WrittenNone()
        case Bodyweight():
            return WrittenBodyweight()
        case CuffWeight(mass):
            return WrittenCuff(WrittenMass.of(mass))
        case Band(colour, maker, form, position):
            return WrittenBand(colour, maker, form, position)
        case Machine(load):
            return WrittenMachine(WrittenMass.of(load) if load else None)
