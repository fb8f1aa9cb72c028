"""What went wrong inside the program, written down for whoever mends it: types and places in the code, never a person's data.

Messages of exceptions are left out because they may quote a name or a note.
"""

import os
import traceback
from datetime import UTC, datetime
from pathlib import Path

SIZE_LIMIT = 1_000_000
"""Bytes after which the log starts anew; the former one is kept beside it."""


def note_failure(log: Path, error: BaseException) -> bool:
    """Append an error's type and traceback to the log; return whether that was possible."""
    entry = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC\n{described(error)}\n"
    try:
        log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if log.exists() and log.stat().st_size > SIZE_LIMIT:
            log.replace(log.with_suffix(".old.txt"))
        with open(log, "a", encoding="utf-8", opener=_private) as stream:
            stream.write(entry)
    except OSError:
        return False
    return True


def described(error: BaseException) -> str:
    """Return an error's type and the places in the code it passed, with those of the errors that led to it."""
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    before = f"{described(cause)}\nwhich led to\n" if cause is not None else ""
    places = "".join(traceback.format_tb(error.__traceback__))
    return f"{before}{places}{type(error).__module__}.{type(error).__qualname__}"


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
