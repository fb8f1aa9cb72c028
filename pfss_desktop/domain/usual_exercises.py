"""The exercises that a phase usually begins with: those of the templates, until the therapist has chosen others."""

from collections import Counter
from collections.abc import Iterable, Mapping

from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.domain.plan import Phase, Plan

USUAL_COUNT = 3
"""Exercises that are usual by the templates; three is few enough to be done (CLINICAL 7.1). A therapist may choose more."""
STAGES = (1, 2, 3, 4)
"""The phases of the phase model (CLINICAL 3.4), which the catalogue gives every exercise."""

Usual = Mapping[int, tuple[str, ...]]
"""Exercise ids by stage."""


def usual_of_templates(templates: Iterable[Plan], catalogue: Catalogue) -> Usual:
    """Return for each stage the exercises of that stage that most templates use, three at most; ties as they are first used."""
    uses: Counter[str] = Counter()
    for template in templates:
        uses.update(list(dict.fromkeys(held.exercise_id for held in template.prescriptions())))
    found: dict[int, tuple[str, ...]] = {}
    for stage in STAGES:
        of_stage = [name for name, _uses in uses.most_common() if (known := catalogue.get(name)) and known.phase == stage]
        found[stage] = tuple(of_stage[:USUAL_COUNT])
    return found


def stage_of(plan: Plan, phase: Phase, catalogue: Catalogue) -> int:
    """Return the stage that a phase stands for: the one most of its exercises belong to, the earlier of two.

    An empty phase stands for its place in the plan, but never for more than one stage above the phase before it: a fifth phase
    does not jump because it is the fifth.
    """
    stages = Counter(known.phase for held in phase.prescriptions if (known := catalogue.get(held.exercise_id)))
    if stages:
        return min(stages, key=lambda stage: (-stages[stage], stage))
    place = plan.phases.index(phase)
    if place == 0:
        return STAGES[0]
    return min(place + 1, stage_of(plan, plan.phases[place - 1], catalogue) + 1, STAGES[-1])
