"""A plan's phase is like that phase of the model which most of its exercises belong to."""

from dataclasses import replace

from pfss_desktop.catalogue.loading import load_catalogue
from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.domain.phase_model import model_phase_now, model_phase_of
from pfss_desktop.domain.plan import Phase, Plan
from pfss_desktop.domain.prescription import prescribe
from pfss_desktop.paths import resources

CATALOGUE = load_catalogue(resources() / "catalogue").catalogue


def phase(phase_id: str, *exercise_ids: str) -> Phase:
    entries = (CATALOGUE.get(exercise_id) for exercise_id in exercise_ids)
    held = tuple(prescribe(entry, f"{phase_id}-{entry.id}") for entry in entries if entry is not None)
    assert len(held) == len(exercise_ids)
    return Phase(phase_id, phase_id, prescriptions=held)


def test_hops_make_it_the_fourth_wherever_it_stands() -> None:
    assert model_phase_of(phase("only", "double-leg-hop", "single-leg-hop", "quad-set"), 1, CATALOGUE) == 4


def test_without_known_exercises_its_place_counts() -> None:
    assert model_phase_of(phase("empty"), 3, CATALOGUE) == 3
    assert model_phase_of(phase("hops", "double-leg-hop"), 2, Catalogue()) == 2


def test_the_phase_the_patient_is_in_counts() -> None:
    plan = Plan("plan", "Plan", phases=(phase("calm", "quad-set"), phase("hops", "double-leg-hop")))
    assert model_phase_now(plan, CATALOGUE) == 1
    assert model_phase_now(replace(plan, current_phase="hops"), CATALOGUE) == 4


def test_a_plan_may_have_more_phases_than_the_model_or_none() -> None:
    many = Plan("plan", "Plan", phases=tuple(phase(f"p{number}") for number in range(6)), current_phase="p5")
    assert model_phase_now(many, CATALOGUE) == 4
    assert model_phase_now(Plan("plan", "Plan"), CATALOGUE) == 1
