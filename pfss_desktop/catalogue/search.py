"""The search over a catalogue: any word, the beginning of one, or a small misspelling, at every keystroke."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from pfss_desktop.catalogue.words import words_beside_name, words_of
from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.language import translated

LETTER_LIMIT = 100
"""Letters of a query that are looked at; nobody types more to find an exercise."""
WORD_LIMIT = 8
"""Words of a query that are looked at."""

_LAST = "\U0010ffff"
"""Sorts behind every word that begins the same."""

_Costs = dict[int, int]
"""Places in the catalogue, and how far each is from the word typed: 0 in the name, 1 in another field, more for a misspelling."""


class WordSearch:
    """Finds exercises of one catalogue by words; made once, as it reads every entry. See `domain.library.ExerciseSearch`.

    The words are English and those of the language spoken when it is made.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._ids = tuple(exercise.id for exercise in catalogue)
        in_names: dict[str, list[int]] = {}
        elsewhere: dict[str, list[int]] = {}
        names: list[tuple[str, int]] = []
        for place, exercise in enumerate(catalogue):
            of_name: set[str] = set()
            for name in {exercise.name, translated(exercise.name)}:
                words = words_of(name)
                names.append((" ".join(words), place))
                of_name.update(words)
            for word in of_name:
                in_names.setdefault(word, []).append(place)
            for word in words_beside_name(exercise).difference(of_name):
                elsewhere.setdefault(word, []).append(place)
        self._names = sorted(names)
        self._words = sorted(in_names.keys() | elsewhere.keys())
        self._in_names = [in_names.get(word, ()) for word in self._words]
        self._elsewhere = [elsewhere.get(word, ()) for word in self._words]
        self._beginnings: dict[int, list[str]] = {}

    def find(self, text: str) -> Sequence[str]:
        """Return the ids of the exercises that match every word of `text`, best first; all ids, in order, for an empty text.

        First come names that are the text, then names that begin with it, then those with more of its words in the name. Only
        where a word begins none in the catalogue, or all words together lead nowhere, a misspelling is thought of.
        """
        words = words_of(text[:LETTER_LIMIT])[:WORD_LIMIT]
        if not words:
            return self._ids
        beginning, different = " ".join(words), tuple(dict.fromkeys(words))
        found = [self._beginning_with(word) or self._like(word) for word in different]
        return self._ranked(beginning, found) or self._ranked(
            beginning, [self._like(word) | self._beginning_with(word) for word in different]
        )

    def _ranked(self, beginning: str, found: Sequence[_Costs]) -> tuple[str, ...]:
        costs = found[0]
        if len(found) > 1:
            everywhere = set(costs).intersection(*found[1:])
            costs = {place: sum(each[place] for each in found) for place in everywhere}
        first = [place for place in self._named(beginning) if place in costs]
        named, ids, size = set(first), self._ids, len(self._ids)
        # One number per place, cost before place: ten thousand pairs would wake the garbage collector at a keystroke.
        rest = sorted(cost * size + place for place, cost in costs.items() if place not in named)
        return (*(ids[place] for place in first), *(ids[number % size] for number in rest))

    def _named(self, beginning: str) -> list[int]:
        """Return the places of the names that are this, then of those that begin with it."""
        start, end = (bisect_left(self._names, (border,)) for border in (beginning, beginning + _LAST))
        same = [place for name, place in self._names[start:end] if name == beginning]
        return list(dict.fromkeys(same + sorted(place for name, place in self._names[start:end] if name != beginning)))

    def _beginning_with(self, beginning: str) -> _Costs:
        return self._costs((beginning,), 0)

    def _costs(self, beginnings: Iterable[str], distance: int) -> _Costs:
        """Return where words with these beginnings stand; a place in the name costs less than one beside it."""
        beside: set[int] = set()
        in_name: set[int] = set()
        for beginning in beginnings:
            start, end = (bisect_left(self._words, border) for border in (beginning, beginning + _LAST))
            beside.update(*self._elsewhere[start:end])
            in_name.update(*self._in_names[start:end])
        return dict.fromkeys(beside, 2 * distance + 1) | dict.fromkeys(in_name, 2 * distance)

    def _like(self, word: str) -> _Costs:
        """Return where words stand that begin almost like this one: the fewest changed letters that lead anywhere.

        One letter missing, too many, other or swapped in a word of four and more letters, two from eight letters on.
        """
        allowed = 0 if len(word) < 4 else 1 if len(word) < 8 else 2
        if not allowed:
            return {}
        # Loaded at the first misspelling, as most searches have none.
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        hits: dict[str, int] = {}
        for length in (len(word) - 1, len(word), len(word) + 1):
            near = process.extract(word, self._cut(length), scorer=OSA.distance, score_cutoff=allowed, limit=None)
            hits.update((beginning, int(distance)) for beginning, distance, _index in near)
        least = min(hits.values(), default=0)
        return self._costs([beginning for beginning, distance in hits.items() if distance == least], least)

    def _cut(self, length: int) -> list[str]:
        """Return the first letters of all words, each once; kept for the next keystroke."""
        if length not in self._beginnings:
            self._beginnings[length] = list(dict.fromkeys(word[:length] for word in self._words))
        return self._beginnings[length]
