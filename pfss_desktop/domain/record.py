"""What a visit records of the patient: scores, the diary that came back, how each exercise went, criteria that are met.

A record belongs to one visit: the next one starts with an empty record. How records are judged is in `outcomes` and
`progression`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.bounds import check_count, check_line, check_text, check_whole
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.identity import check_id
from pfss_desktop.language import _

DIARY_DAYS = 366
"""Days a brought-back diary may span."""


class Quality(StrEnum):
    """How well an exercise was done, by the therapist's eye."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


@dataclass(frozen=True, slots=True)
class Score:
    """One measured value: its measure's id, the value as typed (at most 3 places, up to ±10000), a side where one makes sense.

    `label` names a free measure or a PSFS activity in the patient's words, `unit` a free measure's unit; both are empty else.
    """

    measure: str
    value: Decimal
    side: Side | None = None
    label: str = ""
    unit: str = ""

    def __post_init__(self) -> None:
        check_id("measure", self.measure)
        fine = isinstance(self.value, Decimal) and self.value.is_finite() and abs(self.value) <= 10_000
        if not fine or not -3 <= int(self.value.as_tuple().exponent) <= 0:
            raise OutOfBounds("score", _("at most 10000, with at most 3 decimal places"))
        if self.side not in (None, Side.LEFT, Side.RIGHT):
            raise OutOfBounds("side of a score", _("left, right or none"))
        check_line("name of a score", self.label, empty=True)
        check_line("unit", self.unit, empty=True)


@dataclass(frozen=True, slots=True)
class DiaryEntry:
    """How often an exercise was done on a day of the sheet (day 1 is the day it was handed out), as the patient reports it."""

    prescription_id: str
    day: int
    times: int

    def __post_init__(self) -> None:
        check_id("prescription id", self.prescription_id)
        check_whole("day of the diary", self.day, 1, DIARY_DAYS)
        check_whole("times done", self.times, 0, 12)


@dataclass(frozen=True, slots=True)
class DiaryDay:
    """Pain (0 to 10) of a day of the sheet: the worst while exercising, and the next morning; None is not filled in."""

    day: int
    pain_during: int | None = None
    pain_next_morning: int | None = None

    def __post_init__(self) -> None:
        check_whole("day of the diary", self.day, 1, DIARY_DAYS)
        _check_pain(self.pain_during)
        _check_pain(self.pain_next_morning)


@dataclass(frozen=True, slots=True)
class Response:
    """How one prescription went since the last visit; None is not asked. Pain is 0 to 10, `sessions` are those reported."""

    prescription_id: str
    reps_reached: int | None = None
    quality: Quality | None = None
    pain_during: int | None = None
    pain_next_morning: int | None = None
    sessions: int | None = None

    def __post_init__(self) -> None:
        check_id("prescription id", self.prescription_id)
        if self.reps_reached is not None:
            check_whole("reps reached", self.reps_reached, 0, 500)
        _check_pain(self.pain_during)
        _check_pain(self.pain_next_morning)
        if self.sessions is not None:
            check_whole("sessions", self.sessions, 0, 12 * DIARY_DAYS)


@dataclass(frozen=True, slots=True)
class MetCriterion:
    """A criterion of a phase, by its own text, that the therapist found met at this visit."""

    phase_id: str
    criterion: str

    def __post_init__(self) -> None:
        check_id("phase id", self.phase_id)
        check_text("criterion", self.criterion)


@dataclass(frozen=True, slots=True)
class VisitRecord:
    """All that a visit records; each part is named once. Raises OutOfBounds."""

    scores: tuple[Score, ...] = ()
    diary_days: tuple[DiaryDay, ...] = ()
    diary_entries: tuple[DiaryEntry, ...] = ()
    responses: tuple[Response, ...] = ()
    met_criteria: tuple[MetCriterion, ...] = ()

    def __post_init__(self) -> None:
        check_count("scores", self.scores, 200)
        check_count("diary days", self.diary_days, DIARY_DAYS)
        check_count("diary entries", self.diary_entries, 20_000)
        check_count("responses", self.responses, 2_000)
        check_count("met criteria", self.met_criteria, 400)
        _check_once("scores", ((score.measure, score.side, score.label) for score in self.scores))
        _check_once("diary days", (day.day for day in self.diary_days))
        _check_once("diary entries", ((entry.prescription_id, entry.day) for entry in self.diary_entries))
        _check_once("responses", (response.prescription_id for response in self.responses))
        _check_once("met criteria", self.met_criteria)

    def __bool__(self) -> bool:
        return bool(self.scores or self.diary_days or self.diary_entries or self.responses or self.met_criteria)


def _check_pain(value: int | None) -> None:
    if value is not None:
        check_whole("pain", value, 0, 10)


def _check_once(field: str, keys: Iterable[object]) -> None:
    seen = list(keys)
    if len(set(seen)) != len(seen):
        raise OutOfBounds(field, _("each named once"))
