"""Edits of the order within a phase."""

from collections.abc import Callable
from dataclasses import replace

from pfss_desktop.domain.edits.phases import change_phase
from pfss_desktop.domain.exercise import PositionGroup
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.prescription import Prescription

_ORDER = tuple(PositionGroup)


def sort_by_position(plan: Plan, phase_id: str, position_of: Callable[[str], PositionGroup | None]) -> Plan:
    """Return the plan with a phase's prescriptions from lying to sitting to standing, so that nobody gets up and down again.

    `position_of` tells an exercise's position by its id; those without one go last. Within one position the order stays.
    Raises UnknownPart.
    """

    def rank(held: Prescription) -> int:
        position = position_of(held.exercise_id)
        return _ORDER.index(position) if position is not None else len(_ORDER)

    return change_phase(plan, phase_id, lambda phase: replace(phase, prescriptions=tuple(sorted(phase.prescriptions, key=rank))))
