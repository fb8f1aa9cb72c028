"""A plan copied to another patient: what is the first one's own stays behind, sides are never a guess."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.copying import copied_for
from pfss_desktop.domain.exercise import Laterality, PatientText
from pfss_desktop.domain.intake import Intake, RedFlagScreen
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.record import Score, VisitRecord
from tests.storage.house import SAMPLE_PLAN
from tests.strategies import plans

SIDES = (None, Side.LEFT, Side.RIGHT, Side.BOTH)
USUAL = PatientText("As in the catalogue")


def copy(plan: Plan, side: Side | None, *, keeps_wording: bool = False) -> Plan:
    return copied_for(
        plan, plan.title, side, lambda exercise_id: USUAL if exercise_id == "quad-set" else None, keeps_wording=keeps_wording
    )


def sided(laterality: Laterality, side: Side | None, affected: Side | None) -> Plan:
    phase = SAMPLE_PLAN.phases[0]
    held = replace(phase.prescriptions[0], laterality=laterality, side=side)
    return replace(SAMPLE_PLAN, affected_side=affected, phases=(replace(phase, prescriptions=(held,)),), current_phase="")


def test_what_belongs_to_the_first_patient_stays_behind() -> None:
    told = replace(
        SAMPLE_PLAN,
        intake=Intake("M22.2X1", red_flags=RedFlagScreen(date(2026, 3, 9)), minutes_a_day=20),
        record=VisitRecord((Score("nprs-worst", Decimal(6)),)),
        dismissed_checks=("too many",),
        education=("load",),
    )
    copied = copy(told, Side.LEFT)
    assert (copied.goal, copied.intake, copied.record, copied.dismissed_checks) == ("", Intake(), VisitRecord(), ())
    assert copied.current_phase == ""
    assert [held.note for held in copied.prescriptions()] == [""] * 5
    assert (copied.title, copied.condition, copied.pain_rule, copied.education) == (
        told.title, told.condition, told.pain_rule, ("load",),
    )  # fmt: skip
    assert [phase.criteria for phase in copied.phases] == [phase.criteria for phase in told.phases]
    assert [held.dosage for held in copied.prescriptions()] == [held.dosage for held in told.prescriptions()]


def test_own_wording_stays_behind_unless_it_is_kept() -> None:
    names = [held.text for held in SAMPLE_PLAN.prescriptions()]
    assert [held.text for held in copy(SAMPLE_PLAN, None).prescriptions()] == [USUAL, *names[1:]]
    assert [held.text for held in copy(SAMPLE_PLAN, None, keeps_wording=True).prescriptions()] == names


@pytest.mark.parametrize(
    ("laterality", "side", "former", "affected", "copied"),
    [
        (Laterality.UNILATERAL, Side.RIGHT, Side.RIGHT, Side.LEFT, Side.LEFT),
        (Laterality.UNILATERAL, Side.RIGHT, Side.RIGHT, Side.RIGHT, Side.RIGHT),
        (Laterality.UNILATERAL, Side.RIGHT, Side.RIGHT, Side.BOTH, Side.BOTH),
        (Laterality.UNILATERAL, Side.RIGHT, Side.RIGHT, None, None),
        (Laterality.UNILATERAL, None, Side.RIGHT, Side.LEFT, Side.LEFT),
        (Laterality.UNILATERAL, Side.BOTH, Side.BOTH, Side.LEFT, Side.LEFT),
        # The other leg, or a leg of a plan without an affected side: nobody can tell.
        (Laterality.UNILATERAL, Side.LEFT, Side.RIGHT, Side.RIGHT, None),
        (Laterality.UNILATERAL, Side.LEFT, Side.RIGHT, Side.LEFT, None),
        (Laterality.UNILATERAL, Side.LEFT, None, Side.LEFT, None),
        (Laterality.UNILATERAL, Side.LEFT, Side.BOTH, Side.LEFT, None),
        # For both legs whichever is worse.
        (Laterality.UNILATERAL, Side.BOTH, Side.RIGHT, Side.LEFT, Side.BOTH),
        (Laterality.UNILATERAL, Side.ALTERNATING, Side.RIGHT, Side.LEFT, Side.ALTERNATING),
        (Laterality.BILATERAL, Side.BOTH, Side.BOTH, Side.LEFT, Side.BOTH),
        (Laterality.ALTERNATING, Side.ALTERNATING, Side.RIGHT, Side.LEFT, Side.ALTERNATING),
    ],
)  # fmt: skip
def test_a_side_is_the_other_patients_or_open(
    laterality: Laterality, side: Side | None, former: Side | None, affected: Side | None, copied: Side | None
) -> None:
    [held] = copy(sided(laterality, side, former), affected).prescriptions()
    assert held.side is copied


@given(plans(), st.sampled_from(SIDES))
def test_no_id_is_shared_and_no_leg_is_named_that_is_not_the_other_patients(plan: Plan, affected: Side | None) -> None:
    copied = copy(plan, affected)
    old = {plan.id, *(phase.id for phase in plan.phases), *(held.id for held in plan.prescriptions())}
    new = [copied.id, *(phase.id for phase in copied.phases), *(held.id for held in copied.prescriptions())]
    assert old.isdisjoint(new)
    assert len(set(new)) == len(new) == 1 + len(plan.phases) + len(list(plan.prescriptions()))
    assert copied.affected_side is affected
    one_legged = [held.side for held in copied.prescriptions() if held.laterality is Laterality.UNILATERAL]
    assert set(one_legged) <= {None, affected, Side.BOTH, Side.ALTERNATING}
    assert all(held.note == "" for held in copied.prescriptions())
