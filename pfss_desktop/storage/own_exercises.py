"""The clinic's own exercises as they are kept. What a definition or a photo holds is not known here."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, select, update
from sqlalchemy.dialects.sqlite import insert

from pfss_desktop.domain.library import NotFound
from pfss_desktop.domain.own_exercise import KeptExercise
from pfss_desktop.language import _
from pfss_desktop.storage.clinic import settle, settled_value
from pfss_desktop.storage.tables import own_exercises as table
from pfss_desktop.storage.transactions import Transactions

_EVERY = select(table).order_by(func.lower(table.c.name), table.c.id)
_ONE = select(table).where(table.c.id == bindparam("at_id"))
_PUT = insert(table)
_KEEP = _PUT.on_conflict_do_update(
    index_elements=[table.c.id],
    set_={column: getattr(_PUT.excluded, column) for column in ("name", "definition", "photo", "changed_at", "removed_at")},
)
_REMOVE = update(table).where(table.c.id == bindparam("at_id"))


class OwnExerciseShelf:
    """Keeps own exercises; a removed one stays in the file, since plans may show its picture."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def every(self) -> tuple[KeptExercise, ...]:
        """Return all of them by name, removed ones among them; a damaged one has an empty definition."""

        def work(connection: Connection) -> tuple[KeptExercise, ...]:
            return tuple(_kept(row) for row in connection.execute(_EVERY))

        return self._transactions.read(work)

    def keep(self, kept: Sequence[KeptExercise], settled: Mapping[str, str]) -> None:
        """Store these, new ones and known ones anew, and what is settled beside them, in one transaction."""
        now = datetime.now(UTC)
        rows = [
            {
                "id": each.id,
                "name": each.name,
                "definition": each.definition,
                "photo": each.photo or None,
                "changed_at": now,
                "removed_at": now if each.is_removed else None,
            }
            for each in kept
        ]

        def work(connection: Connection) -> None:
            if rows:
                connection.execute(_KEEP, rows)
            for name, value in settled.items():
                settle(connection, name, value)

        def landed(connection: Connection) -> bool:
            named = all(settled_value(connection, name) == value for name, value in settled.items())
            return named and all(self._holds(connection, each) for each in kept)

        self._transactions.write(work, landed)

    def remove(self, exercise_id: str) -> None:
        """Note that it is removed; raise NotFound."""
        self._set_removed(exercise_id, is_removed=True)

    def restore(self, exercise_id: str) -> None:
        """Forget that it was removed; raise NotFound."""
        self._set_removed(exercise_id, is_removed=False)

    def _set_removed(self, exercise_id: str, *, is_removed: bool) -> None:
        moment = datetime.now(UTC) if is_removed else None

        def work(connection: Connection) -> None:
            done = connection.execute(_REMOVE.values(removed_at=moment), {"at_id": exercise_id})
            if done.rowcount == 0:
                raise NotFound(_("This exercise is not in the database any more."))

        def landed(connection: Connection) -> bool:
            row = connection.execute(_ONE, {"at_id": exercise_id}).one_or_none()
            return row is not None and (row.removed_at is not None) is is_removed

        self._transactions.write(work, landed)

    @staticmethod
    def _holds(connection: Connection, kept: KeptExercise) -> bool:
        row = connection.execute(_ONE, {"at_id": kept.id}).one_or_none()
        return row is not None and (row.name, row.definition, row.photo or b"") == (kept.name, kept.definition, kept.photo)


def _kept(row: Row[Any]) -> KeptExercise:
    try:
        return KeptExercise(row.id, row.name, row.definition, row.photo or b"", row.removed_at is not None)
    except (ValueError, TypeError):
        # One row that somebody has damaged must not hide all others; without a definition it is left out with a word.
        return KeptExercise("damaged", "?", "", is_removed=row.removed_at is not None)
