"""A lock between two starts of `dev.py`: the second waits until the first has made `.venv`."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def only_one(path: Path) -> Iterator[None]:
    """Hold the lock on this file inside the block; the system lets go of it when the process ends in whatever way."""
    with path.open("a", encoding="utf-8") as handle:
        if not _taken(handle):
            print("Waiting for another dev.py to finish ...", flush=True)
            while not _taken(handle):
                time.sleep(0.2)
        yield


def _taken(handle: IO[str]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True
