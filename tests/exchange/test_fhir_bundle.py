"""A plan goes to a record system as a FHIR R4 bundle: an independent validator finds nothing wrong with any plan."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import HealthCheck, given, settings

from pfss_desktop.domain.body import Joint, RangeLimit, Side
from pfss_desktop.domain.dosage import Dosage, RepRange
from pfss_desktop.domain.edits import prescriptions as edits
from pfss_desktop.domain.edits.phases import set_affected_side, set_phase_criteria, set_plan_goal
from pfss_desktop.domain.edits.visits import set_intake, set_record
from pfss_desktop.domain.intake import Intake
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.record import Score, VisitRecord
from pfss_desktop.domain.resistance import CuffWeight, Mass, MassUnit
from pfss_desktop.domain.visits import DatedPlan
from pfss_desktop.exchange.fhir_bundle import FhirWords, encode_bundle
from tests.pictures import planned
from tests.strategies import patients, plans

WORDS = FhirWords(lambda held: f"Do {held.text.name}", lambda score: score.label or score.measure)
ON = date(2026, 11, 22)


def resources(content: bytes, kind: str) -> list[dict[str, Any]]:
    return [each["resource"] for each in json.loads(content)["entry"] if each["resource"]["resourceType"] == kind]


def small() -> Plan:
    plan = set_affected_side(planned("Calm *\n  Quad set\nStrength\n  Bridge"), Side.LEFT)
    plan = edits.set_dosage(plan, "Quad-set", Dosage(3, RepRange(8, 12), hold_seconds=5, times_per_day=2, days_per_week=5))
    plan = edits.set_side(plan, "Quad-set", Side.LEFT)
    plan = edits.set_resistance(plan, "Quad-set", CuffWeight(Mass(Decimal("2.50"), MassUnit.POUND)))
    plan = edits.set_range_limit(plan, "Quad-set", RangeLimit(Joint.KNEE_FLEXION, 0, 45))
    plan = set_phase_criteria(set_plan_goal(plan, "Run 5 km"), "Calm", ("Pain at most 2",))
    return set_intake(replace(plan, condition="Patellofemoral pain"), Intake("ICD-10-CM M22.2X2"))


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(plans(whole=True), patients(whole=True))
def test_a_validator_finds_nothing_wrong_with_any_plan(plan: Plan, patient: Patient) -> None:
    content = encode_bundle([DatedPlan(ON, plan)], WORDS, patient)
    Bundle.model_validate_json(content)
    addresses = [each["fullUrl"] for each in json.loads(content)["entry"]]
    assert len(set(addresses)) == len(addresses)


def test_one_request_for_each_prescription_with_every_number_and_words_for_people() -> None:
    quad, bridge = resources(encode_bundle([DatedPlan(ON, small())], WORDS), "ServiceRequest")
    assert (quad["status"], bridge["status"]) == ("active", "draft")
    assert (quad["code"]["text"], quad["patientInstruction"]) == ("Quad set", "Do Quad set")
    assert quad["occurrenceTiming"] == {"repeat": {"frequency": 10, "period": 1, "periodUnit": "wk"}}
    assert quad["bodySite"] == [{"text": "left knee"}]
    dose = {part["url"]: part for part in quad["extension"][0]["extension"]}
    assert (dose["sets"]["valueInteger"], dose["repsLow"]["valueInteger"], dose["repsHigh"]["valueInteger"]) == (3, 8, 12)
    assert dose["hold"]["valueDuration"]["value"] == 5
    assert dose["load"]["valueQuantity"] == {
        "value": 2.5,
        "unit": "lb",
        "system": "http://unitsofmeasure.org",
        "code": "[lb_av]",
    }
    assert dose["range"]["valueRange"]["high"]["value"] == 45


def test_the_plan_is_a_home_exercise_programme_for_its_condition_and_goals() -> None:
    content = encode_bundle([DatedPlan(date(2026, 11, 8), small()), DatedPlan(ON, small())], WORDS)
    [plan] = resources(content, "CarePlan")
    assert plan["category"][0]["coding"] == [{"system": "http://snomed.info/sct", "code": "229075007"}]
    assert (plan["period"]["start"], len(plan["activity"]), len(plan["goal"])) == ("2026-11-08", 2, 2)
    [condition] = resources(content, "Condition")
    assert condition["code"]["coding"] == [{"system": "http://hl7.org/fhir/sid/icd-10-cm", "code": "M22.2X2"}]
    own, phase = resources(content, "Goal")
    assert own["description"] == {"text": "Run 5 km"}
    assert phase["target"][0]["detailString"] == "Pain at most 2"


def test_scores_of_every_visit_are_observations_with_their_day() -> None:
    first = set_record(small(), VisitRecord((Score("nprs-worst", Decimal(6)),)))
    knee_bend = Score("free", Decimal("142.5"), Side.LEFT, "Knee bend", "degrees")
    second = set_record(small(), VisitRecord((Score("nprs-worst", Decimal(3)), knee_bend)))
    content = encode_bundle([DatedPlan(date(2026, 11, 8), first), DatedPlan(ON, second)], WORDS)
    before, after, bend = resources(content, "Observation")
    assert [(told["effectiveDateTime"], told["valueQuantity"]["value"]) for told in (before, after)] == [
        ("2026-11-08", 6),
        ("2026-11-22", 3),
    ]
    assert before["code"]["coding"] == [{"system": "http://loinc.org", "code": "72514-3"}]
    assert (bend["code"]["text"], bend["valueQuantity"], bend["bodySite"]) == (
        "Knee bend",
        {"value": 142.5, "unit": "degrees"},
        {"text": "left knee"},
    )


def test_the_patient_has_no_name_unless_sent_along() -> None:
    patient = Patient("jo", "Jo Ünver", "A-17", date(1999, 1, 31), "es")
    assert b"Jo" not in encode_bundle([DatedPlan(ON, small())], WORDS)
    [told] = resources(encode_bundle([DatedPlan(ON, small())], WORDS, patient), "Patient")
    assert (told["name"], told["birthDate"]) == ([{"text": "Jo Ünver"}], "1999-01-31")


def test_equal_plans_give_equal_bytes_and_no_visit_gives_none() -> None:
    assert encode_bundle([DatedPlan(ON, small())], WORDS) == encode_bundle([DatedPlan(ON, small())], WORDS)
    with pytest.raises(ValueError, match="visit"):
        encode_bundle([], WORDS)
