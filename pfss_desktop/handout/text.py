"""The one door through which every text passes before it is measured or printed.

Nothing on paper is ever parsed as markup: what comes out here is drawn letter by letter. A letter that no font at hand has is
shown as MISSING, never left out and never a silent box; who prints can ask for such letters beforehand.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from pfss_desktop.domain.bounds import tidy_text
from pfss_desktop.handout.bidi import LEFT_MARK, RIGHT_MARK

MISSING = "[?]"
"""Stands for a run of letters that no font at hand has. Brackets tell it from a question mark that was typed."""

HARD_SPACE = "\u00a0"
"""A space at which no line is broken."""

_HARD_SPACES = frozenset("\u00a0\u2007\u202f")
_JOINERS = "\u200c\u200d"
_INVISIBLE = ("Cc", "Cf", "Cs")


class Letters(NamedTuple):
    """The letters that can be printed: those the typeface has (`known`), and those that are in a font `elsewhere`.

    A text that is all `plain` prints as it stands, whatever stands beside whatever.
    """

    known: frozenset[str]
    plain: frozenset[str]
    elsewhere: Callable[[str], bool]

    @classmethod
    def of(cls, known: frozenset[str], elsewhere: Callable[[str], bool]) -> "Letters":
        """Return the letters with the plain ones found: no accents to be composed, no odd spaces, nothing invisible."""
        plain = {letter for letter in known if unicodedata.category(letter)[0] not in "CMZ" and _is_composed(letter)}
        return cls(known, frozenset(plain | {" ", "\n"}), elsewhere)

    def has(self, letter: str) -> bool:
        """Return whether a letter can be printed at all."""
        return letter in self.known or self.elsewhere(letter)


def for_paper(text: str, letters: Letters) -> str:
    """Return the text as it is printed with a typeface that has these letters.

    Cleaned of control characters, surrogates, direction marks and other invisible ones, but for the joiners that other scripts
    need, and a direction mark that begins the text and says which way its lines run; every odd space is a plain or a hard
    one; newlines stay. Runs of letters that cannot be printed become MISSING.
    """
    if letters.plain.issuperset(text):
        return text
    mark = text[0] if text[0] in (LEFT_MARK, RIGHT_MARK) else ""
    printed = [mark] if mark else []
    for letter, known in _judged(text, letters):
        if known:
            printed.append(letter)
        elif not printed or printed[-1] != MISSING:
            printed.append(MISSING)
    return "".join(printed) if printed[1:] or mark not in printed else ""


def missing_from(texts: Iterable[str], letters: Letters) -> tuple[str, ...]:
    """Return the letters of these texts that cannot be printed, each once, in the order they come."""
    found = (
        letter for text in texts if not letters.plain.issuperset(text) for letter, known in _judged(text, letters) if not known
    )
    return tuple(dict.fromkeys(found))


def _judged(text: str, letters: Letters) -> Iterator[tuple[str, bool]]:
    before = ""
    for letter in tidy_text(text):
        if letter in letters.plain:
            yield letter, True
        elif letter in _HARD_SPACES:
            yield HARD_SPACE, True
        elif letter == "\t" or unicodedata.category(letter) in ("Zs", "Zl", "Zp"):
            yield " ", True
        elif letter in _JOINERS:
            # They shape the letters of some scripts and join emoji; between the typeface's own letters they do nothing.
            if before and before not in letters.known and before not in _JOINERS:
                yield letter, True
        elif unicodedata.category(letter) not in _INVISIBLE and not _is_variation(letter):
            yield from _printable(letter, letters)
        else:
            continue
        before = letter


def _printable(letter: str, letters: Letters) -> Iterator[tuple[str, bool]]:
    if letters.has(letter):
        yield letter, True
        return
    # A composed letter may be missing while its base and its accent are there.
    parts = unicodedata.normalize("NFD", letter)
    if len(parts) > 1 and all(map(letters.has, parts)):
        yield from ((part, True) for part in parts)
    else:
        yield letter, False


def _is_composed(letter: str) -> bool:
    return unicodedata.normalize("NFC", letter) == letter


def _is_variation(letter: str) -> bool:
    return "\ufe00" <= letter <= "\ufe0f" or "\U000e0100" <= letter <= "\U000e01ef"
