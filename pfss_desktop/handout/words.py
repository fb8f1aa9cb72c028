"""Paper's words for side, resistance, range, weeks and dates, as a patient says them. Dosage has a module of its own."""

from collections.abc import Callable
from datetime import date

from pfss_desktop.domain.body import Joint, RangeLimit, Side
from pfss_desktop.domain.exercise import Laterality
from pfss_desktop.domain.plan import Plan, Weeks
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.resistance import (
    Band,
    BandForm,
    BandPosition,
    CuffWeight,
    Machine,
    Mass,
    Resistance,
)
from pfss_desktop.language import _, translated

BLANK = "________"
"""A line to be filled in by hand."""


def side_words(prescription: Prescription) -> str:
    """Return which leg works, or a line to fill in for a one-legged exercise whose side is not set: a side is never guessed.

    Steady work by both legs, such as a walk, has no side to speak of and gives an empty text.
    """
    side = prescription.side or _only_side(prescription.laterality)
    if side is None:
        return _("Leg: {blank}").format(blank=BLANK)
    if side is Side.LEFT:
        return _("Left leg")
    if side is Side.RIGHT:
        return _("Right leg")
    if prescription.laterality is not Laterality.UNILATERAL and prescription.dosage.minutes is not None:
        return ""
    if side is Side.ALTERNATING:
        return _("Switch legs each time")
    return _("Both legs together") if prescription.laterality is Laterality.BILATERAL else _("Left, then right leg")


def working_feet(prescription: Prescription) -> tuple[bool, bool] | None:
    """Return whether the left and the right leg work; None where `side_words` names no leg."""
    side = prescription.side or _only_side(prescription.laterality)
    if side is None or not side_words(prescription):
        return None
    return side is not Side.RIGHT, side is not Side.LEFT


def resistance_words(resistance: Resistance) -> str:
    """Return what to use; a band by colour and maker, never by force (CLINICAL 5.1). Empty where there is nothing to use."""
    if isinstance(resistance, CuffWeight):
        # The cuff is worn where its figure has it: at the ankle, for every exercise of the catalogue.
        return _("{mass} ankle cuff").format(mass=mass_words(resistance.mass))
    if isinstance(resistance, Band):
        return _band_words(resistance)
    if isinstance(resistance, Machine):
        return _("machine set to {mass}").format(mass=mass_words(resistance.load)) if resistance.load else _("machine")
    # Nothing to fetch: neither for no resistance nor for the body's own weight.
    return ""


def mass_words(mass: Mass) -> str:
    """Return a mass as it was typed, in the unit it was typed in."""
    return f"{mass.amount:f} {mass.unit.value}"


def range_words(limit: RangeLimit | None) -> str:
    """Return how far to go, or an empty text where the exercise's own range holds. From 0 or less means "no more than"."""
    if limit is None:
        return ""
    if limit.low_degrees <= 0 < limit.high_degrees:
        return _AT_MOST[limit.joint]().format(high=degrees(limit.high_degrees))
    # From the bent to the straighter angle, the way the joint moves against the load.
    return _BETWEEN[limit.joint]().format(high=degrees(limit.high_degrees), low=degrees(limit.low_degrees))


def degrees(angle: int) -> str:
    """Return an angle with its sign, a true minus where negative."""
    return f"{angle}°".replace("-", "−")


def weeks_words(weeks: Weeks | None) -> str:
    """Return the weeks of a phase: "weeks 3–6", "week 2", or an empty text."""
    if weeks is None:
        return ""
    if weeks.first == weeks.last:
        return _("week {week}").format(week=weeks.first)
    return _("weeks {first}–{last}").format(first=weeks.first, last=weeks.last)


def knee_words(side: Side | None) -> str:
    """Return the affected knee, or an empty text while it is unknown."""
    if side is None:
        return ""
    return {Side.LEFT: _("left knee"), Side.RIGHT: _("right knee")}.get(side) or _("both knees")


def date_words(on: date) -> str:
    """Return a date with the month as a word, so that no two countries read it differently."""
    return _("{day} {month} {year}").format(day=on.day, month=_MONTHS[on.month - 1](), year=on.year)


def bring_words() -> str:
    """Return what every part of the sheet says of the next visit."""
    return _("Bring this sheet to your next visit.")


def code_words(plan: Plan, visit_number: int | None) -> str:
    """Return the short code of plan and visit that finds this handout again: eight letters of the plan's id, and the visit."""
    code = plan.id[:8].upper()
    return f"{code}-{visit_number}" if visit_number is not None else code


def _only_side(laterality: Laterality) -> Side | None:
    return {Laterality.BILATERAL: Side.BOTH, Laterality.ALTERNATING: Side.ALTERNATING}.get(laterality)


def _band_words(band: Band) -> str:
    said = _("{colour} loop band") if band.form is BandForm.LOOP else _("{colour} band")
    said = said.format(colour=translated(band.colour))
    if band.position is not None:
        said = _("{band} {position}").format(band=said, position=_BAND_POSITIONS[band.position]())
    return _("{band} ({maker})").format(band=said, maker=band.maker) if band.maker.strip() else said


# Each word is looked up when it is printed, in the language spoken then.
_BAND_POSITIONS: dict[BandPosition, Callable[[], str]] = {
    BandPosition.ABOVE_KNEES: lambda: _("above the knees"),
    BandPosition.BELOW_KNEES: lambda: _("below the knees"),
    BandPosition.ANKLES: lambda: _("at the ankles"),
    BandPosition.FOREFEET: lambda: _("around the front of the feet"),
    BandPosition.BEHIND_KNEE: lambda: _("behind the knee"),
    BandPosition.ANCHORED: lambda: _("fixed to an anchor"),
}

_AT_MOST: dict[Joint, Callable[[], str]] = {
    Joint.KNEE_FLEXION: lambda: _("bend your knee no more than {high}"),
    Joint.HIP_FLEXION: lambda: _("bend your hip no more than {high}"),
    Joint.HIP_ABDUCTION: lambda: _("move your leg out to the side no more than {high}"),
    Joint.HIP_ROTATION: lambda: _("turn your leg out no more than {high}"),
    Joint.ANKLE_DORSIFLEXION: lambda: _("pull your toes up no more than {high}"),
}

_BETWEEN: dict[Joint, Callable[[], str]] = {
    Joint.KNEE_FLEXION: lambda: _("keep your knee bend between {high} and {low}"),
    Joint.HIP_FLEXION: lambda: _("keep your hip bend between {high} and {low}"),
    Joint.HIP_ABDUCTION: lambda: _("keep your leg between {high} and {low} out to the side"),
    Joint.HIP_ROTATION: lambda: _("keep your leg turned out between {high} and {low}"),
    Joint.ANKLE_DORSIFLEXION: lambda: _("keep your toes pulled up between {high} and {low}"),
}

_MONTHS: tuple[Callable[[], str], ...] = (
    lambda: _("January"),
    lambda: _("February"),
    lambda: _("March"),
    lambda: _("April"),
    lambda: _("May"),
    lambda: _("June"),
    lambda: _("July"),
    lambda: _("August"),
    lambda: _("September"),
    lambda: _("October"),
    lambda: _("November"),
    lambda: _("December"),
)
