"""Writing a file so that it is either the old one or the whole new one, whatever happens in between."""

import contextlib
import errno
import os
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write the content under this name at once: readable by its owner only, on the disk when this returns.

    A `.part` file is written in the same folder, synced, and put in the old file's place. On any error the old file is as it
    was, the `.part` file is gone, and the OSError is raised.
    """
    # Path.resolve would raise a RuntimeError for a link to itself.
    target = Path(os.path.realpath(path)) if path.is_symlink() else path
    part = target.with_name(f".{os.urandom(8).hex()}.part")
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with open(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(part, target)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Put the folder's own entries on the disk, where the system can do so; Windows does it by itself.

    Raises OSError where the disk fails, but not where a folder can be neither opened nor synced at all, as some network folders
    and letter boxes: what was written into it is there all the same.
    """
    if os.name == "nt":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno not in _NO_SYNC_HERE:
            raise


_NO_SYNC_HERE = (errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EPERM)
