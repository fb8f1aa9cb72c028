"""A prescription as a row of its table, and back: dosage, side, resistance and range in plain columns. No statement runs here."""

from decimal import Decimal

from pfss_desktop.domain.body import Joint, RangeLimit, Side
from pfss_desktop.domain.dosage import CountUnit, Dosage, RepRange, Tempo
from pfss_desktop.domain.exercise import Laterality, PatientText
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
from pfss_desktop.storage.rows import Row, Stored, listed, readable, texts


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
        "steps": listed(held.text.steps),
        "equipment": listed(held.equipment),
    }


def prescription_of(row: Stored) -> Prescription:
    """Return the prescription of a row; raise UnreadableContent."""
    with readable():
        return Prescription(
            id=row["id"],
            exercise_id=row["exercise_id"],
            text=PatientText(row["name"], texts(row["steps"]), row["cue"], row["caution"]),
            dosage=_dosage_of(row),
            laterality=Laterality(row["laterality"]),
            side=Side(row["side"]) if row["side"] is not None else None,
            resistance=_resistance_of(row),
            range_limit=_range_of(row),
            note=row["note"],
            equipment=texts(row["equipment"]),
        )


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
