"""Edits of several prescriptions, of the order of a phase, and of what comes from another plan."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.domain.edits.ordering import sort_by_position
from pfss_desktop.domain.edits.pasting import paste_exercises, paste_phases, settled_here
from pfss_desktop.domain.edits.prescriptions import set_note, set_side
from pfss_desktop.domain.edits.several import UnfitChange, change_several
from pfss_desktop.domain.exercise import Laterality, PositionGroup
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.prescription_words import wanted_change
from pfss_desktop.domain.resistance import Band
from pfss_desktop.domain.stock import ResistanceChoices
from pfss_desktop.domain.usual_exercises import stage_of, usual_of_templates
from tests.pictures import drawing, outline, picture, planned, prescribed
from tests.strategies import plans

FOUR = """
    Calm
      quad set
      heel slide
    Strength
      bridge
      clamshell
"""
NOBODY = Catalogue()


def two_legged(plan: Plan, held_id: str) -> Plan:
    phases = tuple(
        replace(
            phase,
            prescriptions=tuple(
                replace(held, laterality=Laterality.BILATERAL, side=Side.BOTH) if held.id == held_id else held
                for held in phase.prescriptions
            ),
        )
        for phase in plan.phases
    )
    return replace(plan, phases=phases)


def told(plan: Plan, ids: list[str], words: str) -> tuple[Plan, int]:
    done = change_several(plan, ids, wanted_change(words), NOBODY.get, ResistanceChoices())
    return done.plan, done.unfit


def test_one_line_goes_to_all_of_them_and_to_no_other() -> None:
    after, unfit = told(planned(FOUR), ["quad-set", "bridge"], "3x12, twice a day, left")
    assert picture(after).splitlines()[1:] == [
        "  Calm",
        "    quad set, left, 3 x 12, 2 times a day",
        "    heel slide, 3 x 10",
        "  Strength",
        "    bridge, left, 3 x 12, 2 times a day",
        "    clamshell, 3 x 10",
    ]
    assert unfit == 0


def test_each_takes_what_fits_it_and_the_others_are_counted() -> None:
    plan = planned(FOUR)
    bands = plan.prescription("quad-set")
    assert told(plan, ["quad-set", "heel-slide"], "red band")[0].prescription("quad-set").resistance == Band("red")
    assert bands.side is None
    known = two_legged(plan, "bridge")
    exercise = Catalogue().get
    done = change_several(known, ["bridge", "clamshell"], wanted_change("left, 3x5"), exercise, ResistanceChoices())
    assert done.plan.prescription("clamshell").side is Side.LEFT
    with pytest.raises(UnfitChange, match="left, the right or both"):
        told(plan, ["clamshell"], "alternating")


def test_a_number_that_cannot_be_changes_nothing() -> None:
    with pytest.raises(OutOfBounds):
        told(planned(FOUR), ["quad-set", "bridge"], "25 sets")


def test_sorting_by_position_is_stable_and_puts_the_unknown_last() -> None:
    positions = {
        "bridge": PositionGroup.ON_BACK, "quad-set": PositionGroup.ON_BACK, "clamshell": PositionGroup.ON_SIDE,
        "wall-sit": PositionGroup.STANDING, "slr-seated": PositionGroup.SITTING,
    }  # fmt: skip
    plan = planned("""
        Calm
          own thing
          wall sit
          quad set
          slr seated
          clamshell
          bridge
    """)

    after = sort_by_position(plan, "Calm", positions.get)

    assert outline(after) == drawing("""
        Calm
          quad set
          bridge
          clamshell
          slr seated
          wall sit
          own thing
    """)
    assert sort_by_position(after, "Calm", positions.get) == after


@settings(max_examples=50)
@given(plans(stock=("a", "b", "c", "d")), plans(stock=("a", "b", "c", "d")), st.booleans())
def test_pasted_parts_have_fresh_ids_and_everything_else_is_kept(plan: Plan, source: Plan, is_own: bool) -> None:
    after = paste_phases(plan, source.phases, 0, is_own=is_own)

    fresh = after.phases[: len(source.phases)]
    assert after.phases[len(source.phases) :] == plan.phases
    assert not {phase.id for phase in fresh} & {phase.id for phase in (*plan.phases, *source.phases)}
    for copied, original in zip((held for phase in fresh for held in phase.prescriptions), source.prescriptions(), strict=True):
        assert (copied.dosage, copied.resistance, copied.text) == (original.dosage, original.resistance, original.text)
        assert replace(copied, id=original.id) == original or not is_own
        assert copied.note == (original.note if is_own else "")
        is_doubtful = original.side in (Side.LEFT, Side.RIGHT) and original.laterality is Laterality.UNILATERAL
        if not is_own and is_doubtful:
            assert copied.side in (plan.affected_side, None)


@pytest.mark.parametrize(
    ("side", "affected", "settled"),
    [
        (Side.LEFT, Side.LEFT, Side.LEFT),
        (Side.LEFT, Side.RIGHT, None),
        (Side.RIGHT, None, None),
        (Side.RIGHT, Side.BOTH, None),
        (Side.BOTH, Side.RIGHT, Side.BOTH),
        (None, Side.RIGHT, Side.RIGHT),
        (None, None, None),
    ],
)
def test_a_side_from_another_plan_is_kept_only_where_it_is_this_plans(
    side: Side | None, affected: Side | None, settled: Side | None
) -> None:
    assert settled_here(replace(prescribed("clamshell"), side=side), affected).side is settled


def test_within_its_own_plan_a_copy_keeps_side_and_note() -> None:
    plan = set_note(set_side(planned(FOUR), "bridge", Side.LEFT), "bridge", "slowly")
    after = paste_exercises(plan, "Calm", [plan.prescription("bridge")], 1)
    assert picture(after).splitlines()[2:5] == [
        "    quad set, 3 x 10",
        '    bridge, left, 3 x 10, "slowly"',
        "    heel slide, 3 x 10",
    ]


def test_the_usual_exercises_are_those_that_most_templates_use() -> None:
    assert usual_of_templates([planned(FOUR)], NOBODY) == {1: (), 2: (), 3: (), 4: ()}


def test_an_empty_phase_is_at_most_one_stage_above_the_one_before() -> None:
    plan = planned("One\nTwo\nThree\nFour\nFive")
    assert [stage_of(plan, phase, NOBODY) for phase in plan.phases] == [1, 2, 3, 4, 4]
