"""A band that is prescribed at another place than its steps say, so that the sheet would name two places for one band."""

from dataclasses import replace

import pytest

from pfss_desktop.catalogue.loading import load_catalogue
from pfss_desktop.domain.checks.check import CheckSettings, Rule
from pfss_desktop.domain.checks.every_check import checks_of
from pfss_desktop.domain.plan import Phase, Plan
from pfss_desktop.domain.prescription import Prescription, prescribe
from pfss_desktop.domain.resistance import Band, BandForm, BandPosition, Resistance
from pfss_desktop.paths import resources

CATALOGUE = load_catalogue(resources() / "catalogue").catalogue
AT_THE_ANKLES = Band("red", "TheraBand", BandForm.LOOP, BandPosition.ANKLES)


def _plan(exercise_id: str, resistance: Resistance, steps: tuple[str, ...] = ()) -> Plan:
    exercise = CATALOGUE.get(exercise_id)
    assert exercise is not None
    held: Prescription = replace(prescribe(exercise, "held"), resistance=resistance)
    if steps:
        held = replace(held, text=replace(held.text, steps=steps))
    return Plan("plan", "Knee plan", phases=(Phase("one", "Strengthen", prescriptions=(held,)),))


def _rules(plan: Plan) -> list[Rule]:
    return [check.rule for check in checks_of(plan, CATALOGUE, CheckSettings())]


def test_a_band_at_the_ankles_that_the_step_puts_above_the_knees() -> None:
    plan = _plan("lateral-band-walk", AT_THE_ANKLES)
    check = next(check for check in checks_of(plan, CATALOGUE, CheckSettings()) if check.rule is Rule.BAND_ELSEWHERE)
    assert check.remedy is not None
    mended = check.remedy.change(plan)
    assert mended.prescription("held").resistance == replace(AT_THE_ANKLES, position=BandPosition.ABOVE_KNEES)
    assert Rule.BAND_ELSEWHERE not in _rules(mended)


@pytest.mark.parametrize(
    ("resistance", "steps"),
    [
        (AT_THE_ANKLES, ("Put the band around your ankles.",)),
        (AT_THE_ANKLES, ("Put the band on.", "Keep your hands above your knees.")),
        (AT_THE_ANKLES, ("Start with the band above your knees; later, around your ankles.",)),
        (Band("red", "TheraBand", BandForm.LOOP, None), ("Put the band above your knees.",)),
        (Band("red", "TheraBand", BandForm.FLAT, BandPosition.ANCHORED), ("Loop the band behind your knee.",)),
    ],
)
def test_a_place_that_agrees_or_is_open_is_left_alone(resistance: Resistance, steps: tuple[str, ...]) -> None:
    assert Rule.BAND_ELSEWHERE not in _rules(_plan("lateral-band-walk", resistance, steps))


def test_own_steps_in_spanish_are_read_too() -> None:
    plan = _plan("lateral-band-walk", AT_THE_ANKLES, ("Póngase la banda por encima de las rodillas.",))
    assert Rule.BAND_ELSEWHERE in _rules(plan)


def test_nothing_of_the_catalogue_contradicts_itself() -> None:
    for exercise in CATALOGUE:
        held = prescribe(exercise, "held")
        assert Rule.BAND_ELSEWHERE not in _rules(Plan("plan", "Plan", phases=(Phase("one", "One", prescriptions=(held,)),)))
