"""Patients in the database: adding, changing, archiving. Lists of them are in `patient_lists`, merging is in `merging`."""

from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import Connection, bindparam, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from pfss_desktop.domain.library import NotFound
from pfss_desktop.domain.patient import Patient
from pfss_desktop.language import _
from pfss_desktop.storage.faults import AlreadyStored
from pfss_desktop.storage.patient_rows import patient_of, patient_row
from pfss_desktop.storage.tables import patients, plans, visits
from pfss_desktop.storage.transactions import Transactions

_KNOWN = select(patients).where(patients.c.id == bindparam("at_id"))
_CHANGE = update(patients).where(patients.c.id == bindparam("at_id"))
_ARCHIVE = _CHANGE.values(archived_at=bindparam("moment", type_=patients.c.archived_at.type))
_LATEST = (
    select(func.max(visits.c.date))
    .join(plans, plans.c.id == visits.c.plan_id)
    .where(plans.c.patient_id == patients.c.id)
    .scalar_subquery()
)
_COUNT_VISITS = _CHANGE.values(last_visit=_LATEST)
_OWNER = select(plans.c.patient_id).where(plans.c.id == bindparam("plan_id")).scalar_subquery()
_COUNT_VISITS_OF_OWNER = update(patients).where(patients.c.id == _OWNER).values(last_visit=_LATEST)


class PatientStore:
    """Adds, changes and archives patients."""

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

    def change(self, patient: Patient) -> Patient:
        """Store a known patient's changed fields and return what they were; raise NotFound."""

        def work(connection: Connection) -> Patient:
            before = find_patient(connection, patient.id)
            if before is None:
                raise _not_found()
            connection.execute(_CHANGE, {"at_id": patient.id, **patient_row(patient)})
            return before

        return self._transactions.write(work, lambda connection: find_patient(connection, patient.id) == patient)

    def set_archived(self, patient_id: str, *, archived: bool) -> None:
        """Archive a patient or bring one back; raise NotFound."""
        moment = datetime.now(UTC) if archived else None

        def work(connection: Connection) -> None:
            if connection.execute(_ARCHIVE, {"at_id": patient_id, "moment": moment}).rowcount != 1:
                raise _not_found()

        query = select(patients.c.archived_at).where(patients.c.id == patient_id)
        self._transactions.write(work, lambda connection: (connection.execute(query).scalar() is not None) == archived)


def find_patient(connection: Connection, patient_id: str) -> Patient | None:
    """Return the patient with this id, or None."""
    row = connection.execute(select(patients).where(patients.c.id == patient_id)).mappings().one_or_none()
    return None if row is None else patient_of(patient_id, row)


def known_patient(connection: Connection, patient_id: str | None) -> Patient | None:
    """Return the patient with this id, None for none; raise NotFound for one unknown or merged into another."""
    if patient_id is None:
        return None
    row = connection.execute(_KNOWN, {"at_id": patient_id}).mappings().one_or_none()
    if row is None:
        raise _not_found()
    if row["merged_into"] is not None:
        raise NotFound(_("This patient has been merged into another one. Search for the name again."))
    return patient_of(patient_id, row)


def count_visits(connection: Connection, patient_ids: Iterable[str]) -> None:
    """Keep the date of the latest visit of each of these patients, for the lists, as their plans have it now."""
    for patient_id in patient_ids:
        connection.execute(_COUNT_VISITS, {"at_id": patient_id})


def count_visits_of_plan(connection: Connection, plan_id: str) -> None:
    """Do the same for the patient that a plan has now, if any."""
    connection.execute(_COUNT_VISITS_OF_OWNER, {"plan_id": plan_id})


def _not_found() -> NotFound:
    return NotFound(_("This patient is not in the database any more."))
