"""A therapist's words for a dosage, such as "3x12, hold 5, twice a day", become changes of a Dosage; in English and in Spanish.

Nothing is guessed: what could mean two things, is said twice, or is not understood is refused. What the words do not name stays.
How a dosage is shown lives elsewhere.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from pfss_desktop.domain.bounds import LINE_LIMIT, tidy_line
from pfss_desktop.domain.dosage import CountUnit, Dosage, RepRange, Tempo
from pfss_desktop.domain.faults import UserError
from pfss_desktop.language import _


class UnknownDosage(UserError):
    """Words that name no dosage; says which part was not understood and what can be written."""


@dataclass(frozen=True, slots=True)
class DosageChange:
    """New values by the names of Dosage's fields; what is not named stays as it is."""

    values: Mapping[str, Any] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.values)

    def of(self, dosage: Dosage) -> Dosage:
        """Return the dosage with these values; raise OutOfBounds where one cannot be.

        Repetitions and minutes of steady work stand for each other: the one that is newly given takes the other's place.
        """
        named = dict(self.values)
        if "reps" in named:
            named.setdefault("minutes", None)
        elif "minutes" in named:
            named.setdefault("reps", None)
            named.setdefault("sets", 1)
        return replace(dosage, **named)


def dosage_change(words: str) -> DosageChange:
    """Return what these words change of a dosage. Raises UnknownDosage, or OutOfBounds for a number that no dosage has."""
    change, rest = read_dosage(words)
    if rest or not change:
        told = _("“{words}” was not understood; write {ways}")
        raise UnknownDosage(told.format(words=rest or tidy_line(words), ways=ways_to_write()))
    return change


def read_dosage(words: str) -> tuple[DosageChange, str]:
    """Return what the words change from their beginning on, and the words left over, which may speak of something else.

    Raises UnknownDosage for a thing said twice, or for too many words; OutOfBounds for a number that no dosage has.
    """
    line = tidy_line(words)
    if len(line) > LINE_LIMIT:
        raise UnknownDosage(_("the dosage is longer than {limit} letters").format(limit=LINE_LIMIT))
    rest = _numbers_as_digits(_plain(line))
    values: dict[str, Any] = {}
    while rest:
        told, rest_after = _clause(rest)
        if told is None:
            break
        if values.keys() & told.keys():
            raise UnknownDosage(_("“{words}” says one thing twice").format(words=line))
        values |= told
        rest = rest_after
    return DosageChange(values), rest


def ways_to_write() -> str:
    """Return examples of what is understood, for an error or a hint."""
    return _("for example 3x12, 3 x 10-12, hold 5, 30 s, rest 60, tempo 2-1-2, 10 min, 2x/day, 5 days")


def _plain(line: str) -> str:
    plain = line.casefold()
    for sign, letter in _SIGNS.items():
        plain = plain.replace(sign, letter)
    return plain.strip(" .,;")


def _numbers_as_digits(plain: str) -> str:
    return _NUMBER_WORD.sub(lambda found: _NUMBER_WORDS[found.group()], plain)


def _clause(plain: str) -> tuple[dict[str, Any] | None, str]:
    """Return what the first clause tells and the words behind it; None where no clause stands there."""
    for pattern, meaning in _CLAUSES:
        found = pattern.match(plain)
        if found:
            return meaning(found), _JOINT.sub("", plain[found.end() :], count=1)
    return None, plain


def _whole(name: str, text: str) -> int:
    number = Decimal(text.replace(",", "."))
    if number != int(number):
        raise UnknownDosage(_("{name} must be a whole number").format(name=name))
    return int(number)


def _reps(low: str, high: str | None) -> RepRange:
    first = _whole(_("repetitions"), low)
    return RepRange(first, _whole(_("repetitions"), high) if high else first)


def _seconds(text: str, unit: str | None) -> int:
    minutes, colon, seconds = text.partition(":")
    if colon:
        return int(minutes) * 60 + int(seconds)
    factor = 60 if unit and unit.startswith("m") else 1
    return _whole(_("seconds"), str(Decimal(text.replace(",", ".")) * factor))


def _sets_times(found: re.Match[str]) -> dict[str, Any]:
    sets, low, high, unit = (found[name] for name in ("sets", "low", "high", "unit"))
    told: dict[str, Any] = {"sets": _whole(_("sets"), sets)}
    if not unit:
        return {**told, "reps": _reps(low, high)}
    if unit in _COUNT_WORDS:
        return {**told, "reps": _reps(low, high), "counted": _COUNT_WORDS[unit]}
    if high:
        raise UnknownDosage(_("a range is for repetitions; write one number of seconds or minutes"))
    if unit.startswith("m"):
        return {**told, "minutes": _whole(_("minutes"), low)}
    # "3 x 30 s" is three holds of half a minute each.
    return {**told, "reps": RepRange.exactly(1), "hold_seconds": _seconds(low, unit)}


def _count(found: re.Match[str]) -> dict[str, Any]:
    return {"reps": _reps(found["low"], found["high"]), "counted": _COUNT_WORDS[found["unit"]]}


def _tempo(found: re.Match[str]) -> dict[str, Any]:
    numbers = [int(found[name]) for name in ("first", "second", "third") if found[name]]
    if len(numbers) == 3:
        return {"tempo": Tempo(numbers[0], numbers[2]), "hold_seconds": numbers[1]}
    return {"tempo": Tempo(numbers[0], numbers[1])}


def _timed(name: str) -> Callable[[re.Match[str]], dict[str, Any]]:
    return lambda found: {name: _seconds(found["number"], found["unit"])}


def _told(**values: Any) -> Callable[[re.Match[str]], dict[str, Any]]:  # noqa: ANN401 - a dosage's values are of many types
    return lambda _found: values


def _numbered(field_name: str) -> Callable[[re.Match[str]], dict[str, Any]]:
    return lambda found: {field_name: _whole(_spoken(field_name), found["number"])}


def _spoken(field_name: str) -> str:
    return {
        "sets": _("sets"),
        "minutes": _("minutes"),
        "times_per_day": _("times a day"),
        "days_per_week": _("days a week"),
    }[field_name]


_SIGNS = {"×": "x", "*": "x", "–": "-", "—": "-", "−": "-", "′": "min", "″": "s", '"': "s", "≈": ""}
_NUMBER_WORDS = {
    "once": "1 times", "twice": "2 times", "thrice": "3 times", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5",
    "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10", "una": "1", "un": "1", "dos": "2", "tres": "3",
    "cuatro": "4", "cinco": "5", "seis": "6", "siete": "7", "ocho": "8", "nueve": "9", "diez": "10", "bid": "2 times a day",
    "tid": "3 times a day",
}  # fmt: skip
# "en un punto fijo" counts nothing.
_NUMBER_WORD = re.compile(
    rf"(?<!\w)(?:una?(?= (?:vez|serie|repet|min|d[ií]a))|{'|'.join(sorted(_NUMBER_WORDS.keys() - {'un', 'una'}))})(?!\w)"
)
_COUNT_WORDS = {
    word: unit
    for unit, spoken in {
        CountUnit.REPS: "rep reps repetition repetitions repetición repeticiones repeticion",
        CountUnit.HOLDS: "hold holds contracción contracciones contraccion pausa pausas",
        CountUnit.STEPS: "step steps paso pasos",
        CountUnit.CONTACTS: "contact contacts contacto contactos apoyo apoyos",
        CountUnit.GLIDES: "glide glides deslizamiento deslizamientos",
        CountUnit.PASSES: "pass passes pasada pasadas pase pases",
        CountUnit.BOUTS: "bout bouts tanda tandas intervalo intervalos",
    }.items()
    for word in spoken.split()
} | {"vez manteniendo": CountUnit.HOLDS, "veces manteniendo": CountUnit.HOLDS}
_N = r"(?P<number>[0-9]{1,6}(?:[.,][0-9]{1,3})?)"
_T = r"(?P<number>[0-9]{1,3}:[0-5][0-9]|[0-9]{1,6}(?:[.,][0-9]{1,3})?)"
_RANGE = r"(?P<low>[0-9]{1,6}(?:[.,][0-9]{1,3})?)(?: ?(?:-|to|a) ?(?P<high>[0-9]{1,6}))?"
_S = r"(?:s|secs?|seconds?|segs?|segundos?)"
_MIN = r"(?:min|mins|minutes?|minutos?)"
_SEC_OR_MIN = rf"(?: ?(?P<unit>{_S}|{_MIN}))?"
_A_DAY = r"(?:(?:/|a|per|each|every|al|por|cada) ?(?:day|d[ií]a|d)|daily|diarias?)"
_A_WEEK = r"(?:/|a|per|each|every|a la|por|cada) ?(?:week|semana|wk)"
_HOLD = r"(?:hold(?:ing)?(?: for)?|mantener|manten|mantén|sostener|pausa(?: de)?)"
_REST = r"(?:rest(?:ing)?(?: for)?|descansar|descanso(?: de)?|pausa entre series(?: de)?)"
_TEMPO = r"(?:tempo|ritmo)"
_NO = r"(?:no|without|sin)"
_OUT, _BACK = r"(?:out|(?:de )?(?:ida|subida)|al ir)", r"(?:back|(?:de )?(?:vuelta|bajada|regreso)|al volver)"
# "3x12 hold 5" speaks of a hold, "12 holds" of what is counted.
_COUNTS = rf"(?:{'|'.join(sorted(_COUNT_WORDS, key=len, reverse=True))})(?! ?(?:for |de )?[0-9])"

_JOINT = re.compile(r"\s*(?:(?:[,;+]|and|y|with|con)(?=\W|$)\s*)*")
_CLAUSES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], dict[str, Any]]], ...] = tuple(
    (re.compile(rf"(?:{pattern})(?![\w/:]|[.,][0-9])"), meaning)
    for pattern, meaning in (
        (rf"{_NO} {_HOLD}", _told(hold_seconds=0)),
        (rf"{_NO} {_REST}", _told(rest_seconds=0)),
        (rf"{_NO} {_TEMPO}", _told(tempo=None)),
        (rf"{_N} ?(?P<unit>x|times|time|vez|veces)? ?{_A_WEEK}", _numbered("days_per_week")),
        (rf"{_N} ?(?P<unit>x|times|time|vez|veces)? ?{_A_DAY}", _numbered("times_per_day")),
        (rf"{_N} ?(?P<unit>days?|d[ií]as?)(?: ?{_A_WEEK})?", _numbered("days_per_week")),
        (r"daily|every day|cada d[ií]a|todos los d[ií]as|a diario", _told(days_per_week=7)),
        (rf"{_TEMPO} ?(?P<first>[0-9]{{1,3}})[-/: ](?P<second>[0-9]{{1,3}})(?:[-/: ](?P<third>[0-9]{{1,3}}))?", _tempo),
        (rf"(?P<first>[0-9]{{1,3}}) ?{_S}? {_OUT},? ?(?P<second>[0-9]{{1,3}}) ?{_S}? {_BACK}(?P<third>)", _tempo),
        (rf"{_REST} ?{_T}{_SEC_OR_MIN}", _timed("rest_seconds")),
        (rf"{_T}{_SEC_OR_MIN} {_REST}", _timed("rest_seconds")),
        (rf"{_HOLD} ?{_T}{_SEC_OR_MIN}", _timed("hold_seconds")),
        (rf"{_T} ?(?P<unit>{_S}|{_MIN}) {_HOLD}", _timed("hold_seconds")),
        (
            rf"(?P<sets>[0-9]{{1,6}}) ?(?:x|por|sets? (?:of|x)|series? (?:de|x)) ?{_RANGE}(?: ?(?P<unit>{_COUNTS}|{_S}|{_MIN}))?",
            _sets_times,
        ),
        (rf"{_N} ?(?P<unit>sets?|series?)", _numbered("sets")),
        (rf"{_RANGE} ?(?P<unit>{_COUNTS})", _count),
        (rf"{_N} ?(?P<unit>{_MIN})", _numbered("minutes")),
        (rf"{_N} ?(?P<unit>{_S})", _timed("hold_seconds")),
    )
)
