"""A patient's age, and one patient made of two entries."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given

from pfss_desktop.domain.patient import HomeEquipment, Patient, Precaution, merged_patient
from pfss_desktop.domain.resistance import Band, BandForm, Mass, MassUnit
from tests.strategies import patients

BORN = date(1990, 5, 17)


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (BORN, date(2026, 5, 16), 35),
        (BORN, date(2026, 5, 17), 36),
        (date(2000, 2, 29), date(2001, 2, 28), 0),
        (date(2000, 2, 29), date(2001, 3, 1), 1),
        (BORN, BORN, 0),
        (BORN, date(1989, 1, 1), None),
        (None, date(2026, 1, 1), None),
    ],
)
def test_age_in_whole_years(born: date | None, day: date, age: int | None) -> None:
    assert Patient("p", "Sample", born=born).age_on(day) == age


def test_a_merged_patient_knows_what_either_entry_knew() -> None:
    two_pounds, red = Mass(Decimal(2), MassUnit.POUND), Band("red", "TheraBand", BandForm.FLAT)
    kept = Patient("kept", "Ann Sample", "", BORN, "es", (Precaution.CANNOT_KNEEL,), HomeEquipment(("chair",), (two_pounds,)))
    other = Patient(
        "other", "A. Sample", "K-7", date(1991, 1, 1), "en", (Precaution.LATEX_ALLERGY, Precaution.CANNOT_KNEEL),
        HomeEquipment(("mat", "chair"), (two_pounds,), (red,)),
    )  # fmt: skip
    assert merged_patient(kept, other) == Patient(
        "kept", "Ann Sample", "K-7", BORN, "es", (Precaution.CANNOT_KNEEL, Precaution.LATEX_ALLERGY),
        HomeEquipment(("chair", "mat"), (two_pounds,), (red,)),
    )  # fmt: skip


@given(patients("kept", whole=True), patients("other", whole=True))
def test_no_precaution_and_no_equipment_is_lost_in_merging(kept: Patient, other: Patient) -> None:
    merged = merged_patient(kept, other)
    assert (merged.id, merged.name, merged.language) == (kept.id, kept.name, kept.language)
    assert set(merged.precautions) == {*kept.precautions, *other.precautions}
    asked = [entry.equipment for entry in (kept, other) if entry.equipment is not None]
    assert (merged.equipment is None) == (not asked)
    for equipment in asked:
        assert merged.equipment is not None
        assert set(equipment.things) <= set(merged.equipment.things)
        assert set(equipment.bands) <= set(merged.equipment.bands)
