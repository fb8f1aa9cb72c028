"""Files that a person names on the command line: read with a limit, written whole, and every refusal in plain words."""

from pathlib import Path

from pfss_desktop.domain.faults import UserError
from pfss_desktop.file_reasons import reason_of
from pfss_desktop.files import write_whole
from pfss_desktop.language import _


class FileTrouble(UserError):
    """A named file that cannot be read or written, and why."""


def read_named(path: Path, limit: int) -> bytes:
    """Return a file's content, at most one byte more than `limit`; raise FileTrouble."""
    try:
        with path.open("rb") as stream:
            return stream.read(limit + 1)
    except (OSError, ValueError) as error:
        raise FileTrouble(_("{file} cannot be read: {reason}").format(file=path, reason=reason_of(error))) from error


def write_named(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; raise FileTrouble."""
    if path.is_dir():
        raise FileTrouble(_("{file} is a folder; nothing was written. Name a file").format(file=path))
    try:
        write_whole(path, content)
    except (OSError, ValueError) as error:
        message = _("{file} was not written: {reason}. What was there before is unchanged")
        raise FileTrouble(message.format(file=path, reason=reason_of(error))) from error


def check_ending(path: Path, ending: str) -> None:
    """Raise FileTrouble unless the name ends so: a slip such as two names swapped must not overwrite a plan."""
    if path.suffix.lower() != ending:
        raise FileTrouble(_("{file} must end in {ending}; nothing was written").format(file=path, ending=ending))
