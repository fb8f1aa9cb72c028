"""Edits of a plan's phases and of the plan's own fields."""

from collections.abc import Callable
from dataclasses import replace

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.bounds import tidy_line, tidy_text
from pfss_desktop.domain.exercise import Laterality
from pfss_desktop.domain.faults import UnknownPart
from pfss_desktop.domain.identity import new_id
from pfss_desktop.domain.plan import PainRule, Phase, Plan, Weeks
from pfss_desktop.domain.prescription import Prescription


def change_phase(plan: Plan, phase_id: str, change: Callable[[Phase], Phase]) -> Plan:
    """Return the plan with one phase replaced by what `change` makes of it; raise UnknownPart."""
    plan.phase(phase_id)
    return replace(plan, phases=tuple(change(phase) if phase.id == phase_id else phase for phase in plan.phases))


def add_phase(plan: Plan, phase: Phase, index: int | None = None) -> Plan:
    """Return the plan with a phase put in before `index`, at the end by default."""
    at = len(plan.phases) if index is None else max(0, min(index, len(plan.phases)))
    return replace(plan, phases=(*plan.phases[:at], phase, *plan.phases[at:]))


def remove_phase(plan: Plan, phase_id: str) -> Plan:
    """Return the plan without this phase and its prescriptions; the current phase falls back to the one before it."""
    phase = plan.phase(phase_id)
    at = plan.phases.index(phase)
    rest = plan.phases[:at] + plan.phases[at + 1 :]
    current = plan.current_phase
    if current == phase_id:
        current = rest[max(0, at - 1)].id if rest else ""
    return replace(plan, phases=rest, current_phase=current)


def move_phase(plan: Plan, phase_id: str, index: int) -> Plan:
    """Return the plan with this phase before what stood at `index` (0 to the number of phases) until now."""
    phase = plan.phase(phase_id)
    at = plan.phases.index(phase)
    rest = plan.phases[:at] + plan.phases[at + 1 :]
    to = max(0, min(index - (at < index), len(rest)))
    return replace(plan, phases=(*rest[:to], phase, *rest[to:]))


def rename_phase(plan: Plan, phase_id: str, name: str) -> Plan:
    """Return the plan with this phase renamed; raise OutOfBounds for an empty or too long name."""
    return change_phase(plan, phase_id, lambda phase: replace(phase, name=tidy_line(name)))


def set_phase_goal(plan: Plan, phase_id: str, goal: str) -> Plan:
    """Return the plan with another goal for this phase."""
    return change_phase(plan, phase_id, lambda phase: replace(phase, goal=tidy_text(goal)))


def set_phase_weeks(plan: Plan, phase_id: str, weeks: Weeks | None) -> Plan:
    """Return the plan with other weeks for this phase, or none."""
    return change_phase(plan, phase_id, lambda phase: replace(phase, weeks=weeks))


def set_phase_criteria(plan: Plan, phase_id: str, criteria: tuple[str, ...]) -> Plan:
    """Return the plan with other criteria to leave this phase; empty lines fall away."""
    kept = tuple(line for line in map(tidy_line, criteria) if line)
    return change_phase(plan, phase_id, lambda phase: replace(phase, criteria=kept))


def set_current_phase(plan: Plan, phase_id: str) -> Plan:
    """Return the plan with the patient in this phase; raise UnknownPart."""
    plan.phase(phase_id)
    return replace(plan, current_phase=phase_id)


def advance_phase(plan: Plan) -> Plan:
    """Return the plan with the patient in the next phase; raise UnknownPart where there is none."""
    now = plan.phase_now()
    following = plan.phases[plan.phases.index(now) + 1 :] if now else ()
    if not following:
        raise UnknownPart("next phase")
    return replace(plan, current_phase=following[0].id)


def rename_plan(plan: Plan, title: str) -> Plan:
    """Return the plan with another title; raise OutOfBounds for an empty or too long one."""
    return replace(plan, title=tidy_line(title))


def set_condition(plan: Plan, condition: str) -> Plan:
    """Return the plan with another condition."""
    return replace(plan, condition=tidy_line(condition))


def set_affected_side(plan: Plan, side: Side | None) -> Plan:
    """Return the plan with another affected side; one-legged exercises whose side is still open get it too.

    A side that was set is never changed: what a patient was given for one leg stays for that leg.
    """

    def settled(held: Prescription) -> Prescription:
        is_open = held.side is None and held.laterality is Laterality.UNILATERAL
        return replace(held, side=side) if is_open else held

    phases = tuple(replace(phase, prescriptions=tuple(map(settled, phase.prescriptions))) for phase in plan.phases)
    return replace(plan, affected_side=side, phases=phases)


def set_plan_goal(plan: Plan, goal: str) -> Plan:
    """Return the plan with the patient's goal in other words."""
    return replace(plan, goal=tidy_text(goal))


def set_pain_rule(plan: Plan, rule: PainRule) -> Plan:
    """Return the plan with another pain rule."""
    return replace(plan, pain_rule=rule)


def replace_phases(plan: Plan, template: Plan, new_name: Callable[[], str] = new_id) -> Plan:
    """Return the plan with a copy of the template's phases instead of its own, and its pain rule."""
    return replace(
        plan, phases=copied_phases(template, plan.affected_side, new_name), current_phase="", pain_rule=template.pain_rule
    )


def append_phases(plan: Plan, template: Plan, new_name: Callable[[], str] = new_id) -> Plan:
    """Return the plan with a copy of the template's phases after its own."""
    return replace(plan, phases=plan.phases + copied_phases(template, plan.affected_side, new_name))


def copied_phases(source: Plan, side: Side | None, new_name: Callable[[], str] = new_id) -> tuple[Phase, ...]:
    """Return copies of all phases with new ids; one-legged prescriptions whose side is open get the given side."""

    def copied(held: Prescription) -> Prescription:
        is_open = held.side is None and held.laterality is Laterality.UNILATERAL
        return replace(held, id=new_name(), side=side if is_open else held.side)

    return tuple(replace(phase, id=new_name(), prescriptions=tuple(map(copied, phase.prescriptions))) for phase in source.phases)
