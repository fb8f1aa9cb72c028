"""A plan is a value: what can be asked of it, what it starts with, and that nothing can change it behind one's back."""

from dataclasses import FrozenInstanceError, fields, replace
from datetime import date

import pytest

from pfss_desktop.domain.body import Joint, RangeLimit, Side
from pfss_desktop.domain.dosage import Dosage, RepRange, Tempo
from pfss_desktop.domain.edits.phases import set_affected_side, set_pain_rule, set_plan_goal
from pfss_desktop.domain.edits.prescriptions import set_note, set_side
from pfss_desktop.domain.exercise import PatientText
from pfss_desktop.domain.faults import Fault, FaultyFile, FileFault, UnknownPart, UserError
from pfss_desktop.domain.identity import new_id
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.plan import PainRule, Phase, Plan, Weeks
from pfss_desktop.domain.resistance import Band, Bodyweight, NoResistance
from pfss_desktop.domain.templates import template_from
from pfss_desktop.domain.visits import Visit
from tests.pictures import outline, planned, prescribed

PLAN = planned("Calm\n  Quad set\nStrength\n  Bridge\n  Clamshell")


def test_parts_are_found_by_id() -> None:
    assert PLAN.phase("Strength").name == "Strength"
    assert PLAN.prescription("Clamshell").text.name == "Clamshell"
    assert PLAN.phase_of("Clamshell") is PLAN.phase("Strength")
    assert [held.id for held in PLAN.prescriptions()] == ["Quad-set", "Bridge", "Clamshell"]


def test_a_part_that_is_gone_is_an_error_a_person_may_read() -> None:
    for ask, said in (
        (PLAN.phase, "this plan has no such phase"),
        (PLAN.prescription, "this plan has no such prescription"),
        (PLAN.phase_of, "this plan has no such prescription"),
    ):
        with pytest.raises(UnknownPart) as refused:
            ask("gone")
        assert str(refused.value) == said
        assert isinstance(refused.value, UserError)


def test_the_patient_is_in_the_current_phase_else_in_the_first_else_in_none() -> None:
    assert replace(PLAN, current_phase="Strength").phase_now() is PLAN.phases[1]
    assert PLAN.phase_now() is PLAN.phases[0]
    assert Plan("p", "Empty").phase_now() is None


def test_defaults_are_the_harmless_ones() -> None:
    assert PainRule() == PainRule(3, 5)
    assert Plan("p", "t").pain_rule == PainRule(3, 5)
    assert (Dosage(minutes=1).times_per_day, Dosage(minutes=1).days_per_week, Dosage(minutes=1).sets) == (1, 7, 1)
    assert prescribed("a").resistance == NoResistance()
    assert prescribed("a").side is None
    assert not Visit("v", 1, date(2026, 1, 1)).issued


def test_sessions_of_a_week_are_times_a_day_by_days() -> None:
    assert Dosage(minutes=1, times_per_day=3, days_per_week=5).sessions_per_week == 15


def test_one_number_of_repetitions_is_a_range_of_one() -> None:
    assert RepRange.exactly(10) == RepRange(10, 10)
    assert RepRange(10, 10).is_single
    assert not RepRange(8, 10).is_single


@pytest.mark.parametrize(
    "value",
    [
        PLAN,
        PLAN.phases[0],
        prescribed("a"),
        Dosage(minutes=1),
        RepRange(1, 2),
        Tempo(1, 2),
        Weeks(1, 2),
        PainRule(),
        PatientText("A"),
        RangeLimit(Joint.KNEE_FLEXION, 0, 10),
        Band("red"),
        Patient("p", "Jo"),
        Visit("v", 1, date(2026, 1, 1)),
    ],
    ids=lambda value: type(value).__name__,
)
def test_no_value_can_be_changed_and_equal_ones_are_interchangeable(value: object) -> None:
    first = fields(value)[0].name  # type: ignore[arg-type]
    with pytest.raises(FrozenInstanceError):
        setattr(value, first, getattr(value, first))
    copy = replace(value)  # type: ignore[type-var]
    assert copy == value
    assert len({copy, value}) == 1


def test_ids_are_drawn_anew_each_time() -> None:
    assert len({new_id() for _ in range(1000)}) == 1000
    assert NoResistance() != Bodyweight()


def test_faults_name_their_place_and_files() -> None:
    fault = Fault("dosage.sets", "is missing")

    assert str(fault) == "dosage.sets: is missing"
    assert str(Fault("", "is empty")) == "is empty"
    assert str(FileFault("quad-set.toml", fault)) == "quad-set.toml: dosage.sets: is missing"
    error = FaultyFile([fault, Fault("", "is empty")])
    assert (str(error), error.faults) == ("dosage.sets: is missing; is empty", (fault, Fault("", "is empty")))


def test_a_template_made_of_a_plan_holds_nothing_of_its_patient() -> None:
    plan = set_plan_goal(set_affected_side(PLAN, Side.LEFT), "Run with Ann")
    plan = set_note(set_side(plan, "Bridge", Side.RIGHT), "Quad-set", "Ann: mind the scar")
    plan = set_pain_rule(replace(plan, current_phase="Strength"), PainRule(2, 4))

    template = template_from(plan, "  My\nknees ")

    assert outline(template) == outline(PLAN)
    assert (template.title, template.goal, template.affected_side, template.current_phase) == ("My knees", "", None, "")
    assert [held.side for held in template.prescriptions()] == [None, Side.RIGHT, None]
    assert "Ann" not in repr(template)
    assert template.pain_rule == PainRule(2, 4)
    assert template.id != plan.id
    assert not {held.id for held in template.prescriptions()} & {held.id for held in plan.prescriptions()}


def test_a_phase_may_be_empty() -> None:
    assert Phase("p", "P").prescriptions == ()
