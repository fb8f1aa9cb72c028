"""What the patient cannot do, and what an irritable knee may not bear, is pointed out with something that fits instead."""

from dataclasses import replace

import pytest

from pfss_desktop.catalogue.loading import load_catalogue
from pfss_desktop.domain.body import Side
from pfss_desktop.domain.checks.check import Check, CheckSettings, Rule
from pfss_desktop.domain.checks.every_check import checks_of
from pfss_desktop.domain.checks.precaution_rules import PRECAUTION_RULES
from pfss_desktop.domain.edits.visits import set_intake
from pfss_desktop.domain.exercise import Exercise
from pfss_desktop.domain.intake import Intake, Irritability
from pfss_desktop.domain.on_hand import OnHand
from pfss_desktop.domain.patient import HomeEquipment, Patient, Precaution
from pfss_desktop.domain.plan import Phase, Plan
from pfss_desktop.domain.prescription import prescribe
from pfss_desktop.domain.stock import ResistanceChoices
from pfss_desktop.paths import resources

CATALOGUE = load_catalogue(resources() / "catalogue").catalogue
SETTINGS = CheckSettings(minutes_per_day=10_000, exercises_in_phase=100)


def plan_of(*exercise_ids: str) -> Plan:
    """One phase with these exercises, for the right knee."""
    held = tuple(prescribe(known(name), name, Side.RIGHT) for name in exercise_ids)
    return Plan("plan", "Plan", affected_side=Side.RIGHT, phases=(Phase("now", "Now", criteria=("done",), prescriptions=held),))


def known(exercise_id: str) -> Exercise:
    found = CATALOGUE.get(exercise_id)
    assert found is not None
    return found


def with_(*precautions: Precaution) -> CheckSettings:
    return replace(SETTINGS, patient=Patient("p", "Sample", precautions=precautions))


def said(plan: Plan, settings: CheckSettings, rule: Rule = Rule.PRECAUTION) -> list[Check]:
    return [check for check in checks_of(plan, CATALOGUE, settings) if check.rule is rule]


@pytest.mark.parametrize(
    ("precaution", "against", "fine"),
    [
        (Precaution.CANNOT_KNEEL, "bird-dog", "quad-set"),
        (Precaution.CANNOT_LIE_PRONE, "slr-extension", "slr-flexion"),
        (Precaution.CANNOT_LIE_SUPINE, "slr-flexion", "slr-extension"),
        (Precaution.CANNOT_GET_TO_FLOOR, "fire-hydrant", "mini-squat"),
        (Precaution.CANNOT_GET_TO_FLOOR, "plank-front", "sit-to-stand"),
        (Precaution.POOR_BALANCE, "single-leg-stance", "bridge-double"),
        (Precaution.NO_IMPACT, "single-leg-hop", "cardio-bike"),
        (Precaution.NO_IMPACT, "run-walk-program", "cardio-walk"),
    ],
)
def test_each_precaution_speaks_of_its_exercises_and_of_no_others(precaution: Precaution, against: str, fine: str) -> None:
    plan = plan_of(against, fine)
    assert [check.subject_id for check in said(plan, with_(precaution))] == [against]
    assert said(plan, SETTINGS) == []


@pytest.mark.parametrize("precaution", [rule.precaution for rule in PRECAUTION_RULES])
def test_the_remedy_settles_it_for_every_exercise_of_the_catalogue(precaution: Precaution) -> None:
    settings = with_(precaution)
    spoken_of = [entry.id for entry in CATALOGUE if said(plan_of(entry.id), settings)]
    assert spoken_of
    for exercise_id in spoken_of:
        plan = plan_of(exercise_id)
        [check] = said(plan, settings)
        assert check.remedy is not None
        mended = check.remedy.change(plan)
        assert said(mended, settings) == []
        assert [held.exercise_id for held in mended.prescriptions()] != [exercise_id]


def test_another_exercise_for_the_same_region_is_offered_rather_than_none() -> None:
    [check] = said(plan_of("slr-extension"), with_(Precaution.CANNOT_LIE_PRONE))
    assert check.remedy is not None
    [swapped] = check.remedy.change(plan_of("slr-extension")).prescriptions()
    assert set(known(swapped.exercise_id).regions) & set(known("slr-extension").regions)
    assert swapped.side is Side.RIGHT


def test_the_other_exercise_needs_nothing_that_is_not_there_and_is_none_that_a_precaution_speaks_of() -> None:
    nothing_at_home = Patient("p", "Sample", precautions=(Precaution.CANNOT_KNEEL,), equipment=HomeEquipment())
    on_hand = OnHand(ResistanceChoices((), ()), None).for_patient(nothing_at_home)
    settings = replace(SETTINGS, patient=nothing_at_home, on_hand=on_hand)
    unsettled = (Rule.PRECAUTION, Rule.EQUIPMENT_LACKING)
    swapped = 0
    for exercise in CATALOGUE:
        plan = plan_of(exercise.id)
        for check in (check for rule in unsettled for check in said(plan, settings, rule)):
            assert check.remedy is not None
            mended = check.remedy.change(plan)
            swapped += len(tuple(mended.prescriptions()))
            assert [said(mended, settings, rule) for rule in unsettled] == [[], []], exercise.id
    assert swapped


def test_an_irritable_knee_is_given_less_and_lighter_work() -> None:
    heavy = next(entry.id for entry in CATALOGUE if entry.knee_load == "high" and entry.category == "closed_chain")
    plan = plan_of("quad-set", "slr-flexion", "clamshell", heavy)
    irritable = set_intake(plan, Intake(irritability=Irritability.HIGH))

    assert said(plan, SETTINGS, Rule.IRRITABLE) == said(plan, SETTINGS, Rule.TOO_MANY) == []
    [too_heavy] = said(irritable, SETTINGS, Rule.IRRITABLE)
    assert too_heavy.subject_id == heavy
    assert too_heavy.remedy is not None
    assert said(too_heavy.remedy.change(irritable), SETTINGS, Rule.IRRITABLE) == []
    [too_many] = said(irritable, SETTINGS, Rule.TOO_MANY)
    assert "irritable" in too_many.text


def test_the_patients_own_time_comes_before_the_default() -> None:
    plan = set_intake(plan_of("quad-set", "cardio-walk"), Intake(minutes_a_day=5))
    [check] = said(plan, SETTINGS, Rule.TOO_LONG)
    assert "over 5 min" in check.reason
    assert said(set_intake(plan, Intake(minutes_a_day=240)), replace(SETTINGS, minutes_per_day=1), Rule.TOO_LONG) == []
