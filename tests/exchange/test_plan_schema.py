"""The JSON Schema in the resources is today's, and says of a plan file what the reader says."""

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from pfss_desktop.domain.faults import FaultyFile
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.record import VisitRecord
from pfss_desktop.domain.resistance import CuffWeight
from pfss_desktop.exchange.plan_file import decode_plan, encode_plan
from pfss_desktop.exchange.plan_schema import SCHEMA_NAME, plan_schema
from pfss_desktop.paths import resources
from tests.pictures import drawing, picture
from tests.strategies import patients, plans

SCHEMA = Draft202012Validator(json.loads(plan_schema()))
RELEASED = Path(__file__).with_name("released-plan-2.pfss")
FIRST_RELEASED = Path(__file__).with_name("released-plan-1.pfss")


def test_the_schema_in_the_resources_is_fresh() -> None:
    # If this fails: python packaging/make_schema.py
    assert (resources() / "schema" / SCHEMA_NAME).read_bytes() == plan_schema()


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA.schema)


@settings(max_examples=50)
@given(plans(whole=True), st.none() | patients(whole=True))
def test_every_written_plan_is_as_the_schema_says(plan: Plan, patient: Patient | None) -> None:
    SCHEMA.validate(json.loads(encode_plan(plan, patient)))


def held(data: dict[str, Any]) -> dict[str, Any]:
    return data["plan"]["phases"][0]["prescriptions"][0]  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data.update(version=3),
        lambda data: data.pop("patient"),
        lambda data: data.update(more=1),
        lambda data: data["plan"].update(title=" "),
        lambda data: data["plan"].update(title="a\nb"),
        lambda data: data["plan"].update(title="a\u202eb"),
        lambda data: data["plan"].update(id="a b"),
        lambda data: data["plan"].update(id="a\n"),
        lambda data: data["plan"].update(affected_side="alternating"),
        lambda data: held(data)["dosage"].update(sets=21),
        lambda data: held(data)["dosage"].update(sets=None),
        lambda data: held(data)["resistance"].update(kind="rope"),
        lambda data: held(data)["resistance"]["mass"].update(amount=2.5),
        lambda data: held(data)["resistance"]["mass"].update(amount="2.5\n"),
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(spoil: Callable[[dict[str, Any]], object]) -> None:
    data = json.loads(RELEASED.read_bytes())
    SCHEMA.validate(data)
    spoil(data)

    assert not SCHEMA.is_valid(data)
    with pytest.raises(FaultyFile):
        decode_plan(json.dumps(data).encode())


def test_a_file_of_the_first_release_is_read_for_ever() -> None:
    read = decode_plan(FIRST_RELEASED.read_bytes())

    assert picture(read.plan) == drawing("""
        Knee plan, Runner's knee, left, "Run 5 km"
          Calm, weeks 1-2, "Less pain on stairs", now
            until pain at most 2 on stairs
            Quad set, left, 3 x 8-12 holds, hold 5 s, rest 30 s, tempo 2-3, 2 times a day, 5 days a week, cuff 2.50 lb, knee_flexion 0 to 45, "No pain, please"
            Clamshell, both, 3 x 15, TheraBand red loop band above the knees
          Strength
            Bridge, 3 x 10, bodyweight
            Leg press, 3 x 10, machine 40.5 kg
            Stationary bike, 20 min
    """)  # noqa: E501
    assert isinstance(read.plan.prescription("q").resistance, CuffWeight)
    assert read.plan.prescription("q").resistance.mass.amount == Decimal("2.50")
    assert read.patient is not None
    assert (read.patient.name, read.patient.number, str(read.patient.born)) == ("Jo Ünver", "A-17", "1999-01-31")
    assert (read.patient.language, read.patient.equipment, read.plan.record) == ("en", None, VisitRecord())


def test_a_file_of_the_second_release_is_read_for_ever() -> None:
    read = decode_plan(RELEASED.read_bytes())

    assert read.patient is not None
    assert (read.patient.language, len(read.patient.precautions), read.on) == ("es", 2, date(2026, 11, 22))
    assert read.patient.equipment is not None
    assert (read.plan.intake.diagnosis_code, read.plan.education) == ("ICD-10-CM M22.2X2", ("pain-at-night",))
    assert [str(score.value) for score in read.plan.record.scores] == ["3", "142.50"]
    assert [visit.plan.record.scores[0].value for visit in read.former_visits] == [6]
    assert encode_plan(read.plan, read.patient, read.on, read.former_visits) == RELEASED.read_bytes()
