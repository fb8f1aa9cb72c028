"""Minutes of a day and things to have at hand."""

from dataclasses import replace
from decimal import Decimal

import pytest

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.dosage import Dosage, RepRange, Tempo
from pfss_desktop.domain.exercise import Laterality
from pfss_desktop.domain.plan import Phase
from pfss_desktop.domain.resistance import Band, BandForm, CuffWeight, Machine, Mass, MassUnit, Resistance
from pfss_desktop.domain.workload import equipment_of, minutes_per_day, phase_minutes_per_day, session_seconds
from tests.pictures import prescribed

TEN = RepRange.exactly(10)
ONE_LEG, BOTH_LEGS, IN_TURN = Laterality.UNILATERAL, Laterality.BILATERAL, Laterality.ALTERNATING


@pytest.mark.parametrize(
    ("dosage", "laterality", "side", "seconds"),
    [
        # Ten movements of four seconds each.
        (Dosage(reps=TEN), ONE_LEG, Side.LEFT, 40),
        (Dosage(sets=3, reps=TEN), ONE_LEG, Side.LEFT, 120),
        # Two rests lie between three sets.
        (Dosage(sets=3, reps=TEN, rest_seconds=60), ONE_LEG, Side.LEFT, 240),
        # The upper end of a range counts.
        (Dosage(reps=RepRange(5, 10)), ONE_LEG, Side.LEFT, 40),
        # A short hold adds to the movement; a long one without a tempo is the whole of it.
        (Dosage(reps=TEN, hold_seconds=9), ONE_LEG, Side.LEFT, 130),
        (Dosage(reps=TEN, hold_seconds=10), ONE_LEG, Side.LEFT, 100),
        (Dosage(reps=TEN, hold_seconds=10, tempo=Tempo(1, 2)), ONE_LEG, Side.LEFT, 130),
        (Dosage(reps=TEN, tempo=Tempo(3, 4)), ONE_LEG, Side.LEFT, 70),
        # One leg after the other takes twice the time, rests aside.
        (Dosage(sets=3, reps=TEN, rest_seconds=60), ONE_LEG, Side.BOTH, 360),
        (Dosage(reps=TEN), ONE_LEG, Side.ALTERNATING, 80),
        (Dosage(reps=TEN), ONE_LEG, None, 40),
        (Dosage(reps=TEN), BOTH_LEGS, Side.BOTH, 40),
        (Dosage(reps=TEN), IN_TURN, Side.ALTERNATING, 80),
        # Steady work counts its minutes.
        (Dosage(minutes=20), BOTH_LEGS, Side.BOTH, 1200),
        (Dosage(minutes=20, reps=TEN, sets=3), ONE_LEG, Side.BOTH, 1200),
    ],
)
def test_one_session_takes(dosage: Dosage, laterality: Laterality, side: Side | None, seconds: int) -> None:
    assert session_seconds(replace(prescribed("a"), dosage=dosage, laterality=laterality, side=side)) == seconds


def test_a_day_s_minutes_are_rounded_up_and_at_least_one() -> None:
    def minutes(dosage: Dosage) -> int:
        return minutes_per_day(replace(prescribed("a"), dosage=dosage))

    assert minutes(Dosage(reps=RepRange.exactly(1))) == 1
    assert minutes(Dosage(reps=RepRange.exactly(15))) == 1
    assert minutes(Dosage(reps=RepRange.exactly(16))) == 2
    assert minutes(Dosage(reps=RepRange.exactly(16), times_per_day=3)) == 4
    assert minutes(Dosage(reps=RepRange.exactly(1), hold_seconds=0, tempo=Tempo(0, 0))) == 1
    assert minutes(Dosage(reps=RepRange.exactly(1), hold_seconds=600)) == 10
    assert minutes(Dosage(minutes=240, times_per_day=12)) == 2880


def test_a_phase_s_minutes_are_rounded_once() -> None:
    held = tuple(replace(prescribed("a", f"a{number}"), dosage=Dosage(reps=RepRange.exactly(1))) for number in range(15))

    assert phase_minutes_per_day(Phase("p", "P", prescriptions=held)) == 1
    assert phase_minutes_per_day(Phase("p", "P")) == 0
    steady = replace(prescribed("a"), dosage=Dosage(minutes=20, times_per_day=3))
    assert phase_minutes_per_day(Phase("p", "P", prescriptions=(*held, steady))) == 61


def with_things(*things: str, resistance: Resistance | None = None) -> tuple[str, ...]:
    held = replace(prescribed("a"), equipment=things)
    return equipment_of((replace(held, resistance=resistance) if resistance else held,))


def test_every_thing_is_named_once_in_the_order_it_is_needed() -> None:
    first = replace(prescribed("a"), equipment=("mat", "chair"))
    second = replace(prescribed("b"), equipment=("wall", "mat"))

    assert equipment_of((first, second)) == ("mat", "chair", "wall")
    assert equipment_of(()) == ()


def test_a_prescribed_band_is_named_by_colour_form_and_maker_instead_of_any_band() -> None:
    assert with_things("mat", "resistance band", resistance=Band("red", "TheraBand")) == ("mat", "red band (TheraBand)")
    assert with_things("loop band", resistance=Band("red", form=BandForm.LOOP)) == ("red loop band",)
    assert with_things("resistance band") == ("resistance band",)


def test_the_same_colour_of_two_makers_is_two_bands() -> None:
    theirs = replace(prescribed("a"), resistance=Band("red", "TheraBand"))
    others = replace(prescribed("b"), resistance=Band("red", "Sunny"))

    assert equipment_of((theirs, others)) == ("red band (TheraBand)", "red band (Sunny)")


def test_a_cuff_weight_is_named_as_it_was_typed_and_a_machine_stays_in_the_gym() -> None:
    assert with_things(resistance=CuffWeight(Mass(Decimal("2.50"), MassUnit.POUND))) == ("2.50 lb cuff weight",)
    assert with_things("leg press machine", resistance=Machine()) == ("leg press machine",)
