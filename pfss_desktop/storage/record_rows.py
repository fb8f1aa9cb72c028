"""What a visit records, as rows of its five tables, and back; and the statements that read and replace them.

A table whose part of the record changed is written anew for that visit: records are small, and their order is kept.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Select, Table, bindparam, delete, insert, select

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.record import DiaryDay, DiaryEntry, MetCriterion, Quality, Response, Score, VisitRecord
from pfss_desktop.storage.rows import Row, Stored, readable
from pfss_desktop.storage.tables import diary_days, diary_entries, met_criteria, responses, scores

Records = Mapping[Table, Sequence[Row]]
"""All rows of one visit for each table that is to be written anew, without visit and position."""


def record_changes(before: VisitRecord, after: VisitRecord) -> Records:
    """Return the tables whose rows differ, with their new rows."""
    if before is after:
        return {}
    was, now = _record_rows(before), _record_rows(after)
    return {table: rows for table, rows in now.items() if rows != was[table]}


def put_record(connection: Connection, visit_id: str, records: Records) -> None:
    """Write these tables' rows of a visit anew."""
    for table, rows in records.items():
        connection.execute(_CLEAR[table], {"at_visit": visit_id})
        if rows:
            connection.execute(_INSERT[table], [{"visit_id": visit_id, "position": at, **row} for at, row in enumerate(rows)])


def record_at(connection: Connection, visit_id: str) -> VisitRecord:
    """Return what a visit recorded; raise UnreadableContent."""

    def read(table: Table, value: Callable[[Stored], Any]) -> tuple[Any, ...]:
        return tuple(map(value, connection.execute(_READ[table], {"visit_id": visit_id}).mappings()))

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
_CLEAR = {table: delete(table).where(table.c.visit_id == bindparam("at_visit")) for table in _TABLES}
_READ: dict[Table, Select[Any]] = {
    table: select(table).where(table.c.visit_id == bindparam("visit_id")).order_by(table.c.position) for table in _TABLES
}
