"""Plans and own templates in the database: adding, saving, giving to a patient, putting away.

Reading one is in `opening`, its visits are in `visits`, lists are in `lists`; what a save writes below the plan's own row is in
`changes`.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from sqlalchemy import Connection, Update, bindparam, exists, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from pfss_desktop.domain.faults import UserError
from pfss_desktop.domain.identity import new_id
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.record import VisitRecord
from pfss_desktop.domain.visits import DatedPlan, OpenPlan, Visit
from pfss_desktop.storage.changes import apply, changed_elsewhere, differences, everything
from pfss_desktop.storage.faults import AlreadyStored, SaveUnknown, VisitIssued
from pfss_desktop.storage.opening import not_found, opened_plan
from pfss_desktop.storage.patients import count_visits, count_visits_of_plan, known_patient
from pfss_desktop.storage.rows import Row, list_columns, visit_row
from pfss_desktop.storage.tables import plans, visits
from pfss_desktop.storage.transactions import Transactions
from pfss_desktop.storage.visits import put_after

Question = Callable[[Connection], bool]
"""Whether a save is in the database, asked on a fresh connection."""

_NEXT_IN_ORDER = select(func.coalesce(func.max(plans.c.change_order), 0) + 1).scalar_subquery()


_IS_ISSUED = exists().where(visits.c.id == bindparam("at_visit"), visits.c.issued_at.is_not(None))


def _claiming(*columns: str) -> Update:
    """Return the statement that counts a save and writes these columns, if nobody else saved since."""
    return (
        update(plans)
        .where(plans.c.id == bindparam("at_id"), plans.c.saved_count == bindparam("opened_count"))
        .values(
            saved_count=bindparam("next_count"),
            save_id=bindparam("save_id"),
            changed_at=bindparam("changed_at"),
            change_order=_NEXT_IN_ORDER,
            **{name: bindparam(name) for name in columns},
        )
    )


_OWNER = select(plans.c.patient_id).where(plans.c.id == bindparam("at_id"))
_ADD = insert(plans).values(change_order=_NEXT_IN_ORDER)
_ADD_VISIT = insert(visits)
_CLAIM = _claiming().where(~_IS_ISSUED)
_CLAIM_AND_LIST = _claiming("title", "condition", "phase_count", "exercise_count").where(~_IS_ISSUED)
_CLAIM_AND_ASSIGN = _claiming("patient_id")
_CLAIM_AND_BEGIN = _claiming("visit_number").where(plans.c.visit_number == bindparam("former_number"))


class PlanStore:
    """Adds, opens and saves plans and templates."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions
        self._unsure: tuple[OpenPlan, Question] | None = None

    def add(
        self, plan: Plan, patient_id: str | None, on: date, former: Sequence[DatedPlan] = (), *, is_template: bool = False
    ) -> OpenPlan:
        """Store a new plan with its visit after the former ones, which are issued; plans among `former` may have any id.

        Raises NotFound for an unknown patient and AlreadyStored for a known plan.
        """
        visit = Visit(new_id(), len(former) + 1, on)
        row = _first_row(plan, visit) | {"patient_id": patient_id, "is_template": is_template}

        def work(connection: Connection) -> Patient | None:
            patient = known_patient(connection, patient_id)
            try:
                connection.execute(_ADD, row)
            except IntegrityError:
                raise AlreadyStored from None
            for number, was in enumerate(former, 1):
                _put_visit(connection, plan.id, was.plan, Visit(new_id(), number, was.on, issued=True))
            _put_visit(connection, plan.id, plan, visit)
            count_visits_of_plan(connection, plan.id)
            return patient

        patient = self._transactions.write(work, _landed({"at_id": plan.id, **row}))
        return OpenPlan(plan, visit, patient, is_template, saved_count=1)

    def open(self, plan_id: str) -> OpenPlan:
        """Return a plan or own template with its latest visit; raise NotFound."""
        return self._transactions.read(lambda connection: opened_plan(connection, plan_id))

    def save(self, opened: OpenPlan, plan: Plan) -> OpenPlan:
        """Write what differs in one transaction; raise SaveConflict, NotFound or VisitIssued. No difference writes nothing."""
        if plan.id != opened.plan.id:
            raise ValueError("a plan is saved over itself only")
        stored = self._settled(opened)
        changes = differences(stored.plan, plan)
        if not changes:
            return replace(stored, plan=plan)
        listed = list_columns(plan)
        claim, listing = (_CLAIM, {}) if listed == list_columns(stored.plan) else (_CLAIM_AND_LIST, listed)
        columns = {"at_visit": stored.visit.id, **_claim_row(stored), **listing}

        def work(connection: Connection) -> OpenPlan:
            _claim(connection, claim, columns, stored)
            apply(connection, stored.visit.id, changes)
            return replace(stored, plan=plan, saved_count=stored.saved_count + 1)

        return self._counted(opened, work, _landed(columns))

    def assign(self, opened: OpenPlan, patient_id: str | None) -> OpenPlan:
        """Give a plan to a patient, or to none; raise NotFound or SaveConflict, and ValueError for a template."""
        if opened.is_template:
            raise ValueError("a template has no patient")
        stored = self._settled(opened)
        columns = {**_claim_row(stored), "patient_id": patient_id}

        def work(connection: Connection) -> OpenPlan:
            patient = known_patient(connection, patient_id)
            former_id = connection.execute(_OWNER, columns).scalar()
            _claim(connection, _CLAIM_AND_ASSIGN, columns, stored)
            count_visits(connection, {owner for owner in (former_id, patient_id) if owner is not None})
            return replace(stored, patient=patient, saved_count=stored.saved_count + 1)

        return self._counted(opened, work, _landed(columns))

    def begin_visit(self, opened: OpenPlan, on: date) -> OpenPlan:
        """Issue the latest visit and add the next; raise NotFound or SaveConflict, and ValueError for a template."""
        if opened.is_template:
            raise ValueError("a template has no visits")
        stored = self._settled(opened)
        if stored.visit.id != opened.visit.id:
            # It was begun after all, by a try of which nobody knew whether it had reached the disk.
            return stored
        visit = Visit(new_id(), stored.visit.number + 1, on)
        columns = {**_claim_row(stored), "visit_number": visit.number, "former_number": stored.visit.number}

        def work(connection: Connection) -> OpenPlan:
            if connection.execute(_CLAIM_AND_BEGIN, columns).rowcount != 1:
                raise _absent_or_changed(connection, stored)
            put_after(connection, stored.visit.id, visit)
            plan = replace(stored.plan, record=VisitRecord())
            count_visits_of_plan(connection, stored.plan.id)
            return replace(stored, plan=plan, visit=visit, saved_count=stored.saved_count + 1)

        return self._counted(opened, work, _landed(columns))

    def remove(self, plan_id: str) -> None:
        """Put a plan or template away; raise NotFound for one that never was. Nothing is erased."""
        self._set_removed(plan_id, datetime.now(UTC))

    def restore(self, plan_id: str) -> None:
        """Bring a removed plan or template back; raise NotFound."""
        self._set_removed(plan_id, None)

    def _counted(self, opened: OpenPlan, work: Callable[[Connection], OpenPlan], landed: Question) -> OpenPlan:
        """Write a save of the opened plan; keep in mind one of which nobody knows whether it is on the disk."""
        try:
            return self._transactions.write(work, landed)
        except SaveUnknown:
            self._unsure = (opened, landed)
            raise

    def _settled(self, opened: OpenPlan) -> OpenPlan:
        """Return what the next save starts from: the opened plan, or what is stored if an unsure save of it is there after all.

        Without this the window that tries again would be told that somebody else had saved.
        """
        if self._unsure is None or self._unsure[0] is not opened:
            return opened
        landed = self._unsure[1]
        return self._transactions.read(
            lambda connection: opened_plan(connection, opened.plan.id) if landed(connection) else opened
        )

    def _set_removed(self, plan_id: str, moment: datetime | None) -> None:
        def work(connection: Connection) -> None:
            changed = connection.execute(update(plans).where(plans.c.id == plan_id).values(removed_at=moment))
            if changed.rowcount != 1:
                raise not_found()

        def landed(connection: Connection) -> bool:
            return connection.execute(select(plans.c.removed_at).where(plans.c.id == plan_id)).scalar() == moment

        self._transactions.write(work, landed)


def _put_visit(connection: Connection, plan_id: str, plan: Plan, visit: Visit) -> None:
    """Write one visit with everything that the plan held then."""
    issued_at = datetime.now(UTC) if visit.issued else None
    row = {"id": visit.id, "plan_id": plan_id, "number": visit.number, "date": visit.on, "issued_at": issued_at}
    connection.execute(_ADD_VISIT, {**row, **visit_row(plan)})
    apply(connection, visit.id, everything(plan))


def _first_row(plan: Plan, visit: Visit) -> Row:
    return {
        "id": plan.id,
        "saved_count": 1,
        "save_id": new_id(),
        "changed_at": datetime.now(UTC),
        "visit_number": visit.number,
        **list_columns(plan),
    }


def _claim_row(opened: OpenPlan) -> Row:
    return {
        "at_id": opened.plan.id,
        "opened_count": opened.saved_count,
        "next_count": opened.saved_count + 1,
        "save_id": new_id(),
        "changed_at": datetime.now(UTC),
    }


def _claim(connection: Connection, statement: Update, columns: Row, opened: OpenPlan) -> None:
    """Count one save of the opened plan and write these columns of its row; raise SaveConflict, NotFound or VisitIssued."""
    if connection.execute(statement, columns).rowcount != 1:
        raise _refusal(connection, opened)


def _landed(columns: Row) -> Question:
    """Return the question whether the save that wrote these columns is in the database."""
    query = select(plans.c.save_id).where(plans.c.id == columns["at_id"])
    return lambda connection: connection.execute(query).scalar() == columns["save_id"]


def _refusal(connection: Connection, opened: OpenPlan) -> UserError:
    """Return why a claim found no row to change."""
    if _saved_count(connection, opened) == opened.saved_count:
        return VisitIssued()
    return _absent_or_changed(connection, opened)


def _absent_or_changed(connection: Connection, opened: OpenPlan) -> UserError:
    return not_found() if _saved_count(connection, opened) is None else changed_elsewhere()


def _saved_count(connection: Connection, opened: OpenPlan) -> int | None:
    return connection.execute(select(plans.c.saved_count).where(plans.c.id == opened.plan.id)).scalar()
