"""How much and how often: sets, reps, hold, rest, tempo, duration, times a day, days a week (CLINICAL 6.1)."""

from dataclasses import dataclass
from enum import StrEnum

from pfss_desktop.domain.bounds import check_whole
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.language import _


class CountUnit(StrEnum):
    """What one of the counted things is."""

    REPS = "reps"
    HOLDS = "holds"
    STEPS = "steps"
    CONTACTS = "contacts"
    GLIDES = "glides"
    PASSES = "passes"
    BOUTS = "bouts"


@dataclass(frozen=True, slots=True)
class RepRange:
    """A number of repetitions, or from so many to so many; 1 to 500 each, low not above high."""

    low: int
    high: int

    def __post_init__(self) -> None:
        check_whole("reps", self.low, 1, 500)
        check_whole("reps", self.high, 1, 500)
        if self.low > self.high:
            raise OutOfBounds("reps", _("a range from the lower to the higher number"))

    @classmethod
    def exactly(cls, count: int) -> "RepRange":
        """Return the range that holds one number only."""
        return cls(count, count)

    @property
    def is_single(self) -> bool:
        """Whether this is one number and not a range."""
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class Tempo:
    """Seconds to go out (up, push, lift) and seconds to come back; 0 to 30 each. The hold between them is the dosage's own."""

    out_seconds: int
    back_seconds: int

    def __post_init__(self) -> None:
        check_whole("tempo out_seconds", self.out_seconds, 0, 30)
        check_whole("tempo back_seconds", self.back_seconds, 0, 30)


@dataclass(frozen=True, slots=True)
class Dosage:
    """One session is sets x reps, each held `hold_seconds`, or `minutes` of steady work; sessions come times a day, days a week.

    Bounds: sets 1-20, reps 1-500, hold 0-600 s, rest 0-900 s, minutes 1-240, times_per_day 1-12, days_per_week 1-7.
    Reps or minutes (or both) must be given. Raises OutOfBounds.
    """

    sets: int = 1
    reps: RepRange | None = None
    counted: CountUnit = CountUnit.REPS
    hold_seconds: int = 0
    rest_seconds: int = 0
    tempo: Tempo | None = None
    minutes: int | None = None
    times_per_day: int = 1
    days_per_week: int = 7

    def __post_init__(self) -> None:
        check_whole("sets", self.sets, 1, 20)
        check_whole("hold_seconds", self.hold_seconds, 0, 600)
        check_whole("rest_seconds", self.rest_seconds, 0, 900)
        check_whole("times_per_day", self.times_per_day, 1, 12)
        check_whole("days_per_week", self.days_per_week, 1, 7)
        if self.minutes is not None:
            check_whole("minutes", self.minutes, 1, 240)
        if self.reps is None and self.minutes is None:
            raise OutOfBounds("reps", _("given, unless minutes are"))

    @property
    def sessions_per_week(self) -> int:
        """Sessions in a week: times a day by days a week."""
        return self.times_per_day * self.days_per_week
