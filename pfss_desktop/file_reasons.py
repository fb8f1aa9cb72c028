"""Why the system refused a file, in plain words, for the command line and for the window."""

import errno

from pfss_desktop.language import _

_OPEN_ELSEWHERE = (32, 33)
"""What Windows calls a sharing violation and a lock violation."""


def reason_of(error: OSError | ValueError) -> str:
    """Return in plain words why the system refused a file."""
    if not isinstance(error, OSError):
        return _("no file can have this name")
    if getattr(error, "winerror", 0) in _OPEN_ELSEWHERE:
        return _("another program has it open; close it there")
    reasons = {
        errno.ENOENT: _("there is no such file or folder"),
        errno.ENOTDIR: _("a part of its path is a file, not a folder"),
        errno.EISDIR: _("it is a folder"),
        errno.EACCES: _("you have no permission"),
        errno.EPERM: _("you have no permission"),
        errno.EBUSY: _("another program has it open; close it there"),
        errno.ETXTBSY: _("another program has it open; close it there"),
        errno.EROFS: _("the disk can only be read"),
        errno.ENOSPC: _("the disk is full"),
        errno.EDQUOT: _("the disk space given to you is used up"),
        errno.EFBIG: _("the file grew larger than is allowed here"),
        errno.ENAMETOOLONG: _("its name is too long"),
        errno.ELOOP: _("it is a link to itself"),
    }
    return reasons.get(error.errno or 0, _("the system says: {words}").format(words=error.strerror or type(error).__name__))
