"""Edits of what belongs to one visit: its record, its intake, its education topics, the checks put aside."""

from dataclasses import replace

from pfss_desktop.domain.intake import Intake
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.record import VisitRecord


def set_record(plan: Plan, record: VisitRecord) -> Plan:
    """Make this what the visit records."""
    return replace(plan, record=record)


def set_intake(plan: Plan, intake: Intake) -> Plan:
    """Make this what was asked before the plan."""
    return replace(plan, intake=intake)


def set_education(plan: Plan, topics: tuple[str, ...]) -> Plan:
    """Choose the education topics that go along with the handout, by id and in this order."""
    return replace(plan, education=topics)


def dismiss_check(plan: Plan, key: str) -> Plan:
    """Put a check aside for this plan."""
    return plan if key in plan.dismissed_checks else replace(plan, dismissed_checks=(*plan.dismissed_checks, key))


def recall_check(plan: Plan, key: str) -> Plan:
    """Look at a check again that was put aside."""
    return replace(plan, dismissed_checks=tuple(kept for kept in plan.dismissed_checks if kept != key))


def brought_back(plan: Plan, former: Plan) -> Plan:
    """Return the plan as it was at a former visit; what this visit has recorded stays."""
    return replace(former, record=plan.record)
