"""A plan with its visits as a FHIR R4 Bundle for a record system: CarePlan, ServiceRequests, Goals, Observations (CLINICAL 6.2).

It follows the shape of the Physical Activity guide and claims no conformance with it: sets, holds and loads are an extension of
our own, and the patient's instruction tells them in words, too.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.plan import Phase, Plan
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.record import Score
from pfss_desktop.domain.visits import DatedPlan
from pfss_desktop.exchange.fhir_parts import (
    LOINC,
    OWN,
    SNOMED,
    Json,
    concept,
    diagnosis,
    dose_extension,
    entry,
    moment,
    number,
    reference,
    side_words,
    timing,
)

_HOME_PROGRAMME = "229075007"
_EXERCISE_THERAPY = "229065009"
_PAIN_SEVERITY = "72514-3"
_LOINC_OF = {"nprs-worst": _PAIN_SEVERITY, "nprs-usual": _PAIN_SEVERITY}
"""Measures with a LOINC code; for the others none was found, so they have codes of our own (CLINICAL 6.4)."""


@dataclass(frozen=True, slots=True)
class FhirWords:
    """What others know to say: how an exercise is done in the patient's words, and what a measure is called."""

    instruction: Callable[[Prescription], str]
    measure: Callable[[Score], str]


def encode_bundle(visits: Sequence[DatedPlan], words: FhirWords, patient: Patient | None = None) -> bytes:
    """Return the bundle of a plan as a file's content: UTF-8 JSON, equal for equal plans.

    `visits` are one or more, the earliest first: the last is the plan as it is now, scores come from all of them. Without a
    `patient` the bundle speaks of somebody without a name. Raises ValueError for no visit.
    """
    if not visits:
        raise ValueError("a bundle needs a visit")
    entries = list(_entries(visits, words, patient))
    bundle = {"resourceType": "Bundle", "type": "collection", "entry": entries}
    return (json.dumps(bundle, ensure_ascii=False, indent=2) + "\n").encode()


def _entries(visits: Sequence[DatedPlan], words: FhirWords, patient: Patient | None) -> Iterator[Json]:
    plan = visits[-1].plan
    subject = reference("patient", plan.id)
    yield entry("patient", plan.id, _patient(patient))
    has_condition = bool(plan.condition.strip() or plan.intake.diagnosis_code.strip())
    if has_condition:
        yield entry("condition", plan.id, _condition(plan, subject))
    yield entry("plan", plan.id, _care_plan(visits, subject, has_condition=has_condition))
    for name, goal in _goals(plan):
        yield entry("goal", name, {**goal, "subject": subject})
    for phase in plan.phases:
        for held in phase.prescriptions:
            request = _request(plan, phase, held, words.instruction(held))
            yield entry("request", f"{plan.id}/{held.id}", {**request, "subject": subject})
    for number_, visit in enumerate(visits, 1):
        for at, score in enumerate(visit.plan.record.scores):
            observation = _observation(score, words.measure(score), visit.on)
            yield entry("observation", f"{plan.id}/{number_}/{at}", {**observation, "subject": subject})


def _patient(patient: Patient | None) -> Json:
    if patient is None:
        return {"resourceType": "Patient"}
    told: Json = {"resourceType": "Patient", "name": [{"text": patient.name}]}
    if patient.number.strip():
        told["identifier"] = [{"system": f"{OWN}clinic-number", "value": patient.number}]
    if patient.born:
        told["birthDate"] = moment(patient.born)
    told["communication"] = [{"language": concept("", "urn:ietf:bcp:47", patient.language), "preferred": True}]
    return told


def _condition(plan: Plan, subject: Json) -> Json:
    told: Json = {
        "resourceType": "Condition",
        "code": diagnosis(plan.intake.diagnosis_code.strip(), plan.condition.strip()),
        "subject": subject,
    }
    if side_words(plan.affected_side):
        told["bodySite"] = [concept(side_words(plan.affected_side))]
    return told


def _care_plan(visits: Sequence[DatedPlan], subject: Json, *, has_condition: bool) -> Json:
    plan = visits[-1].plan
    told: Json = {
        "resourceType": "CarePlan",
        "status": "active",
        "intent": "plan",
        "category": [concept("Home exercise program", SNOMED, _HOME_PROGRAMME)],
        "title": plan.title,
        "subject": subject,
        "period": {"start": moment(visits[0].on)},
        "created": moment(visits[-1].on),
    }
    if has_condition:
        told["addresses"] = [reference("condition", plan.id)]
    goals = [reference("goal", name) for name, _goal in _goals(plan)]
    held = [reference("request", f"{plan.id}/{one.id}") for one in plan.prescriptions()]
    return told | ({"goal": goals} if goals else {}) | ({"activity": [{"reference": one} for one in held]} if held else {})


def _goals(plan: Plan) -> Iterator[tuple[str, Json]]:
    """Yield the patient's own goal, then that of each phase with the criteria to leave it."""
    if plan.goal.strip():
        yield f"{plan.id}/own", _goal(plan.goal, ())
    for phase in plan.phases:
        if phase.goal.strip() or phase.criteria:
            yield f"{plan.id}/{phase.id}", _goal(phase.goal if phase.goal.strip() else phase.name, phase.criteria)


def _goal(description: str, criteria: Sequence[str]) -> Json:
    told: Json = {"resourceType": "Goal", "lifecycleStatus": "active", "description": concept(description)}
    # R4 allows an aim only beside what is measured: the criterion itself says both.
    targets = [{"measure": concept(text), "detailString": text} for text in criteria if text.strip()]
    return told | ({"target": targets} if targets else {})


def _request(plan: Plan, phase: Phase, held: Prescription, instruction: str) -> Json:
    told: Json = {
        "resourceType": "ServiceRequest",
        "status": "active" if phase is plan.phase_now() else "draft",
        "intent": "plan",
        "category": [concept("Exercise therapy", SNOMED, _EXERCISE_THERAPY)],
        "code": concept(held.text.name, f"{OWN}exercise", held.exercise_id),
        "occurrenceTiming": timing(held.dosage),
        "extension": [dose_extension(held), {"url": f"{OWN}phase", "valueString": phase.name}],
    }
    if side_words(held.side):
        told["bodySite"] = [concept(side_words(held.side))]
    if instruction.strip():
        told["patientInstruction"] = instruction
    if held.note.strip():
        told["note"] = [{"text": held.note}]
    return told


def _observation(score: Score, name: str, on: date) -> Json:
    loinc = _LOINC_OF.get(score.measure)
    code = concept(name, LOINC, loinc) if loinc else concept(name, f"{OWN}measure", score.measure)
    value: dict[str, Any] = {"value": number(score.value)}
    if score.unit.strip():
        value["unit"] = score.unit
    told: Json = {
        "resourceType": "Observation",
        "status": "final",
        "code": code,
        "effectiveDateTime": moment(on),
        "valueQuantity": value,
    }
    if side_words(score.side):
        told["bodySite"] = concept(side_words(score.side))
    return told
