"""Phases added, moved, renamed, removed and advanced: picture, action, picture."""

from collections.abc import Callable
from dataclasses import replace
from itertools import count

import pytest

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.edits import phases as edits
from pfss_desktop.domain.edits.prescriptions import add_exercises, set_side
from pfss_desktop.domain.exercise import Laterality
from pfss_desktop.domain.faults import OutOfBounds, UnknownPart
from pfss_desktop.domain.plan import PHASE_LIMIT, PainRule, Phase, Plan, Weeks
from tests.pictures import drawing, outline, picture, planned, prescribed

THREE = planned("""
    Calm
      Quad set
    Strength *
      Bridge
      Clamshell
    Return
""")


def names() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"new-{next(numbers)}"


def test_a_phase_is_added_at_the_end() -> None:
    assert outline(edits.add_phase(planned("Calm"), Phase("s", "Strength"))) == "Calm\nStrength"


@pytest.mark.parametrize(
    ("index", "order"),
    [
        (0, "New Calm Strength"),
        (1, "Calm New Strength"),
        (2, "Calm Strength New"),
        (99, "Calm Strength New"),
        (-5, "New Calm Strength"),
    ],
)
def test_a_phase_is_added_before_an_index_and_never_outside(index: int, order: str) -> None:
    plan = edits.add_phase(planned("Calm\nStrength"), Phase("n", "New"), index)

    assert outline(plan).split() == order.split()


def test_more_phases_than_the_limit_are_refused() -> None:
    plan = planned("\n".join(f"Phase {number}" for number in range(PHASE_LIMIT)))

    with pytest.raises(OutOfBounds, match=f"phases: must be at most {PHASE_LIMIT} entries"):
        edits.add_phase(plan, Phase("n", "New"))


def test_a_phase_goes_with_its_exercises_and_the_patient_falls_back_to_the_one_before() -> None:
    assert outline(edits.remove_phase(THREE, "Strength")) == drawing("""
        Calm *
          Quad set
        Return
    """)


def test_removing_the_first_phase_while_the_patient_is_in_it_leads_to_the_next() -> None:
    plan = edits.set_current_phase(THREE, "Calm")

    assert outline(edits.remove_phase(plan, "Calm")) == drawing("""
        Strength *
          Bridge
          Clamshell
        Return
    """)


def test_removing_the_last_of_three_phases_leads_to_the_second() -> None:
    plan = edits.set_current_phase(THREE, "Return")

    assert edits.remove_phase(plan, "Return").current_phase == "Strength"


def test_removing_another_phase_leaves_the_patient_where_they_are() -> None:
    assert edits.remove_phase(THREE, "Calm").current_phase == "Strength"


def test_removing_the_last_phase_leaves_an_empty_plan() -> None:
    plan = edits.remove_phase(planned("Calm *"), "Calm")

    assert (plan.phases, plan.current_phase) == ((), "")


@pytest.mark.parametrize(
    ("moved", "index", "order"),
    [
        ("a", 0, "abc"),
        ("a", 1, "abc"),
        ("a", 2, "bac"),
        ("a", 3, "bca"),
        ("a", 99, "bca"),
        ("b", 0, "bac"),
        ("b", 1, "abc"),
        ("b", 2, "abc"),
        ("b", 3, "acb"),
        ("c", -9, "cab"),
        ("c", 0, "cab"),
        ("c", 1, "acb"),
        ("c", 2, "abc"),
        ("c", 3, "abc"),
    ],
)
def test_a_phase_moves_to_the_gap_it_is_dropped_into(moved: str, index: int, order: str) -> None:
    plan = edits.move_phase(planned("a\nb\nc"), moved, index)

    assert "".join(phase.id for phase in plan.phases) == order


def test_a_moved_phase_keeps_its_exercises_and_the_patient() -> None:
    assert outline(edits.move_phase(THREE, "Strength", 0)) == drawing("""
        Strength *
          Bridge
          Clamshell
        Calm
          Quad set
        Return
    """)


def test_name_goal_weeks_and_criteria_of_a_phase_change_and_nothing_else() -> None:
    plan = edits.rename_phase(THREE, "Calm", "  Calm \n down ")
    plan = edits.set_phase_goal(plan, "Calm", "Less pain on stairs")
    plan = edits.set_phase_weeks(plan, "Calm", Weeks(1, 2))
    plan = edits.set_phase_criteria(plan, "Calm", ("pain at most 2", "  ", "full knee\textension"))

    assert picture(plan) == drawing("""
        Knee plan
          Calm down, weeks 1-2, "Less pain on stairs"
            until pain at most 2
            until full knee extension
            Quad set, 3 x 10
          Strength, now
            Bridge, 3 x 10
            Clamshell, 3 x 10
          Return
    """)
    assert edits.set_phase_weeks(plan, "Calm", None).phase("Calm").weeks is None


def test_a_phase_cannot_lose_its_name() -> None:
    with pytest.raises(OutOfBounds, match="phase name"):
        edits.rename_phase(THREE, "Calm", " \n ")


def test_the_plan_s_own_fields_change() -> None:
    plan = edits.rename_plan(THREE, " Plan for the\nknee ")
    plan = edits.set_condition(plan, "Runner's knee")
    plan = edits.set_affected_side(plan, Side.LEFT)
    plan = edits.set_plan_goal(plan, "Run 5 km")
    plan = edits.set_pain_rule(plan, PainRule(2, 4))

    assert picture(plan).splitlines()[0] == 'Plan for the knee, Runner\'s knee, left, "Run 5 km"'
    assert plan.pain_rule == PainRule(2, 4)


def sides(plan: Plan) -> list[Side | None]:
    return [held.side for held in plan.prescriptions()]


def test_a_new_affected_side_reaches_open_sides_and_changes_no_set_one() -> None:
    plan = set_side(THREE, "Bridge", Side.RIGHT)

    plan = edits.set_affected_side(plan, Side.LEFT)
    assert sides(plan) == [Side.LEFT, Side.RIGHT, Side.LEFT]

    plan = edits.set_affected_side(plan, Side.RIGHT)
    assert sides(plan) == [Side.LEFT, Side.RIGHT, Side.LEFT]


def test_an_affected_side_reaches_no_exercise_for_both_legs_and_taking_it_back_changes_none() -> None:
    both = replace(prescribed("Squat"), laterality=Laterality.BILATERAL)
    plan = add_exercises(planned("Calm"), "Calm", [both])

    assert sides(edits.set_affected_side(plan, Side.LEFT)) == [None]
    assert edits.set_affected_side(edits.set_affected_side(THREE, Side.LEFT), None).prescription("Bridge").side is Side.LEFT


def test_the_patient_advances_phase_by_phase_until_there_is_no_next() -> None:
    plan = planned("Calm\nStrength\nReturn")

    plan = edits.advance_phase(plan)
    assert plan.current_phase == "Strength"
    plan = edits.advance_phase(plan)
    assert plan.current_phase == "Return"
    with pytest.raises(UnknownPart, match="this plan has no such next phase"):
        edits.advance_phase(plan)


def test_a_plan_without_phases_has_no_next_one() -> None:
    with pytest.raises(UnknownPart):
        edits.advance_phase(Plan("p", "Empty"))


def test_a_template_replaces_the_phases_and_brings_its_pain_rule() -> None:
    template = edits.set_pain_rule(planned("One\n  Bridge\nTwo"), PainRule(1, 2))

    plan = edits.replace_phases(THREE, template, names())

    assert outline(plan) == "One\n  Bridge\nTwo"
    assert (plan.id, plan.title, plan.pain_rule) == (THREE.id, THREE.title, PainRule(1, 2))


def test_a_template_is_appended_even_twice_because_its_copies_get_new_ids() -> None:
    template = planned("One\n  Bridge")
    name = names()

    plan = edits.append_phases(edits.append_phases(THREE, template, name), template, name)

    assert outline(plan) == outline(THREE) + "\nOne\n  Bridge\nOne\n  Bridge"
    assert plan.pain_rule == THREE.pain_rule


def test_open_sides_of_a_template_become_the_affected_side_and_set_ones_stay() -> None:
    template = set_side(planned("One\n  Bridge\n  Clamshell"), "Clamshell", Side.BOTH)
    plan = edits.set_affected_side(planned("Calm"), Side.RIGHT)

    applied = edits.append_phases(plan, template)

    assert [held.side for held in applied.prescriptions()] == [Side.RIGHT, Side.BOTH]


def test_an_exercise_for_both_legs_never_becomes_one_for_the_affected_leg() -> None:
    template = planned("One\n  Bridge")
    bridge = replace(template.prescription("Bridge"), laterality=Laterality.BILATERAL)
    template = edits.change_phase(template, "One", lambda phase: replace(phase, prescriptions=(bridge,)))
    plan = edits.set_affected_side(planned("Calm"), Side.LEFT)

    assert [held.side for held in edits.append_phases(plan, template).prescriptions()] == [None]


@pytest.mark.parametrize(
    "edit",
    [
        lambda plan: edits.remove_phase(plan, "none"),
        lambda plan: edits.move_phase(plan, "none", 0),
        lambda plan: edits.rename_phase(plan, "none", "x"),
        lambda plan: edits.set_phase_goal(plan, "none", "x"),
        lambda plan: edits.set_phase_weeks(plan, "none", None),
        lambda plan: edits.set_phase_criteria(plan, "none", ()),
        lambda plan: edits.set_current_phase(plan, "none"),
        lambda plan: edits.set_current_phase(plan, ""),
    ],
)
def test_an_edit_of_a_phase_that_is_gone_says_so(edit: Callable[[Plan], Plan]) -> None:
    with pytest.raises(UnknownPart, match="this plan has no such phase"):
        edit(THREE)
