"""Figures are found by exercise, made once, and drawn as the prescription says."""

from decimal import Decimal
from typing import Any

import pytest
from figure_geometry import poses_of_all

from pfss_desktop.domain.body import Joint, RangeLimit, Side
from pfss_desktop.domain.dosage import Dosage, RepRange
from pfss_desktop.domain.exercise import (
    Basis,
    Category,
    Chain,
    Contraction,
    Exercise,
    KneeLoad,
    Laterality,
    Motion,
    PatientText,
    Position,
    PositionGroup,
    Region,
)
from pfss_desktop.domain.faults import FaultyFile
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.resistance import CuffWeight, Mass, MassUnit, ResistanceKind
from pfss_desktop.figures.book import FigureBook, prescribed
from pfss_desktop.figures.compose import FigureRequest


def leg_raise(exercise_id: str, poses: dict[str, Any]) -> Exercise:
    return Exercise(
        id=exercise_id,
        category=Category.QUADRICEPS,
        phase=1,
        regions=(Region.FRONT_OF_THIGH,),
        chain=Chain.OPEN,
        contraction=Contraction.DYNAMIC,
        laterality=Laterality.UNILATERAL,
        knee_load=KneeLoad.LOW,
        muscles=("quadriceps",),
        position=Position(PositionGroup.ON_BACK, "Lying on the back."),
        accepts=(ResistanceKind.NONE, ResistanceKind.CUFF),
        dosage=Dosage(reps=RepRange.exactly(10)),
        for_patient=PatientText("Leg raise"),
        motion=Motion(knee_flexion_max=0),
        basis=Basis((), "design", "design"),
        poses=poses,
    )


@pytest.fixture
def book() -> FigureBook:
    return FigureBook(
        [
            leg_raise("slr-flexion", poses_of_all()["slr-flexion"]),
            leg_raise("without-poses", {}),
            leg_raise("with-faulty-poses", {"base": "hovering"}),
        ]
    )


def test_a_figure_is_made_once(book: FigureBook) -> None:
    assert book.figure("slr-flexion") is book.figure("slr-flexion") is not None


def test_no_exercise_or_no_poses_is_no_figure(book: FigureBook) -> None:
    assert book.figure("without-poses") is None
    assert book.draw("unheard-of", FigureRequest()) is None


def test_faulty_poses_name_their_exercise(book: FigureBook) -> None:
    with pytest.raises(FaultyFile, match="with-faulty-poses"):
        book.figure("with-faulty-poses")


def test_a_prescription_gives_side_range_and_resistance(book: FigureBook) -> None:
    given = Prescription(
        id="p1",
        exercise_id="slr-flexion",
        text=PatientText("Leg raise"),
        dosage=Dosage(reps=RepRange.exactly(10)),
        side=Side.LEFT,
        resistance=CuffWeight(Mass(Decimal("1.5"), MassUnit.KILOGRAM)),
        range_limit=RangeLimit(Joint.HIP_FLEXION, 0, 20),
    )
    drawing = book.draw(given.exercise_id, prescribed(given, FigureRequest(width=80, height=50)))
    assert drawing is not None
    assert (drawing.width, drawing.height) == (80, 50)
    assert [label.text for label in drawing.labels] == ["1.5 kg"]
    assert "The left leg works. Hip bend on the left from 0 to 20 degrees." in drawing.alt_text
