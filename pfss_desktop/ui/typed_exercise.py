"""What is typed into the search field, such as "clam, 3x12, red band": words that find an exercise, and its dosage."""

import re
from collections.abc import Callable

from pfss_desktop.domain.faults import UserError
from pfss_desktop.domain.prescription_words import wanted_change

_SETS_OF = re.compile(r"\s+(?=[0-9]+\s?[x×]\s?[0-9])")
_COMMA = re.compile(r"[,;]")


def split_typed(typed: str, finds: Callable[[str], bool]) -> tuple[str, str]:
    """Return the words to search by, and the words for the side, dosage or resistance; the latter are empty where there are none.

    They are parted at the first comma, or "3x12", behind which all is understood. What is not understood (yet) is still not
    searched by where it would find nothing: names of exercises hold commas, too.
    """
    cuts = [found.span() for pattern in (_COMMA, _SETS_OF) for found in pattern.finditer(typed)]
    parted = [(typed[:start].strip(), typed[end:].strip()) for start, end in sorted(cuts)]
    parted = [(query, words) for query, words in parted if any(map(str.isalnum, query))]
    for query, words in parted:
        if _is_understood(words):
            return query, words
    if parted and not finds(typed):
        return next(((query, words) for query, words in reversed(parted) if finds(query)), (typed, ""))
    return typed, ""


def _is_understood(words: str) -> bool:
    try:
        wanted_change(words)
    except UserError:
        return False
    return True
