"""What a therapist writes about resistance is understood, or refused with what can be written; nothing is guessed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pfss_desktop.domain.faults import UserError
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
from pfss_desktop.domain.resistance_words import PLAIN_COLOURS, UnknownResistance, resistance_from
from pfss_desktop.domain.stock import BandMaker

MAKERS = (
    BandMaker("TheraBand", ("tan", "yellow", "red", "green")),
    BandMaker("REP Band", ("peach", "blueberry")),
    BandMaker("King Athletic (loops)", ("yellow", "red")),
    BandMaker("Thermo", ("red",)),
)
LOOP, FLAT = BandForm.LOOP, BandForm.FLAT


def pounds(amount: str) -> Mass:
    return Mass(Decimal(amount), MassUnit.POUND)


def kilograms(amount: str) -> Mass:
    return Mass(Decimal(amount), MassUnit.KILOGRAM)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("none", NoResistance()),
        (" No  resistance. ", NoResistance()),
        ("bodyweight", Bodyweight()),
        ("Body weight", Bodyweight()),
        ("cuff 2 lb", CuffWeight(pounds("2"))),
        ("2 lb cuff", CuffWeight(pounds("2"))),
        ("2lbs ankle weight", CuffWeight(pounds("2"))),
        ("CUFF 7.50 POUNDS", CuffWeight(pounds("7.50"))),
        ("2.5kg cuff", CuffWeight(kilograms("2.5"))),
        ("cuff weight 0,75 kg", CuffWeight(kilograms("0.75"))),
        ("cuff .5 kg", CuffWeight(kilograms("0.5"))),
        ("machine", Machine()),
        ("machine 40 kg", Machine(kilograms("40"))),
        ("40 lb. machine", Machine(pounds("40"))),
        ("red band", Band("red")),
        ("band Red", Band("red")),
        ("flat green band", Band("green")),
        ("green loop", Band("green", form=LOOP)),
        ("band TheraBand red", Band("red", "TheraBand")),
        ("Red Thera-Band band", Band("red", "TheraBand")),
        ("thera band red band", Band("red", "TheraBand")),
        ("REP band blueberry", Band("blueberry", "REP Band")),
        ("King Athletic loop red", Band("red", "King Athletic (loops)", LOOP)),
        ("king red loop", Band("red", "King Athletic (loops)", LOOP)),
        ("loop band green above the knees", Band("green", form=LOOP, position=BandPosition.ABOVE_KNEES)),
        ("band below knees yellow", Band("yellow", position=BandPosition.BELOW_KNEES)),
        ("band TheraBand red loop at the ankles", Band("red", "TheraBand", LOOP, BandPosition.ANKLES)),
        ("yellow loop around the feet", Band("yellow", form=LOOP, position=BandPosition.FOREFEET)),
        ("red band behind the knee", Band("red", position=BandPosition.BEHIND_KNEE)),
        ("red band, at an anchor", Band("red", position=BandPosition.ANCHORED)),
        ("anchored red band", Band("red", position=BandPosition.ANCHORED)),
    ],
)
def test_what_a_therapist_writes_is_understood(words: str, meant: Resistance) -> None:
    assert resistance_from(words, MAKERS) == meant


@pytest.mark.parametrize(
    "words",
    [
        "",
        "2 lb",
        "cuff",
        "cuff 2",
        "cuff two pounds",
        "cuff 1,000 lb",
        "cuff 2 lb 3 lb",
        "cuff 2-3 lb",
        "cuff 1/2 lb",
        "cuff 2 lb at the wrist",
        "red",
        "band",
        "band 2 lb",
        "red band 2 lb",
        "band rde",
        "band blurple",
        "band Acme red",
        "band ther red",
        "band TheraBand",
        "band red at the knees",
        "band red blue",
        "red band above the knees at the ankles",
        "cuff and band",
        "machine 40 kg red band",
        "none of these",
        "9" * 100_000,
        "band " * 50_000,
    ],
)
def test_what_is_not_understood_is_refused(words: str) -> None:
    with pytest.raises(UnknownResistance) as refusal:
        resistance_from(words, MAKERS)
    assert len(str(refusal.value)) < 700


def test_a_refusal_says_what_can_be_written() -> None:
    with pytest.raises(UnknownResistance, match=r"“heavy” is no resistance; write for example cuff 2 lb, .* bodyweight, none"):
        resistance_from("heavy")
    with pytest.raises(UnknownResistance, match="its colour, and with it one of these makers or none: TheraBand, REP Band, King"):
        resistance_from("band Acme red", MAKERS)


def test_a_mass_that_no_cuff_has_is_refused_with_its_bounds() -> None:
    for words in ("cuff 51 lb", "cuff 26 kg", "cuff 0 kg", "cuff 1.2345 lb", "machine 501 kg"):
        with pytest.raises(UserError, match="at most"):
            resistance_from(words)


def test_a_maker_is_named_only_where_makers_are_at_hand() -> None:
    assert resistance_from("red band") == Band("red")
    with pytest.raises(UnknownResistance):
        resistance_from("band TheraBand red")


@given(
    st.text(max_size=30)
    | st.lists(st.sampled_from([*PLAIN_COLOURS, "band", "loop", "cuff", "2 lb", "at", "knees"])).map(" ".join)
)
def test_any_words_are_understood_or_refused(words: str) -> None:
    try:
        meant = resistance_from(words, MAKERS)
    except UserError as error:
        assert str(error)  # noqa: PT017 - both ends are fine
    else:
        assert resistance_from(f"  {words.upper()} ", MAKERS) == meant
