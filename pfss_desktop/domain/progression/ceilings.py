"""How far each part of a prescription may go before the next takes its turn: the catalogue's hints, else defaults of ours."""

from pfss_desktop.domain.body import Joint
from pfss_desktop.domain.dosage import CountUnit
from pfss_desktop.domain.exercise import Category, Chain, Contraction, Exercise
from pfss_desktop.domain.prescription import Prescription

MOST_REPS = 15
"""Repetitions where the catalogue has no hint; upper end of what it suggests for most strength work. A default of ours."""
MOST_SETS = 3
"""Sets at home; within the 1 to 4 of CLINICAL 3.6. A default of ours."""
MOST_RUNNING_MINUTES = 30
"""The run that ends the last phase (CLINICAL 3.4)."""
MOST_STRETCH_SECONDS = 180
"""Of stretching a muscle in a day: more brought no more (CLINICAL 3.6, STRETCH10)."""
DEPTHS = (45, 60, 90)
"""Knee bend under load, degree by degree of recovery: 45 at first, then 60, then 90 (CLINICAL 3.3)."""
_COUNTED_IN_SETS = frozenset({CountUnit.REPS, CountUnit.STEPS, CountUnit.CONTACTS})


def most_reps(held: Prescription, exercise: Exercise | None) -> int:
    """Return the repetitions beyond which something else should change."""
    if exercise is None:
        return MOST_REPS
    most = exercise.suggested.reps[1] if exercise.suggested.reps else _usual_reps(exercise)
    if exercise.contraction is Contraction.STATIC_STRETCH and held.dosage.hold_seconds:
        return min(most, _most_stretches(held))
    return most


def most_sets(held: Prescription, exercise: Exercise | None) -> int:
    """Return the sets beyond which something else should change; stretches, glides and steady work are not done in more sets."""
    if held.dosage.counted not in _COUNTED_IN_SETS or held.dosage.minutes is not None:
        return held.dosage.sets
    if exercise is None:
        return MOST_SETS
    if exercise.contraction in (Contraction.STATIC_STRETCH, Contraction.PASSIVE, Contraction.CYCLIC):
        return held.dosage.sets
    return max(MOST_SETS, exercise.dosage.sets)


def most_minutes(exercise: Exercise | None) -> int:
    """Return the minutes of steady work beyond which something else should change; 0 where that is not known."""
    if exercise is None:
        return 0
    if exercise.category is Category.RUNNING:
        return MOST_RUNNING_MINUTES
    return exercise.suggested.minutes[1] if exercise.suggested.minutes else 0


def most_hold(held: Prescription, exercise: Exercise | None) -> int:
    """Return the seconds of a hold beyond which something else should change; 0 where holds are not what it is about."""
    if exercise is None or exercise.suggested.hold_seconds is None:
        return 0
    most = exercise.suggested.hold_seconds[1]
    if exercise.contraction is Contraction.STATIC_STRETCH and held.dosage.reps:
        return min(most, MOST_STRETCH_SECONDS // max(1, held.dosage.sets * held.dosage.reps.high * held.dosage.times_per_day))
    return most


def deepest(exercise: Exercise | None, *, is_early: bool, protected: int) -> int | None:
    """Return how far the knee may bend: the exercise's own end, and under load in an early phase the protected range."""
    if exercise is None or Joint.KNEE_FLEXION not in exercise.motion.working:
        return None
    end = exercise.motion.knee_flexion_max
    return min(end, protected) if is_early and exercise.chain is Chain.CLOSED else end


def _usual_reps(exercise: Exercise) -> int:
    return exercise.dosage.reps.high if exercise.dosage.reps else MOST_REPS


def _most_stretches(held: Prescription) -> int:
    dosage = held.dosage
    return MOST_STRETCH_SECONDS // max(1, dosage.hold_seconds * dosage.sets * dosage.times_per_day)
