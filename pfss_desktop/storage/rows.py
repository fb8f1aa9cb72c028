"""Plans and phases as rows of the tables, and back; prescriptions, patients and records have modules of their own.

A row made from a value has exactly the columns that the value decides; keys and positions are added by those who store it. No
statement runs here.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import InvalidOperation

from sqlalchemy import RowMapping

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.intake import Intake, Irritability, RedFlagScreen
from pfss_desktop.domain.plan import PainRule, Phase, Plan, Weeks
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.record import VisitRecord
from pfss_desktop.storage.faults import UnreadableContent

Row = dict[str, object]
"""Column name -> value, as a statement takes it."""
Stored = RowMapping
"""Column name -> value, as a query gave it."""


def phase_row(phase: Phase) -> Row:
    """Return a phase's own columns without visit and position."""
    return {
        "id": phase.id,
        "name": phase.name,
        "weeks_first": phase.weeks.first if phase.weeks else None,
        "weeks_last": phase.weeks.last if phase.weeks else None,
        "goal": phase.goal,
        "criteria": listed(phase.criteria),
    }


def phase_of(row: Stored, prescriptions: tuple[Prescription, ...]) -> Phase:
    """Return the phase of a row with these prescriptions; raise UnreadableContent."""
    with readable():
        weeks = Weeks(row["weeks_first"], row["weeks_last"]) if row["weeks_first"] is not None else None
        return Phase(row["id"], row["name"], row["goal"], weeks, texts(row["criteria"]), prescriptions)


def visit_row(plan: Plan) -> Row:
    """Return the plan's own fields as a visit keeps them, without the visit's id, number and date."""
    return {
        "title": plan.title,
        "condition": plan.condition,
        "affected_side": plan.affected_side.value if plan.affected_side else None,
        "goal": plan.goal,
        "current_phase": plan.current_phase,
        "pain_safe_up_to": plan.pain_rule.safe_up_to,
        "pain_acceptable_up_to": plan.pain_rule.acceptable_up_to,
        **_intake_columns(plan.intake),
        "education": listed(plan.education),
        "dismissed_checks": listed(plan.dismissed_checks),
    }


def plan_of(plan_id: str, visit: Stored, phases: tuple[Phase, ...], record: VisitRecord) -> Plan:
    """Return the plan that a visit's row, its phases and its record make; raise UnreadableContent."""
    with readable():
        return Plan(
            id=plan_id,
            title=visit["title"],
            condition=visit["condition"],
            affected_side=Side(visit["affected_side"]) if visit["affected_side"] is not None else None,
            goal=visit["goal"],
            phases=phases,
            current_phase=visit["current_phase"],
            pain_rule=PainRule(visit["pain_safe_up_to"], visit["pain_acceptable_up_to"]),
            intake=_intake_of(visit),
            education=texts(visit["education"]),
            dismissed_checks=texts(visit["dismissed_checks"]),
            record=record,
        )


def _intake_columns(intake: Intake) -> Row:
    screen = intake.red_flags
    return {
        "diagnosis_code": intake.diagnosis_code,
        "irritability": intake.irritability.value if intake.irritability else None,
        "red_flags_on": screen.on if screen else None,
        "red_flags": listed(screen.found if screen else ()),
        "minutes_a_day": intake.minutes_a_day,
    }


def _intake_of(visit: Stored) -> Intake:
    on, irritability = visit["red_flags_on"], visit["irritability"]
    return Intake(
        diagnosis_code=visit["diagnosis_code"],
        irritability=Irritability(irritability) if irritability is not None else None,
        red_flags=RedFlagScreen(on, texts(visit["red_flags"])) if on is not None else None,
        minutes_a_day=visit["minutes_a_day"],
    )


def list_columns(plan: Plan) -> Row:
    """Return what lists show of a plan."""
    return {
        "title": plan.title,
        "condition": plan.condition,
        "phase_count": len(plan.phases),
        "exercise_count": sum(len(phase.prescriptions) for phase in plan.phases),
    }


def listed(values: tuple[str, ...]) -> str:
    """Return a list of texts as a column keeps it: JSON, with every letter readable."""
    return json.dumps(values, ensure_ascii=False)


def texts(column: str) -> tuple[str, ...]:
    """Return the list of texts that a column keeps; raise ValueError."""
    return tuple(json.loads(column))


@contextmanager
def readable() -> Iterator[None]:
    """Raise UnreadableContent for a value that the domain, or the type of its column, does not allow."""
    try:
        yield
    except (ValueError, TypeError, InvalidOperation):
        raise UnreadableContent from None
