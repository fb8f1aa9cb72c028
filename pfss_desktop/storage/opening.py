"""Reading one plan at its latest visit or at a former one: a few queries by key, however many plans and visits there are."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select

from pfss_desktop.domain.library import NotFound
from pfss_desktop.domain.plan import Phase
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.record import VisitRecord
from pfss_desktop.domain.visits import OpenPlan, Visit
from pfss_desktop.language import _
from pfss_desktop.storage.patient_rows import PATIENT_COLUMNS, patient_of
from pfss_desktop.storage.prescription_rows import prescription_of
from pfss_desktop.storage.record_rows import VISITS_OF_PLAN, record_at, records_of_plan, rows_by_visit
from pfss_desktop.storage.rows import Row, Stored, phase_of, plan_of, readable
from pfss_desktop.storage.tables import patients, phases, plans, prescriptions, visits

_FOUND: Select[Any] = (
    select(
        plans.c.id.label("plan_id"),
        plans.c.patient_id,
        plans.c.is_template,
        plans.c.saved_count,
        *(column for column in visits.c if column.name not in ("id", "plan_id", "number")),
        visits.c.id.label("visit_id"),
        visits.c.number.label("visit_number"),
        *(patients.c[name] for name in PATIENT_COLUMNS),
    )
    .join(visits, visits.c.plan_id == plans.c.id)
    .outerjoin(patients, patients.c.id == plans.c.patient_id)
    .where(plans.c.removed_at.is_(None))
)
_AT_LATEST = _FOUND.where(plans.c.id == bindparam("plan_id"), visits.c.number == plans.c.visit_number)
_AT_VISIT = _FOUND.where(visits.c.id == bindparam("visit_id"))
_AT_EVERY = _FOUND.where(plans.c.id == bindparam("plan_id")).order_by(visits.c.number)
_PHASES = select(phases).where(phases.c.visit_id == bindparam("visit_id")).order_by(phases.c.position)
_PRESCRIPTIONS = select(prescriptions).where(prescriptions.c.visit_id == bindparam("visit_id")).order_by(prescriptions.c.position)
_EVERY_PHASE = select(phases).where(phases.c.visit_id.in_(VISITS_OF_PLAN)).order_by(phases.c.position)
_EVERY_PRESCRIPTION = select(prescriptions).where(prescriptions.c.visit_id.in_(VISITS_OF_PLAN)).order_by(prescriptions.c.position)


def opened_plan(connection: Connection, plan_id: str) -> OpenPlan:
    """Return a plan or own template that is not removed, as it lies in the database; raise NotFound or UnreadableContent."""
    return _opened(connection, _AT_LATEST, {"plan_id": plan_id})


def opened_visit(connection: Connection, visit_id: str) -> OpenPlan:
    """Return a plan that is not removed as it was at this visit; raise NotFound or UnreadableContent."""
    return _opened(connection, _AT_VISIT, {"visit_id": visit_id})


def opened_history(connection: Connection, plan_id: str) -> Sequence[OpenPlan]:
    """Return a plan that is not removed at every visit, the first first, in as many queries as one visit takes.

    Raises NotFound or UnreadableContent.
    """
    key = {"plan_id": plan_id}
    with readable():
        rows = connection.execute(_AT_EVERY, key).mappings().all()
        if not rows:
            raise not_found()
        phase_rows = rows_by_visit(connection, _EVERY_PHASE, key)
        held_rows = rows_by_visit(connection, _EVERY_PRESCRIPTION, key)
        records = records_of_plan(connection, plan_id)
        found = ((row, row["visit_id"]) for row in rows)
        return [_put_together(row, phase_rows[at], held_rows[at], records[at]) for row, at in found]


def _opened(connection: Connection, query: Select[Any], wanted: Row) -> OpenPlan:
    with readable():
        row = connection.execute(query, wanted).mappings().one_or_none()
        if row is None:
            raise not_found()
        key = {"visit_id": row["visit_id"]}
        phase_rows = connection.execute(_PHASES, key).mappings().all()
        held_rows = connection.execute(_PRESCRIPTIONS, key).mappings().all()
        return _put_together(row, phase_rows, held_rows, record_at(connection, row["visit_id"]))


def _put_together(row: Stored, phase_rows: Sequence[Stored], held_rows: Sequence[Stored], record: VisitRecord) -> OpenPlan:
    return OpenPlan(
        plan=plan_of(row["plan_id"], row, _phases_of(phase_rows, held_rows), record),
        visit=Visit(row["visit_id"], row["visit_number"], row["date"], row["issued_at"] is not None),
        patient=patient_of(row["patient_id"], row) if row["patient_id"] is not None else None,
        is_template=row["is_template"],
        saved_count=row["saved_count"],
    )


def not_found() -> NotFound:
    """Return the refusal for a plan that is not there."""
    return NotFound(_("This plan is not in the database any more. If it was removed, bring it back first."))


def _phases_of(phase_rows: Sequence[Stored], held_rows: Sequence[Stored]) -> tuple[Phase, ...]:
    held: dict[str, list[Prescription]] = {}
    for row in held_rows:
        held.setdefault(row["phase_id"], []).append(prescription_of(row))
    return tuple(phase_of(row, tuple(held.get(row["id"], ()))) for row in phase_rows)
