"""Backups of the database: one consistent copy, checked before it counts, the newest twenty kept."""

import contextlib
import os
import secrets
import shutil
import sqlite3
import time
from datetime import UTC, datetime
from pathlib import Path

from pfss_desktop.files import sync_folder
from pfss_desktop.paths import private_folder
from pfss_desktop.storage.engine import PATIENCE_MS, own_connection
from pfss_desktop.storage.faults import BackupFailed, BusyDatabase, DamagedDatabase, FaultyBackup
from pfss_desktop.storage.sqlite_errors import user_error

KEPT = 20
"""Backups kept; older ones go when a new one has passed its checks."""
STALE_SECONDS = 3600
"""After this time a copy under way is taken for one that was killed."""


def back_up(source: Path, folder: Path, *, patience_ms: int = PATIENCE_MS) -> Path:
    """Write a checked copy of the database into the folder and return its path. Raises UserError; then older backups all stay.

    Named `plans-<UTC time>-schema<number>.sqlite`, readable by its owner only. It bears the database's own time of change, so
    that `is_backed_up` can tell at no cost. Savers wait for as long as the copy takes, readers do not.
    """
    try:
        ensure_private(folder)
        if shutil.disk_usage(folder).free < 2 * source.stat().st_size:
            raise BackupFailed(folder)
        target = _checked_copy(source, folder, patience_ms)
        sync_folder(folder)
    except OSError:
        raise BackupFailed(folder) from None
    except sqlite3.Error as error:
        words = user_error(error, source)
        raise (words if isinstance(words, DamagedDatabase | BusyDatabase) else BackupFailed(folder)) from None
    _prune(folder, target)
    return target


def _checked_copy(source: Path, folder: Path, patience_ms: int) -> Path:
    part = folder / f".{secrets.token_hex(8)}.part"
    create_private(part)
    try:
        with own_connection(source, patience_ms=patience_ms) as connection:
            schema, changed = _copy(connection, source, part)
        os.utime(part, ns=(changed, changed))
        sync_file(part)
        target = folder / f"plans-{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}-schema{schema}.sqlite"
        os.replace(part, target)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
    return target


def is_backed_up(source: Path, folder: Path) -> bool:
    """Return whether the newest backup holds the database as it is now, by time of change."""
    newest = backups_in(folder)[-1:]
    with contextlib.suppress(OSError):
        return bool(newest) and newest[0].stat().st_mtime_ns == source.stat().st_mtime_ns
    return False


def backups_in(folder: Path) -> list[Path]:
    """Return the backups in a folder, oldest first."""
    return sorted(folder.glob("plans-*-schema*.sqlite"))


def ensure_private(folder: Path) -> None:
    """Create the folder where it is missing, readable by its owner only whatever the umask. Raises OSError."""
    if not folder.is_dir():
        private_folder(folder)
        folder.chmod(0o700)


def create_private(path: Path) -> None:
    """Create an empty new file, readable by its owner only whatever the umask. Raises OSError, also where it exists."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    os.close(descriptor)
    path.chmod(0o600)


def sync_file(path: Path) -> None:
    """Put the file's content on the disk. Raises OSError."""
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def _copy(connection: sqlite3.Connection, source: Path, part: Path) -> tuple[int, int]:
    """Copy one state of the database and check the copy; return its schema number and the source's time of change."""
    connection.execute("BEGIN")
    counts = _row_counts(connection)
    changed = source.stat().st_mtime_ns
    copy = sqlite3.connect(part, isolation_level=None)
    try:
        # No journal beside the copy: a copy that breaks off is thrown away whole.
        copy.execute("PRAGMA journal_mode=MEMORY")
        connection.backup(copy)
        connection.execute("COMMIT")
        _check(copy, counts)
        return int(copy.execute("PRAGMA user_version").fetchone()[0]), changed
    finally:
        copy.close()


def _check(copy: sqlite3.Connection, counts: dict[str, int]) -> None:
    # A copy has the same values as its source; to check every rule on every value again would take ten times as long.
    copy.execute("PRAGMA ignore_check_constraints=ON")
    try:
        whole = copy.execute("PRAGMA quick_check").fetchone()[0] == "ok"
        linked = copy.execute("PRAGMA foreign_key_check").fetchone() is None
        fine = whole and linked and _row_counts(copy) == counts
    except sqlite3.DatabaseError:
        fine = False
    if not fine:
        raise FaultyBackup


def _row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    # The names come from the database's own schema, not from a person.
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}  # noqa: S608


def _prune(folder: Path, newest: Path) -> None:
    others = [path for path in backups_in(folder) if path != newest]
    for path in others[: max(0, len(others) - (KEPT - 1))]:
        with contextlib.suppress(OSError):
            path.unlink()
    for path in folder.glob(".*.part"):
        with contextlib.suppress(OSError):
            if time.time() - path.stat().st_mtime > STALE_SECONDS:
                path.unlink()
