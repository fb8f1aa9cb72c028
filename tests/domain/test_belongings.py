"""Checks of what the patient has and must not have, each with a remedy that settles it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from pfss_desktop.domain.checks.check import Check, CheckSettings, Rule
from pfss_desktop.domain.checks.every_check import checks_of
from pfss_desktop.domain.clinic_stock import ClinicStock, StockedBands
from pfss_desktop.domain.on_hand import OnHand
from pfss_desktop.domain.patient import HomeEquipment, Patient, Precaution
from pfss_desktop.domain.plan import Phase, Plan
from pfss_desktop.domain.prescription import prescribe
from pfss_desktop.domain.resistance import Band, BandForm, CuffWeight, Mass, MassUnit, NoResistance, Resistance
from pfss_desktop.domain.stock import BandMaker, ResistanceChoices
from tests.domain.test_checks import CATALOGUE

CHOICES = ResistanceChoices((BandMaker("TheraBand", ("yellow", "red", "green")),), (Decimal(1), Decimal(2), Decimal(3)))
RULES = (Rule.LATEX_BAND, Rule.RESISTANCE_LACKING, Rule.EQUIPMENT_LACKING)
ALLERGIC = (Precaution.LATEX_ALLERGY,)
LATEX_FREE = ClinicStock((StockedBands("Pure", ("yellow", "red"), BandForm.FLAT, latex_free=True),))


def plan_with(exercise_id: str, resistance: Resistance | None = None) -> Plan:
    exercise = CATALOGUE.get(exercise_id)
    assert exercise is not None
    held = prescribe(exercise, "held")
    held = replace(held, resistance=resistance) if resistance else held
    return Plan("plan", "Knee plan", phases=(Phase("calm", "Calm", prescriptions=(held,)),))


def found(
    plan: Plan,
    home: HomeEquipment | None = None,
    stock: ClinicStock | None = None,
    precautions: tuple[Precaution, ...] = (),
) -> list[Check]:
    patient = Patient("p", "Ada", precautions=precautions, equipment=home)
    settings = CheckSettings(patient=patient, on_hand=OnHand(CHOICES, stock).for_patient(patient))
    return [check for check in checks_of(plan, CATALOGUE, settings) if check.rule in RULES]


def cuff(pounds: int) -> CuffWeight:
    return CuffWeight(Mass(Decimal(pounds), MassUnit.POUND))


RED = Band("red", "TheraBand")
GREEN_AT_HOME = HomeEquipment(bands=(Band("green", "TheraBand"),))
TWO_POUNDS_AT_HOME = HomeEquipment(cuffs=(Mass(Decimal(2), MassUnit.POUND),))


@pytest.mark.parametrize(
    ("exercise_id", "resistance", "home", "stock", "remedy"),
    [
        ("slr-flexion", cuff(3), TWO_POUNDS_AT_HOME, None, "Use 2 lb cuff weight"),
        ("slr-flexion", cuff(3), GREEN_AT_HOME, None, "Do it without resistance"),
        ("slr-flexion", cuff(3), HomeEquipment(), ClinicStock(cuff_pounds=(Decimal(1),)), "Use 1 lb cuff weight"),
        ("slr-flexion", RED, GREEN_AT_HOME, None, "Use green band (TheraBand)"),
        ("clamshell-band", RED, HomeEquipment(), None, "Take it out"),
    ],
)
def test_a_lacking_resistance_is_said_with_the_nearest_thing_there_is(
    exercise_id: str, resistance: Resistance, home: HomeEquipment, stock: ClinicStock | None, remedy: str
) -> None:
    plan = plan_with(exercise_id, resistance)
    (check,) = found(plan, home, stock)
    assert check.rule is Rule.RESISTANCE_LACKING
    assert "needs what the patient does not have" in check.text
    assert check.remedy is not None
    assert check.remedy.text == remedy
    assert found(check.remedy.change(plan), home, stock) == []


def test_nothing_is_said_while_nobody_asked_what_is_at_home() -> None:
    assert found(plan_with("slr-flexion", cuff(3)), None, ClinicStock()) == []
    assert found(plan_with("foam-roll-thigh"), None, ClinicStock()) == []


def test_what_the_clinic_gives_out_is_not_lacking() -> None:
    stock = ClinicStock((StockedBands("TheraBand", ("red",)),), (Decimal(3),), things=("foam roller", "mat"))
    for plan in (plan_with("slr-flexion", cuff(3)), plan_with("slr-flexion", RED), plan_with("foam-roll-thigh")):
        assert found(plan, HomeEquipment(), stock) == []


def test_a_lacking_thing_is_said_with_an_exercise_that_needs_none_of_it() -> None:
    plan = plan_with("foam-roll-thigh")
    (check,) = found(plan, HomeEquipment())
    assert check.rule is Rule.EQUIPMENT_LACKING
    assert "foam roller" in check.text
    assert check.remedy is not None
    assert found(check.remedy.change(plan), HomeEquipment()) == []


def test_a_band_that_is_lacking_is_said_once() -> None:
    plan = plan_with("lateral-band-walk")
    assert [check.rule for check in found(plan, HomeEquipment())] == [Rule.RESISTANCE_LACKING]


def test_with_a_latex_allergy_a_band_must_be_marked_latex_free() -> None:
    plan = plan_with("slr-flexion", RED)
    assert found(plan, None, None, ()) == []
    (check,) = found(plan, None, LATEX_FREE, ALLERGIC)
    assert (check.rule, check.remedy and check.remedy.text) == (Rule.LATEX_BAND, "Use yellow band (Pure)")
    assert check.remedy is not None
    assert found(check.remedy.change(plan), None, LATEX_FREE, ALLERGIC) == []
    assert found(plan_with("slr-flexion", Band("red", "Pure")), None, LATEX_FREE, ALLERGIC) == []


def test_without_a_latex_free_band_the_band_comes_off_or_the_exercise_goes() -> None:
    (free,) = found(plan_with("slr-flexion", RED), None, None, ALLERGIC)
    (bound,) = found(plan_with("clamshell-band", RED), None, None, ALLERGIC)
    assert free.remedy is not None
    assert bound.remedy is not None
    assert next(free.remedy.change(plan_with("slr-flexion", RED)).prescriptions()).resistance == NoResistance()
    assert list(bound.remedy.change(plan_with("clamshell-band", RED)).prescriptions()) == []


def test_a_band_at_home_is_not_offered_to_who_must_not_have_latex() -> None:
    plan = plan_with("slr-flexion", RED)
    rules = {check.rule: check for check in found(plan, GREEN_AT_HOME, None, ALLERGIC)}
    assert set(rules) == {Rule.LATEX_BAND, Rule.RESISTANCE_LACKING}
    for check in rules.values():
        assert check.remedy is not None
        assert check.remedy.text == "Do it without resistance"
