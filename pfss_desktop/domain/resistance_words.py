"""A therapist's words for resistance, such as "cuff 2 lb" or "red loop above the knees", become a Resistance.

Nothing is guessed: words that could mean two things, or nothing, are refused. How resistance is shown lives elsewhere.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from pfss_desktop.domain.bounds import LINE_LIMIT, tidy_line
from pfss_desktop.domain.faults import UserError
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
from pfss_desktop.domain.stock import BandMaker
from pfss_desktop.language import _

PLAIN_COLOURS = frozenset(
    "tan beige yellow red green blue black silver gold orange purple pink white grey gray brown lime peach plum".split()  # noqa: SIM905
)
"""Colours that any band may have; those of the makers at hand are understood as well."""


class UnknownResistance(UserError):
    """Words that name no resistance; says which part was not understood and what can be written."""


def resistance_from(words: str, makers: Sequence[BandMaker] = ()) -> Resistance:
    """Return the resistance that these words name, in any order and case: what it is, then mass, or maker, colour and place.

    `makers` are the band makers that may be named; a maker's beginning will do where it fits one of them only. Raises
    UnknownResistance, or OutOfBounds for a mass that no cuff or machine has.
    """
    line = tidy_line(words)
    if len(line) > LINE_LIMIT:
        raise UnknownResistance(_("the resistance is longer than {limit} letters").format(limit=LINE_LIMIT))
    plain = _LIST_COMMA.sub(" ", line.casefold()).strip(" .")
    if plain in _NOTHING:
        return NoResistance()
    if plain in _OWN_WEIGHT:
        return Bodyweight()
    mass, rest = _without_mass(plain)
    named = frozenset(rest.split())
    if mass is not None and named in _CUFFS:
        return CuffWeight(mass)
    if named in _MACHINES:
        return Machine(mass)
    if mass is None and named & _BANDS:
        return _band(line, rest, makers)
    raise UnknownResistance(_("“{words}” is no resistance; write {ways}").format(words=line, ways=ways_to_write()))


def ways_to_write() -> str:
    """Return examples of what is understood, for an error or a hint."""
    return _(
        "for example cuff 2 lb, cuff 2.5 kg, red band, band TheraBand red loop at the ankles, machine 40 kg, bodyweight, none"
    )


def _without_mass(plain: str) -> tuple[Mass | None, str]:
    """Return the mass in the words and the words without it; none where there is no mass, or more than one."""
    found = list(_MASS.finditer(plain))
    if len(found) != 1:
        return None, plain
    amount, unit = found[0].groups()
    kind = MassUnit.KILOGRAM if unit.startswith("k") else MassUnit.POUND
    # A comma is a decimal point here; "1,000" is not read at all.
    rest = f"{plain[: found[0].start()]} {plain[found[0].end() :]}"
    return Mass(Decimal(amount.replace(",", ".")), kind), rest


def _band(line: str, plain: str, makers: Sequence[BandMaker]) -> Band:
    position, plain = _without_position(plain)
    words = plain.split()
    form = BandForm.LOOP if {"loop", "loops"} & set(words) else BandForm.FLAT
    left = _telling(words)
    colours = PLAIN_COLOURS.union(*(maker.colours for maker in makers))
    # The colour stands first or last; a maker's name may hold a colour, but not at both ends.
    for colour, others in ((left[-1:], left[:-1]), (left[:1], left[1:])):
        maker = _maker(others, makers)
        if colour and colour[0] in colours and maker is not None:
            return Band(colour[0], maker, form, position)
    told = _("“{words}” is no band that is known here. Write its colour, and with it one of these makers or none: {makers}")
    named = ", ".join(maker.name for maker in makers) or "-"
    raise UnknownResistance(told.format(words=line, makers=named))


def _without_position(plain: str) -> tuple[BandPosition | None, str]:
    for position, pattern in _POSITIONS.items():
        rest, count = pattern.subn(" ", plain)
        if count == 1:
            return position, rest
    return None, plain


def _maker(words: Sequence[str], makers: Sequence[BandMaker]) -> str | None:
    """Return the one maker whose name begins so, an empty text for no words at all, None where none or several do."""
    typed = "".join(words)
    if not typed:
        return ""
    found = [maker.name for maker in makers if "".join(_telling(_WORD.findall(maker.name.casefold()))).startswith(typed)]
    return found[0] if len(found) == 1 and len(typed) >= _TELLING_LETTERS else None


def _telling(words: Sequence[str]) -> list[str]:
    """Return the words that tell one band from another, without hyphens."""
    return [word.replace("-", "") for word in words if word not in _BANDS | _FILLERS]


_MASS = re.compile(
    r"(?<![\w.,/-])([0-9]+(?:\.[0-9]+|,[0-9]{1,2})?|\.[0-9]+)\s*(lbs?|pounds?|kgs?|kilos?|kilograms?|kilogrammes?)(?![\w])\.?"
)
_LIST_COMMA = re.compile(r",(?![0-9])")
_WORD = re.compile(r"[^\W_]+")
_TELLING_LETTERS = 3
_BANDS = frozenset(("band", "bands", "loop", "loops", "loopband"))
_FILLERS = frozenset(("a", "the", "flat", "resistance", "elastic"))
_NOTHING = ("none", "no resistance", "nothing", "no weight")
_OWN_WEIGHT = ("bodyweight", "body weight", "own body weight", "own weight")
_CUFFS = tuple(
    map(frozenset, (("cuff",), ("cuff", "weight"), ("ankle", "cuff"), ("ankle", "weight"), ("ankle", "cuff", "weight")))
)
_MACHINES = tuple(map(frozenset, (("machine",), ("weight", "machine"))))

_POSITIONS = {
    position: re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")
    for position, pattern in (
        (BandPosition.ABOVE_KNEES, r"(?:just )?above (?:the |both |your )?knees?"),
        (BandPosition.BELOW_KNEES, r"(?:just )?below (?:the |both |your )?knees?"),
        (BandPosition.BEHIND_KNEE, r"behind (?:the |your )?knees?"),
        (BandPosition.ANKLES, r"(?:at|around|round|on) (?:the |both |your )?ankles?"),
        (BandPosition.FOREFEET, r"(?:at|around|round|on) (?:the |both |your )?(?:feet|forefeet|foot|forefoot)"),
        (BandPosition.ANCHORED, r"(?:at|on|to) (?:an |the )?anchor|anchored"),
    )
}
