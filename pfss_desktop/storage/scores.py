"""Scores over visits: all visits of a plan or a patient with what they measured, in one query each."""

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, or_, select

from pfss_desktop.domain.score_history import ScoredVisit
from pfss_desktop.domain.visits import Visit
from pfss_desktop.storage.record_rows import score_from
from pfss_desktop.storage.rows import Stored, readable
from pfss_desktop.storage.tables import phases, plans, scores, visits
from pfss_desktop.storage.transactions import Transactions

_PHASE = (
    select(phases.c.name)
    .where(phases.c.visit_id == visits.c.id, or_(phases.c.id == visits.c.current_phase, visits.c.current_phase == ""))
    .order_by(phases.c.position)
    .limit(1)
    .scalar_subquery()
)


def _query(which: ColumnElement[bool]) -> Select[Any]:
    return (
        select(
            visits.c.id,
            visits.c.plan_id,
            visits.c.number,
            visits.c.date,
            visits.c.issued_at,
            _PHASE.label("phase"),
            scores.c.measure,
            scores.c.side,
            scores.c.label,
            scores.c.value,
            scores.c.unit,
        )
        .join(plans, plans.c.id == visits.c.plan_id)
        .outerjoin(scores, scores.c.visit_id == visits.c.id)
        .where(which, plans.c.removed_at.is_(None))
        .order_by(visits.c.date, visits.c.plan_id, visits.c.number, scores.c.position)
    )


_OF_PLAN = _query(visits.c.plan_id == bindparam("key")).order_by(None).order_by(visits.c.number, scores.c.position)
_OF_PATIENT = _query(plans.c.patient_id == bindparam("key"))


class ScoreShelf:
    """Reads scores over time; writing them is part of saving a plan."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def of_plan(self, plan_id: str) -> Sequence[ScoredVisit]:
        """Return every visit of a plan with its scores, the first visit first; none for an unknown or removed plan."""
        return self._read(_OF_PLAN, plan_id)

    def of_patient(self, patient_id: str) -> Sequence[ScoredVisit]:
        """Return every visit of all of a patient's plans with its scores, by date."""
        return self._read(_OF_PATIENT, patient_id)

    def _read(self, query: Select[Any], key: str) -> list[ScoredVisit]:
        rows = self._transactions.read(lambda connection: connection.execute(query, {"key": key}).mappings().all())
        with readable():
            return [_visit(list(held)) for _id, held in groupby(rows, key=itemgetter("id"))]


def _visit(rows: Sequence[Stored]) -> ScoredVisit:
    first = rows[0]
    return ScoredVisit(
        first["plan_id"],
        Visit(first["id"], first["number"], first["date"], first["issued_at"] is not None),
        first["phase"] or "",
        tuple(score_from(row) for row in rows if row["measure"] is not None),
    )
