"""Rules about criteria: a phase that nothing says when to leave, and what could be put in."""

from collections.abc import Iterator
from functools import partial

from pfss_desktop.domain.checks.check import Check, Remedy, Rule, Spot, named
from pfss_desktop.domain.edits.phases import set_phase_criteria
from pfss_desktop.domain.phase_model import model_phase_of
from pfss_desktop.language import _


def no_criteria(spot: Spot) -> Iterator[Check]:
    """Point out a phase, other than an empty one, that nothing says when to leave (CLINICAL 3.4)."""
    if spot.phase.criteria or not spot.phase.prescriptions:
        return
    is_last = spot.number == len(spot.plan.phases)
    text = _("{phase} has no criteria to finish.") if is_last else _("{phase} has no criteria to move on.")
    yield Check(
        Rule.NO_CRITERIA,
        spot.phase.id,
        text.format(phase=named(spot.phase.name)),
        _("Pain, quality and strength tell when a knee is ready; weeks are a guide only."),
        _("The program's phase model: a proposal that joins several sources"),
        criteria_remedy(spot, spot.number),
    )


def criteria_remedy(spot: Spot, number: int) -> Remedy | None:
    """Return the step that gives phase `number` the usual criteria, None where none are at hand.

    They are those of the model's phase that the phase is like.
    """
    phase = spot.plan.phases[number - 1]
    usual = spot.settings.usual_criteria
    model_phase = model_phase_of(phase, number, spot.catalogue)
    if model_phase > len(usual) or not usual[model_phase - 1]:
        return None
    criteria = usual[model_phase - 1]
    text = _("Put in the usual criteria ({count})").format(count=len(criteria))
    return Remedy(text, partial(set_phase_criteria, phase_id=phase.id, criteria=criteria))
