"""Numbers and pairs of numbers as a person writes them in a file: 10, "10-15", "5 to 0"."""

import re

from pfss_desktop.domain.faults import Fault, FaultyFile
from pfss_desktop.language import _

Span = int | str
"""A whole number, or a text with one or two whole numbers: "10-15", "10–15" or "10 to 15"."""

_PAIR = re.compile(r"\s*(-?[0-9]{1,4})\s*(?:-|–|to)\s*(-?[0-9]{1,4})\s*")
_SINGLE = re.compile(r"\s*(-?[0-9]{1,4})\s*")


def pair_of(span: Span) -> tuple[int, int]:
    """Return a span's two numbers in the order written, one number twice; raise FaultyFile for any other text."""
    if isinstance(span, int):
        return span, span
    if found := _PAIR.fullmatch(span):
        return int(found[1]), int(found[2])
    if found := _SINGLE.fullmatch(span):
        return int(found[1]), int(found[1])
    raise FaultyFile([Fault("", _('must be a whole number, or two as in "10-15" or "5 to 0"'))])
