"""The smallest step up or down, one part of a prescription at a time, in the order of CLINICAL 3.6.

Up: range, repetitions and sets, hold, load, less support. Tempo is left to the therapist: which one is harder differs. Down:
load, repetitions and sets, hold, depth (CLINICAL 3.5), then an easier exercise.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from pfss_desktop.domain.body import Joint, RangeLimit
from pfss_desktop.domain.dosage import Dosage, RepRange
from pfss_desktop.domain.dosage_steps import stepped_dosage
from pfss_desktop.domain.edits.prescriptions import set_dosage, set_range_limit, set_resistance, swap_exercise
from pfss_desktop.domain.edits.several import accepted_kinds
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.prescription import usual_resistance
from pfss_desktop.domain.prescription_part import Part
from pfss_desktop.domain.progression.ceilings import DEPTHS, deepest, most_hold, most_minutes, most_reps, most_sets
from pfss_desktop.domain.progression.situation import Situation
from pfss_desktop.domain.resistance import CuffWeight, Resistance
from pfss_desktop.domain.resistance_steps import stepped_resistance

_FEW_REPS = 6
"""Repetitions below which one more is a step; from here on a step is two."""
_POSITION = 10
"""Seconds of a hold from which on it is a position, not a movement."""


class Variable(StrEnum):
    """The one part that a step changes."""

    RANGE = "range"
    REPS = "reps"
    SETS = "sets"
    MINUTES = "minutes"
    HOLD = "hold"
    LOAD = "load"
    EXERCISE = "exercise"


@dataclass(frozen=True, slots=True)
class Step:
    """A change of one part; `needs_surplus` says that repetitions over the target must have been managed for it (ACSM09)."""

    variable: Variable
    change: Callable[[Plan], Plan]
    needs_surplus: bool = False


def steps_up(at: Situation) -> Iterable[Step]:
    """Yield the steps that would make it harder, the first choice first."""
    return _found(at, (_deeper, _more_reps, _more_sets, _more_minutes, _longer_hold, _more_load, _harder_exercise))


def steps_down(at: Situation) -> Iterable[Step]:
    """Yield the steps that would make it easier, the first choice first."""
    looks = (_less_load, _fewer_reps, _fewer_sets, _fewer_minutes, _shorter_hold, _shallower, _easier_exercise)
    return _found(at, looks)


def _found(at: Situation, looks: Iterable[Callable[[Situation], Step | None]]) -> Iterable[Step]:
    return (step for look in looks if (step := look(at)) is not None)


def _deeper(at: Situation) -> Step | None:
    limit = at.held.range_limit
    most = deepest(at.exercise, is_early=at.is_early, protected=at.around.settings.early_squat_degrees)
    if limit is None or limit.joint is not Joint.KNEE_FLEXION or most is None or limit.high_degrees >= most:
        return None
    high = min(next((depth for depth in DEPTHS if depth > limit.high_degrees), most), most)
    return _ranged(at, RangeLimit(limit.joint, limit.low_degrees, high))


def _shallower(at: Situation) -> Step | None:
    limit = at.held.range_limit
    if limit is None or limit.joint is not Joint.KNEE_FLEXION:
        return None
    high = next((depth for depth in reversed(DEPTHS) if limit.low_degrees < depth < limit.high_degrees), None)
    return _ranged(at, RangeLimit(limit.joint, limit.low_degrees, high)) if high is not None else None


def _more_reps(at: Situation) -> Step | None:
    reps = at.held.dosage.reps
    most = most_reps(at.held, at.exercise)
    if reps is None or reps.high >= most:
        return None
    by = min(1 if reps.high < _FEW_REPS else 2, most - reps.high)
    return _dosed(at, Variable.REPS, replace(at.held.dosage, reps=RepRange(reps.low + by, reps.high + by)))


def _fewer_reps(at: Situation) -> Step | None:
    reps, exercise = at.held.dosage.reps, at.exercise
    least = exercise.suggested.reps[0] if exercise and exercise.suggested.reps else 1
    if reps is None or reps.low <= least:
        return None
    by = min(1 if reps.high <= _FEW_REPS else 2, reps.low - least)
    return _dosed(at, Variable.REPS, replace(at.held.dosage, reps=RepRange(reps.low - by, reps.high - by)))


def _more_sets(at: Situation) -> Step | None:
    return _stepped(at, Variable.SETS, Part.SETS, 1) if at.held.dosage.sets < most_sets(at.held, at.exercise) else None


def _fewer_sets(at: Situation) -> Step | None:
    return _stepped(at, Variable.SETS, Part.SETS, -1) if at.held.dosage.sets > 1 else None


def _more_minutes(at: Situation) -> Step | None:
    minutes, most = at.held.dosage.minutes, most_minutes(at.exercise)
    if minutes is None or minutes >= most:
        return None
    longer = stepped_dosage(at.held.dosage, Part.MINUTES, 1).minutes or minutes
    return _dosed(at, Variable.MINUTES, replace(at.held.dosage, minutes=min(longer, most)))


def _fewer_minutes(at: Situation) -> Step | None:
    return _stepped(at, Variable.MINUTES, Part.MINUTES, -1) if (at.held.dosage.minutes or 1) > 1 else None


def _longer_hold(at: Situation) -> Step | None:
    hold, most = at.held.dosage.hold_seconds, most_hold(at.held, at.exercise)
    if not hold or hold >= most:
        return None
    longer = stepped_dosage(at.held.dosage, Part.HOLD, 1).hold_seconds
    return _dosed(at, Variable.HOLD, replace(at.held.dosage, hold_seconds=min(longer, most)))


def _shorter_hold(at: Situation) -> Step | None:
    exercise = at.exercise
    least = exercise.suggested.hold_seconds[0] if exercise and exercise.suggested.hold_seconds else 1
    return _stepped(at, Variable.HOLD, Part.HOLD, -1) if at.held.dosage.hold_seconds > max(1, least) else None


def _more_load(at: Situation) -> Step | None:
    rung = _rung(at, 1)
    without_cuff = at.held.exercise_id in at.around.settings.without_cuff
    if rung is None or (without_cuff and isinstance(rung, CuffWeight)):
        return None
    return Step(Variable.LOAD, lambda plan: set_resistance(plan, at.held.id, rung), needs_surplus=_counts_reps(at.held.dosage))


def _less_load(at: Situation) -> Step | None:
    rung = _rung(at, -1)
    return Step(Variable.LOAD, lambda plan: set_resistance(plan, at.held.id, rung)) if rung is not None else None


def _rung(at: Situation, by: int) -> Resistance | None:
    """Return the next rung of what patient or clinic has, None at the end of the ladder."""
    now = at.held.resistance
    rung = stepped_resistance(now, by, at.around.settings.on_hand, accepted_kinds(at.exercise), at.around.unit)
    return rung if rung != now else None


def _harder_exercise(at: Situation) -> Step | None:
    """Swap for a harder exercise; it begins with its own usual resistance, for the old load belongs to the old exercise."""
    exercise = at.exercise
    found = next(at.fitting(exercise.harder), None) if exercise else None
    if found is None:
        return None

    def swapped(plan: Plan) -> Plan:
        return set_resistance(swap_exercise(plan, at.held.id, found), at.held.id, usual_resistance(found))

    return Step(Variable.EXERCISE, swapped, needs_surplus=_counts_reps(at.held.dosage))


def _easier_exercise(at: Situation) -> Step | None:
    exercise = at.exercise
    found = next(at.fitting(exercise.easier), None) if exercise else None
    return Step(Variable.EXERCISE, lambda plan: swap_exercise(plan, at.held.id, found)) if found else None


def _counts_reps(dosage: Dosage) -> bool:
    """Return whether repetitions over the target say something: not for steady work and for positions that are held."""
    return dosage.reps is not None and dosage.hold_seconds < _POSITION


def _stepped(at: Situation, variable: Variable, part: Part, by: int) -> Step | None:
    dosage = stepped_dosage(at.held.dosage, part, by)
    return _dosed(at, variable, dosage) if dosage != at.held.dosage else None


def _dosed(at: Situation, variable: Variable, dosage: Dosage) -> Step:
    return Step(variable, lambda plan: set_dosage(plan, at.held.id, dosage))


def _ranged(at: Situation, limit: RangeLimit) -> Step:
    return Step(Variable.RANGE, lambda plan: set_range_limit(plan, at.held.id, limit))
