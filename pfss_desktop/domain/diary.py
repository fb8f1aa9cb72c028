"""The diary's grid: what a patient ticks at home and the therapist keys back in, laid out from the plan's own schedule.

The paper and the screen of the follow-up draw this same layout.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from pfss_desktop.domain.bounds import check_whole
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.plan import Phase

GRID_DAYS = 14
"""Two weeks: about the time between visits. A default of ours."""
_WEEK = 7
_DAYS_OF_WEEK = {
    1: (1,),
    2: (1, 5),
    3: (1, 3, 5),
    4: (1, 3, 5, 6),
    5: (1, 2, 3, 5, 6),
    6: (1, 2, 3, 4, 5, 6),
    7: (1, 2, 3, 4, 5, 6, 7),
}
"""Days of a week, spread out, for so many days a week. The fewer are always among the more, so that days off are days off from
all. The choice of days is a proposal of ours: the dosage says how many, not which."""


@dataclass(frozen=True, slots=True)
class DiaryColumn:
    """A day of the sheet: day 1 is the day it is handed out."""

    day: int
    on: date


@dataclass(frozen=True, slots=True)
class DiaryRow:
    """An exercise and how often it is to be done on each day of the grid; 0 is a day off."""

    prescription_id: str
    name: str
    times: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DiaryGrid:
    """Exercises by days; below them the pain of each day, while exercising and the next morning. Raises OutOfBounds."""

    columns: tuple[DiaryColumn, ...]
    rows: tuple[DiaryRow, ...]

    def __post_init__(self) -> None:
        if any(len(row.times) != len(self.columns) for row in self.rows):
            raise OutOfBounds("diary", "a number of times for every day")

    @property
    def sessions(self) -> int:
        """How many ticks a patient makes who does all that is asked."""
        return sum(sum(row.times) for row in self.rows)


def days_of_week(count: int) -> tuple[int, ...]:
    """Return on which days of a week to exercise for so many (1 to 7) days a week; day 1 is the weekday of the first day."""
    return _DAYS_OF_WEEK[count]


def diary_of(phase: Phase, first_day: date, days: int = GRID_DAYS) -> DiaryGrid:
    """Return the grid of a phase for `days` (1 to 31) from the first one on; an exercise for 3 days a week has 3 of every 7."""
    check_whole("days of the diary", days, 1, 31)
    columns = tuple(DiaryColumn(day, first_day + timedelta(days=day - 1)) for day in range(1, days + 1))
    rows = tuple(
        DiaryRow(
            held.id,
            held.text.name,
            tuple(
                held.dosage.times_per_day if (column.day - 1) % _WEEK + 1 in days_of_week(held.dosage.days_per_week) else 0
                for column in columns
            ),
        )
        for held in phase.prescriptions
    )
    return DiaryGrid(columns, rows)
