"""Reading one TOML file from anywhere: what comes back is plain data, or a plain reason why there is none."""

import os
from pathlib import Path
from stat import S_ISREG
from typing import Any

from pfss_desktop.domain.faults import Fault, FaultyFile
from pfss_desktop.language import _

SIZE_LIMIT = 256 * 1024
"""Bytes in a file; the longest of ours has 4 kB."""
DEPTH_LIMIT = 16
"""Tables and lists inside each other."""
DOTS_IN_LINE = 50
"""Dots in one line; a key of a hundred thousand dotted parts would take all memory before the parser is done with it."""


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """Return a file's bytes; raise FaultyFile where it cannot be read, is no file, or is larger than SIZE_LIMIT."""
    try:
        # Without waiting: a pipe that nobody writes to would never open.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        try:
            content = os.read(descriptor, SIZE_LIMIT + 1) if S_ISREG(os.fstat(descriptor).st_mode) else None
        finally:
            os.close(descriptor)
    except (FileNotFoundError, IsADirectoryError):
        content = None
    except (OSError, ValueError):
        raise FaultyFile([Fault("", _("cannot be read"))]) from None
    if content is None:
        raise FaultyFile([Fault("", _("is not a file"))])
    if len(content) > SIZE_LIMIT:
        raise FaultyFile([Fault("", _("is larger than {limit} kB").format(limit=SIZE_LIMIT // 1024))])
    return content


def parse_toml(content: bytes) -> dict[str, Any]:
    """Return the data in a TOML text; raise FaultyFile where it is not UTF-8, not TOML, or nested too deeply."""
    import tomllib  # only where a file is not in the compiled form

    text = _text(content)
    if any(line.count(".") > DOTS_IN_LINE for line in text.split("\n")):
        raise FaultyFile([Fault("", _("has a line with more than {limit} dots").format(limit=DOTS_IN_LINE))])
    try:
        data = tomllib.loads(text)
    except RecursionError:
        raise FaultyFile([Fault("", _("is nested too deeply"))]) from None
    except tomllib.TOMLDecodeError as error:
        raise FaultyFile([Fault("", _("is not valid TOML: {detail}").format(detail=_shortened(str(error))))]) from None
    except ValueError:  # digits beyond what Python reads as one number
        raise FaultyFile([Fault("", _("is not valid TOML: {detail}").format(detail=_("a number is too long")))]) from None
    if is_deeper_than(data, DEPTH_LIMIT):
        raise FaultyFile([Fault("", _("is nested too deeply"))])
    return data


def read_toml(path: Path) -> dict[str, Any]:
    """Return the data in a TOML file; raise FaultyFile as read_bytes and parse_toml do."""
    return parse_toml(read_bytes(path))


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise FaultyFile([Fault("", _("is not a text in UTF-8"))]) from None


def is_deeper_than(data: object, limit: int) -> bool:
    """Return whether parsed data has more tables and lists inside each other than this."""
    level: list[object] = [data]
    for _depth in range(limit):
        level = [inner for outer in level for inner in _inside(outer)]
        if not level:
            return False
    return True


def _inside(value: object) -> list[object]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _shortened(text: str) -> str:
    return text if len(text) <= 120 else text[:119] + "…"
