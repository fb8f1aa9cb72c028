"""Which of two dosages or resistances asks more of the patient, where that can be told. Words for it live elsewhere."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from enum import Enum

from pfss_desktop.domain.dosage import RepRange
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.resistance import Band, Bodyweight, CuffWeight, Machine, NoResistance, Resistance
from pfss_desktop.domain.stock import ResistanceChoices


class Effort(Enum):
    """What a change asks of the patient: more, less, both at once, or nothing that can be ranked."""

    HARDER = "harder"
    EASIER = "easier"
    MIXED = "mixed"
    UNRANKED = "unranked"


def together(efforts: Iterable[Effort]) -> Effort:
    """Return what several changes make together: one direction if all that can be ranked share it, else MIXED."""
    ranked = set(efforts) - {Effort.UNRANKED}
    if not ranked:
        return Effort.UNRANKED
    return ranked.pop() if len(ranked) == 1 else Effort.MIXED


def number_effort(before: Decimal | int, after: Decimal | int) -> Effort:
    """Return HARDER for the greater number after, EASIER for the lesser."""
    if before == after:
        return Effort.UNRANKED
    return Effort.HARDER if after > before else Effort.EASIER


def reps_effort(before: Prescription, after: Prescription) -> Effort:
    """Compare both ends of the repetitions; reps and holds, or reps and minutes, cannot be ranked."""
    was, now = before.dosage.reps, after.dosage.reps
    if was is None or now is None or before.dosage.counted is not after.dosage.counted:
        return Effort.UNRANKED
    return _range_effort(was, now)


def minutes_effort(before: Prescription, after: Prescription) -> Effort:
    """Compare minutes of steady work, where both have them."""
    was, now = before.dosage.minutes, after.dosage.minutes
    return Effort.UNRANKED if was is None or now is None else number_effort(was, now)


def dosage_effort(number: Callable[[Prescription], int]) -> Callable[[Prescription, Prescription], Effort]:
    """Return the comparison by one number of the dosage."""
    return lambda before, after: number_effort(number(before), number(after))


def range_effort(before: Prescription, after: Prescription) -> Effort:
    """Return HARDER for a range of the same joint that holds the former one, EASIER for one that lies in it."""
    was, now = before.range_limit, after.range_limit
    if was is None or now is None or was.joint is not now.joint:
        return Effort.UNRANKED
    lower = number_effort(now.low_degrees, was.low_degrees)
    return together((lower, number_effort(was.high_degrees, now.high_degrees)))


def resistance_effort(before: Resistance, after: Resistance, choices: ResistanceChoices) -> Effort:
    """Compare on the ladder: nothing or bodyweight below any cuff or band, cuffs and machines by kilograms, bands by colour.

    Colours are ranked within one maker only (CLINICAL 5.2), for bands of one form at one place. All else is UNRANKED: a cuff
    against a band, a machine against bodyweight, a colour that is not on the maker's list.
    """
    if _is_free(before) or _is_free(after):
        return number_effort(_is_loaded(before), _is_loaded(after)) if _is_rung(before) and _is_rung(after) else Effort.UNRANKED
    if isinstance(before, Band) and isinstance(after, Band):
        return _band_effort(before, after, choices)
    if isinstance(before, CuffWeight) and isinstance(after, CuffWeight):
        return number_effort(before.mass.kilograms, after.mass.kilograms)
    if isinstance(before, Machine) and isinstance(after, Machine) and before.load and after.load:
        return number_effort(before.load.kilograms, after.load.kilograms)
    return Effort.UNRANKED


def _range_effort(was: RepRange, now: RepRange) -> Effort:
    return together((number_effort(was.low, now.low), number_effort(was.high, now.high)))


def _is_free(resistance: Resistance) -> bool:
    return isinstance(resistance, NoResistance | Bodyweight)


def _is_loaded(resistance: Resistance) -> bool:
    return isinstance(resistance, CuffWeight | Band)


def _is_rung(resistance: Resistance) -> bool:
    return _is_free(resistance) or _is_loaded(resistance)


def _band_effort(before: Band, after: Band, choices: ResistanceChoices) -> Effort:
    places = {before.position, after.position} - {None}
    if before.maker.casefold() != after.maker.casefold() or before.form is not after.form or len(places) > 1:
        return Effort.UNRANKED
    colours = [colour.casefold() for colour in _colours_of(before.maker, choices)]
    was, now = before.colour.strip().casefold(), after.colour.strip().casefold()
    if was not in colours or now not in colours:
        return Effort.UNRANKED
    return number_effort(colours.index(was), colours.index(now))


def _colours_of(maker: str, choices: ResistanceChoices) -> tuple[str, ...]:
    return next((held.colours for held in choices.makers if held.name.casefold() == maker.casefold()), ())
