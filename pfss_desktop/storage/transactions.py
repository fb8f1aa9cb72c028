"""Transactions on the open database: whole or not at all, with errors in plain words and the truth about an unsure commit."""

import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from pfss_desktop.domain.faults import UserError
from pfss_desktop.storage.faults import DatabaseGone, SaveUnknown
from pfss_desktop.storage.sqlite_errors import in_plain_words, looks_like_disk

T = TypeVar("T")


class Transactions:
    """Reads and writes on one database file through one connection; a second thread waits its turn."""

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self._readers = engine.execution_options(reading=True)
        self._path = path
        self._turn = threading.RLock()
        self._identity = _identity(path)

    def read(self, work: Callable[[Connection], T]) -> T:
        """Run the work on one state of the database and return what it returns. Raises UserError.

        A disk may fail once: before a person is alarmed, a fresh connection has a second look.
        """
        with self._turn, in_plain_words(self._path):
            self.check_in_place()
            try:
                return self._read_once(work)
            except DBAPIError as error:
                if not looks_like_disk(error):
                    raise
                return self._read_once(work)

    def write(self, work: Callable[[Connection], T], landed: Callable[[Connection], bool]) -> T:
        """Run the work in one transaction and return what it returns; an error means that nothing of it is in the database.

        A disk may report an error for a commit that is on it all the same. Then `landed` is asked, on a fresh connection, whether
        the work is there: yes counts as success. Raises SaveUnknown when that cannot be found out, else the UserError.
        """
        with self._turn, in_plain_words(self._path):
            self.check_in_place()
            with self._engine.connect() as connection:
                transaction = connection.begin()
                try:
                    result = work(connection)
                except DBAPIError:
                    # Closing rolls back too, and the next transaction starts on a fresh connection.
                    connection.invalidate()
                    raise
                except BaseException:
                    transaction.rollback()
                    raise
                try:
                    transaction.commit()
                except DBAPIError:
                    connection.invalidate()
                    if not self._has_landed(landed):
                        raise
            self.check_in_place()
            return result

    @property
    def is_in_place(self) -> bool:
        """Whether the very file that was opened is still at its place."""
        return _identity(self._path) == self._identity

    def check_in_place(self) -> None:
        """Raise DatabaseGone unless the very file that was opened is still at its place."""
        if not self.is_in_place:
            raise DatabaseGone(self._path)

    def close(self) -> None:
        """Close the connection; the file can be moved now."""
        with self._turn:
            self._engine.dispose()

    def _read_once(self, work: Callable[[Connection], T]) -> T:
        with self._readers.connect() as connection:
            try:
                with connection.begin():
                    return work(connection)
            except DBAPIError:
                connection.invalidate()
                raise

    def _has_landed(self, landed: Callable[[Connection], bool]) -> bool:
        try:
            return self._read_once(landed)
        except (DBAPIError, UserError):
            raise SaveUnknown from None


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino
