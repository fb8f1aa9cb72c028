"""Layouts: so many exercises to a page at most, every text on paper, nothing split, nothing outside its cell."""

import re
from dataclasses import replace
from itertools import pairwise
from string import ascii_lowercase
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.exercise import PatientText
from pfss_desktop.domain.plan import Phase, Plan
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.handout.counting import count_pages
from pfss_desktop.handout.layout import LARGE_FORMS, Form, Layout, LayoutRefused
from pfss_desktop.handout.marks import Words
from pfss_desktop.handout.pages import BOTTOM, TOP, Booklet, booklet_of
from pfss_desktop.handout.pagination import Page
from pfss_desktop.handout.request import HandoutRequest, Paper
from pfss_desktop.handout.sections import Section
from pfss_desktop.handout.typeface import PRESS, paper_typeface
from tests.handout.plans_at_hand import plan_of, plan_of_phases, prescription, request_for
from tests.handout.reading_back import squeezed, whole_text

GRIDS = [Form.ONE, Form.TWO, Form.THREE, Form.FOUR, Form.SIX]
CONTINUED = re.compile(r"\d+\.Exercise\d+\(continued\)")
NOTE = " ".join(first + second + "ing" for first in ascii_lowercase for second in ascii_lowercase for _each in "ab")[
    :4000
].strip()


def booklet(request: HandoutRequest) -> Booklet:
    with PRESS:
        return booklet_of(request, paper_typeface())


def drawn_figure(_canvas: Any, _held: Prescription, _x: float, _y: float, _width: float, _height: float) -> None:
    """Stands in for a figure: a place on the page is all that counts here."""


def with_figures(plan: Plan, **changed: Any) -> HandoutRequest:
    return request_for(plan, figures={held.id: drawn_figure for held in plan.prescriptions()}, **changed)


def thirteen() -> Plan:
    """Thirteen exercises, with every part but a note."""
    return plan_of(*(prescription(number, note="") for number in range(1, 14)))


def words_on(page: Page) -> str:
    return squeezed(
        "".join(mark.text for placed in page for row in placed.group.rows for mark in row.marks if isinstance(mark, Words))
    )


def inner_pages(request: HandoutRequest) -> list[Page]:
    """The pages without running heads and footers."""
    return [page[(number > 1) : -1] for number, page in enumerate(booklet(request).pages, 1)]


def exercises_on(page: Page) -> int:
    return sum(placed.group.figure is not None for placed in page)


@pytest.mark.parametrize("form", GRIDS)
def test_a_page_holds_as_many_exercises_as_were_asked_for_and_no_more(form: Form) -> None:
    pages = booklet(with_figures(thirteen(), layout=Layout(form))).pages
    assert max(map(exercises_on, pages)) == form.per_page
    assert sum(map(exercises_on, pages)) == 13


@pytest.mark.parametrize("form", [Form.FOUR, Form.SIX])
def test_the_cells_of_a_full_page_are_equal(form: Form) -> None:
    pages = booklet(with_figures(thirteen(), layout=Layout(form))).pages
    full = next(page for page in pages if exercises_on(page) == form.per_page)
    cells = [placed for placed in full if placed.group.figure]
    assert len({(round(placed.group.height, 3), placed.width) for placed in cells}) == 1
    assert len({placed.left for placed in cells}) == 2


def test_the_short_form_says_that_the_steps_are_left_out_and_leaves_out_nothing_else() -> None:
    plan = plan_of(prescription(note="Mind the cat."))
    whole, short = (squeezed(whole_text(request_for(plan, layout=Layout(form)))) for form in (Form.FOUR, Form.SIX))
    assert squeezed("This is the short form. Your therapist has shown you the steps.") in short
    (held,) = plan.prescriptions()
    assert all(squeezed(step) in whole and squeezed(step) not in short for step in held.text.steps)
    for text in (
        held.text.name,
        held.text.cue,
        held.text.caution,
        held.note,
        "Right leg",
        "3 sets of 12",
        "2 lb ankle cuff",
    ):
        assert squeezed(text) in whole
        assert squeezed(text) in short


@pytest.mark.parametrize("form", GRIDS)
def test_a_note_too_long_for_a_cell_goes_across_the_page_in_full(form: Form) -> None:
    plan = plan_of(*(prescription(number, note=NOTE if number == 2 else "") for number in range(1, 6)))
    printed = "".join(words_on(inner) for inner in inner_pages(with_figures(plan, layout=Layout(form))))
    assert squeezed(NOTE) in printed.replace(squeezed("2. Straight leg raise (continued)"), "")


@pytest.mark.parametrize("form", [form for form in Form if form not in LARGE_FORMS])
def test_large_print_is_refused_where_it_has_no_room(form: Form) -> None:
    with pytest.raises(LayoutRefused, match="one or two exercises to a page"):
        Layout(form, large=True)


@pytest.mark.parametrize("form", [Form.FLOW, Form.ONE, Form.TWO])
def test_in_large_print_nothing_of_the_sheet_is_smaller_than_18_points(form: Form) -> None:
    pages = booklet(with_figures(plan_of_phases(3, 2), layout=Layout(form, large=True))).pages
    for number, page in enumerate(pages, 1):
        inner = page[(number > 1) : -1]
        told = [mark for placed in inner for row in placed.group.rows for mark in row.marks if isinstance(mark, Words)]
        # All but the letters and numbers inside signs.
        assert min(mark.size for mark in told if len(mark.text) > 2) >= 18


PRESCRIPTIONS = st.builds(
    lambda steps, cue, note: (steps, cue, note),
    st.lists(st.sampled_from(["Lift.", "Lie on your back and bend the other knee. " * 3, "x" * 200]), max_size=8),
    st.sampled_from(["", "Tighten first.", "Slow and steady, as if through honey. " * 6]),
    st.sampled_from(["", "Mind the cat.", NOTE, "z" * 4000]),
)


@st.composite
def requests(draw: st.DrawFn, *others: Form) -> HandoutRequest:
    """Any plan on any paper in any layout, from none to 30 exercises, from short to overlong texts."""
    phases = []
    number = 0
    for index in range(draw(st.integers(0, 3))):
        held = []
        for steps, cue, note in draw(st.lists(PRESCRIPTIONS, max_size=10)):
            number += 1
            held.append(prescription(number, text=PatientText(f"Exercise {number}", tuple(steps), cue), note=note))
        goal = draw(st.sampled_from(["", "Calm down.", NOTE]))
        criteria = tuple(draw(st.lists(st.just("You can walk for 30 minutes without a limp."), max_size=6)))
        phases.append(Phase(f"phase-{index}", f"Stage {index}", goal=goal, criteria=criteria, prescriptions=tuple(held)))
    plan = Plan(
        "3f2a9c1e77aa", "Any", affected_side=Side.RIGHT, goal=draw(st.sampled_from(["", "Stairs.", NOTE])), phases=tuple(phases)
    )
    form = draw(st.sampled_from([Form.FLOW, *GRIDS, *others]))
    layout = Layout(form, large=form in LARGE_FORMS and draw(st.booleans()))
    changed: dict[str, Any] = {"paper": draw(st.sampled_from(Paper)), "layout": layout}
    if form is Form.FLOW and draw(st.booleans()):
        changed["beside"] = "es"
    if draw(st.booleans()):
        sections = draw(st.lists(st.sampled_from([part for part in Section if part is not Section.EXERCISES]), unique=True))
        changed["sections"] = (Section.EXERCISES, *sections)
    return with_figures(plan, **changed) if draw(st.booleans()) else request_for(plan, **changed)


ANY = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@ANY
@given(requests(Form.FRIDGE))
def test_nothing_leaves_the_page_and_no_page_is_empty(request: HandoutRequest) -> None:
    made = booklet(request)
    lowest = request.paper.size[1] - BOTTOM
    for number, page in enumerate(made.pages, 1):
        inner = page[(number > 1) : -1]
        assert inner
        assert words_on(inner)
        for placed in inner:
            assert placed.top + placed.group.height <= lowest + 0.1
            assert placed.left + (placed.width or made.text_width) <= made.text_width + 0.1
    assert count_pages(request) == len(made.pages)


@ANY
@given(requests())
def test_every_text_reaches_the_paper_in_reading_order(request: HandoutRequest) -> None:
    printed = CONTINUED.sub("", "".join(words_on(page) for page in inner_pages(request)))
    assume(not request.beside)
    is_short = request.layout.form is Form.SIX
    at = 0
    for number, held in enumerate(request.plan.prescriptions(), 1):
        goes_across = len(held.note) > 1000 or sum(map(len, held.text.steps)) > 1000
        steps = () if is_short and not goes_across else held.text.steps
        for text in (f"{number}.{held.text.name}", *steps, held.text.cue, held.note):
            if not is_short or text not in held.text.steps:
                at = printed.find(squeezed(text), at)
                assert at >= 0, text[:40]


@ANY
@given(requests())
def test_an_exercise_is_parted_only_where_it_is_taller_than_most_of_a_page(request: HandoutRequest) -> None:
    room = request.paper.size[1] - BOTTOM - TOP
    for page, following in pairwise(inner_pages(request)):
        if CONTINUED.match(words_on(following)):
            parts = [placed.group.height for placed in (page[-1], following[0])]
            assert sum(parts) > 0.75 * room


@ANY
@given(requests())
def test_no_phase_begins_at_the_foot_of_a_page_without_its_exercise(request: HandoutRequest) -> None:
    for page in inner_pages(request)[:-1]:
        assert not page[-1].group.bookmark.startswith("Phase")


def test_the_request_prints_the_phases_that_were_chosen() -> None:
    plan = plan_of_phases(2, 2, 2)
    text = whole_text(request_for(plan, phases=("phase-3", "phase-1", "gone")))
    assert "Stage 1" in text
    assert "Stage 2" not in text
    assert text.index("Stage 1") < text.index("Stage 3")


def test_the_same_plan_in_another_layout_is_another_request() -> None:
    request = request_for(plan_of_phases(2))
    assert request != replace(request, layout=Layout(Form.TWO))
