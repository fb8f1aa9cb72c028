"""What differs between two states of a plan, as rows to insert, update and delete, and the statements that do so.

Rows are compared, not values: to a decimal number 2.5 and 2.50 are equal, but what was typed is kept. Parts that are the very
same object in both plans are passed over without a look, which edits make the usual case.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table, bindparam, delete, insert, update

from pfss_desktop.domain.library import SaveConflict
from pfss_desktop.domain.plan import Phase, Plan
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.record import VisitRecord
from pfss_desktop.language import _
from pfss_desktop.storage.prescription_rows import prescription_row
from pfss_desktop.storage.record_rows import Records, put_record, record_changes
from pfss_desktop.storage.rows import Row, phase_row, visit_row
from pfss_desktop.storage.tables import phases, prescriptions, visits


@dataclass(frozen=True, slots=True)
class RowChanges:
    """Rows of one table to put in, to change and to take out (their ids), all without the visit's id."""

    added: Sequence[Row] = ()
    changed: Sequence[Row] = ()
    removed: Sequence[str] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class PlanChanges:
    """All that one save writes below the plan's own row; `visit` is empty where the plan's own fields stay."""

    visit: Row
    phases: RowChanges
    prescriptions: RowChanges
    record: Records

    def __bool__(self) -> bool:
        return bool(self.visit or self.phases or self.prescriptions or self.record)


def differences(before: Plan, after: Plan) -> PlanChanges:
    """Return what must be written to turn the stored plan `before` into `after`."""
    fields = visit_row(after)
    return PlanChanges(
        visit={} if fields == visit_row(before) else fields,
        phases=_phase_changes(before.phases, after.phases),
        prescriptions=_prescription_changes(before.phases, after.phases),
        record=record_changes(before.record, after.record),
    )


def everything(plan: Plan) -> PlanChanges:
    """Return what must be written for a plan of which only the visit's row is stored yet."""
    record = record_changes(VisitRecord(), plan.record)
    return PlanChanges({}, _phase_changes((), plan.phases), _prescription_changes((), plan.phases), record)


def apply(connection: Connection, visit_id: str, changes: PlanChanges) -> None:
    """Write the changes of one visit; raise SaveConflict where a row to change or to take out is not there."""
    if changes.visit:
        _changed(connection, visits, [{**changes.visit, "at_id": visit_id}], 1)
    _put(connection, phases, visit_id, changes.phases)
    _put(connection, prescriptions, visit_id, changes.prescriptions)
    _take_out(connection, prescriptions, visit_id, changes.prescriptions.removed)
    _take_out(connection, phases, visit_id, changes.phases.removed)
    put_record(connection, visit_id, changes.record)


def _phase_changes(before: Sequence[Phase], after: Sequence[Phase]) -> RowChanges:
    stored = {phase.id: (at, phase) for at, phase in enumerate(before)}
    added, changed = [], []
    for at, phase in enumerate(after):
        was_at, was = stored.pop(phase.id, (-1, None))
        if was is None:
            added.append({**phase_row(phase), "position": at})
        elif was_at != at or (was is not phase and phase_row(was) != phase_row(phase)):
            changed.append({**phase_row(phase), "position": at})
    return RowChanges(added, changed, list(stored))


def _prescription_changes(before: Sequence[Phase], after: Sequence[Phase]) -> RowChanges:
    stored = _placed(before)
    added, changed = [], []
    for held_id, (held, place) in _placed(after).items():
        was, was_place = stored.pop(held_id, (None, None))
        if was is held and was_place == place:
            continue
        row = {**prescription_row(held), **place}
        if was is None:
            added.append(row)
        elif was_place != place or prescription_row(was) != prescription_row(held):
            changed.append(row)
    return RowChanges(added, changed, list(stored))


def _placed(held_phases: Sequence[Phase]) -> dict[str, tuple[Prescription, Row]]:
    return {
        held.id: (held, {"phase_id": phase.id, "position": at})
        for phase in held_phases
        for at, held in enumerate(phase.prescriptions)
    }


_KEYS = ("visit_id", "id")
_INSERT = {table: insert(table) for table in (phases, prescriptions)}
_UPDATE = {
    table: update(table)
    .where(table.c.visit_id == bindparam("at_visit"), table.c.id == bindparam("at_id"))
    .values({column.name: bindparam(column.name) for column in table.c if column.name not in _KEYS})
    for table in (phases, prescriptions)
}
_DELETE = {
    table: delete(table).where(table.c.visit_id == bindparam("at_visit"), table.c.id == bindparam("at_id"))
    for table in (phases, prescriptions)
}
_UPDATE[visits] = (
    update(visits)
    .where(visits.c.id == bindparam("at_id"))
    .values({name: bindparam(name) for name in visit_row(Plan(id="any", title="any"))})
)


def _put(connection: Connection, table: Table, visit_id: str, rows: RowChanges) -> None:
    if rows.added:
        connection.execute(_INSERT[table], [{**row, "visit_id": visit_id} for row in rows.added])
    if rows.changed:
        keyed = [{"at_visit": visit_id, "at_id": row["id"], **_without_id(row)} for row in rows.changed]
        _changed(connection, table, keyed, len(keyed))


def _changed(connection: Connection, table: Table, rows: list[Row], wanted: int) -> None:
    if connection.execute(_UPDATE[table], rows).rowcount != wanted:
        raise changed_elsewhere()


def _take_out(connection: Connection, table: Table, visit_id: str, ids: Sequence[str]) -> None:
    if not ids:
        return
    keys = [{"at_visit": visit_id, "at_id": row_id} for row_id in ids]
    if connection.execute(_DELETE[table], keys).rowcount != len(keys):
        raise changed_elsewhere()


def _without_id(row: Row) -> Row:
    return {name: value for name, value in row.items() if name != "id"}


def changed_elsewhere() -> SaveConflict:
    """Return the refusal of a save that starts from another state than the stored one."""
    return SaveConflict(_("This plan was changed elsewhere since it was opened here, so nothing was saved. Open it again."))
