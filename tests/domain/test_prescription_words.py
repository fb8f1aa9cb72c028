"""One line typed over a chip: dosage, side and resistance together, read as of the part it is typed over."""

from decimal import Decimal

import pytest

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.dosage import Dosage, RepRange
from pfss_desktop.domain.faults import UserError
from pfss_desktop.domain.prescription_part import Part
from pfss_desktop.domain.prescription_words import UnknownWords, WantedChange, wanted_change
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
)
from pfss_desktop.domain.resistance_words import UnknownResistance
from pfss_desktop.domain.stock import BandMaker, ResistanceChoices

CHOICES = ResistanceChoices((BandMaker("TheraBand", ("tan", "red", "green")), BandMaker("Thermo", ("red", "plum"))))
TWO_POUNDS = CuffWeight(Mass(Decimal(2), MassUnit.POUND))
LOOP_ABOVE_KNEES = Band("green", "TheraBand", BandForm.LOOP, BandPosition.ABOVE_KNEES)


def wanted(words: str, part: Part = Part.MORE, held: Resistance | None = None) -> WantedChange:
    return wanted_change(words, part, held, CHOICES)


def resistance(words: str, held: Resistance = NoResistance(), part: Part = Part.MORE) -> Resistance:  # noqa: B008
    change = wanted(words, part, held).resistance
    assert change is not None
    return change.of(held, CHOICES)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("2 lb", TWO_POUNDS),
        ("1.5 kg", CuffWeight(Mass(Decimal("1.5"), MassUnit.KILOGRAM))),
        ("1,5 kg", CuffWeight(Mass(Decimal("1.5"), MassUnit.KILOGRAM))),
        ("red band", Band("red", "TheraBand")),
        ("plum band", Band("plum", "Thermo")),
        ("green loop above knees", LOOP_ABOVE_KNEES),
        ("bodyweight", Bodyweight()),
        ("none", NoResistance()),
        ("banda roja", Band("red", "TheraBand")),
        ("banda circular verde por encima de las rodillas", LOOP_ABOVE_KNEES),
        ("tobillera 2 libras", TWO_POUNDS),
        ("peso corporal", Bodyweight()),
        ("ninguna", NoResistance()),
        ("máquina 40 kg", Machine(Mass(Decimal(40), MassUnit.KILOGRAM))),
    ],
)
def test_resistance_in_the_clinics_words(words: str, meant: Resistance) -> None:
    assert resistance(words) == meant


def test_a_band_keeps_what_the_words_do_not_name() -> None:
    assert resistance("red band", LOOP_ABOVE_KNEES) == Band("red", "TheraBand", BandForm.LOOP, BandPosition.ABOVE_KNEES)
    assert resistance("flat red band", LOOP_ABOVE_KNEES).form is BandForm.FLAT
    assert resistance("loop at the ankles green", LOOP_ABOVE_KNEES).position is BandPosition.ANKLES
    assert resistance("red band", Band("plum", "Thermo")).maker == "Thermo"
    assert resistance("green band", Band("plum", "Thermo")).maker == "TheraBand", "Thermo has no green one"


def test_side_dosage_and_resistance_in_one_line() -> None:
    all_of_it = wanted("3x10 twice a day, left, 2 lb")
    assert all_of_it.dosage.of(Dosage(1, RepRange.exactly(1))) == Dosage(3, RepRange.exactly(10), times_per_day=2)
    assert all_of_it.side is Side.LEFT
    assert all_of_it.resistance is not None
    assert all_of_it.resistance.meant == TWO_POUNDS
    assert wanted("3x12 hold 5 red band").resistance is not None
    assert wanted("3x12 derecha").side is Side.RIGHT


@pytest.mark.parametrize(
    ("words", "side"), [("l", "left"), ("Right leg", "right"), ("ambas", "both"), ("alternando", "alternating")]
)
def test_a_side_alone(words: str, side: str) -> None:
    assert wanted(words) == WantedChange(side=Side(side))


@pytest.mark.parametrize(
    ("words", "part", "values"),
    [
        ("4", Part.SETS, {"sets": 4}),
        ("8-12", Part.REPS, {"reps": RepRange(8, 12)}),
        ("5", Part.HOLD, {"hold_seconds": 5}),
        ("none", Part.HOLD, {"hold_seconds": 0}),
        ("30 s", Part.REST, {"rest_seconds": 30}),
        ("1:30", Part.REST, {"rest_seconds": 90}),
        ("0", Part.REST, {"rest_seconds": 0}),
        ("2-1-2", Part.TEMPO, dict(wanted_change("tempo 2-1-2").dosage.values)),
        ("10", Part.MINUTES, {"minutes": 10}),
        ("3", Part.TIMES, {"times_per_day": 3}),
        ("5", Part.DAYS, {"days_per_week": 5}),
    ],
)  # fmt: skip
def test_a_number_alone_is_of_the_part_it_is_typed_over(words: str, part: Part, values: dict[str, object]) -> None:
    assert dict(wanted(words, part).dosage.values) == values


def test_over_a_resistance_a_number_keeps_the_unit_and_a_colour_is_a_band() -> None:
    assert resistance("3", TWO_POUNDS, Part.RESISTANCE) == CuffWeight(Mass(Decimal(3), MassUnit.POUND))
    machine = Machine(Mass(Decimal(40), MassUnit.KILOGRAM))
    assert resistance("45", machine, Part.RESISTANCE) == Machine(Mass(Decimal(45), MassUnit.KILOGRAM))
    assert resistance("red", LOOP_ABOVE_KNEES, Part.RESISTANCE).colour == "red"
    with pytest.raises(UnknownResistance):
        wanted("3", Part.RESISTANCE)


@pytest.mark.parametrize(
    "words", ["", " , ", "5", "red", "left, right", "2 lb, red band", "3x12, what", "cuff 51 lb", "x" * 100_000]
)
def test_words_that_say_nothing_or_two_things_are_refused(words: str) -> None:
    with pytest.raises(UserError) as refusal:
        wanted(words)
    assert 0 < len(str(refusal.value)) < 500


def test_a_refusal_says_what_can_be_written() -> None:
    with pytest.raises(UnknownWords, match="“foo” was not understood; write for example 3x12, hold 5, rest 60, 2x/day"):
        wanted("3x12 foo")
    with pytest.raises(UnknownResistance, match="no band that is known here"):
        wanted("orinoco band")
