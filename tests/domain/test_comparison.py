"""What differs between two revisions of a plan, as a table of cases and as rules that hold for any two plans."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.comparison import PlanComparison, PlanField, PrescriptionField, compare
from pfss_desktop.domain.dosage import CountUnit, Dosage, RepRange, Tempo
from pfss_desktop.domain.edits.phases import (
    add_phase,
    remove_phase,
    rename_phase,
    replace_phases,
    set_affected_side,
    set_current_phase,
    set_pain_rule,
    set_phase_criteria,
    set_phase_weeks,
)
from pfss_desktop.domain.edits.prescriptions import add_exercises, move_exercises, remove_exercises
from pfss_desktop.domain.effort import Effort, resistance_effort
from pfss_desktop.domain.exercise import PatientText
from pfss_desktop.domain.phase_comparison import PhaseField, compare_phases
from pfss_desktop.domain.plan import PainRule, Phase, Plan, Weeks
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.resistance import (
    Band,
    BandForm,
    BandPosition,
    Bodyweight,
    CuffWeight,
    Machine,
    Mass,
    MassUnit,
    NoResistance,
    Resistance,
)
from pfss_desktop.domain.stock import BandMaker, ResistanceChoices
from tests.pictures import planned
from tests.strategies import plans

CHOICES = ResistanceChoices(
    (BandMaker("TheraBand", ("yellow", "red", "green", "blue")), BandMaker("Other", ("green", "red", "yellow")))
)
HARDER, EASIER, MIXED, UNRANKED = Effort.HARDER, Effort.EASIER, Effort.MIXED, Effort.UNRANKED
OPPOSITE = {HARDER: EASIER, EASIER: HARDER, MIXED: MIXED, UNRANKED: UNRANKED}
BASE = Dosage(3, RepRange(8, 12), hold_seconds=5, rest_seconds=60, tempo=Tempo(2, 3), times_per_day=2, days_per_week=5)


def cuff(amount: str, unit: MassUnit = MassUnit.POUND) -> CuffWeight:
    return CuffWeight(Mass(Decimal(amount), unit))


def band(colour: str, maker: str = "TheraBand", position: BandPosition | None = None) -> Band:
    return Band(colour, maker, BandForm.LOOP, position)


def plan_with(held: Prescription) -> Plan:
    return Plan("plan-1", "Knee", phases=(Phase("phase-1", "First", prescriptions=(held,)), Phase("phase-2", "Second")))


def given_as(dosage: Dosage = BASE, resistance: Resistance = NoResistance()) -> Prescription:  # noqa: B008 - a value
    return Prescription("given-1", "clamshell", PatientText("Clamshell"), dosage, resistance=resistance)


@pytest.mark.parametrize(
    ("after", "field", "effort"),
    [
        (replace(BASE, sets=4), PrescriptionField.SETS, HARDER),
        (replace(BASE, sets=2), PrescriptionField.SETS, EASIER),
        (replace(BASE, reps=RepRange(10, 15)), PrescriptionField.REPS, HARDER),
        (replace(BASE, reps=RepRange(8, 15)), PrescriptionField.REPS, HARDER),
        (replace(BASE, reps=RepRange(6, 12)), PrescriptionField.REPS, EASIER),
        (replace(BASE, reps=RepRange.exactly(10)), PrescriptionField.REPS, MIXED),
        (replace(BASE, counted=CountUnit.HOLDS), PrescriptionField.REPS, UNRANKED),
        (replace(BASE, hold_seconds=10), PrescriptionField.HOLD, HARDER),
        (replace(BASE, hold_seconds=0), PrescriptionField.HOLD, EASIER),
        (replace(BASE, rest_seconds=30), PrescriptionField.REST, UNRANKED),
        (replace(BASE, rest_seconds=90), PrescriptionField.REST, UNRANKED),
        (replace(BASE, tempo=None), PrescriptionField.TEMPO, UNRANKED),
        (replace(BASE, minutes=10), PrescriptionField.MINUTES, UNRANKED),
        (replace(BASE, times_per_day=3), PrescriptionField.TIMES_A_DAY, HARDER),
        (replace(BASE, days_per_week=3), PrescriptionField.DAYS_A_WEEK, EASIER),
    ],
)
def test_one_changed_number_of_the_dosage(after: Dosage, field: PrescriptionField, effort: Effort) -> None:
    found = compare(plan_with(given_as()), plan_with(given_as(after)), CHOICES)
    [change] = found.changed
    assert [(told.field, told.effort) for told in change.fields] == [(field, effort)]
    assert (change.effort, change.is_moved) == (effort, False)


@pytest.mark.parametrize(
    ("after", "effort"),
    [
        (replace(BASE, sets=4, hold_seconds=10), HARDER),
        (replace(BASE, sets=4, reps=RepRange(5, 8)), MIXED),
        (replace(BASE, sets=4, rest_seconds=120), HARDER),
        (replace(BASE, times_per_day=1, days_per_week=7), MIXED),
        (replace(BASE, rest_seconds=30, tempo=Tempo(1, 1)), UNRANKED),
    ],
)
def test_several_changed_numbers_together(after: Dosage, effort: Effort) -> None:
    [change] = compare(plan_with(given_as()), plan_with(given_as(after)), CHOICES).changed
    assert change.effort is effort


def test_steady_work_is_ranked_by_its_minutes() -> None:
    walk = plan_with(given_as(Dosage(minutes=10)))
    [change] = compare(walk, plan_with(given_as(Dosage(minutes=15))), CHOICES).changed
    assert change.effort is HARDER


@pytest.mark.parametrize(
    ("before", "after", "effort"),
    [
        (NoResistance(), cuff("1"), HARDER),
        (Bodyweight(), band("yellow"), HARDER),
        (NoResistance(), Bodyweight(), UNRANKED),
        (cuff("2"), cuff("3"), HARDER),
        (cuff("2"), cuff("1", MassUnit.KILOGRAM), HARDER),
        (cuff("2.5"), cuff("1", MassUnit.KILOGRAM), EASIER),
        (band("red"), band("green"), HARDER),
        (band("Red"), band("blue"), HARDER),
        (band("red", "Other"), band("green", "Other"), EASIER),
        (band("red"), band("green", "Other"), UNRANKED),
        (band("red", ""), band("green", ""), UNRANKED),
        (band("red"), band("pink"), UNRANKED),
        (band("red"), Band("green", "TheraBand", BandForm.FLAT), UNRANKED),
        (band("red", position=BandPosition.ANKLES), band("green", position=BandPosition.ABOVE_KNEES), UNRANKED),
        (band("red", position=BandPosition.ANKLES), band("green", position=BandPosition.ANKLES), HARDER),
        (band("red"), band("green", position=BandPosition.ANKLES), HARDER),
        (cuff("2"), band("blue"), UNRANKED),
        (Machine(Mass(Decimal(40), MassUnit.KILOGRAM)), Machine(Mass(Decimal(100), MassUnit.POUND)), HARDER),
        (Machine(), Machine(Mass(Decimal(40), MassUnit.KILOGRAM)), UNRANKED),
        (Bodyweight(), Machine(Mass(Decimal(40), MassUnit.KILOGRAM)), UNRANKED),
    ],
)
def test_the_ladder_of_resistances_reads_both_ways(before: Resistance, after: Resistance, effort: Effort) -> None:
    assert resistance_effort(before, after, CHOICES) is effort
    assert resistance_effort(after, before, CHOICES) is OPPOSITE[effort]


def test_the_same_mass_typed_otherwise_is_no_change() -> None:
    assert not compare(plan_with(given_as(resistance=cuff("2.5"))), plan_with(given_as(resistance=cuff("2.50"))), CHOICES)


def test_an_exercise_that_changed_its_phase_was_moved_not_stopped() -> None:
    before = plan_with(given_as())
    found = compare(before, move_exercises(before, ["given-1"], "phase-2"), CHOICES)
    [change] = found.changed
    assert (found.added, found.stopped, change.fields, change.is_moved) == ((), (), (), True)
    assert (change.phase_before.name, change.phase_after.name) == ("First", "Second")


def test_an_exercise_taken_out_is_stopped_and_read_backwards_is_new() -> None:
    before = plan_with(given_as())
    after = remove_exercises(before, ["given-1"])
    assert [placed.prescription.id for placed in compare(before, after, CHOICES).stopped] == ["given-1"]
    assert [placed.phase.name for placed in compare(after, before, CHOICES).added] == ["First"]


def test_an_exercise_taken_out_and_put_in_anew_is_neither_new_nor_stopped() -> None:
    before = plan_with(given_as())
    out = remove_exercises(before, ["given-1"])
    same = add_exercises(out, "phase-1", [replace(given_as(), id="given-2")])
    assert not compare(before, same, CHOICES)
    harder = add_exercises(out, "phase-1", [replace(given_as(replace(BASE, sets=4)), id="given-2")])
    found = compare(before, harder, CHOICES)
    [change] = found.changed
    assert (found.added, found.stopped, change.before.id, change.after.id) == ((), (), "given-1", "given-2")
    assert change.effort is HARDER


def test_of_two_of_the_same_exercise_the_one_in_the_same_phase_is_taken_for_it() -> None:
    before = plan_with(given_as())
    out = remove_exercises(before, ["given-1"])
    twice = add_exercises(out, "phase-2", [replace(given_as(), id="later")])
    twice = add_exercises(twice, "phase-1", [replace(given_as(), id="again")])
    found = compare(before, twice, CHOICES)
    assert [placed.prescription.id for placed in found.added] == ["later"]
    assert (found.stopped, found.changed) == ((), ())


def test_a_template_applied_again_shows_nothing() -> None:
    before = plan_with(given_as())
    assert not compare(before, replace_phases(before, before), CHOICES)


def test_the_plans_own_fields_are_compared_too() -> None:
    before = plan_with(given_as())
    after = set_pain_rule(set_current_phase(set_affected_side(before, Side.LEFT), "phase-2"), PainRule(2, 4))
    assert compare(before, after, CHOICES).fields == (PlanField.SIDE, PlanField.PRESENT_PHASE, PlanField.PAIN_RULE)


def test_naming_the_first_phase_as_the_present_one_changes_nothing() -> None:
    before = plan_with(given_as())
    assert not compare(before, set_current_phase(before, "phase-1"), CHOICES)


@given(plan=plans())
def test_a_plan_compared_with_itself_shows_nothing(plan: Plan) -> None:
    found = compare(plan, replace(plan), CHOICES)
    assert not found
    assert found == PlanComparison(plan, plan)


STOCK = ("a", "b", "c", "d", "e", "f")


@settings(max_examples=40)
@given(data=st.data())
def test_read_backwards_new_is_stopped_and_harder_is_easier(data: st.DataObject) -> None:
    before, after = data.draw(plans("plan-1", STOCK)), data.draw(plans("plan-1", STOCK))
    there, back = compare(before, after, CHOICES), compare(after, before, CHOICES)
    assert (there.added, there.stopped, there.fields) == (back.stopped, back.added, back.fields)
    turned = {change.before.id: change for change in back.changed}
    assert set(turned) == {change.after.id for change in there.changed}
    for change in there.changed:
        other = turned[change.after.id]
        assert (change.before, change.after, change.is_moved) == (other.after, other.before, other.is_moved)
        assert [told.field for told in change.fields] == [told.field for told in other.fields]
        assert [OPPOSITE[told.effort] for told in change.fields] == [told.effort for told in other.fields]
        assert OPPOSITE[change.effort] is other.effort


@settings(max_examples=40)
@given(data=st.data())
def test_every_exercise_is_in_one_list_at_most(data: st.DataObject) -> None:
    before, after = data.draw(plans("plan-1", STOCK)), data.draw(plans("plan-1", STOCK))
    found = compare(before, after, CHOICES)
    listed = [placed.prescription.id for placed in (*found.added, *found.stopped)]
    listed += [held_id for change in found.changed for held_id in {change.before.id, change.after.id}]
    assert len(listed) == len(set(listed))
    assert set(listed) <= {held.id for plan in (before, after) for held in plan.prescriptions()}


def test_the_phases_themselves_are_compared_too() -> None:
    before = planned("Calm\n  quad set\nStrength\n  bridge")
    after = rename_phase(before, "Calm", "Calm down")
    after = set_phase_weeks(after, "Calm", Weeks(1, 2))
    after = set_phase_criteria(after, "Calm", ("No swelling",))
    after = remove_phase(after, "Strength")
    after = add_phase(after, Phase("run", "Run"))

    found = compare(before, after, CHOICES)
    assert [(change.before and change.before.name, change.after and change.after.name) for change in found.phases] == [
        ("Calm", "Calm down"),
        (None, "Run"),
        ("Strength", None),
    ]
    assert found.phases[0].fields == (PhaseField.NAME, PhaseField.WEEKS, PhaseField.CRITERIA)


@given(plans("plan-1", ("a", "b", "c")), plans("plan-1", ("a", "b", "c")))
def test_phases_read_backwards_are_the_same_changes(before: Plan, after: Plan) -> None:
    there, back = compare_phases(before, after), compare_phases(after, before)
    assert {(change.before, change.after) for change in there} == {(change.after, change.before) for change in back}
    assert not compare_phases(after, after)
