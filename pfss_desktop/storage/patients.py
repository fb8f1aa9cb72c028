"""Patients in the database."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from pfss_desktop.domain.library import NotFound, PatientSummary
from pfss_desktop.domain.patient import Patient
from pfss_desktop.language import _
from pfss_desktop.storage.faults import AlreadyStored
from pfss_desktop.storage.patient_rows import patient_of, patient_row
from pfss_desktop.storage.rows import readable
from pfss_desktop.storage.search_text import holds_every_word
from pfss_desktop.storage.tables import patients, plans
from pfss_desktop.storage.transactions import Transactions

_PLAN_COUNT = (
    select(func.count())
    .where(plans.c.patient_id == patients.c.id, plans.c.removed_at.is_(None))
    .scalar_subquery()
    .label("plan_count")
)


class PatientStore:
    """Adds, changes and finds patients."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def add(self, patient: Patient) -> None:
        """Store a new patient; raise AlreadyStored."""

        def work(connection: Connection) -> None:
            try:
                connection.execute(insert(patients), patient_row(patient))
            except IntegrityError:
                raise AlreadyStored from None

        self._transactions.write(work, lambda connection: find_patient(connection, patient.id) == patient)

    def change(self, patient: Patient) -> None:
        """Store a known patient's changed fields; raise NotFound."""

        def work(connection: Connection) -> None:
            changed = connection.execute(update(patients).where(patients.c.id == patient.id).values(patient_row(patient)))
            if changed.rowcount != 1:
                raise NotFound(_("This patient is not in the database any more."))

        self._transactions.write(work, lambda connection: find_patient(connection, patient.id) == patient)

    def find(self, text: str, limit: int) -> Sequence[PatientSummary]:
        """Return patients whose name or number holds every word of `text`, by name, at most `limit`.

        The condition is read from the index over `search` alone, in the order of names, until `limit` are found.
        """
        found = select(patients, _PLAN_COUNT).where(holds_every_word(patients.c.search, text))
        query = found.order_by(patients.c.search, patients.c.id).limit(limit)
        with readable():
            rows = self._transactions.read(lambda connection: connection.execute(query).mappings().all())
        return [PatientSummary(patient_of(row["id"], row), row["plan_count"]) for row in rows]


def find_patient(connection: Connection, patient_id: str) -> Patient | None:
    """Return the patient with this id, or None."""
    row = connection.execute(select(patients).where(patients.c.id == patient_id)).mappings().one_or_none()
    return None if row is None else patient_of(patient_id, row)


def known_patient(connection: Connection, patient_id: str | None) -> Patient | None:
    """Return the patient with this id, None for none; raise NotFound for an id that is not in the database."""
    if patient_id is None:
        return None
    patient = find_patient(connection, patient_id)
    if patient is None:
        raise NotFound(_("This patient is not in the database any more."))
    return patient


def note_visit(connection: Connection, patient: Patient | None, on: date) -> None:
    """Keep the date of a patient's visit for the lists, unless a later one is known."""
    if patient is not None:
        latest = func.max(func.coalesce(patients.c.last_visit, on), on)
        connection.execute(update(patients).where(patients.c.id == patient.id).values(last_visit=latest))
