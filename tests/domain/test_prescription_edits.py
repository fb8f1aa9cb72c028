"""Exercises added, moved, doubled, removed and dosed: picture, action, picture."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from pfss_desktop.domain.body import Joint, RangeLimit, Side
from pfss_desktop.domain.dosage import Dosage, RepRange, Tempo
from pfss_desktop.domain.edits import prescriptions as edits
from pfss_desktop.domain.exercise import PatientText
from pfss_desktop.domain.faults import OutOfBounds, UnknownPart
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.resistance import CuffWeight, Mass, MassUnit
from tests.pictures import drawing, outline, picture, planned, prescribed

PLAN = planned("""
    Calm
      a
      b
      c
    Strength
      d
      e
    Return
""")


def letters(plan: Plan) -> str:
    """The plan in one line: ids of exercises by phase."""
    return " | ".join("".join(held.text.name for held in phase.prescriptions) for phase in plan.phases)


def test_exercises_are_added_at_the_end_of_a_phase_in_the_order_given() -> None:
    assert letters(edits.add_exercises(PLAN, "Return", [prescribed("x"), prescribed("y")])) == "abc | de | xy"


@pytest.mark.parametrize(("index", "after"), [(0, "xabc"), (1, "axbc"), (3, "abcx"), (50, "abcx"), (-1, "xabc")])
def test_an_exercise_is_added_before_an_index_and_never_outside(index: int, after: str) -> None:
    assert letters(edits.add_exercises(PLAN, "Calm", [prescribed("x")], index)) == f"{after} | de | "


def test_an_id_that_the_plan_holds_already_is_refused() -> None:
    with pytest.raises(OutOfBounds, match="prescription id: must be unique within the plan"):
        edits.add_exercises(PLAN, "Return", [prescribed("a")])


def test_a_phase_takes_a_hundred_exercises_and_no_more() -> None:
    full = edits.add_exercises(PLAN, "Return", [prescribed(f"x{number}") for number in range(100)])

    with pytest.raises(OutOfBounds, match="phase prescriptions: must be at most 100 entries"):
        edits.add_exercises(full, "Return", [prescribed("last")])


@pytest.mark.parametrize(
    ("moved", "phase", "index", "after"),
    [
        ("a", "Calm", 0, "abc | de | "),
        ("a", "Calm", 1, "abc | de | "),
        ("a", "Calm", 2, "bac | de | "),
        ("a", "Calm", 3, "bca | de | "),
        ("a", "Calm", None, "bca | de | "),
        ("c", "Calm", 0, "cab | de | "),
        ("ac", "Calm", 1, "acb | de | "),
        ("ac", "Calm", 2, "bac | de | "),
        ("ca", "Calm", 0, "acb | de | "),
        ("b", "Strength", 0, "ac | bde | "),
        ("b", "Strength", 1, "ac | dbe | "),
        ("bd", "Strength", 2, "ac | ebd | "),
        ("be", "Strength", 0, "ac | bed | "),
        ("abcde", "Return", None, " |  | abcde"),
        ("e", "Return", 99, "abc | d | e"),
        ("e", "Calm", -3, "eabc | d | "),
        ("", "Calm", 0, "abc | de | "),
    ],
)
def test_exercises_move_together_to_the_gap_they_are_dropped_into(moved: str, phase: str, index: int | None, after: str) -> None:
    assert letters(edits.move_exercises(PLAN, list(moved), phase, index)) == after


def test_a_moved_exercise_keeps_its_dosage_side_and_note() -> None:
    plan = edits.set_note(edits.set_side(PLAN, "a", Side.LEFT), "a", "slowly")

    assert picture(edits.move_exercises(plan, ["a"], "Return")) == drawing("""
        Knee plan
          Calm
            b, 3 x 10
            c, 3 x 10
          Strength
            d, 3 x 10
            e, 3 x 10
          Return
            a, left, 3 x 10, "slowly"
    """)


def test_removed_exercises_go_and_unknown_ones_are_passed_over() -> None:
    assert letters(edits.remove_exercises(PLAN, ["a", "e", "gone"])) == "bc | d | "


def test_phases_without_a_removed_exercise_stay_the_very_same() -> None:
    plan = edits.remove_exercises(PLAN, ["d"])

    assert plan.phases[0] is PLAN.phases[0]


def test_a_double_stands_right_behind_its_original() -> None:
    plan = edits.duplicate_exercises(PLAN, ["a", "e"])

    assert letters(plan) == "aabc | dee | "
    assert len({held.id for held in plan.prescriptions()}) == 7


def test_every_field_of_a_prescription_can_be_set() -> None:
    plan = edits.set_dosage(
        PLAN,
        "b",
        Dosage(2, RepRange(8, 12), hold_seconds=5, rest_seconds=60, tempo=Tempo(2, 3), times_per_day=2, days_per_week=5),
    )
    plan = edits.set_side(plan, "b", Side.LEFT)
    plan = edits.set_resistance(plan, "b", CuffWeight(Mass(Decimal("2.50"), MassUnit.POUND)))
    plan = edits.set_range_limit(plan, "b", RangeLimit(Joint.KNEE_FLEXION, 0, 45))
    plan = edits.set_note(plan, "b", "no pain\r\nplease\x00")

    assert picture(edits.remove_exercises(plan, "acde")).splitlines()[2].strip() == (
        "b, left, 2 x 8-12, hold 5 s, rest 60 s, tempo 2-3, 2 times a day, 5 days a week, cuff 2.50 lb, "
        'knee_flexion 0 to 45, "no pain'
    )
    assert plan.prescription("b").note == "no pain\nplease"
    assert [plan.prescription(kept) for kept in "acde"] == [PLAN.prescription(kept) for kept in "acde"]


def test_side_and_range_limit_can_be_taken_back() -> None:
    plan = edits.set_side(edits.set_range_limit(PLAN, "a", RangeLimit(Joint.KNEE_FLEXION, 0, 45)), "a", Side.BOTH)

    assert edits.set_range_limit(edits.set_side(plan, "a", None), "a", None) == PLAN


def test_the_patient_s_words_are_tidied_and_empty_steps_fall_away() -> None:
    plan = edits.set_patient_text(
        PLAN, "a", PatientText("A  better\tname", ("Lie down.", "", "  Lift\nslowly. "), "Knee up", "Stop at 3")
    )

    assert plan.prescription("a").text == PatientText("A better name", ("Lie down.", "Lift slowly."), "Knee up", "Stop at 3")


@pytest.mark.parametrize(
    "edit",
    [
        lambda: edits.move_exercises(PLAN, ["a", "none"], "Return"),
        lambda: edits.set_dosage(PLAN, "none", Dosage(1, minutes=1)),
        lambda: edits.set_side(PLAN, "none", None),
        lambda: edits.set_note(PLAN, "none", ""),
    ],
)
def test_an_edit_of_an_exercise_that_is_gone_says_so(edit: Callable[[], Plan]) -> None:
    with pytest.raises(UnknownPart, match="this plan has no such prescription"):
        edit()


@pytest.mark.parametrize(
    "edit",
    [lambda: edits.add_exercises(PLAN, "none", [prescribed("x")]), lambda: edits.move_exercises(PLAN, ["a"], "none")],
)
def test_an_edit_into_a_phase_that_is_gone_says_so(edit: Callable[[], Plan]) -> None:
    with pytest.raises(UnknownPart, match="this plan has no such phase"):
        edit()


def test_an_outline_and_its_plan_are_two_sides_of_one_thing() -> None:
    assert outline(PLAN) == "Calm\n  a\n  b\n  c\nStrength\n  d\n  e\nReturn"
