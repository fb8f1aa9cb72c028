"""Lists of patients: searched as one types, sorted, in pieces, out of a hundred thousand."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, func, select

from pfss_desktop.domain.library import PatientOrder, PatientSummary
from pfss_desktop.storage.patient_rows import patient_of
from pfss_desktop.storage.patients import known_patient
from pfss_desktop.storage.rows import Stored, readable
from pfss_desktop.storage.search_text import names_or_born
from pfss_desktop.storage.tables import patients, plans
from pfss_desktop.storage.transactions import Transactions

_PLAN_COUNT = (
    select(func.count())
    .where(plans.c.patient_id == patients.c.id, plans.c.removed_at.is_(None))
    .scalar_subquery()
    .label("plan_count")
)
_LISTED: Select[Any] = select(patients, _PLAN_COUNT).where(patients.c.merged_into.is_(None))
_ORDERS = {
    PatientOrder.NAME: (patients.c.search, patients.c.born),
    PatientOrder.LAST_VISIT: (patients.c.last_visit.desc(), patients.c.search, patients.c.born),
}
"""Each is the order of an index, so that a list ends as soon as it is long enough."""


class PatientLists:
    """Finds patients."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def find(self, text: str, limit: int, skip: int, order: PatientOrder, *, archived: bool) -> Sequence[PatientSummary]:
        """Return at most `limit` patients in this order after the first `skip`, of whom every word of `text` is true.

        The condition is read from the order's index alone until enough are found.
        """
        found = _LISTED.where(names_or_born(patients.c.search, patients.c.born, text))
        if not archived:
            found = found.where(patients.c.archived_at.is_(None))
        query = found.order_by(*_ORDERS[order]).limit(limit).offset(skip)
        with readable():
            rows = self._transactions.read(lambda connection: connection.execute(query).mappings().all())
        return [_summary(row) for row in rows]

    def one(self, patient_id: str) -> PatientSummary:
        """Return one patient; raise NotFound."""

        def work(connection: Connection) -> PatientSummary:
            known_patient(connection, patient_id)
            return _summary(connection.execute(_LISTED.where(patients.c.id == patient_id)).mappings().one())

        with readable():
            return self._transactions.read(work)


def _summary(row: Stored) -> PatientSummary:
    return PatientSummary(patient_of(row["id"], row), row["plan_count"], row["last_visit"], row["archived_at"] is not None)
