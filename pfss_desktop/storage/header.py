"""The first hundred bytes of the database file, read by hand, so that a file that is not for us is refused untouched.

SQLite itself may write when it opens a file (an interrupted save is rolled back); reading the header never does.
"""

from dataclasses import dataclass
from pathlib import Path

from pfss_desktop.storage.faults import (
    DamagedDatabase,
    EmptyDatabase,
    NewerDatabase,
    NotPlanDatabase,
    UnreachableDatabase,
)
from pfss_desktop.storage.tables import APPLICATION_ID

_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100


@dataclass(frozen=True, slots=True)
class Header:
    """What the header says: whose file it is, its schema number, and its size in bytes (0 where it does not say)."""

    application_id: int
    schema: int
    size: int


def gate(path: Path, newest_schema: int) -> Header:
    """Return the header of a file that we may open.

    Raises EmptyDatabase, NotPlanDatabase, NewerDatabase, DamagedDatabase (shorter than it should be) or UnreachableDatabase.
    """
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEADER_BYTES)
        size = path.stat().st_size
    except OSError:
        raise UnreachableDatabase(path) from None
    header = _parsed(head, path)
    if header.application_id != APPLICATION_ID:
        raise NotPlanDatabase(path)
    if header.schema > newest_schema:
        raise NewerDatabase(path, header.schema, newest_schema)
    # A journal beside the file may hold what is missing: SQLite decides then.
    if size < header.size and not journal_of(path).exists():
        raise DamagedDatabase(path)
    return header


def journal_of(path: Path) -> Path:
    """Return where SQLite puts the journal of this file: beside the file itself, not beside a link to it."""
    place = path.resolve()
    return place.with_name(f"{place.name}-journal")


def _parsed(head: bytes, path: Path) -> Header:
    if not head:
        raise EmptyDatabase(path)
    if len(head) < _HEADER_BYTES or not head.startswith(_MAGIC):
        raise NotPlanDatabase(path)
    page_size = _number(head, 16, 2)
    # The size in pages (28) counts only if written together with the change counter (24, 92).
    pages = _number(head, 28) if _number(head, 24) == _number(head, 92) else 0
    return Header(
        application_id=_number(head, 68), schema=_number(head, 60), size=pages * (65536 if page_size == 1 else page_size)
    )


def _number(head: bytes, at: int, length: int = 4) -> int:
    return int.from_bytes(head[at : at + length], "big")
