"""What the patient reads of a change since the visit before."""

from dataclasses import replace
from typing import Any

import pytest

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.edits.phases import rename_plan, set_current_phase
from pfss_desktop.domain.edits.prescriptions import (
    add_exercises,
    move_exercises,
    remove_exercises,
    set_dosage,
    set_note,
    set_resistance,
    set_side,
)
from pfss_desktop.domain.exercise import PatientText
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.resistance import Band, NoResistance
from pfss_desktop.domain.stock import BandMaker, ResistanceChoices
from pfss_desktop.handout.content import ExercisePart
from pfss_desktop.handout.request import HandoutRequest, PhaseChoice
from pfss_desktop.handout.writing import sheet_of
from tests.handout.plans_at_hand import plan_of, plan_of_phases, prescription, request_for
from tests.handout.reading_back import page_texts, whole_text

CHOICES = ResistanceChoices((BandMaker("TheraBand", ("yellow", "red", "green")),))
FORMER = plan_of(
    prescription(1, exercise_id="raise", text=PatientText("Raise", ("Lift.",))),
    prescription(2, exercise_id="bridge", text=PatientText("Bridge", ("Lift.",)), resistance=Band("red", "TheraBand")),
)
TITLE = "What has changed since last time"


def dosed(plan: Plan, held_id: str, **changed: Any) -> Plan:
    return set_dosage(plan, held_id, replace(plan.prescription(held_id).dosage, **changed))


def told(plan: Plan, former: Plan = FORMER, **changed: Any) -> dict[str, list[str]]:
    """Return the lines of the part at the top by their word, and under an empty word the phase."""
    part = sheet_of(request_for(plan, former=former, choices=CHOICES, **changed)).changes
    if part is None:
        return {}
    lists = {each.mark: [f"{line.label} {line.text}".strip() for line in each.lines] for each in part.lists}
    return lists | ({"": [part.phase]} if part.phase else {})


def marks(request: HandoutRequest) -> dict[str, str]:
    exercises: list[ExercisePart] = [each for phase in sheet_of(request).phases for each in phase.exercises]
    return {each.prescription_id: each.mark for each in exercises}


@pytest.mark.parametrize(
    ("plan", "word", "line"),
    [
        (dosed(FORMER, "rx-1", sets=4), "MORE", "1. Raise: now 4 sets of 12 (before: 3 sets of 12)"),
        (dosed(FORMER, "rx-1", sets=1), "LESS", "1. Raise: now 12 times (before: 3 sets of 12)"),
        (dosed(FORMER, "rx-1", times_per_day=1), "LESS", "1. Raise: now once a day (before: twice a day)"),
        (dosed(FORMER, "rx-1", hold_seconds=0), "LESS", "1. Raise: no longer hold 5 seconds"),
        (
            dosed(FORMER, "rx-1", sets=4, days_per_week=3),
            "CHANGED",
            "1. Raise: now 4 sets of 12, 3 days a week (before: 3 sets of 12, 5 days a week)",
        ),
        (
            dosed(FORMER, "rx-1", rest_seconds=30),
            "CHANGED",
            "1. Raise: now rest 30 seconds between sets (before: rest 1 minute between sets)",
        ),
        (set_side(FORMER, "rx-1", Side.LEFT), "CHANGED", "1. Raise: now left leg (before: right leg)"),
        (set_resistance(FORMER, "rx-1", NoResistance()), "LESS", "1. Raise: no longer with 2 lb ankle cuff"),
        (
            set_resistance(FORMER, "rx-2", Band("green", "TheraBand")),
            "MORE",
            "2. Bridge: now with green band (TheraBand) (before: with red band (TheraBand))",
        ),
        (set_note(FORMER, "rx-2", "Slowly"), "CHANGED", "2. Bridge: the description is new, please read it again"),
    ],
)
def test_a_change_is_said_with_now_and_before(plan: Plan, word: str, line: str) -> None:
    assert told(plan) == {word: [line]}


def test_new_and_stopped_exercises_are_named() -> None:
    plan = add_exercises(
        remove_exercises(FORMER, ["rx-1"]),
        "phase-1",
        [prescription(3, exercise_id="squat", text=PatientText("Squat")), prescription(4)],
    )
    assert told(plan) == {"NEW": ["2. Squat · 3. Straight leg raise"], "STOP": ["Raise"]}


def test_nobody_is_told_to_stop_and_to_begin_the_same_exercise() -> None:
    again = add_exercises(
        remove_exercises(FORMER, ["rx-1"]),
        "phase-1",
        [prescription(9, exercise_id="raise", text=PatientText("Raise", ("Lift.",)))],
        0,
    )
    assert told(again) == {}
    assert told(dosed(again, "rx-9", sets=4)) == {"MORE": ["1. Raise: now 4 sets of 12 (before: 3 sets of 12)"]}


def test_an_exercise_that_goes_on_in_another_phase_is_stopped_in_its_own_only() -> None:
    assert told(remove_exercises(TWICE, ["rx-1"]), TWICE) == {"STOP": ["Exercise 1 (only in “Stage 1”)"]}


def test_each_changed_exercise_has_its_word_beside_it_and_the_others_have_none() -> None:
    plan = add_exercises(dosed(FORMER, "rx-1", sets=2), "phase-1", [prescription(3)])
    assert marks(request_for(plan, former=FORMER)) == {"rx-1": "LESS", "rx-2": "", "rx-3": "NEW"}
    text = whole_text(request_for(plan, former=FORMER))
    assert text.index(TITLE) < text.index("Before you start, read:") < text.index("1. Raise 2 sets of 12")
    assert text.count("LESS") == text.count("NEW") == 2


def test_a_first_visit_and_an_unchanged_plan_say_nothing_of_changes() -> None:
    assert TITLE not in whole_text(request_for(FORMER))
    assert TITLE not in whole_text(request_for(FORMER, former=FORMER))
    assert whole_text(request_for(FORMER)) == whole_text(request_for(FORMER, former=FORMER))


def test_what_only_the_therapist_cares_for_is_no_change_to_the_patient() -> None:
    assert told(rename_plan(FORMER, "Another title")) == {}


def each_its_own(plan: Plan) -> Plan:
    """Return the plan with another exercise in every place."""
    phases = tuple(
        replace(phase, prescriptions=tuple(replace(held, exercise_id=held.id) for held in phase.prescriptions))
        for phase in plan.phases
    )
    return replace(plan, phases=phases)


PHASED = each_its_own(plan_of_phases(2, 2))
TWICE = plan_of_phases(2, 2)


def test_a_moved_exercise_says_where_it_is_now() -> None:
    assert told(move_exercises(PHASED, ["rx-1"], "phase-2"), PHASED) == {"MOVED": ["4. Exercise 1: now in “Stage 2”"]}


def test_the_next_phase_is_said() -> None:
    onward = set_current_phase(PHASED, "phase-2")
    assert told(onward, PHASED) == {"": ["You are in “Stage 2” now."]}
    alone = told(onward, PHASED, phases=PhaseChoice.CURRENT)
    assert alone == {"": ["You start “Stage 2” now. Do only the exercises on this sheet."]}


def test_a_sheet_of_one_phase_speaks_of_that_phase_only() -> None:
    plan = dosed(remove_exercises(PHASED, ["rx-4", "rx-2"]), "rx-3", sets=4)
    assert told(plan, PHASED, phases=PhaseChoice.CURRENT) == {"STOP": ["Exercise 2"]}
    postponed = move_exercises(PHASED, ["rx-1"], "phase-2")
    assert told(postponed, PHASED, phases=PhaseChoice.CURRENT) == {"STOP": ["Exercise 1"]}


def test_a_plan_that_is_all_new_still_prints_every_word() -> None:
    plan = plan_of_phases(40)
    others = tuple(prescription(900 + number, exercise_id=f"other-{number}") for number in range(40))
    renamed = replace(plan.phases[0], id="other", prescriptions=others)
    texts = page_texts(request_for(replace(plan, phases=(renamed,)), former=plan))
    whole = " ".join(texts)
    assert all(f"Exercise {number}" in whole for number in range(1, 41))
    assert whole.count("NEW") == 41


def test_hostile_names_are_printed_as_they_are() -> None:
    former = plan_of(prescription(1, text=PatientText("<b>Raise</b> & {name}")))
    text = whole_text(request_for(remove_exercises(former, ["rx-1"]), former=former))
    assert "STOP <b>Raise</b> & {name}" in text
