"""The one door through which every text passes before it is measured or printed.

Nothing on paper is ever parsed as markup: what comes out here is drawn letter by letter. A letter the typeface lacks is shown as
MISSING, never left out and never a silent box; who prints can ask for such letters beforehand.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Set

from pfss_desktop.domain.bounds import tidy_text

MISSING = "[?]"
"""Stands for a run of letters that the typeface does not have. Brackets tell it from a question mark that was typed."""

HARD_SPACE = "\u00a0"
"""A space at which no line is broken."""

_HARD_SPACES = frozenset("\u00a0\u2007\u202f")
_INVISIBLE = ("Cc", "Cf", "Cs")
_PLAIN = re.compile(r"[ -~\n]*")


def for_paper(text: str, letters: Set[int]) -> str:
    """Return the text as it is printed with a typeface that has these letters (code points).

    Cleaned of control characters, surrogates, direction marks and other invisible ones; every odd space is a plain or a hard
    one; newlines stay. Runs of letters that cannot be printed become MISSING.
    """
    if _PLAIN.fullmatch(text):
        return text
    printed: list[str] = []
    for letter, known in _judged(text, letters):
        if known:
            printed.append(letter)
        elif not printed or printed[-1] != MISSING:
            printed.append(MISSING)
    return "".join(printed)


def missing_from(texts: Iterable[str], letters: Set[int]) -> tuple[str, ...]:
    """Return the letters of these texts that cannot be printed, each once, in the order they come."""
    found = (letter for text in texts if not _PLAIN.fullmatch(text) for letter, known in _judged(text, letters) if not known)
    return tuple(dict.fromkeys(found))


def _judged(text: str, letters: Set[int]) -> Iterator[tuple[str, bool]]:
    for letter in tidy_text(text):
        if letter == "\n" or (" " <= letter <= "~"):
            yield letter, True
        elif letter in _HARD_SPACES:
            yield HARD_SPACE, True
        elif letter == "\t" or unicodedata.category(letter) in ("Zs", "Zl", "Zp"):
            yield " ", True
        elif unicodedata.category(letter) not in _INVISIBLE and not _is_variation(letter):
            yield from _printable(letter, letters)


def _printable(letter: str, letters: Set[int]) -> Iterator[tuple[str, bool]]:
    if ord(letter) in letters:
        yield letter, True
        return
    # A composed letter may be missing while its base and its accent are there.
    parts = unicodedata.normalize("NFD", letter)
    if len(parts) > 1 and all(ord(part) in letters for part in parts):
        yield from ((part, True) for part in parts)
    else:
        yield letter, False


def _is_variation(letter: str) -> bool:
    return "\ufe00" <= letter <= "\ufe0f" or "\U000e0100" <= letter <= "\U000e01ef"
