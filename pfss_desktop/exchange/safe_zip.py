"""A zip archive from anywhere, read without mercy: only the files that are expected, each bounded before it is unpacked.

Nothing is ever written to the disk from here, so no name can lead out of a folder; odd names are refused all the same.
"""

import re
import stat
import zipfile
import zlib
from io import BytesIO

from pfss_desktop.domain.bounds import tidy_line
from pfss_desktop.domain.faults import Fault, FaultyFile
from pfss_desktop.language import _

ARCHIVE_LIMIT = 200_000_000
"""Bytes of the archive, and of all that it unpacks to."""
ENTRY_LIMIT = 500
"""Files in it."""
RATIO_LIMIT = 100
"""Times as large as packed that a file may be; text packs about 10 to 1, photos not at all."""
_RATIO_FROM = 64_000
"""Bytes from which the ratio counts: a short text may be all the same letter."""
_NAME_SHOWN = 80
_DIRECTORY, _ENCRYPTED = 0x10, 0x41
"""A folder among DOS attributes; the bits of the flags that stand for encryption, plain and strong."""


def unpacked(content: bytes, expected: re.Pattern[str], sizes: dict[str, int]) -> dict[str, bytes]:
    """Return the files of an archive by name; raise FaultyFile with every fault.

    Names must match `expected`; `sizes` says how many bytes a file may have by the ending of its name.
    """
    if len(content) > ARCHIVE_LIMIT:
        raise _faulty(_("is larger than {limit} MB").format(limit=ARCHIVE_LIMIT // 1_000_000))
    if not content.startswith(b"PK\x03\x04"):
        raise _faulty(_("is not a zip archive"))
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            held = archive.infolist()
            if len(held) > ENTRY_LIMIT:
                raise _faulty(_("has more than {limit} files").format(limit=ENTRY_LIMIT))
            faults = _doubled(held)
            for entry in held:
                faults += _faults_of(entry, expected, sizes)
            if sum(entry.file_size for entry in held) > ARCHIVE_LIMIT:
                faults.append(Fault("", _("unpacks to more than {limit} MB").format(limit=ARCHIVE_LIMIT // 1_000_000)))
            if faults:
                raise FaultyFile(faults)
            return {entry.filename: _content(archive, entry) for entry in held}
    except (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        raise _faulty(_("is a damaged zip archive")) from None


def _doubled(held: list[zipfile.ZipInfo]) -> list[Fault]:
    seen: set[str] = set()
    doubled: dict[str, None] = {}
    for entry in held:
        # As a system that knows no capitals would see it.
        name = entry.filename.casefold()
        if name in seen:
            doubled[entry.filename] = None
        seen.add(name)
    return [Fault(_shown(name), _("is in the archive twice")) for name in doubled]


def _faults_of(entry: zipfile.ZipInfo, expected: re.Pattern[str], sizes: dict[str, int]) -> list[Fault]:
    name = entry.filename
    reasons = []
    # Not `is_dir`, which fails on an entry without a name.
    if name.endswith("/") or entry.external_attr & _DIRECTORY:
        reasons.append(_("is a folder"))
    elif entry.orig_filename != name or not expected.fullmatch(name):
        reasons.append(_("has no place in this archive"))
    # The upper half are the attributes of Unix, where they are kept at all.
    mode = entry.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG) and not stat.S_ISDIR(mode):
        reasons.append(_("is a link or a device, not a file"))
    if entry.flag_bits & _ENCRYPTED:
        reasons.append(_("is encrypted"))
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        reasons.append(_("is packed in a way that is not taken"))
    limit = sizes.get(name.rpartition(".")[2], 0)
    if limit and entry.file_size > limit:
        reasons.append(_("is larger than {limit} MB").format(limit=limit // 1_000_000))
    if entry.file_size > max(_RATIO_FROM, entry.compress_size * RATIO_LIMIT):
        reasons.append(_("is packed more than {limit} times: it would burst").format(limit=RATIO_LIMIT))
    return [Fault(_shown(name), reason) for reason in reasons]


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Return a file's content; never a byte more than it says of itself is taken into memory."""
    try:
        with archive.open(entry) as stream:
            content = stream.read(entry.file_size + 1)
            # At the end the check sum is looked at.
            more = stream.read(1)
    except (zlib.error, KeyError, IndexError, OverflowError):
        raise zipfile.BadZipFile from None
    if len(content) != entry.file_size or more:
        raise zipfile.BadZipFile
    return content


def _shown(name: str) -> str:
    return tidy_line(name[:_NAME_SHOWN]) or "?"


def _faulty(reason: str) -> FaultyFile:
    return FaultyFile([Fault("", reason)])
