"""Plans, phases, prescriptions and patients as rows of the tables, and back. Nothing here runs a statement.

A row made from a value has exactly the columns that the value decides; keys and positions are added by those who store it.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal, InvalidOperation

from sqlalchemy import RowMapping

from pfss_desktop.domain.body import Joint, RangeLimit, Side
from pfss_desktop.domain.dosage import CountUnit, Dosage, RepRange, Tempo
from pfss_desktop.domain.exercise import Laterality, PatientText
from pfss_desktop.domain.patient import Patient
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
    ResistanceKind,
)
from pfss_desktop.storage.faults import UnreadableContent

Row = dict[str, object]
"""Column name -> value, as a statement takes it."""
Stored = RowMapping
"""Column name -> value, as a query gave it."""


def prescription_row(held: Prescription) -> Row:
    """Return a prescription's columns without visit, phase and position."""
    dosage, reps, tempo, limit = held.dosage, held.dosage.reps, held.dosage.tempo, held.range_limit
    return {
        "id": held.id,
        "exercise_id": held.exercise_id,
        "name": held.text.name,
        "laterality": held.laterality.value,
        "side": held.side.value if held.side else None,
        "sets": dosage.sets,
        "reps_low": reps.low if reps else None,
        "reps_high": reps.high if reps else None,
        "counted": dosage.counted.value,
        "hold_seconds": dosage.hold_seconds,
        "rest_seconds": dosage.rest_seconds,
        "tempo_out_seconds": tempo.out_seconds if tempo else None,
        "tempo_back_seconds": tempo.back_seconds if tempo else None,
        "minutes": dosage.minutes,
        "times_per_day": dosage.times_per_day,
        "days_per_week": dosage.days_per_week,
        **_resistance_columns(held.resistance),
        "range_joint": limit.joint.value if limit else None,
        "range_low_degrees": limit.low_degrees if limit else None,
        "range_high_degrees": limit.high_degrees if limit else None,
        "note": held.note,
        "cue": held.text.cue,
        "caution": held.text.caution,
        "steps": _listed(held.text.steps),
        "equipment": _listed(held.equipment),
    }


def prescription_of(row: Stored) -> Prescription:
    """Return the prescription of a row; raise UnreadableContent."""
    with _readable():
        return Prescription(
            id=row["id"],
            exercise_id=row["exercise_id"],
            text=PatientText(row["name"], _texts(row["steps"]), row["cue"], row["caution"]),
            dosage=_dosage_of(row),
            laterality=Laterality(row["laterality"]),
            side=Side(row["side"]) if row["side"] is not None else None,
            resistance=_resistance_of(row),
            range_limit=_range_of(row),
            note=row["note"],
            equipment=_texts(row["equipment"]),
        )


def phase_row(phase: Phase) -> Row:
    """Return a phase's own columns without visit and position."""
    return {
        "id": phase.id,
        "name": phase.name,
        "weeks_first": phase.weeks.first if phase.weeks else None,
        "weeks_last": phase.weeks.last if phase.weeks else None,
        "goal": phase.goal,
        "criteria": _listed(phase.criteria),
    }


def phase_of(row: Stored, prescriptions: tuple[Prescription, ...]) -> Phase:
    """Return the phase of a row with these prescriptions; raise UnreadableContent."""
    with _readable():
        weeks = Weeks(row["weeks_first"], row["weeks_last"]) if row["weeks_first"] is not None else None
        return Phase(row["id"], row["name"], row["goal"], weeks, _texts(row["criteria"]), prescriptions)


def visit_row(plan: Plan) -> Row:
    """Return the plan's own fields as a visit keeps them, without the visit's id, number and date."""
    return {
        "title": plan.title,
        "condition": plan.condition,
        "affected_side": plan.affected_side.value if plan.affected_side else None,
        "goal": plan.goal,
        "current_phase": plan.current_phase,
        "pain_safe_up_to": plan.pain_rule.safe_up_to,
        "pain_acceptable_up_to": plan.pain_rule.acceptable_up_to,
    }


def plan_of(plan_id: str, visit: Stored, phases: tuple[Phase, ...]) -> Plan:
    """Return the plan that a visit's row and its phases make; raise UnreadableContent."""
    with _readable():
        return Plan(
            id=plan_id,
            title=visit["title"],
            condition=visit["condition"],
            affected_side=Side(visit["affected_side"]) if visit["affected_side"] is not None else None,
            goal=visit["goal"],
            phases=phases,
            current_phase=visit["current_phase"],
            pain_rule=PainRule(visit["pain_safe_up_to"], visit["pain_acceptable_up_to"]),
        )


def list_columns(plan: Plan) -> Row:
    """Return what lists show of a plan."""
    return {
        "title": plan.title,
        "condition": plan.condition,
        "phase_count": len(plan.phases),
        "exercise_count": sum(len(phase.prescriptions) for phase in plan.phases),
    }


def patient_of(patient_id: str, row: Stored) -> Patient:
    """Return a patient from the columns name, number and born of a row; raise UnreadableContent."""
    with _readable():
        return Patient(patient_id, row["name"], row["number"], row["born"])


def _dosage_of(row: Stored) -> Dosage:
    return Dosage(
        sets=row["sets"],
        reps=RepRange(row["reps_low"], row["reps_high"]) if row["reps_low"] is not None else None,
        counted=CountUnit(row["counted"]),
        hold_seconds=row["hold_seconds"],
        rest_seconds=row["rest_seconds"],
        tempo=Tempo(row["tempo_out_seconds"], row["tempo_back_seconds"]) if row["tempo_out_seconds"] is not None else None,
        minutes=row["minutes"],
        times_per_day=row["times_per_day"],
        days_per_week=row["days_per_week"],
    )


def _range_of(row: Stored) -> RangeLimit | None:
    if row["range_joint"] is None:
        return None
    return RangeLimit(Joint(row["range_joint"]), row["range_low_degrees"], row["range_high_degrees"])


def _resistance_columns(resistance: Resistance) -> Row:
    columns: Row = dict.fromkeys(("mass", "mass_unit", "band_colour", "band_maker", "band_form", "band_position"))
    columns["resistance"] = resistance.kind.value
    if isinstance(resistance, Band):
        columns["band_colour"] = resistance.colour
        columns["band_maker"] = resistance.maker
        columns["band_form"] = resistance.form.value
        columns["band_position"] = resistance.position.value if resistance.position else None
    mass = _mass_in(resistance)
    if mass is not None:
        columns["mass"] = str(mass.amount)
        columns["mass_unit"] = mass.unit.value
    return columns


def _mass_in(resistance: Resistance) -> Mass | None:
    if isinstance(resistance, CuffWeight):
        return resistance.mass
    return resistance.load if isinstance(resistance, Machine) else None


def _resistance_of(row: Stored) -> Resistance:
    kind = ResistanceKind(row["resistance"])
    if kind is ResistanceKind.CUFF:
        return CuffWeight(_mass_of(row))
    if kind is ResistanceKind.MACHINE:
        return Machine(_mass_of(row) if row["mass"] is not None else None)
    if kind is ResistanceKind.BAND:
        place = BandPosition(row["band_position"]) if row["band_position"] is not None else None
        return Band(row["band_colour"], row["band_maker"], BandForm(row["band_form"]), place)
    return Bodyweight() if kind is ResistanceKind.BODYWEIGHT else NoResistance()


def _mass_of(row: Stored) -> Mass:
    return Mass(Decimal(row["mass"]), MassUnit(row["mass_unit"]))


def _listed(texts: tuple[str, ...]) -> str:
    return json.dumps(texts, ensure_ascii=False)


def _texts(listed: str) -> tuple[str, ...]:
    return tuple(json.loads(listed))


@contextmanager
def _readable() -> Iterator[None]:
    try:
        yield
    except (ValueError, TypeError, InvalidOperation):
        raise UnreadableContent from None
