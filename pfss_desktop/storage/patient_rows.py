"""A patient as a row of its table, and back; equipment at home is one JSON object. No statement runs here."""

import json
from decimal import Decimal

from pfss_desktop.domain.patient import HomeEquipment, Patient, Precaution
from pfss_desktop.domain.resistance import Band, BandForm, Mass, MassUnit
from pfss_desktop.storage.rows import Row, Stored, listed, readable, texts
from pfss_desktop.storage.search_text import folded

PATIENT_COLUMNS = ("name", "number", "born", "language", "precautions", "equipment")
"""The columns that `patient_of` reads."""


def patient_row(patient: Patient) -> Row:
    """Return a patient's own columns; when archived, merged or last seen is not the value's to say."""
    return {
        "id": patient.id,
        "name": patient.name,
        "number": patient.number,
        "born": patient.born,
        "search": folded(f"{patient.name} {patient.number}"),
        "language": patient.language,
        "precautions": listed(tuple(precaution.value for precaution in patient.precautions)),
        "equipment": None if patient.equipment is None else _written(patient.equipment),
    }


def patient_of(patient_id: str, row: Stored) -> Patient:
    """Return the patient of a row with at least PATIENT_COLUMNS; raise UnreadableContent."""
    with readable():
        return Patient(
            id=patient_id,
            name=row["name"],
            number=row["number"],
            born=row["born"],
            language=row["language"],
            precautions=tuple(map(Precaution, texts(row["precautions"]))),
            equipment=None if row["equipment"] is None else _equipment(row["equipment"]),
        )


def _written(equipment: HomeEquipment) -> str:
    parts = {
        "things": equipment.things,
        "cuffs": [[str(cuff.amount), cuff.unit.value] for cuff in equipment.cuffs],
        "bands": [[band.colour, band.maker, band.form.value] for band in equipment.bands],
    }
    return json.dumps(parts, ensure_ascii=False)


def _equipment(column: str) -> HomeEquipment:
    parts = json.loads(column)
    try:
        return HomeEquipment(
            things=tuple(parts["things"]),
            cuffs=tuple(Mass(Decimal(value), MassUnit(unit)) for value, unit in parts["cuffs"]),
            bands=tuple(Band(colour, maker, BandForm(form)) for colour, maker, form in parts["bands"]),
        )
    except KeyError:
        raise ValueError("equipment without a part") from None
