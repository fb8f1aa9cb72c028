"""Fitting a handout to a number of pages: large print first, the whole text before the short form, or the least told."""

from dataclasses import replace

import pytest

from pfss_desktop.domain.plan import Plan
from pfss_desktop.handout.counting import count_pages
from pfss_desktop.handout.fitting import DoesNotFit, fitted
from pfss_desktop.handout.layout import Copy, Form, Layout
from pfss_desktop.handout.request import HandoutRequest
from tests.handout.plans_at_hand import plan_of_phases, request_for

PAGES = {
    (Form.FLOW, True): 9,
    (Form.TWO, True): 10,
    (Form.ONE, True): 14,
    (Form.FLOW, False): 6,
    (Form.FOUR, False): 5,
    (Form.THREE, False): 7,
    (Form.TWO, False): 8,
    (Form.ONE, False): 13,
    (Form.SIX, False): 4,
    (Form.FRIDGE, False): 2,
}


def counted(request: HandoutRequest) -> int:
    return PAGES[request.layout.form, request.layout.large]


def chosen(most: int, **layout: object) -> tuple[Form, bool]:
    asked = request_for(plan_of_phases(1), layout=replace(Layout(), **layout))
    found = fitted(asked, most, counted).request.layout
    return found.form, found.large


@pytest.mark.parametrize(
    ("most", "form", "large"),
    [
        (20, Form.FLOW, True),
        (9, Form.FLOW, True),
        (8, Form.FLOW, False),
        (5, Form.FOUR, False),
        (4, Form.SIX, False),
        (3, Form.FRIDGE, False),
    ],
)
def test_larger_print_comes_first_and_the_short_form_and_the_list_last(most: int, form: Form, large: bool) -> None:
    assert chosen(most) == (form, large)


def test_the_form_asked_for_comes_before_the_others() -> None:
    assert chosen(20, form=Form.TWO) == (Form.TWO, True)
    assert chosen(8, form=Form.TWO) == (Form.TWO, False)
    assert chosen(7, form=Form.TWO) == (Form.FLOW, False)


def test_what_does_not_fit_names_the_least_number_of_pages() -> None:
    with pytest.raises(DoesNotFit, match="at least 2 pages, more than the 1 asked for") as told:
        chosen(1)
    assert told.value.least == 2


def test_large_print_that_was_asked_for_is_kept() -> None:
    with pytest.raises(DoesNotFit, match="at least 9 pages"):
        chosen(8, large=True)


def test_all_else_stays_as_it_was_asked_for() -> None:
    asked = request_for(plan_of_phases(1), layout=Layout(ink=True, copy=Copy.THERAPIST))
    found = fitted(asked, 5, counted)
    assert found.request == replace(asked, layout=Layout(Form.FOUR, ink=True, copy=Copy.THERAPIST))
    assert found.pages == 5


def test_two_languages_keep_the_flowing_form() -> None:
    asked = request_for(plan_of_phases(1), beside="es")
    with pytest.raises(DoesNotFit, match="at least 6 pages"):
        fitted(asked, 5, counted)


@pytest.mark.parametrize("plan", [plan_of_phases(6), plan_of_phases(4, 4, 4)], ids=["6", "12"])
def test_what_was_found_takes_as_many_pages_as_it_says(plan: Plan) -> None:
    found = fitted(request_for(plan), 6, count_pages)
    assert count_pages(found.request) == found.pages <= 6
