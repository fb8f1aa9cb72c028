"""The calendar file, read back by another reader: the sessions that the plan asks for, and nothing about the person."""

from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from pfss_desktop.domain.dosage import Dosage, RepRange
from pfss_desktop.domain.exercise import PatientText
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.sessions import WakingHours
from pfss_desktop.exchange.calendar_file import CalendarChoices, NoSessions, encode_calendar
from tests.handout.plans_at_hand import plan_of, prescription

SUNDAY = date(2026, 11, 22)
FOUR_WEEKS = CalendarChoices(SUNDAY, SUNDAY + timedelta(days=27))


def plan_as_often(often: list[tuple[int, int]]) -> Plan:
    return plan_of(
        *(
            prescription(number, dosage=Dosage(reps=RepRange.exactly(10), times_per_day=times, days_per_week=days))
            for number, (times, days) in enumerate(often, 1)
        )
    )


def begun(content: bytes) -> list[datetime]:
    """Every time at which a session begins, each event unrolled by dateutil."""
    found: list[datetime] = []
    for event in Calendar.from_ical(content).walk("VEVENT"):
        rule = event["RRULE"].to_ical().decode()
        found += rrulestr(rule, dtstart=event.decoded("DTSTART"))
    return sorted(found)


@given(
    st.lists(st.tuples(st.integers(1, 12), st.integers(1, 7)), min_size=1, max_size=4),
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    st.integers(1, 60),
)
def test_a_calendar_has_every_session_once_from_the_first_day_to_the_last(
    often: list[tuple[int, int]], first: date, days: int
) -> None:
    choices = CalendarChoices(first, first + timedelta(days=days - 1))
    times = begun(encode_calendar(plan_as_often(often), choices))
    assert len(times) == len(set(times))
    assert choices.first_day <= times[0].date()
    assert times[-1].date() <= choices.last_day
    # As many sessions on a whole week as the dosage that asks for most.
    week = [each for each in times if each.date() < first + timedelta(days=7)]
    if days >= 7:
        assert len(week) >= max(times * days for times, days in often)


def test_twice_a_day_on_three_days_for_four_weeks() -> None:
    times = begun(encode_calendar(plan_as_often([(2, 3)]), FOUR_WEEKS))
    assert len(times) == 2 * 3 * 4
    assert times[:3] == [datetime.combine(SUNDAY + timedelta(days=day), time(hour)) for day, hour in ((0, 8), (0, 20), (2, 8))]


def test_times_belong_to_no_zone() -> None:
    content = encode_calendar(plan_as_often([(1, 7)]), FOUR_WEEKS)
    assert b"DTSTART:20261122T080000\r\n" in content
    assert b"UNTIL=20261219T235959;" in content
    assert b"TZID" not in content


def test_the_same_plan_gives_the_same_bytes_and_the_same_events_at_other_hours() -> None:
    plan = plan_as_often([(2, 7), (1, 3)])
    later = CalendarChoices(SUNDAY, SUNDAY, hours=WakingHours(9 * 60, 18 * 60))
    assert encode_calendar(plan, FOUR_WEEKS) == encode_calendar(plan, FOUR_WEEKS)
    ids = [
        [str(event["UID"]) for event in Calendar.from_ical(encode_calendar(plan, each)).walk("VEVENT")]
        for each in (FOUR_WEEKS, later)
    ]
    assert set(ids[1]) <= set(ids[0])
    assert len(set(ids[0])) == len(ids[0])


def test_neither_title_nor_condition_nor_goal_is_told() -> None:
    content = encode_calendar(plan_of(prescription(), title="For Jo Ünver", condition="Kneecap pain"), FOUR_WEEKS).decode()
    assert "Jo" not in content
    assert "Kneecap" not in content
    assert "garden" not in content
    assert "CLASS:PRIVATE" in content


def test_a_reminder_comes_before_where_asked_for() -> None:
    plain = Calendar.from_ical(encode_calendar(plan_as_often([(1, 7)]), FOUR_WEEKS))
    assert not plain.walk("VALARM")
    reminding = CalendarChoices(SUNDAY, SUNDAY, remind_before=15)
    (alarm,) = Calendar.from_ical(encode_calendar(plan_as_often([(1, 7)]), reminding)).walk("VALARM")
    assert alarm.decoded("TRIGGER") == timedelta(minutes=-15)


# Without N: a backslash before it is written as it should be, but the reading library takes it for a new line.
@given(st.text(alphabet=st.sampled_from('a,;:\\\n"é膝אBEGI:VET '), min_size=1, max_size=150).filter(str.strip))
def test_whatever_an_exercise_is_called_comes_back_as_it_was(name: str) -> None:
    name = " ".join(name.split())
    plan = plan_of(prescription(text=PatientText(name, ("Step.",))))
    (event,) = Calendar.from_ical(encode_calendar(plan, CalendarChoices(SUNDAY, SUNDAY))).walk("VEVENT")[:1]
    assert str(event["DESCRIPTION"]).split("\n")[0] == name
    assert max(map(len, encode_calendar(plan, FOUR_WEEKS).split(b"\r\n"))) <= 75


def test_it_speaks_the_patients_language() -> None:
    content = encode_calendar(plan_of(prescription()), CalendarChoices(SUNDAY, SUNDAY, language="es")).decode()
    assert "SUMMARY:Ejercicios para la rodilla" in content


def test_without_exercises_there_is_no_calendar() -> None:
    with pytest.raises(NoSessions, match="no exercises in the present phase"):
        encode_calendar(plan_of(), FOUR_WEEKS)


def test_days_out_of_order_or_more_than_a_year_apart_are_refused() -> None:
    for last in (SUNDAY - timedelta(days=1), SUNDAY + timedelta(days=366)):
        with pytest.raises(OutOfBounds, match="last day"):
            CalendarChoices(SUNDAY, last)
