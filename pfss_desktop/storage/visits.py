"""The visits of a plan: listing them, reading one, and the rows of a new one. Claiming the plan for it is `plans`' work."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Date,
    Insert,
    Integer,
    Table,
    Text,
    bindparam,
    func,
    insert,
    select,
    update,
)

from pfss_desktop.domain.library import FoundVisit, NotFound, VisitSummary
from pfss_desktop.domain.visit_code import ids_with
from pfss_desktop.domain.visits import OpenPlan, Visit
from pfss_desktop.language import _
from pfss_desktop.storage.opening import not_found, opened_history, opened_visit
from pfss_desktop.storage.rows import Stored, readable
from pfss_desktop.storage.tables import patients, phases, plans, prescriptions, visits
from pfss_desktop.storage.transactions import Transactions

_COUNTED = select(func.count()).where(prescriptions.c.visit_id == visits.c.id).scalar_subquery()
_LISTED = (
    select(visits.c.id, visits.c.number, visits.c.date, visits.c.issued_at, _COUNTED.label("exercise_count"))
    .join(plans, plans.c.id == visits.c.plan_id)
    .where(visits.c.plan_id == bindparam("plan_id"), plans.c.removed_at.is_(None))
    .order_by(visits.c.number.desc())
)
_WITH_CODE = (
    select(
        visits.c.id,
        visits.c.number,
        visits.c.date,
        visits.c.issued_at,
        visits.c.plan_id,
        plans.c.title,
        plans.c.visit_number,
        patients.c.name.label("patient_name"),
    )
    .join(plans, plans.c.id == visits.c.plan_id)
    .outerjoin(patients, patients.c.id == plans.c.patient_id)
    .where(visits.c.id >= bindparam("first"), visits.c.id < bindparam("end"), plans.c.removed_at.is_(None))
    .order_by(visits.c.number.desc())
)
_ISSUE = (
    update(visits)
    .where(visits.c.id == bindparam("former_id"), visits.c.issued_at.is_(None))
    .values(issued_at=bindparam("issued_now"))
)


class VisitShelf:
    """Lists and reads a plan's visits; writes none."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def visits(self, plan_id: str) -> Sequence[VisitSummary]:
        """Return a plan's visits, the latest first; raise NotFound."""
        with readable():
            rows = self._transactions.read(lambda connection: connection.execute(_LISTED, {"plan_id": plan_id}).mappings().all())
            found = [
                VisitSummary(Visit(row["id"], row["number"], row["date"], row["issued_at"] is not None), row["exercise_count"])
                for row in rows
            ]
        if not found:
            raise not_found()
        return found

    def open(self, visit_id: str) -> OpenPlan:
        """Return the plan as it was at a visit; raise NotFound."""
        return self._transactions.read(lambda connection: opened_visit(connection, visit_id))

    def history(self, plan_id: str) -> Sequence[OpenPlan]:
        """Return the plan as it was at every visit, the first visit first; raise NotFound."""
        return self._transactions.read(lambda connection: opened_history(connection, plan_id))

    def with_code(self, typed: str) -> Sequence[FoundVisit]:
        """Return the visits that a code stands for, those of removed plans not among them; raise NotVisitCode or NotFound."""
        span = ids_with(typed)
        key = {"first": span.first, "end": span.end}
        with readable():
            rows = self._transactions.read(lambda connection: connection.execute(_WITH_CODE, key).mappings().all())
            found = [_found(row) for row in rows]
        if not found:
            text = _("No plan in this database has this code. The sheet may come from another PC, or the plan was put away.")
            raise NotFound(text)
        return found


def _found(row: Stored) -> FoundVisit:
    visit = Visit(row["id"], row["number"], row["date"], row["issued_at"] is not None)
    return FoundVisit(visit, row["plan_id"], row["title"], row["patient_name"] or "", row["visit_number"] == row["number"])


def put_after(connection: Connection, former_id: str, visit: Visit) -> None:
    """Issue the former visit and write the new one with all that the former holds, under the same ids of phases and exercises.

    Rows are copied inside the database: what is stored goes on, not what a window takes for it.
    """
    connection.execute(_ISSUE, {"former_id": former_id, "issued_now": datetime.now(UTC)})
    key = {"former_id": former_id, "new_id": visit.id}
    connection.execute(_COPY_VISIT, {**key, "new_number": visit.number, "new_date": visit.on})
    for copy in _COPY_PARTS:
        connection.execute(copy, key)


def _copy(table: Table, visit_column: Column[str], **drawn: ColumnElement[Any]) -> Insert:
    """Return the statement that puts a visit's rows in once more, with these columns drawn anew."""
    rows = select(*(drawn.get(column.name, column) for column in table.c)).where(visit_column == bindparam("former_id"))
    return insert(table).from_select([column.name for column in table.c], rows)


_NEW_ID = bindparam("new_id", type_=Text)
_COPY_VISIT = _copy(
    visits,
    visits.c.id,
    id=_NEW_ID,
    number=bindparam("new_number", type_=Integer),
    date=bindparam("new_date", type_=Date),
    issued_at=bindparam("not_yet", value=None, type_=visits.c.issued_at.type),
    sheet=bindparam("no_sheet", value=None, type_=Text),
)
_COPY_PARTS = (
    _copy(phases, phases.c.visit_id, visit_id=_NEW_ID),
    _copy(prescriptions, prescriptions.c.visit_id, visit_id=_NEW_ID),
)
