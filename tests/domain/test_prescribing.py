"""An exercise of the catalogue becomes a prescription: defaults, side and resistance; and the catalogue that it comes from."""

from dataclasses import replace

import pytest

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.catalogue import Catalogue, Filters
from pfss_desktop.domain.dosage import Dosage, RepRange
from pfss_desktop.domain.exercise import (
    Basis,
    Category,
    Chain,
    Contraction,
    Equipment,
    Exercise,
    KneeLoad,
    Laterality,
    Motion,
    PatientText,
    Position,
    PositionGroup,
    Region,
)
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.prescription import prescribe
from pfss_desktop.domain.resistance import Band, BandForm, Bodyweight, Machine, NoResistance, Resistance, ResistanceKind

NONE, BODYWEIGHT, CUFF, BAND, MACHINE = (
    ResistanceKind.NONE,
    ResistanceKind.BODYWEIGHT,
    ResistanceKind.CUFF,
    ResistanceKind.BAND,
    ResistanceKind.MACHINE,
)
CLAMSHELL = Exercise(
    id="clamshell",
    category=Category.HIP,
    phase=1,
    regions=(Region.HIP_AND_BUTTOCK,),
    chain=Chain.OPEN,
    contraction=Contraction.DYNAMIC,
    laterality=Laterality.UNILATERAL,
    knee_load=KneeLoad.MINIMAL,
    muscles=("gluteus medius",),
    position=Position(PositionGroup.ON_SIDE, "Lying on the side, knees bent."),
    accepts=(NONE, BAND),
    dosage=Dosage(2, RepRange(15, 25), hold_seconds=3),
    for_patient=PatientText("Clamshell", ("Lie on your side.", "Lift the top knee."), "Feet together."),
    motion=Motion(90),
    basis=Basis(("SEED",), "literature", "seed"),
    equipment=(Equipment("mat or rug", ("mat", "rug")), Equipment("band", ("band",), optional=True)),
)
SQUAT = replace(
    CLAMSHELL,
    id="squat",
    category=Category.CLOSED_CHAIN,
    phase=2,
    regions=(Region.FRONT_OF_THIGH, Region.HIP_AND_BUTTOCK),
    laterality=Laterality.BILATERAL,
    position=Position(PositionGroup.STANDING, "Standing."),
    accepts=(BODYWEIGHT,),
    for_patient=PatientText("Squat"),
    equipment=(Equipment("chair", ("chair",)),),
)
BOTH_EXERCISES = Catalogue((CLAMSHELL, SQUAT))


def test_a_prescription_starts_with_the_catalogue_s_dosage_texts_and_needed_things() -> None:
    held = prescribe(CLAMSHELL, "p1", Side.LEFT)

    assert (held.id, held.exercise_id, held.side) == ("p1", "clamshell", Side.LEFT)
    assert (held.text, held.dosage, held.laterality) == (CLAMSHELL.for_patient, CLAMSHELL.dosage, Laterality.UNILATERAL)
    assert held.equipment == ("mat or rug",)
    assert (held.note, held.range_limit) == ("", None)


@pytest.mark.parametrize(
    ("laterality", "affected", "side", "sides"),
    [
        (Laterality.UNILATERAL, Side.RIGHT, Side.RIGHT, (Side.LEFT, Side.RIGHT, Side.BOTH)),
        (Laterality.UNILATERAL, Side.BOTH, Side.BOTH, (Side.LEFT, Side.RIGHT, Side.BOTH)),
        (Laterality.UNILATERAL, None, None, (Side.LEFT, Side.RIGHT, Side.BOTH)),
        (Laterality.BILATERAL, Side.LEFT, Side.BOTH, (Side.BOTH,)),
        (Laterality.BILATERAL, None, Side.BOTH, (Side.BOTH,)),
        (Laterality.ALTERNATING, Side.LEFT, Side.ALTERNATING, (Side.ALTERNATING,)),
    ],
)
def test_the_affected_side_gets_one_legged_exercises_only(
    laterality: Laterality, affected: Side | None, side: Side | None, sides: tuple[Side, ...]
) -> None:
    exercise = replace(CLAMSHELL, laterality=laterality)

    assert exercise.sides == sides
    assert prescribe(exercise, "p1", affected).side is side


@pytest.mark.parametrize(
    ("accepts", "start"),
    [
        ((NONE, BODYWEIGHT, CUFF, BAND, MACHINE), NoResistance()),
        ((BAND, NONE), NoResistance()),
        ((MACHINE, BAND, BODYWEIGHT), Bodyweight()),
        ((MACHINE,), Machine()),
        ((CUFF, MACHINE), Machine()),
        ((CUFF,), NoResistance()),
    ],
)
def test_the_first_resistance_is_the_lightest_that_the_exercise_accepts(
    accepts: tuple[ResistanceKind, ...], start: Resistance
) -> None:
    assert prescribe(replace(CLAMSHELL, accepts=accepts), "p1").resistance == start


def test_an_exercise_that_needs_a_band_starts_with_a_named_one() -> None:
    band = prescribe(replace(CLAMSHELL, accepts=(BAND, MACHINE)), "p1").resistance

    assert isinstance(band, Band)
    assert (band.colour, band.maker, band.form) == ("red", "TheraBand", BandForm.FLAT)


def test_an_exercise_that_needs_a_loop_starts_with_a_loop() -> None:
    walk = replace(CLAMSHELL, accepts=(BAND,), equipment=(Equipment("loop band", ("loop band",)),))
    either = replace(CLAMSHELL, accepts=(BAND,), equipment=(Equipment("band or loop", ("resistance band", "loop band")),))

    assert prescribe(walk, "p1").resistance == Band("red", "TheraBand", BandForm.LOOP)
    assert prescribe(either, "p1").resistance == Band("red", "TheraBand", BandForm.FLAT)


@pytest.mark.parametrize(
    ("laterality", "side", "after_the_other"),
    [
        (Laterality.UNILATERAL, Side.LEFT, False),
        (Laterality.UNILATERAL, None, False),
        (Laterality.UNILATERAL, Side.BOTH, True),
        (Laterality.UNILATERAL, Side.ALTERNATING, True),
        (Laterality.BILATERAL, Side.BOTH, False),
        (Laterality.BILATERAL, Side.ALTERNATING, False),
        (Laterality.ALTERNATING, Side.ALTERNATING, True),
        (Laterality.ALTERNATING, None, True),
    ],
)
def test_whether_one_leg_follows_the_other(laterality: Laterality, side: Side | None, after_the_other: bool) -> None:
    held = replace(prescribe(CLAMSHELL, "p1"), laterality=laterality, side=side)

    assert held.is_one_side_after_the_other is after_the_other


def test_an_entry_without_resistance_region_or_a_known_phase_is_refused() -> None:
    for wrong, field in (
        ({"accepts": ()}, "accepts"),
        ({"regions": ()}, "regions"),
        ({"phase": 0}, "phase"),
        ({"phase": 5}, "phase"),
    ):
        with pytest.raises(OutOfBounds, match=f"^{field}: "):
            replace(CLAMSHELL, **wrong)  # type: ignore[arg-type]


# The catalogue


def test_exercises_are_found_by_id_and_the_first_of_two_claims_it() -> None:
    catalogue = Catalogue((CLAMSHELL, SQUAT, replace(SQUAT, id="clamshell")))

    assert catalogue.get("clamshell") is CLAMSHELL
    assert catalogue.get("nothing") is None
    assert (len(catalogue), list(catalogue)[:2]) == (3, [CLAMSHELL, SQUAT])


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(), ["clamshell", "squat"]),
        (Filters(category=Category.HIP), ["clamshell"]),
        (Filters(phase=2), ["squat"]),
        (Filters(phase=3), []),
        (Filters(region=Region.HIP_AND_BUTTOCK), ["clamshell", "squat"]),
        (Filters(region=Region.FRONT_OF_THIGH), ["squat"]),
        (Filters(position=PositionGroup.ON_SIDE), ["clamshell"]),
        (Filters(resistance=BAND), ["clamshell"]),
        (Filters(resistance=MACHINE), []),
        (Filters(equipment="rug"), ["clamshell"]),
        (Filters(equipment="ru"), []),
        (Filters(equipment="chair", phase=2), ["squat"]),
        (Filters(equipment="chair", phase=1), []),
    ],
)
def test_filters_leave_what_has_all_that_is_asked_for(filters: Filters, found: list[str]) -> None:
    chosen = BOTH_EXERCISES.chosen(["clamshell", "gone", "squat"], filters)

    assert [exercise.id for exercise in chosen] == found


def test_chosen_exercises_keep_the_order_of_the_ids() -> None:
    assert BOTH_EXERCISES.chosen(["squat", "clamshell"], Filters()) == (SQUAT, CLAMSHELL)


def test_every_plain_thing_is_named_once_in_order() -> None:
    assert BOTH_EXERCISES.equipment_names() == ("band", "chair", "mat", "rug")
    assert Catalogue().equipment_names() == ()
