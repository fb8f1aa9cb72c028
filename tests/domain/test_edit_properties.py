"""What holds for every edit of every plan."""

from collections import Counter
from copy import deepcopy

from hypothesis import given, settings
from hypothesis import strategies as st

from pfss_desktop.domain.edits.phases import append_phases, move_phase, replace_phases
from pfss_desktop.domain.edits.prescriptions import add_exercises, duplicate_exercises, move_exercises, remove_exercises
from pfss_desktop.domain.exercise import Laterality
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.prescription import Prescription
from tests.pictures import outline, planned
from tests.strategies import plan_edits, plans

STOCK = tuple(f"id-{number}" for number in range(8))


@st.composite
def outlines(draw: st.DrawFn) -> Plan:
    """A plan of one to four phases and up to ten plain exercises."""
    counts = draw(st.lists(st.integers(0, 4), min_size=1, max_size=4))
    names = iter("abcdefghijklmnopq")
    return planned(
        "\n".join("\n".join([f"Phase {n}", *(f"  {next(names)}" for _ in range(count))]) for n, count in enumerate(counts))
    )


def held_ids(plan: Plan) -> list[str]:
    return [held.id for held in plan.prescriptions()]


def contents(plan: Plan) -> Counter[Prescription]:
    return Counter(plan.prescriptions())


@settings(max_examples=50)
@given(st.data())
def test_no_edit_changes_the_plan_it_is_given(data: st.DataObject) -> None:
    plan = data.draw(plans(stock=STOCK))
    before = deepcopy(plan)

    edited = data.draw(plan_edits(plan))(plan)

    assert plan == before
    assert edited.id == plan.id


@given(outlines(), st.data())
def test_moving_exercises_keeps_every_one_of_them_and_their_order_among_themselves(plan: Plan, data: st.DataObject) -> None:
    moved = data.draw(st.sets(st.sampled_from(held_ids(plan)))) if held_ids(plan) else set()
    target = data.draw(st.sampled_from(plan.phases))
    index = data.draw(st.none() | st.integers(-1, 6))

    after = move_exercises(plan, moved, target.id, index)

    assert contents(after) == contents(plan)
    assert [held for held in held_ids(after) if held in moved] == [held for held in held_ids(plan) if held in moved]
    assert [held for held in held_ids(after) if held not in moved] == [held for held in held_ids(plan) if held not in moved]
    assert {after.phase_of(held).id for held in moved} <= {target.id}


@given(outlines(), st.data())
def test_moved_exercises_stand_together_where_they_were_dropped(plan: Plan, data: st.DataObject) -> None:
    moved = data.draw(st.sets(st.sampled_from(held_ids(plan)))) if held_ids(plan) else set()
    target = data.draw(st.sampled_from(plan.phases))
    index = data.draw(st.integers(0, len(target.prescriptions)))
    behind = [held.id for held in target.prescriptions[index:] if held.id not in moved]

    now = [held.id for held in move_exercises(plan, moved, target.id, index).phase(target.id).prescriptions]

    assert now[len(now) - len(behind) :] == behind
    assert set(now[len(now) - len(behind) - len(moved) : len(now) - len(behind)]) == moved


@given(outlines(), st.data())
def test_a_move_and_the_move_back_are_nothing(plan: Plan, data: st.DataObject) -> None:
    if not held_ids(plan):
        return
    moved = data.draw(st.sampled_from(held_ids(plan)))
    home = plan.phase_of(moved)
    at = [held.id for held in home.prescriptions].index(moved)
    target = data.draw(st.sampled_from(plan.phases))

    there = move_exercises(plan, [moved], target.id, data.draw(st.integers(0, 6)))
    taken = remove_exercises(there, [moved])

    assert add_exercises(taken, home.id, [plan.prescription(moved)], at) == plan


@given(outlines(), st.data())
def test_moving_a_phase_keeps_every_phase_as_it_is(plan: Plan, data: st.DataObject) -> None:
    moved = data.draw(st.sampled_from(plan.phases))

    after = move_phase(plan, moved.id, data.draw(st.integers(-1, 6)))

    assert Counter(after.phases) == Counter(plan.phases)
    assert [phase for phase in after.phases if phase != moved] == [phase for phase in plan.phases if phase != moved]


@settings(max_examples=50)
@given(plans(stock=STOCK), st.sets(st.sampled_from(STOCK)))
def test_doubles_are_equal_in_all_but_a_fresh_id(plan: Plan, wanted: set[str]) -> None:
    after = duplicate_exercises(plan, wanted)

    fresh = set(held_ids(after)) - set(held_ids(plan))
    assert len(fresh) == len(wanted & set(held_ids(plan)))
    assert remove_exercises(after, fresh) == plan
    for held in after.prescriptions():
        if held.id in fresh:
            phase = [other.id for other in after.phase_of(held.id).prescriptions]
            assert phase[phase.index(held.id) - 1] in wanted


@settings(max_examples=50)
@given(plans(stock=STOCK), st.sets(st.sampled_from(STOCK)))
def test_removing_takes_exactly_those_and_twice_is_once(plan: Plan, gone: set[str]) -> None:
    after = remove_exercises(plan, gone)

    assert held_ids(after) == [held for held in held_ids(plan) if held not in gone]
    assert remove_exercises(after, gone) == after


@settings(max_examples=50)
@given(plans(stock=STOCK), plans(stock=STOCK))
def test_a_template_is_copied_with_fresh_ids_only(plan: Plan, template: Plan) -> None:
    for applied in (append_phases(plan, template), replace_phases(plan, template)):
        copies = applied.phases[len(applied.phases) - len(template.phases) :]
        assert outline(Plan("p", "t", phases=copies)) == outline(Plan("p", "t", phases=template.phases))
        assert not {phase.id for phase in copies} & {phase.id for phase in (*plan.phases, *template.phases)}
        assert not {held.id for phase in copies for held in phase.prescriptions} & {*held_ids(plan), *held_ids(template)}
        for copied, original in zip(
            (held for phase in copies for held in phase.prescriptions), template.prescriptions(), strict=True
        ):
            assert copied.dosage == original.dosage
            is_open = original.side is None and original.laterality is Laterality.UNILATERAL
            assert copied.side == (plan.affected_side if is_open else original.side)
