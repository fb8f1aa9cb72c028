"""What differs between the phases of two revisions of a plan; their exercises are `comparison`'s."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from pfss_desktop.domain.plan import Phase, Plan


class PhaseField(StrEnum):
    """What can differ between two phases beside their exercises, in the order it is told."""

    NAME = "name"
    WEEKS = "weeks"
    GOAL = "goal"
    CRITERIA = "criteria"


@dataclass(frozen=True, slots=True)
class PhaseChange:
    """A phase that was put in (no `before`), taken out (no `after`), or changed in these fields."""

    before: Phase | None
    after: Phase | None
    fields: tuple[PhaseField, ...] = ()


def compare_phases(before: Plan, after: Plan) -> tuple[PhaseChange, ...]:
    """Return the changes of phases: those of the plan after in its order, then those taken out.

    Phases are matched by id, then by name: a template applied anew draws new ids under the same names.
    """
    former_of = _matched(before, after)
    changes = []
    for phase in after.phases:
        was = former_of.get(phase.id)
        if was is None:
            changes.append(PhaseChange(None, phase))
        elif fields := tuple(field for field, value in _VALUES.items() if value(was) != value(phase)):
            changes.append(PhaseChange(was, phase, fields))
    kept = {was.id for was in former_of.values()}
    return (*changes, *(PhaseChange(was, None) for was in before.phases if was.id not in kept))


def _matched(before: Plan, after: Plan) -> dict[str, Phase]:
    """Return the former phase of each phase that both plans hold, by the id of the phase after."""
    by_id = {phase.id: phase for phase in before.phases}
    former_of = {phase.id: by_id[phase.id] for phase in after.phases if phase.id in by_id}
    kept = {was.id for was in former_of.values()}
    left = [phase for phase in before.phases if phase.id not in kept]
    for phase in after.phases:
        same = next((was for was in left if was.name == phase.name), None)
        if phase.id not in former_of and same is not None:
            former_of[phase.id] = same
            left.remove(same)
    return former_of


_VALUES: dict[PhaseField, Callable[[Phase], object]] = {
    PhaseField.NAME: lambda phase: phase.name,
    PhaseField.WEEKS: lambda phase: phase.weeks,
    PhaseField.GOAL: lambda phase: phase.goal,
    PhaseField.CRITERIA: lambda phase: phase.criteria,
}
