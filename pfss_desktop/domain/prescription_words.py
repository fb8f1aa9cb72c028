"""What is typed about a prescription, such as "3x12, left, red band", becomes one change of its side, dosage and resistance.

The words are read as of one part of it: "5" is five sets where the sets are typed, and five seconds where the hold is.
"""

import re
from dataclasses import dataclass, field, replace

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.bounds import LINE_LIMIT, tidy_line
from pfss_desktop.domain.dosage_words import DosageChange, UnknownDosage, dosage_change, read_dosage
from pfss_desktop.domain.faults import UserError
from pfss_desktop.domain.prescription_part import Part
from pfss_desktop.domain.resistance import Band, CuffWeight, Machine, NoResistance, Resistance
from pfss_desktop.domain.resistance_words import PLAIN_COLOURS, UnknownResistance, resistance_from
from pfss_desktop.domain.spanish_resistance import in_english
from pfss_desktop.domain.stock import ResistanceChoices
from pfss_desktop.language import _


class UnknownWords(UserError):
    """Words that name no side, dosage or resistance; says what can be written."""


@dataclass(frozen=True, slots=True)
class ResistanceChange:
    """Another resistance; of a band, what the words did not name (maker, form, place) stays as it was."""

    meant: Resistance
    names_form: bool = True

    def of(self, held: Resistance, choices: ResistanceChoices) -> Resistance:
        """Return what the words make of this resistance; a new band without a maker is the first maker's that has its colour."""
        band = self.meant
        if not isinstance(band, Band):
            return band
        known = [maker.name for maker in choices.makers if band.colour in maker.colours]
        if not isinstance(held, Band):
            return replace(band, maker=band.maker or (known[0] if known else ""))
        keeps_maker = held.maker in known or held.maker not in [maker.name for maker in choices.makers]
        maker = held.maker if keeps_maker else (known[0] if known else "")
        form = band.form if self.names_form else held.form
        return Band(band.colour, band.maker or maker, form, band.position or held.position)


@dataclass(frozen=True, slots=True)
class WantedChange:
    """What a person wants of one prescription or of several; None and an empty dosage change nothing."""

    dosage: DosageChange = field(default_factory=DosageChange)
    side: Side | None = None
    resistance: ResistanceChange | None = None


def wanted_change(
    words: str, part: Part = Part.MORE, held: Resistance | None = None, choices: ResistanceChoices | None = None
) -> WantedChange:
    """Return what these words want, read as typed over this part of a prescription that has this resistance.

    Raises UnknownWords, UnknownDosage or UnknownResistance with what can be written, OutOfBounds for a value that cannot be.
    """
    line = tidy_line(words)
    if len(line) > LINE_LIMIT:
        raise UnknownWords(_("this is longer than {limit} letters").format(limit=LINE_LIMIT))
    held, choices = held or NoResistance(), choices or ResistanceChoices()
    if not line.strip(" .,;"):
        raise UnknownWords(_("write {ways}").format(ways=ways_to_write()))
    alone = _alone(line.casefold(), part, held)
    if alone is not None:
        return alone
    wanted, rest = WantedChange(), line
    while rest:
        dosage, rest = read_dosage(rest)
        wanted = _joined(wanted, WantedChange(dosage), line)
        piece, rest = _first_piece(rest)
        if piece:
            wanted = _joined(wanted, _side_or_resistance(piece, part, held, choices), line)
    return wanted


def ways_to_write() -> str:
    """Return examples of what is understood, for an error or a hint."""
    return _("for example 3x12, hold 5, rest 60, 2x/day, 5 days, left, 2 lb, red band, none")


def _alone(piece: str, part: Part, held: Resistance) -> WantedChange | None:
    """Return what one short word or number means where just this part is typed; None where it says more than that."""
    piece = piece.replace("–", "-").strip(" .")
    if piece in _NOTHING and part in _WITHOUT:
        return WantedChange(dosage=dosage_change(_WITHOUT[part]))
    if part is Part.REPS and _NUMBERS.fullmatch(piece):
        reps = dosage_change(f"1x{piece}").values["reps"]
        return WantedChange(dosage=DosageChange({"reps": reps}))
    if part is Part.RESISTANCE and _NUMBER.fullmatch(piece):
        return _same_kind(piece, held)
    fits = _TEMPO if part is Part.TEMPO else _TIME if part in (Part.REST, Part.HOLD) else _NUMBER
    if part in _AS_WRITTEN and fits.fullmatch(piece):
        return WantedChange(dosage=dosage_change(_AS_WRITTEN[part].format(number=piece)))
    return None


def _same_kind(number: str, held: Resistance) -> WantedChange | None:
    mass = held.mass if isinstance(held, CuffWeight) else held.load if isinstance(held, Machine) else None
    if mass is None:
        return None
    kind = "cuff" if isinstance(held, CuffWeight) else "machine"
    return WantedChange(resistance=ResistanceChange(resistance_from(f"{kind} {number} {mass.unit.value}")))


def _first_piece(words: str) -> tuple[str, str]:
    """Return the words up to the first comma that stands in no number, and those behind it."""
    piece, *rest = _BETWEEN.split(words, maxsplit=1)
    return piece.strip(" ."), "".join(rest).strip()


def _side_or_resistance(piece: str, part: Part, held: Resistance, choices: ResistanceChoices) -> WantedChange:
    side = _SIDES.get(piece.casefold())
    return WantedChange(side=side) if side else WantedChange(resistance=_resistance(piece, part, held, choices))


def _resistance(words: str, part: Part, held: Resistance, choices: ResistanceChoices) -> ResistanceChange:
    english = in_english(words)
    named = frozenset(_WORD.findall(english))
    if _MASS_ONLY.fullmatch(english.strip(" .")):
        english = f"{'machine' if part is Part.RESISTANCE and isinstance(held, Machine) else 'cuff'} {english}"
    elif part is Part.RESISTANCE and not named & _BANDS and named & _colours(choices):
        english = f"{english} band"
    try:
        return ResistanceChange(resistance_from(english, choices.makers), bool(named & _FORMS))
    except UnknownResistance:
        if part is Part.RESISTANCE or named & _THINGS:
            raise
        told = _("“{words}” was not understood; write {ways}")
        raise UnknownWords(told.format(words=words, ways=ways_to_write())) from None


def _colours(choices: ResistanceChoices) -> frozenset[str]:
    return PLAIN_COLOURS.union(*(maker.colours for maker in choices.makers))


def _joined(one: WantedChange, other: WantedChange, line: str) -> WantedChange:
    twice = (
        one.dosage.values.keys() & other.dosage.values.keys()
        or (one.side and other.side)
        or (one.resistance and other.resistance)
    )
    if twice:
        raise UnknownDosage(_("“{words}” says one thing twice").format(words=line))
    dosage = DosageChange({**one.dosage.values, **other.dosage.values})
    return WantedChange(dosage, one.side or other.side, one.resistance or other.resistance)


_BETWEEN = re.compile(r"[;\n]|,(?![0-9])")
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"[0-9]{1,6}(?:[.,][0-9]{1,3})?")
_NUMBERS = re.compile(r"[0-9]{1,6}(?:[.,][0-9]{1,3})?(?: ?(?:-|to|a) ?[0-9]{1,6})?")
_TIME = re.compile(r"(?:[0-9]{1,3}:[0-5][0-9]|[0-9]{1,6}(?:[.,][0-9]{1,3})?)(?: ?(?:s|sec|min))?")
_TEMPO = re.compile(r"[0-9]{1,3}[-/: ][0-9]{1,3}(?:[-/: ][0-9]{1,3})?")
_MASS_ONLY = re.compile(r"[0-9.,]+ ?(?:lbs?|pounds?|kgs?|kilos?|kilograms?)")
_AS_WRITTEN = {
    Part.SETS: "{number} sets", Part.MINUTES: "{number} min", Part.HOLD: "hold {number}", Part.REST: "rest {number}",
    Part.TEMPO: "tempo {number}", Part.TIMES: "{number} times a day", Part.DAYS: "{number} days",
}  # fmt: skip
_WITHOUT = {Part.HOLD: "no hold", Part.REST: "no rest", Part.TEMPO: "no tempo"}
_NOTHING = frozenset(("none", "no", "0", "-", "ninguna", "ninguno", "nada"))
_SIDES = {
    word: side
    for side, spoken in {
        Side.LEFT: "l|left|left leg|left side|left knee|izq|izquierda|izquierdo|pierna izquierda|lado izquierdo",
        Side.RIGHT: "r|right|right leg|right side|right knee|der|derecha|derecho|pierna derecha|lado derecho",
        Side.BOTH: "both|both legs|both sides|each leg|each side|ambos|ambas|ambas piernas|ambos lados|las dos|cada pierna",
        Side.ALTERNATING: "alternating|alternate|alternating legs|alternando|alternas|alternado|alterno|piernas alternas",
    }.items()
    for word in spoken.split("|")
}
_FORMS = frozenset(("loop", "loops", "flat"))
_BANDS = frozenset(("band", "bands", "loop", "loops"))
_THINGS = _BANDS | {"cuff", "machine"}
