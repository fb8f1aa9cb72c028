"""What is at home, what the clinic has, and the rungs that this leaves of the ladder."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pfss_desktop.domain.clinic_stock import ClinicStock, StockedBands
from pfss_desktop.domain.exercise import Equipment
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.on_hand import OnHand, Place
from pfss_desktop.domain.patient import HomeEquipment, Patient, Precaution
from pfss_desktop.domain.resistance import (
    Band,
    BandForm,
    Bodyweight,
    CuffWeight,
    Mass,
    MassUnit,
    NoResistance,
    Resistance,
    ResistanceKind,
)
from pfss_desktop.domain.resistance_steps import nearest_resistance, stepped_resistance
from pfss_desktop.domain.stock import BandMaker, ResistanceChoices
from tests.domain.test_checks import CATALOGUE
from tests.strategies import resistances

LB, KG = MassUnit.POUND, MassUnit.KILOGRAM
FLAT, LOOP = BandForm.FLAT, BandForm.LOOP
COLOURS = ("tan", "yellow", "red", "green", "blue", "black")
CHOICES = ResistanceChoices((BandMaker("TheraBand", COLOURS),), tuple(map(Decimal, (1, 2, 3, 4, 5))), (Decimal(1), Decimal(2)))


def cuff(amount: str, unit: MassUnit = LB) -> CuffWeight:
    return CuffWeight(Mass(Decimal(amount), unit))


def thera(colour: str, form: BandForm = FLAT) -> Band:
    return Band(colour, "TheraBand", form)


STOCK = ClinicStock(
    (StockedBands("TheraBand", ("yellow", "green")), StockedBands("Soft loops", ("light", "heavy"), LOOP, latex_free=True)),
    (Decimal(2), Decimal(5)),
    things=("step",),
)
HOME = HomeEquipment(("strap",), (Mass(Decimal(3), LB), Mass(Decimal(400), LB)), (thera("blue"), Band("pink")))


@pytest.mark.parametrize(
    ("on_hand", "start", "ups"),
    [
        (OnHand(CHOICES), cuff("2"), [cuff("3"), cuff("4"), cuff("5"), cuff("5")]),
        (OnHand(CHOICES, STOCK), cuff("1"), [cuff("2"), cuff("5"), cuff("5")]),
        (OnHand(CHOICES, STOCK, HOME), cuff("2"), [cuff("3"), cuff("5"), cuff("5")]),
        (OnHand(CHOICES, None, HOME), NoResistance(), [cuff("3"), cuff("3")]),
        (OnHand(CHOICES, STOCK), thera("tan"), [thera("yellow"), thera("green"), thera("green")]),
        (OnHand(CHOICES, STOCK, HOME), thera("red"), [thera("green"), thera("blue"), thera("blue")]),
        (OnHand(CHOICES, STOCK), thera("red", LOOP), [thera("red", LOOP)]),
        (OnHand(CHOICES, STOCK), Band("light", "Soft loops", LOOP), [Band("heavy", "Soft loops", LOOP)]),
        (OnHand(CHOICES, ClinicStock()), NoResistance(), [NoResistance()]),
        (OnHand(CHOICES, ClinicStock(cuff_kilograms=(Decimal(1),))), NoResistance(), [cuff("1", KG)]),
    ],
)
def test_steps_go_up_through_what_is_on_hand_only(on_hand: OnHand, start: Resistance, ups: list[Resistance]) -> None:
    seen = [stepped_resistance(start, count, on_hand) for count in range(1, len(ups) + 1)]
    assert seen == ups


@pytest.mark.parametrize(
    ("start", "downs"),
    [
        (cuff("5"), [cuff("3"), cuff("2"), NoResistance()]),
        (thera("black"), [thera("blue"), thera("green"), thera("yellow"), NoResistance()]),
        (Band("heavy", "Soft loops", LOOP), [Band("light", "Soft loops", LOOP), NoResistance()]),
        (Band("pink"), [Band("pink")]),
    ],
)
def test_steps_go_down_to_nothing(start: Resistance, downs: list[Resistance]) -> None:
    on_hand = OnHand(CHOICES, STOCK, HOME)
    assert [stepped_resistance(start, -count, on_hand) for count in range(1, len(downs) + 1)] == downs


def test_a_step_stays_on_the_place_of_the_body() -> None:
    from pfss_desktop.domain.resistance import BandPosition

    worn = Band("yellow", "TheraBand", FLAT, BandPosition.ANKLES)
    assert stepped_resistance(worn, 1, OnHand(CHOICES, STOCK)) == Band("green", "TheraBand", FLAT, BandPosition.ANKLES)


@given(resistances(), st.integers(-4, 4))
def test_what_a_step_reaches_is_on_hand_or_was_there_before(start: Resistance, by: int) -> None:
    on_hand = OnHand(CHOICES, STOCK, HOME)
    reached = stepped_resistance(start, by, on_hand)
    assert reached == start or on_hand.holds(reached)


@pytest.mark.parametrize(
    ("wanted", "accepts", "found"),
    [
        (cuff("4"), (), cuff("3")),
        (thera("yellow"), (), thera("blue")),
        (thera("yellow", LOOP), (), Band("light", "Soft loops", LOOP)),
        (Band("plum", "REP Band"), (), thera("blue")),
        (Bodyweight(), (ResistanceKind.BODYWEIGHT,), Bodyweight()),
        (Bodyweight(), (), None),
    ],
)
def test_the_nearest_is_at_home_where_there_is_any(
    wanted: Resistance, accepts: tuple[ResistanceKind, ...], found: Resistance | None
) -> None:
    assert nearest_resistance(wanted, OnHand(CHOICES, STOCK, HOME), accepts) == found


def test_of_two_as_near_the_lighter_is_taken() -> None:
    stock = ClinicStock((StockedBands("TheraBand", ("yellow", "green")),), (Decimal(1), Decimal(3)))
    assert nearest_resistance(cuff("2"), OnHand(CHOICES, stock)) == cuff("1")
    assert nearest_resistance(thera("red"), OnHand(CHOICES, stock)) == thera("yellow")


def test_a_band_without_a_maker_is_taken_where_there_is_no_other() -> None:
    home = HomeEquipment(bands=(Band("pink"),))
    assert nearest_resistance(thera("red"), OnHand(CHOICES, None, home)) == Band("pink")
    assert OnHand(CHOICES, None, home).holds(Band("pink"))
    assert not OnHand(CHOICES, None, home).holds(thera("pink"))


def test_a_band_at_home_that_nobody_described_may_be_any_of_its_form() -> None:
    on_hand = OnHand(CHOICES, None, HomeEquipment(("loop band",)))
    assert on_hand.holds(thera("red", LOOP))
    assert not on_hand.holds(thera("red"))
    walk = CATALOGUE.get("lateral-band-walk")
    assert walk is not None
    assert on_hand.allows(walk)
    assert not OnHand(CHOICES, None, HomeEquipment()).allows(walk)
    described = HomeEquipment(("loop band",), bands=(thera("green", LOOP),))
    assert not OnHand(CHOICES, None, described).holds(thera("red", LOOP))


def test_a_cuff_is_the_same_cuff_in_the_unit_it_is_marked_with() -> None:
    on_hand = OnHand(CHOICES, ClinicStock(cuff_pounds=(Decimal("2.0"),)))
    assert on_hand.holds(cuff("2"))
    assert not on_hand.holds(cuff("2", KG))


def test_who_must_not_have_latex_is_offered_bands_marked_latex_free_only() -> None:
    allergic = Patient("p", "Ada", precautions=(Precaution.LATEX_ALLERGY,), equipment=HOME)
    on_hand = OnHand(CHOICES, STOCK).for_patient(allergic)
    assert on_hand.bands_at(Place.HOME, FLAT) == on_hand.bands_at(Place.CLINIC, FLAT) == ()
    assert [maker.name for maker in on_hand.bands_at(Place.CLINIC, LOOP)] == ["Soft loops"]
    assert nearest_resistance(thera("red"), on_hand, (ResistanceKind.NONE,)) == NoResistance()


def test_what_every_home_has_needs_no_question() -> None:
    on_hand = OnHand(CHOICES, STOCK, HOME)
    needs = {"wall": True, "strap": True, "step": True, "foam roller": False, "loop band": True, "resistance band": True}
    assert {thing: on_hand.meets(Equipment(thing, (thing,))) for thing in needs} == needs
    assert on_hand.meets(Equipment("foam roller or strap", ("foam roller", "strap")))
    assert on_hand.meets(Equipment("foam roller", ("foam roller",), optional=True))
    assert not OnHand(CHOICES, None, HomeEquipment()).meets(Equipment("loop", ("loop band",)))


def test_a_stock_names_a_maker_once_for_each_form_and_cuffs_in_order() -> None:
    flat, loop = StockedBands("A", ("red",)), StockedBands("A", ("red",), LOOP)
    assert ClinicStock((flat, loop)).line_of(Band("blue", "A", LOOP)) == loop
    for wrong in ({"bands": (flat, flat)}, {"cuff_pounds": (Decimal(2), Decimal(1))}, {"things": ("",)}):
        with pytest.raises(OutOfBounds):
            ClinicStock(**wrong)
