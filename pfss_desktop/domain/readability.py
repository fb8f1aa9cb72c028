"""How hard a text is to read: a school grade in English, an ease in Spanish, and the sentence that makes it so.

Both formulas were made for passages of a hundred words and more; of a short line they are a rough guide.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from pfss_desktop.domain.syllables import english_syllables, spanish_syllables

ENGLISH_GRADE_LIMIT = 6.0
"""Highest school grade that a text for patients should ask for (CLINICAL 7.1, 7.2)."""
SPANISH_EASE_LIMIT = 80.0
"""Lowest ease that counts as easy: 80 to 90 is "fácil" on Fernández Huerta's scale, about the fifth and sixth grade."""

_SENTENCE_END = re.compile(r"[.!?…][\"”’»)]*(?=\s|$)|\n")
_LOOK_AHEAD = 8
"""Letters after a stop in which the next sentence's first is looked for."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,:]\d+)*")


class Reading(NamedTuple):
    """What a measure says of a text: the figure, whether it is easy enough, and the sentence whose absence would ease it most."""

    figure: float
    is_easy: bool
    hardest: str


class _Counted(NamedTuple):
    """Words and syllables of one sentence, or sentences, words and syllables of many together."""

    sentences: int
    words: int
    syllables: int

    def with_(self, other: "_Counted") -> "_Counted":
        return _Counted(self.sentences + other.sentences, self.words + other.words, self.syllables + other.syllables)

    def without(self, other: "_Counted") -> "_Counted":
        return _Counted(self.sentences - other.sentences, self.words - other.words, self.syllables - other.syllables)


class _Measure(NamedTuple):
    """A language's way to count and to judge; `hardness` grows with difficulty and is the figure, turned round where need be."""

    syllables: Callable[[str], int]
    figure: Callable[[_Counted], float]
    turn: int
    limit: float

    def is_easy(self, figure: float) -> bool:
        return figure * self.turn <= self.limit * self.turn


def reading_of(texts: Iterable[str], language: str) -> Reading | None:
    """Return how hard these texts are together in a language ("en", "es"); None without words or in a language without a measure.

    The figure is the Flesch-Kincaid school grade in English (higher is harder) and Fernández Huerta's ease in Spanish (higher is
    easier). Each text ends a sentence, as a heading, a step or a line of a list does.
    """
    measure = _MEASURES.get(language.split("-")[0].split("_")[0].casefold())
    if measure is None:
        return None
    counted = [(sentence, _counted(sentence, measure)) for text in texts for sentence in sentences_in(text)]
    counted = [(sentence, count) for sentence, count in counted if count.words]
    if not counted:
        return None
    total = _Counted(0, 0, 0)
    for _sentence, count in counted:
        total = total.with_(count)
    figure = measure.figure(total)
    return Reading(figure, measure.is_easy(figure), _hardest(counted, total, measure))


def words_in(text: str) -> list[str]:
    """Return a text's words; a number counts as one, signs as none."""
    return _WORD.findall(text)


def sentences_in(text: str) -> Iterator[str]:
    """Yield a text's sentences; a full stop inside a number or before a small letter ends none, a new line always does."""
    start = 0
    for end in _SENTENCE_END.finditer(text):
        following = text[end.end() : end.end() + _LOOK_AHEAD].lstrip(" ")[:1]
        if end.group() == "\n" or not following.islower():
            yield from _unless_blank(text[start : end.end()])
            start = end.end()
    yield from _unless_blank(text[start:])


def flesch_kincaid(sentences: int, words: int, syllables: int) -> float:
    """Return the school grade of an English text (Kincaid, Fishburne, Rogers and Chissom 1975)."""
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def fernandez_huerta(sentences: int, words: int, syllables: int) -> float:
    """Return the reading ease of a Spanish text, 0 to 100 and a little beyond (Fernández Huerta 1959).

    Its second number is taken as words in a sentence, not sentences in a hundred words as it is often copied (Law 2011).
    """
    return 206.84 - 60.0 * syllables / words - 1.02 * words / sentences


def _unless_blank(text: str) -> Iterator[str]:
    if not text.isspace() and text:
        yield text.strip()


def _counted(sentence: str, measure: _Measure) -> _Counted:
    words = words_in(sentence)
    return _Counted(1, len(words), sum(1 if word[0].isdigit() else measure.syllables(word) for word in words))


def _hardest(counted: list[tuple[str, _Counted]], total: _Counted, measure: _Measure) -> str:
    if len(counted) == 1:
        return counted[0][0]
    return min(counted, key=lambda held: measure.turn * measure.figure(total.without(held[1])))[0]


_MEASURES = {
    "en": _Measure(english_syllables, lambda total: flesch_kincaid(*total), 1, ENGLISH_GRADE_LIMIT),
    "es": _Measure(spanish_syllables, lambda total: fernandez_huerta(*total), -1, SPANISH_EASE_LIMIT),
}
