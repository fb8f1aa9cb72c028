"""All checks of a plan, in its order. A new rule is a function of a Spot, and a line in the list below."""

from collections.abc import Callable, Iterable

from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.domain.checks import amount, band_place, belongings, criteria, entries, knee_load, precautions, reading, sides
from pfss_desktop.domain.checks.check import Check, CheckSettings, Spot
from pfss_desktop.domain.plan import Plan

RULES: tuple[Callable[[Spot], Iterable[Check]], ...] = (
    amount.empty_phase,
    amount.too_many_exercises,
    amount.too_many_minutes,
    criteria.no_criteria,
    knee_load.jump_without_gate,
    sides.side_missing,
    sides.other_side,
    knee_load.jump_too_early,
    knee_load.deep_squat,
    knee_load.cuff_near_straight,
    precautions.against_precaution,
    precautions.too_much_for_irritable_knee,
    belongings.latex_band,
    belongings.lacking_resistance,
    belongings.lacking_equipment,
    band_place.band_elsewhere,
    entries.same_exercise_twice,
    entries.not_in_catalogue,
    reading.hard_to_read,
)
"""In the order in which they speak of one and the same thing."""


def checks_of(plan: Plan, catalogue: Catalogue, settings: CheckSettings) -> tuple[Check, ...]:
    """Return everything to point out, in the order of the plan: of the whole, then of each phase, then of its exercises."""
    spots = (Spot(plan, number, phase, catalogue, settings) for number, phase in enumerate(plan.phases, start=1))
    of_the_whole = (*sides.sides_open(plan, settings), *reading.goal_hard_to_read(plan, settings))
    return (*of_the_whole, *(check for spot in spots for check in _checks_at(spot)))


def _checks_at(spot: Spot) -> list[Check]:
    places = {held.id: place for place, held in enumerate(spot.phase.prescriptions)}
    found = (check for rule in RULES for check in rule(spot))
    return sorted(found, key=lambda check: places.get(check.subject_id, -1))
