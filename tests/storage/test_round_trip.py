"""What goes into the database comes out the same, to the last nought."""

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pfss_desktop.domain.edits.prescriptions import set_resistance
from pfss_desktop.domain.identity import new_id
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.resistance import CuffWeight, Mass, MassUnit
from pfss_desktop.storage.database import PlanDatabase
from tests.storage.house import DAY, SAMPLE_PATIENT, SAMPLE_PLAN, House
from tests.strategies import patients, plans

STOCK = ("a", "b", "c", "d", "e")


@pytest.fixture(scope="module")
def shared() -> Iterator[PlanDatabase]:
    with tempfile.TemporaryDirectory() as folder, House(Path(folder)).opened() as database:
        yield database


def same(one: object, other: object) -> bool:
    """Whether two values are written alike: equal numbers with other noughts are not the same here."""
    return repr(one) == repr(other)


@given(plan=plans(whole=True))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_plan_is_opened_as_it_was_added(shared: PlanDatabase, plan: Plan) -> None:
    plan = replace(plan, id=new_id())
    added = shared.add_plan(plan, None, DAY)
    assert same(added.plan, plan)
    assert same(shared.open_plan(plan.id), added)


@given(data=st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_any_plan_saved_over_any_other_is_opened_as_it_was_saved(shared: PlanDatabase, data: st.DataObject) -> None:
    # The ids come from a small stock, so parts stay, wander to other phases, vanish and appear.
    before = data.draw(plans(plan_id=new_id(), stock=STOCK, whole=True))
    after = data.draw(plans(plan_id=before.id, stock=STOCK, whole=True))
    saved = shared.save_plan(shared.add_plan(before, None, DAY), after)
    assert same(saved.plan, after)
    assert same(shared.open_plan(after.id), saved)


@given(patient=patients(whole=True))
@settings(max_examples=50, deadline=None)
def test_any_patient_comes_back_the_same(shared: PlanDatabase, patient: Patient) -> None:
    patient = replace(patient, id=new_id())
    shared.add_patient(patient)
    plan = replace(SAMPLE_PLAN, id=new_id())
    shared.add_plan(plan, patient.id, DAY)
    assert shared.open_plan(plan.id).patient == patient


def test_a_mass_keeps_the_noughts_that_were_typed_later(database: PlanDatabase) -> None:
    opened = database.add_plan(SAMPLE_PLAN, None, DAY)
    for typed in ("2.5", "2.50", "2.500", "2.5"):
        heavier = set_resistance(opened.plan, "given-2", CuffWeight(Mass(Decimal(typed), MassUnit.POUND)))
        opened = database.save_plan(opened, heavier)
        assert same(database.open_plan("plan-1").plan, heavier)


def test_the_sample_can_be_queried_by_a_person(house: House) -> None:
    house.furnish()
    query = """
        SELECT patients.name, visits.title, phases.name, prescriptions.name, sets, reps_low, reps_high, side, mass, mass_unit
        FROM prescriptions
        JOIN phases ON phases.visit_id = prescriptions.visit_id AND phases.id = prescriptions.phase_id
        JOIN visits ON visits.id = prescriptions.visit_id
        JOIN plans ON plans.id = visits.plan_id
        JOIN patients ON patients.id = plans.patient_id
        WHERE mass_unit = 'lb'
    """
    row = ("Runner's knee, right", "Calm and activate", "Straight leg raise", 2, 10, 10, "right", "2.50", "lb")
    assert house.ask(query) == [(SAMPLE_PATIENT.name, *row)]
