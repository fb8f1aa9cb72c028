"""Lines on the terminal, whatever terminal it is: none at all, one without Unicode, one that went away."""

import os
import sys
from io import TextIOWrapper

PROGRAM = "pfss-desktop"
"""The program's name, at the start of its complaints."""

_LINE_SHOWN = 1000


class LostOutput(Exception):
    """What a command had to say could not be written; the cause is the system's own error."""


def settle_streams() -> None:
    """Make letters that the terminal cannot show come out as escapes instead of an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(text: str = "") -> None:
    """Write a result to the standard output, tidied of anything that could steer a terminal. Raises LostOutput."""
    from pfss_desktop.domain.bounds import tidy_text

    try:
        _write(sys.stdout, tidy_text(text))
    except OSError as error:
        raise LostOutput from error


def complain(text: str) -> None:
    """Write one line to the standard error, after the program's name; a terminal that is gone is no error."""
    from pfss_desktop.domain.bounds import tidy_line

    line = tidy_line(text)
    shown = line if len(line) <= _LINE_SHOWN else f"{line[:_LINE_SHOWN]} …"
    try:
        _write(sys.stderr, f"{PROGRAM}: {shown}")
        _flush(sys.stderr)
    except OSError:
        drop(sys.stderr)


def finish() -> None:
    """Send what is held back of the standard output. Raises LostOutput."""
    try:
        _flush(sys.stdout)
    except OSError as error:
        raise LostOutput from error


def drop(stream: object) -> None:
    """Point a stream that nobody reads any more at nothing, so that the interpreter's last flush is silent."""
    if isinstance(stream, TextIOWrapper):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, stream.fileno())
        os.close(nothing)


def _flush(stream: object) -> None:
    if isinstance(stream, TextIOWrapper):
        stream.flush()


def _write(stream: object, text: str) -> None:
    # Without a console (pythonw, `>&-`) there is no stream at all.
    if stream is not None and hasattr(stream, "write"):
        stream.write(f"{text}\n")
