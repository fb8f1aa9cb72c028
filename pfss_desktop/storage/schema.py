"""Brings the file to today's tables before it is opened: made where it is missing, refused, or moved up from an older release.

What stands at the file's name is a whole database at every moment.
"""

import errno
import os
import secrets
from contextlib import suppress
from pathlib import Path

from sqlalchemy import insert

from pfss_desktop.files import sync_folder
from pfss_desktop.storage.backup import create_private, ensure_private, sync_file
from pfss_desktop.storage.engine import engine_for, own_connection
from pfss_desktop.storage.faults import DiskFull, UnreachableDatabase
from pfss_desktop.storage.header import gate, journal_of
from pfss_desktop.storage.sqlite_errors import in_plain_words
from pfss_desktop.storage.tables import APPLICATION_ID, SCHEMA, alembic_version, metadata

MIGRATIONS = Path(__file__).resolve().parent / "migrations"
"""The folder of the migrations' `env.py` and `versions`."""


def prepare(path: Path, backups: Path, schema: int = SCHEMA, migrations: Path = MIGRATIONS) -> None:
    """Make sure that a database with today's tables is at `path`. Raises UserError; then what was there is as it was.

    `schema` and `migrations` are others than the program's own in tests only.
    """
    if not os.path.lexists(path):
        create(path)
    found = gate(path, schema).schema
    # A file that was copied back by hand may have come to be readable by others.
    with suppress(OSError):
        path.chmod(path.stat().st_mode & 0o700)
    if journal_of(path).exists():
        found = _after_recovery(path)
    if found < schema:
        # Alembic costs a fifth of a second: it is loaded only when an old database is found.
        from pfss_desktop.storage.migrate import migrate

        migrate(path, backups, schema, migrations)


def _after_recovery(path: Path) -> int:
    """Let SQLite undo a save or an update that broke off, and return the schema number that is in force then."""
    with in_plain_words(path), own_connection(path) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def create(path: Path) -> None:
    """Put a new, empty database at `path`, whole from its first moment there and readable by its owner only.

    Where another program makes one at the same time, that one stays. Raises UserError.
    """
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        ensure_private(path.parent)
        create_private(part)
        with in_plain_words(path):
            _fill(part)
        sync_file(part)
        _put_in_place(part, path)
        sync_folder(path.parent)
    except OSError as error:
        raise (DiskFull() if error.errno == errno.ENOSPC else UnreachableDatabase(path)) from None
    finally:
        with suppress(OSError):
            part.unlink()


def _fill(part: Path) -> None:
    engine = engine_for(part)
    try:
        with engine.begin() as connection:
            metadata.create_all(connection, checkfirst=False)
            connection.execute(insert(alembic_version), {"version_num": f"{SCHEMA:04}"})
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA}")
    finally:
        engine.dispose()


def _put_in_place(part: Path, path: Path) -> None:
    """Give the file its name unless one has it by now."""
    with suppress(FileExistsError):
        try:
            os.link(part, path)
        except FileExistsError:
            raise
        except OSError:
            # Windows and file systems without hard links. Windows refuses to rename over a file.
            if not path.exists():
                os.rename(part, path)
