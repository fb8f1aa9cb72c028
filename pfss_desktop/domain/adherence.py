"""What the patient reports of the time since the last visit: sessions against those prescribed, and pain; all as reported."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from pfss_desktop.domain.diary import GRID_DAYS, DiaryGrid, DiaryRow, diary_of
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.record import Response, VisitRecord

RECENT_DAYS = 7
"""Days with a number that pain is judged by, the latest: what hurt three weeks ago has been settled. A default of ours."""


@dataclass(frozen=True, slots=True)
class Sessions:
    """Sessions of an exercise, or of all: those prescribed, and those reported (None is not known)."""

    prescribed: int
    reported: int | None = None

    @property
    def share(self) -> float | None:
        """Reported of prescribed, 0 to 1 and above it; None where either is not known."""
        return None if self.reported is None or not self.prescribed else self.reported / self.prescribed


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """The sheet of the former visit: its grid, and how many of its days had passed by this visit (1 to the grid's length)."""

    grid: DiaryGrid
    days: int

    def row(self, prescription_id: str) -> DiaryRow | None:
        """Return an exercise's row, None for one that was not on the sheet."""
        return next((row for row in self.grid.rows if row.prescription_id == prescription_id), None)

    def sessions(self, prescription_id: str, record: VisitRecord) -> Sessions:
        """Return an exercise's sessions; a number that the patient named counts before what the diary adds up to."""
        row = self.row(prescription_id)
        prescribed = sum(row.times[: self.days]) if row else 0
        named = next((held.sessions for held in record.responses if held.prescription_id == prescription_id), None)
        keyed = [entry.times for entry in record.diary_entries if entry.prescription_id == prescription_id]
        return Sessions(prescribed, named if named is not None else sum(keyed) if keyed else None)

    def all_sessions(self, record: VisitRecord) -> Sessions:
        """Return the sessions of all exercises that something is reported of."""
        known = [held for row in self.grid.rows if (held := self.sessions(row.prescription_id, record)).reported is not None]
        reported = sum(held.reported or 0 for held in known) if known else None
        return Sessions(sum(held.prescribed for held in known), reported)


def brought_back(former: Plan, handed_out: date, today: date, days: int = GRID_DAYS) -> BroughtBack | None:
    """Return the sheet that a visit handed out, with a diary of so many days, as it comes back today; None for nothing to do.

    A sheet that comes back the day it was handed out is taken as a full one: plans are also entered afterwards.
    """
    phase = former.phase_now()
    if phase is None or not phase.prescriptions:
        return None
    passed = (today - handed_out).days
    return BroughtBack(diary_of(phase, handed_out, days), passed if 1 <= passed <= days else days)


def recent_worst(record: VisitRecord) -> tuple[int | None, int | None]:
    """Return the worst pain while exercising and the worst next morning of the latest days that have a number."""
    days = sorted(record.diary_days, key=lambda held: held.day)
    return (
        _worst([day.pain_during for day in days]),
        _worst([day.pain_next_morning for day in days]),
    )


def response_of(prescription_id: str, record: VisitRecord, sheet: BroughtBack | None) -> Response:
    """Return how an exercise went: as it was asked, and for what was not asked, as the diary has it."""
    asked = next((held for held in record.responses if held.prescription_id == prescription_id), Response(prescription_id))
    if sheet is None or sheet.row(prescription_id) is None:
        return asked
    during, morning = recent_worst(record)
    return replace(
        asked,
        pain_during=during if asked.pain_during is None else asked.pain_during,
        pain_next_morning=morning if asked.pain_next_morning is None else asked.pain_next_morning,
        sessions=sheet.sessions(prescription_id, record).reported,
    )


def _worst(numbers: Iterable[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return max(known[-RECENT_DAYS:], default=None)
