"""What a visit records, as rows of its five tables, and back; and the statements that read and replace them.

Rows are kept by their place in the record: of a long diary only the places that changed are written.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, Table, bindparam, delete, insert, select

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.record import DiaryDay, DiaryEntry, MetCriterion, Quality, Response, Score, VisitRecord
from pfss_desktop.storage.rows import Row, Stored, readable
from pfss_desktop.storage.tables import diary_days, diary_entries, met_criteria, responses, scores, visits


class PlacedRows(NamedTuple):
    """What one table takes: the places to clear, and rows to put at their places, without visit and position."""

    cleared: Sequence[int]
    put: Sequence[tuple[int, Row]]


Records = Mapping[Table, PlacedRows]
"""What is to be written of one visit's record; tables that stay are not among it."""


def record_changes(before: VisitRecord, after: VisitRecord) -> Records:
    """Return what must be written to turn the stored record `before` into `after`."""
    if before is after:
        return {}
    was, now = _record_rows(before), _record_rows(after)
    return {table: _differing(was[table], rows) for table, rows in now.items() if rows != was[table]}


def _differing(was: Sequence[Row], now: Sequence[Row]) -> PlacedRows:
    put = [(at, row) for at, row in enumerate(now) if at >= len(was) or was[at] != row]
    changed = [at for at, _row in put if at < len(was)]
    return PlacedRows([*changed, *range(len(now), len(was))], put)


def put_record(connection: Connection, visit_id: str, records: Records) -> None:
    """Write what changed of a visit's record."""
    for table, rows in records.items():
        if rows.cleared:
            connection.execute(_CLEAR[table], [{"at_visit": visit_id, "at_position": at} for at in rows.cleared])
        if rows.put:
            connection.execute(_INSERT[table], [{"visit_id": visit_id, "position": at, **row} for at, row in rows.put])


def record_at(connection: Connection, visit_id: str) -> VisitRecord:
    """Return what a visit recorded; raise UnreadableContent."""
    key = {"visit_id": visit_id}
    return _record({table: connection.execute(query, key).mappings().all() for table, query in _READ.items()})


def records_of_plan(connection: Connection, plan_id: str) -> Mapping[str, VisitRecord]:
    """Return what each visit of a plan recorded, by the visit's id, empty for all others; raise UnreadableContent."""
    found = {table: rows_by_visit(connection, query, {"plan_id": plan_id}) for table, query in _READ_ALL.items()}
    visit_ids = {visit_id for rows in found.values() for visit_id in rows}
    told = {visit_id: _record({table: rows[visit_id] for table, rows in found.items()}) for visit_id in visit_ids}
    return defaultdict(VisitRecord, told)


def rows_by_visit(connection: Connection, query: Select[Any], key: Mapping[str, object]) -> Mapping[str, Sequence[Stored]]:
    """Return the rows that a query finds, in its order, by the id of their visit; none for all others."""
    found: defaultdict[str, list[Stored]] = defaultdict(list)
    for row in connection.execute(query, key).mappings():
        found[row["visit_id"]].append(row)
    return found


def _record(rows: Mapping[Table, Sequence[Stored]]) -> VisitRecord:
    def read(table: Table, value: Callable[[Stored], Any]) -> tuple[Any, ...]:
        return tuple(map(value, rows[table]))

    with readable():
        return VisitRecord(
            scores=read(scores, score_from),
            diary_days=read(diary_days, lambda row: DiaryDay(row["day"], row["pain_during"], row["pain_next_morning"])),
            diary_entries=read(diary_entries, lambda row: DiaryEntry(row["prescription_id"], row["day"], row["times"])),
            responses=read(responses, _response),
            met_criteria=read(met_criteria, lambda row: MetCriterion(row["phase_id"], row["criterion"])),
        )


def _record_rows(record: VisitRecord) -> dict[Table, list[Row]]:
    return {
        scores: [_score_row(score) for score in record.scores],
        diary_days: [
            {"day": day.day, "pain_during": day.pain_during, "pain_next_morning": day.pain_next_morning}
            for day in record.diary_days
        ],
        diary_entries: [
            {"prescription_id": entry.prescription_id, "day": entry.day, "times": entry.times} for entry in record.diary_entries
        ],
        responses: [_response_row(response) for response in record.responses],
        met_criteria: [{"phase_id": met.phase_id, "criterion": met.criterion} for met in record.met_criteria],
    }


def _score_row(score: Score) -> Row:
    return {
        "measure": score.measure,
        "side": score.side.value if score.side else None,
        "label": score.label,
        "value": str(score.value),
        "unit": score.unit,
    }


def score_from(row: Stored) -> Score:
    """Return the score in a row; raises what `readable` words."""
    side = Side(row["side"]) if row["side"] is not None else None
    return Score(row["measure"], Decimal(row["value"]), side, row["label"], row["unit"])


def _response_row(response: Response) -> Row:
    return {
        "prescription_id": response.prescription_id,
        "reps_reached": response.reps_reached,
        "quality": response.quality.value if response.quality else None,
        "pain_during": response.pain_during,
        "pain_next_morning": response.pain_next_morning,
        "sessions": response.sessions,
    }


def _response(row: Stored) -> Response:
    return Response(
        row["prescription_id"],
        row["reps_reached"],
        Quality(row["quality"]) if row["quality"] is not None else None,
        row["pain_during"],
        row["pain_next_morning"],
        row["sessions"],
    )


_TABLES = (scores, diary_days, diary_entries, responses, met_criteria)
_INSERT = {table: insert(table) for table in _TABLES}
_CLEAR = {
    table: delete(table).where(table.c.visit_id == bindparam("at_visit"), table.c.position == bindparam("at_position"))
    for table in _TABLES
}
VISITS_OF_PLAN = select(visits.c.id).where(visits.c.plan_id == bindparam("plan_id")).scalar_subquery()
"""The ids of all visits of the plan that a query names `plan_id`."""
_READ_ALL: dict[Table, Select[Any]] = {
    table: select(table).where(table.c.visit_id.in_(VISITS_OF_PLAN)).order_by(table.c.position) for table in _TABLES
}
_READ: dict[Table, Select[Any]] = {
    table: select(table).where(table.c.visit_id == bindparam("visit_id")).order_by(table.c.position) for table in _TABLES
}
