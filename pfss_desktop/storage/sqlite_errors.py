"""Which error of SQLite becomes which words for people; the program's own mistakes stay what they are."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from pfss_desktop.domain.faults import UserError
from pfss_desktop.storage.faults import (
    BusyDatabase,
    DamagedDatabase,
    DatabaseGone,
    DiskFull,
    DiskTrouble,
    NotPlanDatabase,
    ReadOnlyDatabase,
    UnreachableDatabase,
)


def user_error(error: BaseException | None, path: Path) -> UserError | None:
    """Return the words for an error of SQLite; None for one that is the program's own mistake."""
    name = getattr(error, "sqlite_errorname", None) or ""
    if name == "SQLITE_READONLY_DBMOVED":
        return DatabaseGone(path)
    families: tuple[tuple[tuple[str, ...], UserError], ...] = (
        (("SQLITE_FULL",), DiskFull()),
        (("SQLITE_READONLY",), ReadOnlyDatabase(path)),
        (("SQLITE_BUSY", "SQLITE_LOCKED"), BusyDatabase()),
        (("SQLITE_CORRUPT",), DamagedDatabase(path)),
        (("SQLITE_NOTADB",), NotPlanDatabase(path)),
        (("SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH"), UnreachableDatabase(path)),
        (("SQLITE_IOERR", "SQLITE_PROTOCOL"), DiskTrouble()),
    )
    return next((words for prefixes, words in families if name.startswith(prefixes)), None)


def looks_like_disk(error: DBAPIError) -> bool:
    """Whether the disk failed or the file looks damaged, which may pass: SQLite reports a failed read as either."""
    name = getattr(error.orig, "sqlite_errorname", None) or ""
    return name.startswith(("SQLITE_IOERR", "SQLITE_CORRUPT"))


@contextmanager
def in_plain_words(path: Path) -> Iterator[None]:
    """Raise a UserError instead of SQLite's own error inside the block; the program's own mistakes pass as they are."""
    try:
        yield
    except DBAPIError as error:
        words = user_error(error.orig, path)
        if words is None:
            raise
        raise words from None
    except sqlite3.Error as error:
        words = user_error(error, path)
        if words is None:
            raise
        raise words from None
