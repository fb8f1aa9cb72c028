"""Marks on exercises in the database, one row for each exercise that was ever marked or used."""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, func, select
from sqlalchemy.dialects.sqlite import insert

from pfss_desktop.domain.exercise_marks import RECENT_COUNT, ExerciseMarks
from pfss_desktop.storage.tables import exercise_marks
from pfss_desktop.storage.transactions import Transactions

_TABLE = exercise_marks.c
_PUT = insert(exercise_marks)
_MARKED = select(_TABLE.exercise_id, _TABLE.is_favourite, _TABLE.is_hidden).where(_TABLE.is_favourite | _TABLE.is_hidden)
_RECENT = select(_TABLE.exercise_id).where(_TABLE.use_order.is_not(None)).order_by(_TABLE.use_order.desc()).limit(RECENT_COUNT)
_LAST_USE = select(func.coalesce(func.max(_TABLE.use_order), 0))
_ROW = select(exercise_marks).where(_TABLE.exercise_id == bindparam("at_id"))


class ExerciseMarkShelf:
    """Reads all marks at once, and keeps one change in one transaction."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def marks(self) -> ExerciseMarks:
        """Return all marks."""

        def work(connection: Connection) -> ExerciseMarks:
            marked = connection.execute(_MARKED).all()
            return ExerciseMarks(
                favourites=frozenset(row.exercise_id for row in marked if row.is_favourite),
                hidden=frozenset(row.exercise_id for row in marked if row.is_hidden),
                recent=tuple(connection.execute(_RECENT).scalars()),
            )

        return self._transactions.read(work)

    def mark_favourite(self, exercise_id: str, *, on: bool) -> None:
        """Put one exercise among the favourites, or take it out."""
        self._mark(exercise_id, "is_favourite", on=on)

    def mark_hidden(self, exercise_id: str, *, on: bool) -> None:
        """Put one exercise out of sight, or back."""
        self._mark(exercise_id, "is_hidden", on=on)

    def note_used(self, exercise_ids: Sequence[str]) -> None:
        """Keep that these exercises were used, in this order, after all others."""

        def work(connection: Connection) -> int:
            last = connection.execute(_LAST_USE).scalar_one()
            for number, exercise_id in enumerate(exercise_ids, start=last + 1):
                _put(connection, exercise_id, {"use_order": number})
            return int(last)

        def landed(connection: Connection) -> bool:
            latest = connection.execute(_RECENT).scalars().all()
            return list(latest[:1]) == list(exercise_ids[-1:])

        self._transactions.write(work, landed)

    def _mark(self, exercise_id: str, column: str, *, on: bool) -> None:
        def work(connection: Connection) -> None:
            _put(connection, exercise_id, {column: on})

        def landed(connection: Connection) -> bool:
            row = connection.execute(_ROW, {"at_id": exercise_id}).mappings().one_or_none()
            return row is not None and row[column] == on

        self._transactions.write(work, landed)


def _put(connection: Connection, exercise_id: str, changed: dict[str, object]) -> None:
    row = {"exercise_id": exercise_id, "is_favourite": False, "is_hidden": False, **changed}
    connection.execute(_PUT.values(row).on_conflict_do_update(index_elements=[_TABLE.exercise_id], set_=changed))
