"""Wheel and arrow keys: a step of a dosage's part, and a rung of the ladder of resistance."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pfss_desktop.domain.dosage import Dosage, RepRange, Tempo
from pfss_desktop.domain.dosage_steps import stepped_dosage
from pfss_desktop.domain.on_hand import OnHand
from pfss_desktop.domain.prescription_part import Part
from pfss_desktop.domain.resistance import (
    Band,
    Bodyweight,
    CuffWeight,
    Machine,
    Mass,
    MassUnit,
    NoResistance,
    Resistance,
    ResistanceKind,
)
from pfss_desktop.domain.resistance_steps import stepped_resistance
from pfss_desktop.domain.stock import BandMaker, ResistanceChoices
from tests.strategies import dosages, resistances

LB, KG = MassUnit.POUND, MassUnit.KILOGRAM
CHOICES = ResistanceChoices(
    (BandMaker("TheraBand", ("tan", "red", "green")),), (Decimal(1), Decimal(2), Decimal(3)), (Decimal("0.5"), Decimal(1))
)
ON_HAND = OnHand(CHOICES)


def cuff(amount: str, unit: MassUnit = LB) -> CuffWeight:
    return CuffWeight(Mass(Decimal(amount), unit))


@pytest.mark.parametrize(
    ("part", "values"),
    [
        (Part.SETS, [19, 20, 20]),
        (Part.REPS, [RepRange(8, 12), RepRange(9, 13), RepRange(10, 14)]),
        (Part.HOLD, [8, 9, 10, 15, 20]),
        (Part.REST, [0, 15, 30]),
        (Part.TEMPO, [Tempo(29, 2), Tempo(30, 3), Tempo(30, 3)]),
        (Part.MINUTES, [9, 10, 15]),
        (Part.TIMES, [11, 12, 12]),
        (Part.DAYS, [6, 7, 7]),
    ],
)
def test_a_step_up_ends_at_the_bound(part: Part, values: list[object]) -> None:
    field = {Part.HOLD: "hold_seconds", Part.REST: "rest_seconds", Part.TIMES: "times_per_day", Part.DAYS: "days_per_week"}
    name = field.get(part, part.value)
    dosage = Dosage(**{"reps": RepRange.exactly(1), name: values[0]})
    seen = [getattr(stepped_dosage(dosage, part, count), name) for count in range(len(values))]
    assert seen == values


@given(dosages(), st.sampled_from(Part), st.integers(1, 4))
def test_a_step_down_undoes_a_step_up_away_from_the_bounds(dosage: Dosage, part: Part, by: int) -> None:
    stepped = stepped_dosage(dosage, part, by)
    assert stepped_dosage(dosage, part, 0) == dosage
    if part in (Part.SETS, Part.REPS, Part.TIMES, Part.DAYS, Part.TEMPO):
        one = stepped_dosage(dosage, part, 1)
        assert one == dosage or stepped_dosage(one, part, -1) == dosage
    assert stepped_dosage(stepped, part, -900) == stepped_dosage(stepped_dosage(stepped, part, -900), part, -1)


@pytest.mark.parametrize(
    ("start", "by", "reached"),
    [
        (cuff("1"), 1, cuff("2")),
        (cuff("1.25"), 1, cuff("2")),
        (cuff("1.25"), -1, cuff("1")),
        (cuff("3"), 1, cuff("3")),
        (cuff("1"), -1, NoResistance()),
        (cuff("0.5", KG), 5, cuff("1", KG)),
        (NoResistance(), 1, cuff("1")),
        (NoResistance(), 2, cuff("2")),
        (NoResistance(), -1, NoResistance()),
        (Bodyweight(), 1, cuff("1")),
        (Band("tan", "TheraBand"), 1, Band("red", "TheraBand")),
        (Band("green", "TheraBand"), 1, Band("green", "TheraBand")),
        (Band("tan", "TheraBand"), -1, NoResistance()),
        (Band("red", "Unknown"), 1, Band("red", "Unknown")),
        (Band("red", "Unknown"), -1, Band("red", "Unknown")),
        (Machine(Mass(Decimal(40), KG)), 1, Machine(Mass(Decimal("42.5"), KG))),
        (Machine(Mass(Decimal(5), LB)), -1, Machine(Mass(Decimal(5), LB))),
        (Machine(), 1, Machine()),
    ],
)
def test_rungs_of_the_ladder(start: Resistance, by: int, reached: Resistance) -> None:
    assert stepped_resistance(start, by, ON_HAND) == reached


def test_a_rung_is_of_a_kind_that_the_exercise_takes() -> None:
    band_only = (ResistanceKind.BAND,)
    assert stepped_resistance(NoResistance(), 1, ON_HAND, band_only) == Band("tan", "TheraBand")
    assert stepped_resistance(Band("tan", "TheraBand"), -1, ON_HAND, band_only) == Band("tan", "TheraBand")
    with_body = (ResistanceKind.BODYWEIGHT, ResistanceKind.CUFF)
    assert stepped_resistance(cuff("1"), -1, ON_HAND, with_body) == Bodyweight()
    assert stepped_resistance(NoResistance(), 1, ON_HAND, (ResistanceKind.CUFF,), KG) == cuff("0.5", KG)


@given(resistances(), st.integers(-5, 5))
def test_any_resistance_steps_to_one_that_can_be(resistance: Resistance, by: int) -> None:
    assert stepped_resistance(stepped_resistance(resistance, by, ON_HAND), 0, ON_HAND) is not None
    assert stepped_resistance(resistance, by, OnHand()) is not None
