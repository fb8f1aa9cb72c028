"""Cuffs and bands at home, typed in one line."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.home_equipment_words import Load, loads_from, loads_text
from pfss_desktop.domain.resistance import Band, BandForm, Mass, MassUnit
from pfss_desktop.domain.resistance_words import UnknownResistance
from pfss_desktop.domain.stock import BandMaker
from pfss_desktop.translations import LANGUAGES, speaking_language
from tests.strategies import lines, masses

MAKERS = (BandMaker("TheraBand", ("tan", "yellow", "red", "green", "blue")), BandMaker("CanDo", ("red", "lime")))
TWO_POUNDS = Mass(Decimal(2), MassUnit.POUND)
RED = Band("red", "TheraBand", BandForm.FLAT)


@pytest.mark.parametrize(
    ("words", "loads"),
    [
        ("", ()),
        ("2 lb", (TWO_POUNDS,)),
        ("2 lb, red TheraBand band", (TWO_POUNDS, RED)),
        ("red TheraBand, 2 lb cuff; 2 lb", (RED, TWO_POUNDS)),
        ("cuff 1,5 kg, green loop", (Mass(Decimal("1.5"), MassUnit.KILOGRAM), Band("green", "", BandForm.LOOP))),
        ("1,5 kg", (Mass(Decimal("1.5"), MassUnit.KILOGRAM),)),
        ("tobillera 2 lb, banda TheraBand roja", (TWO_POUNDS, RED)),
    ],
)
def test_what_is_typed_is_understood(words: str, loads: tuple[Load, ...]) -> None:
    assert loads_from(words, MAKERS) == loads


@pytest.mark.parametrize("words", ["something", "2 lb, a rope", "machine 40 kg", "none", "2", "bodyweight", "red Nobody band"])
def test_what_is_no_cuff_and_no_band_is_refused_by_its_words(words: str) -> None:
    with pytest.raises(UnknownResistance, match=words.rpartition(", ")[2]):
        loads_from(words, MAKERS)


def test_a_cuff_that_nobody_can_wear_is_refused() -> None:
    with pytest.raises(OutOfBounds):
        loads_from("80 kg", MAKERS)


@pytest.mark.parametrize("tag", [language.tag for language in LANGUAGES])
@pytest.mark.parametrize("form", BandForm)
def test_what_is_shown_is_understood_in_every_language(tag: str, form: BandForm) -> None:
    loads = (TWO_POUNDS, *(Band(colour, maker.name, form) for maker in MAKERS for colour in maker.colours))
    with speaking_language(tag):
        assert loads_from(f"{loads_text(loads)}, 3 kg", MAKERS) == (*loads, Mass(Decimal(3), MassUnit.KILOGRAM))


@given(st.lists(st.one_of(masses(50, 25), st.builds(Band, lines(), lines(empty=True), st.sampled_from(BandForm))), max_size=4))
def test_what_is_left_untouched_stays_whatever_it_says(loads: list[Load]) -> None:
    assert loads_from(loads_text(loads), (), loads) == tuple(loads)
