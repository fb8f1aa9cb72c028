"""The diary's grid follows the plan's own schedule."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pfss_desktop.domain.diary import DiaryColumn, DiaryGrid, DiaryRow, diary_of
from pfss_desktop.domain.dosage import Dosage, RepRange
from pfss_desktop.domain.exercise import PatientText
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.plan import Phase
from pfss_desktop.domain.prescription import Prescription

ON = date(2026, 11, 22)


def an_exercise(number: int, days: int, times: int = 1) -> Prescription:
    dosage = Dosage(reps=RepRange.exactly(10), days_per_week=days, times_per_day=times)
    return Prescription(f"rx-{number}", "quad-set", PatientText(f"Exercise {number}"), dosage)


def phase_of(*held: Prescription) -> Phase:
    return Phase("phase", "Calm", prescriptions=held)


def test_three_days_a_week_twice_a_day_is_every_other_day_twice() -> None:
    grid = diary_of(phase_of(an_exercise(1, days=3, times=2)), ON)
    assert grid.rows == (DiaryRow("rx-1", "Exercise 1", (2, 0, 2, 0, 2, 0, 0) * 2),)
    assert grid.sessions == 12


def test_day_one_is_the_day_of_the_sheet_and_months_end() -> None:
    columns = diary_of(phase_of(), ON).columns
    assert columns[0] == DiaryColumn(1, date(2026, 11, 22))
    assert columns[13] == DiaryColumn(14, date(2026, 12, 5))


@given(st.lists(st.tuples(st.integers(1, 7), st.integers(1, 12)), max_size=8), st.integers(1, 4))
def test_each_exercise_has_just_its_sessions_in_every_week(asked: list[tuple[int, int]], weeks: int) -> None:
    held = [an_exercise(number, days, times) for number, (days, times) in enumerate(asked)]
    grid = diary_of(phase_of(*held), ON, 7 * weeks)
    for row, prescription in zip(grid.rows, held, strict=True):
        for week in range(weeks):
            assert sum(row.times[7 * week : 7 * week + 7]) == prescription.dosage.sessions_per_week
    assert grid.sessions == weeks * sum(days * times for days, times in asked)


@given(st.integers(1, 7), st.integers(1, 7))
def test_what_is_done_less_often_falls_on_days_of_what_is_done_more_often(few: int, many: int) -> None:
    few, many = sorted((few, many))
    less, more = diary_of(phase_of(an_exercise(1, few), an_exercise(2, many)), ON).rows
    assert all(often for seldom, often in zip(less.times, more.times, strict=True) if seldom)


def test_a_grid_has_a_number_for_every_day() -> None:
    with pytest.raises(OutOfBounds):
        DiaryGrid((DiaryColumn(1, ON),), (DiaryRow("rx-1", "Bridge", (1, 1)),))


@pytest.mark.parametrize("days", [0, 32])
def test_a_grid_spans_a_day_to_a_month(days: int) -> None:
    with pytest.raises(OutOfBounds):
        diary_of(phase_of(), ON, days)
