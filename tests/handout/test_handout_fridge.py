"""The list for the fridge door: one page for a phase, as large as fits, never below ten points."""

import pytest

from pfss_desktop.domain.plan import Plan
from pfss_desktop.handout.counting import count_pages
from pfss_desktop.handout.layout import Form, Layout
from pfss_desktop.handout.marks import Outline, Words
from pfss_desktop.handout.pages import booklet_of
from pfss_desktop.handout.pagination import Page
from pfss_desktop.handout.request import HandoutRequest, PhaseChoice
from pfss_desktop.handout.typeface import PRESS, paper_typeface
from tests.handout.plans_at_hand import plan_of, plan_of_phases, prescription, request_for
from tests.handout.reading_back import page_texts, whole_text

FRIDGE = Layout(Form.FRIDGE)


def pages_of(request: HandoutRequest) -> tuple[Page, ...]:
    with PRESS:
        return booklet_of(request, paper_typeface()).pages


def smallest(page: Page) -> float:
    """The smallest letters of the exercises on a page."""
    rows = [row for placed in page if placed.group.tag == "fridge" for row in placed.group.rows]
    return min(mark.size for row in rows for mark in row.marks if isinstance(mark, Words))


def few(count: int) -> Plan:
    """So many exercises of a usual length."""
    return plan_of(*(prescription(number, note="", range_limit=None) for number in range(1, count + 1)))


@pytest.mark.parametrize("count", [1, 5, 9, 12])
def test_the_exercises_of_a_phase_stand_on_one_page(count: int) -> None:
    assert count_pages(request_for(few(count), layout=FRIDGE)) == 1


def test_fewer_exercises_have_larger_letters() -> None:
    sizes = [smallest(pages_of(request_for(few(count), layout=FRIDGE))[0]) for count in (4, 8, 12, 16)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[-1]


def test_thirty_exercises_stay_legible_in_two_columns_and_take_the_pages_that_they_need() -> None:
    request = request_for(few(30), layout=FRIDGE)
    pages = pages_of(request)
    assert len(pages) == count_pages(request) == len(page_texts(request)) > 1
    assert all(smallest(page) >= 10 for page in pages)
    assert len({placed.left for placed in pages[0] if placed.group.tag == "fridge"}) == 2
    text = whole_text(request)
    assert all(f"{number}. Straight leg raise" in text for number in range(1, 31))


def test_each_phase_has_a_page_of_its_own_and_the_present_one_may_stand_alone() -> None:
    plan = plan_of_phases(3, 4)
    assert count_pages(request_for(plan, layout=FRIDGE)) == 2
    assert count_pages(request_for(plan, layout=FRIDGE, phases=PhaseChoice.CURRENT)) == 1


def test_a_row_says_side_amount_how_often_and_what_to_use_and_has_boxes_for_a_week() -> None:
    request = request_for(plan_of(prescription()), layout=FRIDGE)
    text = whole_text(request)
    for words in (
        "Right leg",
        "3 sets of 12 · hold 5 seconds",
        "twice a day · 5 days a week",
        "Use: 2 lb ankle cuff",
        "no more than 45°",
    ):
        assert words in text
    (row,) = (placed.group for placed in pages_of(request)[0] if placed.group.tag == "fridge")
    assert sum(isinstance(mark, Outline) for line in row.rows for mark in line.marks) == 2 * 7


def test_the_page_ends_with_the_pain_rule_and_where_the_rest_is_told() -> None:
    text = whole_text(request_for(few(3), layout=FRIDGE))
    for words in ("Go on Pain 0 to 3", "Stop Pain 6 to 10", "Steps, cautions and when to stop are on your exercise sheet."):
        assert words in text


def test_a_plan_without_phases_says_so() -> None:
    assert "There are no exercises in this plan yet." in whole_text(request_for(plan_of(phases=()), layout=FRIDGE))


def test_large_print_is_never_shrunk() -> None:
    request = request_for(few(12), layout=Layout(Form.FRIDGE, large=True))
    pages = pages_of(request)
    assert len(pages) > 1
    assert all(smallest(page) >= 18 for page in pages)
