"""The connection to the database file: how it is opened, which pragmas hold on it, how transactions begin.

Nothing here knows a table. Why these pragmas: with them no simulated power cut lost an acknowledged save, erased text is gone
from the file, and SQLite refuses to write to a file that was moved away.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

PATIENCE_MS = 5000
"""How long to wait for another program's lock, in milliseconds."""

CACHE_KIB = 16_384
"""The most memory that pages of the file may take, in KiB."""

_Pragmas = dict[str, tuple[object, object]]
"""Pragma -> what is set, and what SQLite must answer when asked afterwards."""

_PRAGMAS: _Pragmas = {
    "journal_mode": ("DELETE", "delete"),
    "synchronous": ("EXTRA", 3),
    "temp_store": ("MEMORY", 2),
    "secure_delete": ("ON", 1),
    "trusted_schema": ("OFF", 0),
    "cell_size_check": ("ON", 1),
    "fullfsync": ("ON", 1),
    # KiB, negative by SQLite's custom; room for the index that a search for patients reads, used only when needed.
    "cache_size": (-CACHE_KIB, -CACHE_KIB),
}


def connect(
    path: Path,
    *,
    foreign_keys: bool = True,
    patience_ms: int = PATIENCE_MS,
    connection_class: type[sqlite3.Connection] = sqlite3.Connection,
) -> sqlite3.Connection:
    """Return a connection to an existing file, with every pragma set, read back and asserted; never create a file.

    Foreign keys can only be switched outside a transaction, so they are chosen here; only a migration does without them.
    Raises sqlite3.Error.
    """
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        factory=connection_class,
    )
    try:
        chosen: _Pragmas = {"foreign_keys": (int(foreign_keys), int(foreign_keys)), "busy_timeout": (patience_ms, patience_ms)}
        _set_pragmas(connection, chosen | _PRAGMAS)
    except BaseException:
        connection.close()
        raise
    return connection


def engine_for(
    path: Path,
    *,
    foreign_keys: bool = True,
    patience_ms: int = PATIENCE_MS,
    connection_class: type[sqlite3.Connection] = sqlite3.Connection,
) -> Engine:
    """Return an engine with one such connection, made when first needed.

    Transactions begin with BEGIN IMMEDIATE, so that waiting for another program happens at the start and never half-way; those
    of an engine with the execution option `reading` begin plainly and let others read and write on.
    """
    engine = create_engine(
        "sqlite://",
        creator=lambda: connect(path, foreign_keys=foreign_keys, patience_ms=patience_ms, connection_class=connection_class),
        poolclass=StaticPool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def own_connection(path: Path, *, patience_ms: int = PATIENCE_MS) -> Iterator[sqlite3.Connection]:
    """Give a connection of its own for the block and close it afterwards."""
    connection = connect(path, patience_ms=patience_ms)
    try:
        yield connection
    finally:
        connection.close()


def _begin(connection: Connection) -> None:
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def _set_pragmas(connection: sqlite3.Connection, pragmas: _Pragmas) -> None:
    for name, (setting, wanted) in pragmas.items():
        connection.execute(f"PRAGMA {name}={setting}").fetchall()
        answer = connection.execute(f"PRAGMA {name}").fetchone()
        if answer != (wanted,):
            raise sqlite3.NotSupportedError(f"this SQLite answers {answer!r} for {name}")
