"""Dates as people type them, whole for a form and unfinished for a search."""

import sqlite3
from contextlib import closing
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pfss_desktop.domain.typed_dates import DateOrder, NotDate, born_patterns, date_from

MAY_17 = date(1990, 5, 17)


def may_mean(typed: str, day: date) -> bool:
    with closing(sqlite3.connect(":memory:")) as connection:
        asked = [connection.execute("SELECT ? GLOB ?", (day.isoformat(), pattern)).fetchone() for pattern in born_patterns(typed)]
    return (1,) in asked


@pytest.mark.parametrize("order", DateOrder)
@pytest.mark.parametrize(
    "typed", ["1990-05-17", "1990-5-17", "1990.05.17", "17.5.1990", "17.05.1990", " 17. 5. 1990 ", "17/5/1990"]
)
def test_what_can_be_read_in_one_way_only_is_read_so_everywhere(typed: str, order: DateOrder) -> None:
    assert date_from(typed, order) == MAY_17


def test_the_locale_decides_where_two_ways_are_open() -> None:
    assert date_from("3/4/1990", DateOrder.DAY_FIRST) == date(1990, 4, 3)
    assert date_from("3/4/1990", DateOrder.MONTH_FIRST) == date(1990, 3, 4)
    assert date_from("5/17/1990", DateOrder.DAY_FIRST) == MAY_17
    assert date_from("3.4.1990", DateOrder.MONTH_FIRST) == date(1990, 4, 3)


@pytest.mark.parametrize(
    "typed", ["", "1990", "17.5.", "17.5.90", "31.2.1990", "0/0/1990", "1990-13-40", "17 May 1990", "1/2/3/4", "٣/٤/١٩٩٠"]
)
def test_what_is_no_date_or_leaves_the_year_to_guess_is_refused(typed: str) -> None:
    for order in DateOrder:
        with pytest.raises(NotDate, match="the year with four"):
            date_from(typed, order)


@given(st.dates(min_value=date(1900, 1, 1)), st.sampled_from(DateOrder))
def test_a_date_is_read_back_however_it_was_written(day: date, order: DateOrder) -> None:
    assert date_from(day.isoformat(), order) == day
    assert date_from(f"{day.day}.{day.month}.{day.year}", order) == day
    slashed = f"{day.month}/{day.day}/{day.year}" if order is DateOrder.MONTH_FIRST else f"{day.day}/{day.month}/{day.year}"
    assert date_from(slashed, order) == day


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
@example(MAY_17)
def test_a_date_stays_found_while_it_is_being_typed(day: date) -> None:
    for typed, least in (
        (day.isoformat(), 4),
        (f"{day.day}.{day.month}.{day.year}", len(f"{day.day}.")),
        (f"{day.day:02}.{day.month:02}.{day.year}", len("17.")),
        (f"{day.month}/{day.day}/{day.year}", len(f"{day.month}/")),
        (f"{day.day}/{day.month}/{day.year}", len(f"{day.day}/")),
    ):
        for length in range(least, len(typed) + 1):
            assert may_mean(typed[:length], day), typed[:length]


@pytest.mark.parametrize("typed", ["1990", "1990-", "1990-0", "1990-5", "17.5.90", "17/5/1990", "5/17/1990", "17.5"])
def test_several_ways_lead_to_one_day(typed: str) -> None:
    assert may_mean(typed, MAY_17)


@pytest.mark.parametrize("typed", ["1991", "5.17.1990", "17.5.1991", "16.5.1990", "1990-05-18", "1990-06"])
def test_another_day_is_not_meant(typed: str) -> None:
    assert not may_mean(typed, MAY_17)


@pytest.mark.parametrize("typed", ["", "17", "199", "a-17", "1990x", "12-345", "-", ".", "1.2.3.4", "*", "????-*", "1890", "٣.٤"])
def test_other_words_are_no_date(typed: str) -> None:
    assert born_patterns(typed) == ()


@given(st.text(max_size=12))
def test_nothing_that_is_typed_becomes_a_pattern_of_its_own(typed: str) -> None:
    assert all(set(pattern) <= set("0123456789-?*") for pattern in born_patterns(typed))
