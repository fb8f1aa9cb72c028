"""The exercise that could take the place of one which this patient cannot do, or cannot do at home."""

from functools import partial

from pfss_desktop.domain.checks.check import Remedy, Spot, named, taking_out
from pfss_desktop.domain.checks.precaution_rules import rule_against
from pfss_desktop.domain.edits.prescriptions import swap_exercise
from pfss_desktop.domain.exercise import Category, Exercise, KneeLoad
from pfss_desktop.language import _

_LOADS = tuple(KneeLoad)


def another_exercise(spot: Spot, held_id: str, exercise: Exercise, most_load: KneeLoad = KneeLoad.HIGH) -> Remedy:
    """Return the step to the nearest exercise that fits the patient and that the phase has not yet; else out of the plan.

    Fitting: no precaution speaks of it, its things are there once it is known which are, it works the same region,
    its load on the kneecap is at most `most_load`, and it is not of a later phase.
    """
    others = (other for other in spot.catalogue if _is_alike(other, exercise, spot.number) and _is_possible(other, spot))
    bearable = (other for other in others if _LOADS.index(other.knee_load) <= _LOADS.index(most_load))
    nearest = min(bearable, key=partial(_distance, exercise), default=None)
    if nearest is None:
        return taking_out(_("Take it out"), held_id)
    text = _("Swap for {name}").format(name=named(nearest.name))
    return Remedy(text, partial(swap_exercise, prescription_id=held_id, exercise=nearest))


def _is_alike(other: Exercise, exercise: Exercise, phase: int) -> bool:
    return (
        other.phase <= max(exercise.phase, phase)
        and (other.category is not Category.ADJUNCT or exercise.category is Category.ADJUNCT)
        and bool(set(other.regions) & set(exercise.regions))
    )


def _is_possible(other: Exercise, spot: Spot) -> bool:
    settings = spot.settings
    precautions = settings.patient.precautions if settings.patient else ()
    on_hand = settings.on_hand
    return (
        all(held.exercise_id != other.id for held in spot.phase.prescriptions)
        and rule_against(other, precautions) is None
        and (on_hand.home is None or all(map(on_hand.meets, other.equipment)))
    )


def _distance(exercise: Exercise, other: Exercise) -> tuple[bool, bool, bool, int]:
    """Return how far an exercise is from another: linked ones first, then those of its category, its muscles, its phase."""
    linked = other.id in (*exercise.easier, *exercise.harder)
    same_muscles = bool(set(other.muscles) & set(exercise.muscles))
    return not linked, other.category is not exercise.category, not same_muscles, abs(other.phase - exercise.phase)
