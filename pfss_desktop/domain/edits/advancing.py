"""Moving on to the next phase with a hand on what begins, what goes along and what does not."""

from collections.abc import Iterable
from dataclasses import dataclass

from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.domain.edits.phases import advance_phase
from pfss_desktop.domain.edits.prescriptions import add_exercises, move_exercises, remove_exercises
from pfss_desktop.domain.exercise import Exercise
from pfss_desktop.domain.plan import Phase, Plan
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.usual_exercises import Usual, stage_of


@dataclass(frozen=True, slots=True)
class Transition:
    """What moving on means: the phase now and the next, what stands in it already, and usual exercises that could be added.

    `goes_on` are ids of the next phase's prescriptions whose exercise is done now already.
    """

    now: Phase
    following: Phase
    proposed: tuple[Exercise, ...] = ()
    goes_on: frozenset[str] = frozenset()


def next_phase(plan: Plan) -> Phase | None:
    """Return the phase after the one the patient is in, None where that is the last."""
    now = plan.phase_now()
    following = plan.phases[plan.phases.index(now) + 1 :] if now else ()
    return following[0] if following else None


def transition(plan: Plan, catalogue: Catalogue, usual: Usual) -> Transition | None:
    """Return what moving on would mean, None in the last phase. Proposed is what is usual at the next phase's stage."""
    now, following = plan.phase_now(), next_phase(plan)
    if now is None or following is None:
        return None
    present = {held.exercise_id for held in now.prescriptions}
    here = {held.exercise_id for held in following.prescriptions}
    names = usual.get(stage_of(plan, following, catalogue), ())
    found = (catalogue.get(name) for name in names if name not in here | present)
    goes_on = frozenset(held.id for held in following.prescriptions if held.exercise_id in present)
    return Transition(now, following, tuple(exercise for exercise in found if exercise is not None), goes_on)


def move_on(plan: Plan, taken_out: Iterable[str], carried: Iterable[str], added: Iterable[Prescription]) -> Plan:
    """Return the plan with the patient in the next phase; some are taken out, some carried along into it, some new in it.

    Raises UnknownPart where there is no next phase, OutOfBounds where it would grow too long.
    """
    moved = advance_phase(plan)
    moved = move_exercises(remove_exercises(moved, taken_out), carried, moved.current_phase)
    return add_exercises(moved, moved.current_phase, added)
