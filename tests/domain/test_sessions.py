"""When a patient exercises: as often as the dosage says, on the diary's days, each session once."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pfss_desktop.domain.diary import diary_of
from pfss_desktop.domain.dosage import Dosage, RepRange
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.plan import Phase, Weeks
from pfss_desktop.domain.sessions import USUAL_WEEKS, WakingHours, last_day, sessions_of
from tests.handout.plans_at_hand import prescription

HOW_OFTEN = st.lists(st.tuples(st.integers(1, 12), st.integers(1, 7)), min_size=1, max_size=6)


def phase_of(often: list[tuple[int, int]]) -> Phase:
    held = tuple(
        prescription(number, dosage=Dosage(sets=3, reps=RepRange.exactly(10), times_per_day=times, days_per_week=days))
        for number, (times, days) in enumerate(often, 1)
    )
    return Phase("phase-1", "Strengthen", prescriptions=held)


@given(HOW_OFTEN)
def test_each_exercise_comes_as_often_as_the_dosage_says_and_on_the_days_of_the_diary(often: list[tuple[int, int]]) -> None:
    phase = phase_of(often)
    sessions = sessions_of(phase, WakingHours())
    for row in diary_of(phase, date(2026, 11, 22), 7).rows:
        on_days = [
            sum(day in each.days and any(held.id == row.prescription_id for held in each.prescriptions) for each in sessions)
            for day in range(1, 8)
        ]
        assert tuple(on_days) == row.times


@given(HOW_OFTEN)
def test_no_two_sessions_begin_at_the_same_time_of_the_same_day(often: list[tuple[int, int]]) -> None:
    begun = [(day, each.minute) for each in sessions_of(phase_of(often), WakingHours()) for day in each.days]
    assert len(begun) == len(set(begun))


def test_what_is_done_less_often_joins_a_session_of_what_is_done_more_often() -> None:
    sessions = sessions_of(phase_of([(2, 7), (1, 3)]), WakingHours())
    told = [(each.minute // 60, each.days, len(each.prescriptions)) for each in sessions]
    assert told == [(8, (1, 3, 5), 2), (20, (1, 2, 3, 4, 5, 6, 7), 1), (8, (2, 4, 6, 7), 1)]


def test_times_are_spread_over_the_waking_hours() -> None:
    assert WakingHours().times(1) == (8 * 60,)
    assert WakingHours().times(3) == (8 * 60, 14 * 60, 20 * 60)
    with pytest.raises(OutOfBounds, match="later than the first session"):
        WakingHours(600, 600)


def test_a_session_takes_its_minutes_rounded_up_to_five() -> None:
    session = sessions_of(phase_of([(1, 7)]), WakingHours())[0]
    # 3 x 10 repetitions of 2 + 2 seconds: two minutes.
    assert session.minutes == 5


def test_a_phase_lasts_its_weeks() -> None:
    first = date(2026, 11, 22)
    assert (last_day(Phase("p", "P", weeks=Weeks(3, 6)), first) - first).days + 1 == 4 * 7
    assert (last_day(Phase("p", "P"), first) - first).days + 1 == USUAL_WEEKS * 7
    assert (last_day(Phase("p", "P", weeks=Weeks(1, 104)), first) - first).days + 1 == 366
