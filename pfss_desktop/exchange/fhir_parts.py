"""Small parts of FHIR R4 as plain dictionaries: codes, references, quantities. What a plan becomes is in `fhir_bundle`."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.dosage import Dosage
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.resistance import Band, CuffWeight, Machine, Mass, MassUnit

Json = dict[str, Any]

OWN = "urn:pfss-desktop:fhir:"
"""Before the addresses of our own extensions and code systems; FHIR has no place for sets, holds and loads (CLINICAL 6.2)."""
SNOMED = "http://snomed.info/sct"
LOINC = "http://loinc.org"
_UNITS = "http://unitsofmeasure.org"
_SYSTEMS = {"ICD-10-CM": "http://hl7.org/fhir/sid/icd-10-cm", "ICD-10": "http://hl7.org/fhir/sid/icd-10", "SNOMED": SNOMED}


def address(kind: str, name: str) -> str:
    """Return the address of an entry of the bundle: always the same for the same part of the same plan."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{OWN}{kind}:{name}')}"


def reference(kind: str, name: str) -> Json:
    """Return a reference to an entry of the bundle."""
    return {"reference": address(kind, name)}


def entry(kind: str, name: str, resource: Json) -> Json:
    """Return an entry of the bundle."""
    return {"fullUrl": address(kind, name), "resource": resource}


def concept(text: str, system: str = "", code: str = "") -> Json:
    """Return a concept by its words, with a code where there is one."""
    coded = {"coding": [{"system": system, "code": code}]} if code else {}
    return {**coded, **({"text": text} if text.strip() else {})}


def diagnosis(code: str, words: str) -> Json:
    """Return a diagnosis; a code is one where its system is known, such as `ICD-10-CM M22.2X1`, else it is words, too."""
    system, _space, rest = code.partition(" ")
    if system in _SYSTEMS and rest.strip() and " " not in rest.strip():
        return concept(words, _SYSTEMS[system], rest.strip())
    return concept(", ".join(part for part in (words, code) if part))


def side_words(side: Side | None) -> str:
    """Return a knee in English, the language of codes here."""
    return {Side.LEFT: "left knee", Side.RIGHT: "right knee", Side.BOTH: "both knees"}.get(side, "") if side else ""


def number(value: Decimal) -> int | float:
    """Return a decimal as JSON writes numbers; at most three places, so nothing is lost but noughts at the end."""
    return int(value) if value == value.to_integral_value() else float(value)


def quantity(value: Decimal | int, code: str, unit: str) -> Json:
    """Return an amount with its unit in UCUM."""
    return {"value": number(Decimal(value)), "unit": unit, "system": _UNITS, "code": code}


def moment(day: date) -> str:
    """Return a day as FHIR writes it."""
    return day.isoformat()


def timing(dosage: Dosage) -> Json:
    """Return how often: so many times a day, or so many times a week where some days are free (CLINICAL 6.2)."""
    times, days = dosage.times_per_day, dosage.days_per_week
    if days == 7:
        return {"repeat": {"frequency": times, "period": 1, "periodUnit": "d"}}
    return {"repeat": {"frequency": times * days, "period": 1, "periodUnit": "wk"}}


def dose_extension(held: Prescription) -> Json:
    """Return all numbers of a prescription as one extension of our own, its parts named as in this program."""
    dosage, limit = held.dosage, held.range_limit
    parts: list[Json] = [_whole("sets", dosage.sets)]
    if dosage.reps:
        parts += [
            _whole("repsLow", dosage.reps.low),
            _whole("repsHigh", dosage.reps.high),
            _text("counted", dosage.counted.value),
        ]
    if dosage.tempo:
        parts += [_seconds("tempoOut", dosage.tempo.out_seconds), _seconds("tempoBack", dosage.tempo.back_seconds)]
    for name, seconds in (("hold", dosage.hold_seconds), ("rest", dosage.rest_seconds)):
        if seconds:
            parts.append(_seconds(name, seconds))
    if dosage.minutes:
        parts.append({"url": "duration", "valueDuration": quantity(dosage.minutes, "min", "min")})
    parts += [_whole("timesPerDay", dosage.times_per_day), _whole("daysPerWeek", dosage.days_per_week)]
    if held.side:
        parts.append(_text("side", held.side.value))
    parts += _resistance_parts(held)
    if limit:
        low, high = (quantity(degrees, "deg", "degrees") for degrees in (limit.low_degrees, limit.high_degrees))
        parts += [_text("joint", limit.joint.value), {"url": "range", "valueRange": {"low": low, "high": high}}]
    return {"url": f"{OWN}dose", "extension": parts}


def _resistance_parts(held: Prescription) -> list[Json]:
    resistance = held.resistance
    parts = [_text("resistance", resistance.kind.value)]
    if isinstance(resistance, CuffWeight):
        parts.append({"url": "load", "valueQuantity": _mass(resistance.mass)})
    elif isinstance(resistance, Machine) and resistance.load:
        parts.append({"url": "load", "valueQuantity": _mass(resistance.load)})
    elif isinstance(resistance, Band):
        parts += [_text("bandColour", resistance.colour), _text("bandForm", resistance.form.value)]
        if resistance.maker.strip():
            parts.append(_text("bandMaker", resistance.maker))
        if resistance.position:
            parts.append(_text("bandPosition", resistance.position.value))
    return parts


def _mass(mass: Mass) -> Json:
    return quantity(mass.amount, *(("[lb_av]", "lb") if mass.unit is MassUnit.POUND else ("kg", "kg")))


def _whole(name: str, value: int) -> Json:
    return {"url": name, "valueInteger": value}


def _text(name: str, value: str) -> Json:
    return {"url": name, "valueString": value}


def _seconds(name: str, value: int) -> Json:
    return {"url": name, "valueDuration": quantity(value, "s", "s")}
