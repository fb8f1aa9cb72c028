"""Rules about what the patient cannot do: positions, the floor, balance, impact; and work that an irritable knee may not bear.

Which exercise a precaution speaks of is read off the catalogue's own fields, and is a default of this program, not a finding.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from pfss_desktop.domain.checks.check import Check, Remedy, Rule, Spot, named, taking_out
from pfss_desktop.domain.edits.prescriptions import swap_exercise
from pfss_desktop.domain.exercise import Category, Exercise, KneeLoad, PositionGroup
from pfss_desktop.domain.intake import Irritability
from pfss_desktop.domain.patient import Precaution
from pfss_desktop.language import _, marked, translated

_IMPACT = frozenset({Category.PLYOMETRIC, Category.RUNNING})
_LYING = frozenset({PositionGroup.ON_BACK, PositionGroup.ON_SIDE, PositionGroup.FACE_DOWN})


@dataclass(frozen=True, slots=True)
class PrecautionRule:
    """Which exercises a precaution speaks of, and what is then said; `told` fills in the exercise's name."""

    precaution: Precaution
    speaks_of: Callable[[Exercise], bool]
    told: str


def _is_at(*groups: PositionGroup) -> Callable[[Exercise], bool]:
    return lambda exercise: exercise.position.group in groups


def _needs_floor(exercise: Exercise) -> bool:
    """Return whether an exercise is done on the floor: kneeling, or lying on a mat."""
    on_mat = any("mat" in need.any_of for need in exercise.equipment)
    return exercise.position.group is PositionGroup.KNEELING or (exercise.position.group in _LYING and on_mat)


PRECAUTION_RULES: tuple[PrecautionRule, ...] = (
    PrecautionRule(
        Precaution.CANNOT_KNEEL, _is_at(PositionGroup.KNEELING), marked("{name} is done kneeling, and the patient cannot kneel.")
    ),
    PrecautionRule(
        Precaution.CANNOT_LIE_PRONE,
        _is_at(PositionGroup.FACE_DOWN),
        marked("{name} is done face down, and the patient cannot lie so."),
    ),
    PrecautionRule(
        Precaution.CANNOT_LIE_SUPINE,
        _is_at(PositionGroup.ON_BACK),
        marked("{name} is done on the back, and the patient cannot lie so."),
    ),
    PrecautionRule(
        Precaution.CANNOT_GET_TO_FLOOR,
        _needs_floor,
        marked("{name} is done on the floor, and the patient cannot get down to it."),
    ),
    PrecautionRule(
        Precaution.POOR_BALANCE,
        lambda exercise: exercise.category is Category.BALANCE,
        marked("{name} asks for balance, and the patient’s is poor."),
    ),
    PrecautionRule(
        Precaution.NO_IMPACT, lambda exercise: exercise.category in _IMPACT, marked("{name} has impact, which is to be avoided.")
    ),
)
"""In the order in which they speak of one and the same exercise."""


def against_precaution(spot: Spot) -> Iterator[Check]:
    """Point out an exercise that a precaution of the patient speaks of, with one that none does where there is one."""
    patient = spot.settings.patient
    if patient is None or not patient.precautions:
        return
    for held, exercise in spot.known():
        rule = _first_rule(exercise, patient.precautions)
        if rule is not None:
            yield Check(
                Rule.PRECAUTION,
                held.id,
                translated(rule.told).format(name=named(held.text.name)),
                _("It is among the patient’s precautions. A firm bed, a chair or a hand on the wall may make it possible."),
                _("The patient’s precautions; which exercises they speak of is a default of this program"),
                _another(spot, held.id, exercise),
            )


def too_much_for_irritable_knee(spot: Spot) -> Iterator[Check]:
    """Point out high load on the kneecap in the present phase while the knee is highly irritable."""
    is_now = spot.plan.phase_now() is spot.phase
    if spot.plan.intake.irritability is not Irritability.HIGH or not is_now:
        return
    for held, exercise in spot.known():
        if exercise.knee_load is KneeLoad.HIGH:
            yield Check(
                Rule.IRRITABLE,
                held.id,
                _("{name} loads the kneecap strongly, and the knee is irritable.").format(name=named(held.text.name)),
                _("A knee that is easily stirred up and slow to settle is usually given less load first."),
                _("A default of this program, not a finding"),
                _another(spot, held.id, exercise, most_load=KneeLoad.MODERATE),
            )


def _first_rule(exercise: Exercise, precautions: tuple[Precaution, ...]) -> PrecautionRule | None:
    return next((rule for rule in PRECAUTION_RULES if rule.precaution in precautions and rule.speaks_of(exercise)), None)


_LOADS = tuple(KneeLoad)


def _another(spot: Spot, held_id: str, exercise: Exercise, most_load: KneeLoad = KneeLoad.HIGH) -> Remedy:
    """Return the step to the nearest exercise that no precaution speaks of and the phase has not yet; else out of the plan."""
    precautions = spot.settings.patient.precautions if spot.settings.patient else ()
    there = {held.exercise_id for held in spot.phase.prescriptions}

    def fits(other: Exercise) -> bool:
        return (
            other.id not in there
            and other.phase <= max(exercise.phase, spot.number)
            and other.category is not Category.ADJUNCT
            and bool(set(other.regions) & set(exercise.regions))
            and _LOADS.index(other.knee_load) <= _LOADS.index(most_load)
            and _first_rule(other, precautions) is None
        )

    def distance(other: Exercise) -> tuple[bool, bool, bool, int]:
        linked = other.id in (*exercise.easier, *exercise.harder)
        same_muscles = bool(set(other.muscles) & set(exercise.muscles))
        return not linked, other.category is not exercise.category, not same_muscles, abs(other.phase - exercise.phase)

    nearest = min(filter(fits, spot.catalogue), key=distance, default=None)
    if nearest is None:
        return taking_out(_("Take it out"), held_id)
    text = _("Swap for {name}").format(name=named(nearest.name))
    return Remedy(text, partial(swap_exercise, prescription_id=held_id, exercise=nearest))
