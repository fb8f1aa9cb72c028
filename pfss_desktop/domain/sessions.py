"""When a patient exercises: a phase's sessions in the week, on the days of the diary, spread over the waking hours.

A dosage says how often, not when. All days and hours here are proposals of ours that patient and therapist change as they like.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from pfss_desktop.domain.bounds import check_whole
from pfss_desktop.domain.diary import days_of_week
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.plan import Phase
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.workload import session_seconds
from pfss_desktop.language import _, marked

USUAL_WEEKS = 4
"""Weeks that a phase without weeks is taken to last; a default."""
LONGEST_DAYS = 366
"""Days that sessions may span."""
_DAY = 24 * 60
_SHORTEST = 5
"""Minutes; a session takes at least so long and is rounded up to a multiple of it."""


@dataclass(frozen=True, slots=True)
class WakingHours:
    """Minutes after midnight of the first and of the last session of a day; 8:00 and 20:00 are defaults. Raises OutOfBounds."""

    first: int = 8 * 60
    last: int = 20 * 60

    def __post_init__(self) -> None:
        check_whole(marked("first session"), self.first, 0, _DAY - 1)
        check_whole(marked("last session"), self.last, 0, _DAY - 1)
        if self.first >= self.last:
            raise OutOfBounds(marked("last session"), _("later than the first session"))

    def times(self, count: int) -> tuple[int, ...]:
        """Return so many (1 to 12) times of day at even distances, in minutes; once a day is at the first one."""
        if count == 1:
            return (self.first,)
        return tuple(self.first + (self.last - self.first) * number // (count - 1) for number in range(count))


@dataclass(frozen=True, slots=True)
class Session:
    """Exercises done in one go at `minute` of the day, on these `days` of the week (day 1 is the weekday of the first day)."""

    minute: int
    days: tuple[int, ...]
    prescriptions: tuple[Prescription, ...]

    @property
    def minutes(self) -> int:
        """How long it takes, rounded up to five minutes."""
        seconds = sum(map(session_seconds, self.prescriptions))
        return max(1, -(-seconds // (60 * _SHORTEST))) * _SHORTEST


def sessions_of(phase: Phase, hours: WakingHours) -> tuple[Session, ...]:
    """Return the sessions of a week: what comes at the same time of the same day is one session, and none is twice."""
    found: dict[tuple[int, tuple[Prescription, ...]], list[int]] = {}
    for day in range(1, 8):
        held = [each for each in phase.prescriptions if day in days_of_week(each.dosage.days_per_week)]
        for minute, together in _of_a_day(held, hours):
            found.setdefault((minute, together), []).append(day)
    return tuple(Session(minute, tuple(days), together) for (minute, together), days in sorted(found.items(), key=_place))


def last_day(phase: Phase, first_day: date) -> date:
    """Return the last day of a phase that begins on the first day: as many weeks as it has, or the usual number."""
    weeks = phase.weeks.last - phase.weeks.first + 1 if phase.weeks else USUAL_WEEKS
    return first_day + timedelta(days=min(7 * weeks, LONGEST_DAYS) - 1)


def _of_a_day(held: list[Prescription], hours: WakingHours) -> Iterator[tuple[int, tuple[Prescription, ...]]]:
    times = [hours.times(each.dosage.times_per_day) for each in held]
    for minute in sorted({minute for each in times for minute in each}):
        yield minute, tuple(each for each, at in zip(held, times, strict=True) if minute in at)


def _place(found: tuple[tuple[int, tuple[Prescription, ...]], list[int]]) -> tuple[int, int]:
    (minute, _together), days = found
    return (days[0], minute)
