"""Two entries of one patient become one, and two again: each in one transaction, nothing erased."""

from sqlalchemy import Connection, bindparam, select, update

from pfss_desktop.domain.library import NotFound, PatientMerge
from pfss_desktop.domain.patient import Patient
from pfss_desktop.language import _
from pfss_desktop.storage.patient_rows import patient_row
from pfss_desktop.storage.patients import count_visits, find_patient, known_patient
from pfss_desktop.storage.tables import patients, plans
from pfss_desktop.storage.transactions import Transactions

_PLANS = select(plans.c.id).where(plans.c.patient_id == bindparam("patient_id"))
_PLAN_TO = (
    update(plans)
    .where(plans.c.id == bindparam("plan_id"), plans.c.patient_id == bindparam("from_id"))
    .values(patient_id=bindparam("to_id"))
)
_MARK = update(patients).where(patients.c.id == bindparam("at_id")).values(merged_into=bindparam("into"))
_CHANGE = update(patients).where(patients.c.id == bindparam("at_id"))
_MERGED_INTO = select(patients.c.merged_into).where(patients.c.id == bindparam("at_id"))


class PatientMerger:
    """Merges patients. Plans only change hands: a window that has one open goes on saving it."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def merge(self, kept: Patient, other_id: str) -> PatientMerge:
        """Give the other patient's plans, those put away too, to the kept one, and store its fields as given.

        Raise NotFound, and ValueError for one and the same patient.
        """
        if kept.id == other_id:
            raise ValueError("a patient is not merged with themselves")

        def work(connection: Connection) -> PatientMerge:
            before = known_patient(connection, kept.id)
            known_patient(connection, other_id)
            moved = tuple(connection.execute(_PLANS, {"patient_id": other_id}).scalars())
            _hand_over(connection, moved, other_id, kept.id)
            connection.execute(_CHANGE, {"at_id": kept.id, **patient_row(kept)})
            connection.execute(_MARK, {"at_id": other_id, "into": kept.id})
            count_visits(connection, (kept.id, other_id))
            return PatientMerge(before or kept, kept, other_id, moved)

        return self._transactions.write(work, lambda connection: _merged_into(connection, other_id) == kept.id)

    def take_back(self, merge: PatientMerge) -> None:
        """Make two patients of one again; raise NotFound where they are not merged (any more)."""
        kept_id = merge.after.id

        def work(connection: Connection) -> None:
            if _merged_into(connection, merge.other_id) != kept_id:
                raise NotFound(_("These two patients are not merged any more; nothing was changed."))
            connection.execute(_MARK, {"at_id": merge.other_id, "into": None})
            _hand_over(connection, merge.plan_ids, kept_id, merge.other_id)
            if find_patient(connection, kept_id) == merge.after:
                connection.execute(_CHANGE, {"at_id": kept_id, **patient_row(merge.before)})
            count_visits(connection, (kept_id, merge.other_id))

        self._transactions.write(work, lambda connection: _merged_into(connection, merge.other_id) is None)


def _hand_over(connection: Connection, plan_ids: tuple[str, ...], from_id: str, to_id: str) -> None:
    """Give these plans to another patient, those only that are still the former one's."""
    for plan_id in plan_ids:
        connection.execute(_PLAN_TO, {"plan_id": plan_id, "from_id": from_id, "to_id": to_id})


def _merged_into(connection: Connection, patient_id: str) -> str | None:
    return connection.execute(_MERGED_INTO, {"at_id": patient_id}).scalar()
