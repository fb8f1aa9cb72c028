"""The parts of a sheet: any choice in any order, each text once, nothing of a part that was left out."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pfss_desktop.domain.education import EducationSection, EducationTopic
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.plan import Plan
from pfss_desktop.handout.request import HandoutRequest
from pfss_desktop.handout.sections import DEFAULT_SECTIONS, Section, phase_run
from tests.handout.plans_at_hand import plan_of, plan_of_phases, prescription, request_for
from tests.handout.reading_back import page_of, page_texts, whole_text

TELLTALE = {
    Section.GOAL: "Your goal: I want to walk down the stairs to my garden.",
    Section.CHANGES: "What has changed since last time",
    Section.EQUIPMENT: "Have ready: mat, 2 lb cuff weight",
    Section.EXERCISES: "Lie on your back. Bend your other knee.",
    Section.CRITERIA: "You can do 3 sets of 12.",
    Section.WHEN_AND_WHERE: "When will you do your exercises?",
    Section.PAIN_RULE: "0 is no pain. 10 is the worst pain you can think of.",
    Section.FLARE_UP: "If your knee flares up",
    Section.STOP: "Stop, and see a doctor right away, if:",
    Section.EDUCATION: "Why does my knee hurt?",
    Section.DIARY: "Your diary for “Strengthen”",
    Section.CODE: "Your therapist finds your plan with this code.",
    Section.SUMMARY: "In short",
}
"""Words that stand in this part only, and once."""

WHY = EducationTopic("why", "en", "Why does my knee hurt?", (EducationSection("", ("It did more than it was used to.",)),))


def a_request(sections: tuple[Section, ...]) -> HandoutRequest:
    """A request in which every part has something to say."""
    plan = plan_of(prescription())
    return request_for(
        plan, sections=sections, former=plan_of(prescription(note="Another note.")), education=(WHY,), visit_id="9f86d081884c7d65"
    )


def choices_and_orders() -> st.SearchStrategy[tuple[Section, ...]]:
    """Any choice of parts with the exercises among them, in any order."""
    others = [section for section in Section if section is not Section.EXERCISES]
    chosen = st.lists(st.sampled_from(others), unique=True)
    return chosen.flatmap(lambda kept: st.permutations([*kept, Section.EXERCISES])).map(tuple)


@settings(max_examples=40, deadline=None)
@given(choices_and_orders())
def test_any_choice_in_any_order_prints_each_part_once_in_that_order_and_no_other(sections: tuple[Section, ...]) -> None:
    text = whole_text(a_request(sections))
    for section in Section:
        assert text.count(TELLTALE[section]) == (section in sections), section
    places = [text.find(TELLTALE[section]) for section in sections]
    assert places == sorted(places)


@settings(max_examples=40, deadline=None)
@given(choices_and_orders())
def test_the_parts_of_a_phase_beside_the_exercises_are_one_run(sections: tuple[Section, ...]) -> None:
    run = phase_run(sections)
    assert Section.EXERCISES in run
    assert "".join(run) in "".join(sections)
    assert set(run) <= {Section.EQUIPMENT, Section.EXERCISES, Section.CRITERIA}


def test_what_is_away_from_its_phase_names_it() -> None:
    plan = replace(
        plan_of_phases(1, 1), phases=tuple(replace(phase, criteria=("No limp.",)) for phase in plan_of_phases(1, 1).phases)
    )
    text = whole_text(request_for(plan, sections=(Section.EXERCISES, Section.STOP, Section.EQUIPMENT, Section.CRITERIA)))
    places = [
        text.index(words)
        for words in (
            "1. Exercise 1",
            "2. Exercise 2",
            "Stop, and call your clinic",
            "Have ready for “Stage 1”:",
            "Have ready for “Stage 2”:",
            "Move on from “Stage 1”",
            "You have reached the end of “Stage 2”",
        )
    ]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("sections", "line"),
    [
        (DEFAULT_SECTIONS, "Before you start, read: When to stop, on page {stop}."),
        (
            (Section.EXERCISES, Section.PAIN_RULE, Section.STOP),
            "Before you start, read: “How much pain is all right?” and when to stop, on page {pain}.",
        ),
        ((Section.EXERCISES, Section.PAIN_RULE), "Before you start, read: “How much pain is all right?”, on page {pain}."),
        ((Section.EXERCISES, Section.STOP), "Before you start, read: When to stop, on page {stop}."),
        (
            (Section.EXERCISES, Section.PAIN_RULE, Section.CRITERIA, Section.STOP),
            "Before you start, read: “How much pain is all right?” on page {pain}, and when to stop, on page {stop}.",
        ),
    ],
)
def test_the_line_before_the_exercises_points_to_the_right_pages(sections: tuple[Section, ...], line: str) -> None:
    texts = page_texts(request_for(_with_much_to_reach(plan_of_phases(4, 4)), sections=sections))
    pages = {
        name: page_of(texts, words)
        for name, words in (("pain", "0 is no pain"), ("stop", "see a doctor"))
        if words in " ".join(texts)
    }
    assert line.format(**pages) in " ".join(texts[:2])


def test_nothing_points_back_or_to_nothing() -> None:
    plan = plan_of(prescription())
    assert "Before you start" not in whole_text(request_for(plan, sections=(Section.EXERCISES,)))
    first = (Section.PAIN_RULE, Section.STOP, Section.EXERCISES)
    assert "Before you start" not in whole_text(request_for(plan, sections=first))


@pytest.mark.parametrize("sections", [(), (Section.STOP,), (Section.EXERCISES, Section.STOP, Section.STOP)])
def test_a_sheet_without_exercises_or_with_a_part_twice_is_refused(sections: tuple[Section, ...]) -> None:
    with pytest.raises(OutOfBounds):
        request_for(plan_of(prescription()), sections=sections)


def _with_much_to_reach(plan: Plan) -> Plan:
    criteria = tuple(f"You can do number {number} with ease." for number in range(20))
    return replace(plan, phases=tuple(replace(phase, criteria=criteria) for phase in plan.phases))
