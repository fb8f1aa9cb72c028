"""A resistance as a template file names it: `"bodyweight"`, or a table such as `{ kind = "cuff", mass = "2 lb" }`."""

import re
from decimal import Decimal

import msgspec

from pfss_desktop.domain.exercise import Exercise
from pfss_desktop.domain.faults import Fault, FaultyFile, OutOfBounds
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
from pfss_desktop.language import _

_MASS = re.compile(r"\s*([0-9]{1,3}(?:\.[0-9]{1,3})?)\s*(lb|kg)\s*")

_FIELDS: dict[ResistanceKind, set[str]] = {
    ResistanceKind.NONE: set(),
    ResistanceKind.BODYWEIGHT: set(),
    ResistanceKind.CUFF: {"mass"},
    ResistanceKind.BAND: {"colour", "maker", "form", "at"},
    ResistanceKind.MACHINE: {"mass"},
}


class ResistanceEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind and what belongs to it: a mass with its unit, or a band's colour, maker, form and place."""

    kind: ResistanceKind
    mass: str | None = None
    colour: str | None = None
    maker: str | None = None
    form: BandForm | None = None
    at: BandPosition | None = None


def resistance_of(entry: ResistanceKind | ResistanceEntry, exercise: Exercise) -> Resistance:
    """Return the resistance; raise FaultyFile or OutOfBounds where it cannot be, or the exercise does not accept its kind."""
    if isinstance(entry, ResistanceKind):
        entry = ResistanceEntry(entry)
    if entry.kind not in exercise.accepts:
        raise OutOfBounds("resistance", _("one of: {kinds}").format(kinds=", ".join(exercise.accepts)))
    given = {name for name in entry.__struct_fields__ if name != "kind" and getattr(entry, name) is not None}
    if odd := sorted(given - _FIELDS[entry.kind]):
        raise FaultyFile([Fault(name, _("does not belong to this kind of resistance")) for name in odd])
    return _made(entry)


def _made(entry: ResistanceEntry) -> Resistance:
    if entry.kind is ResistanceKind.CUFF:
        return CuffWeight(_mass(entry.mass or ""))
    if entry.kind is ResistanceKind.BAND:
        return Band(entry.colour or "", entry.maker or "", entry.form or BandForm.FLAT, entry.at)
    if entry.kind is ResistanceKind.MACHINE:
        return Machine(_mass(entry.mass) if entry.mass else None)
    return Bodyweight() if entry.kind is ResistanceKind.BODYWEIGHT else NoResistance()


def _mass(text: str) -> Mass:
    found = _MASS.fullmatch(text)
    if found is None:
        raise FaultyFile([Fault("mass", _('must be a number and its unit, such as "2 lb" or "1.5 kg"'))])
    return Mass(Decimal(found[1]), MassUnit(found[2]))
