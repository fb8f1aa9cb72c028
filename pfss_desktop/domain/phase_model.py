"""Which phase of the phase model (CLINICAL 3.4) a plan's phase is like: plans have more or fewer phases than the model."""

from statistics import median_high

from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.domain.plan import Phase, Plan

MODEL_PHASES = 4
"""Phases of the model."""


def model_phase_of(phase: Phase, number: int, catalogue: Catalogue) -> int:
    """Return the model's phase that most of the exercises belong to, by the catalogue; where it knows none, the `number`."""
    entries = (catalogue.get(held.exercise_id) for held in phase.prescriptions)
    belongs = [entry.phase for entry in entries if entry is not None]
    return median_high(belongs) if belongs else number


def model_phase_now(plan: Plan, catalogue: Catalogue) -> int:
    """Return the model's phase that the patient is in, 1 for a plan without phases."""
    now = plan.phase_now()
    return min(MODEL_PHASES, model_phase_of(now, plan.phases.index(now) + 1, catalogue)) if now is not None else 1
