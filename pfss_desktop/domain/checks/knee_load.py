"""Rules about load on the kneecap: jumps before their gate, deep squats early on, a cuff near straight."""

from collections.abc import Iterator
from functools import partial

from pfss_desktop.domain.body import Joint, RangeLimit
from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.domain.checks.amount import criteria_remedy
from pfss_desktop.domain.checks.check import Check, Remedy, Rule, Spot, named, taking_out
from pfss_desktop.domain.edits.prescriptions import move_exercises, set_range_limit, set_resistance
from pfss_desktop.domain.exercise import Category, Chain, Exercise
from pfss_desktop.domain.plan import Phase, Plan
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.resistance import CuffWeight, NoResistance
from pfss_desktop.language import _

_SQUATTING = frozenset({Category.CLOSED_CHAIN, Category.QUADRICEPS, Category.BALANCE})
"""Closed chain work of these kinds bends the knee under load; a bridge does not, and jumps have a rule of their own."""


def jump_too_early(spot: Spot) -> Iterator[Check]:
    """Point out plyometrics in an early phase, unless the catalogue places them there (CLINICAL 1.5, row 3; 3.4)."""
    for held, exercise in spot.known():
        if exercise.category is Category.PLYOMETRIC and spot.is_early and exercise.phase > spot.number:
            yield Check(
                Rule.JUMP_TOO_EARLY,
                held.id,
                _("{name} comes early: phase {number}.").format(name=named(held.text.name), number=spot.number),
                _("Jumps come in stages, from two legs to one, once strength and control are there; the catalogue has it in "
                  "phase {phase}.").format(phase=exercise.phase),
                "DAVIES15",
                _later(spot, held.id, exercise),
            )  # fmt: skip


def jump_without_gate(spot: Spot) -> Iterator[Check]:
    """Point out a later phase with plyometrics where the phase before has no criteria: the patient would just slide into it."""
    before = spot.phase_before
    has_jumps = _has_jumps(spot.phase, spot.catalogue)
    if has_jumps and not spot.is_early and before is not None and not before.criteria:
        yield Check(
            Rule.JUMP_WITHOUT_GATE,
            spot.phase.id,
            _("Jumps in {phase} have no gate.").format(phase=named(spot.phase.name)),
            _("{before} has no criteria, so nothing tells when the knee is ready for impact.").format(before=named(before.name)),
            "DAVIES15",
            criteria_remedy(spot, spot.number - 1),
        )


def deep_squat(spot: Spot) -> Iterator[Check]:
    """Point out squats, steps and lunges in an early phase that bend the knee further than the protected range."""
    most = spot.settings.early_squat_degrees
    for held, exercise in spot.known():
        if spot.is_early and _is_squat(exercise) and (depth := _depth(held, exercise)) > most:
            yield Check(
                Rule.DEEP_SQUAT,
                held.id,
                _("{name} bends the knee to {depth}° in phase {number}.").format(
                    name=named(held.text.name), depth=depth, number=spot.number
                ),
                _("Load on the kneecap grows with the depth of a squat; up to {most}° is the protected range.").format(most=most),
                "POWERS14",
                _shallower(held, most),
            )


def cuff_near_straight(spot: Spot) -> Iterator[Check]:
    """Point out a cuff on an exercise that straightens the knee in an open chain."""
    for held in spot.phase.prescriptions:
        if held.exercise_id in spot.settings.without_cuff and isinstance(held.resistance, CuffWeight):
            change = partial(set_resistance, prescription_id=held.id, resistance=NoResistance())
            yield Check(
                Rule.CUFF_NEAR_STRAIGHT,
                held.id,
                _("{name} has a cuff weight.").format(name=named(held.text.name)),
                _("Near straight, lifting the free foot loads the kneecap more than a squat does. With weight, knee extension "
                  "from 90° to 45° is kinder."),
                "POWERS14",
                Remedy(_("Take the cuff off"), change),
            )  # fmt: skip


def _is_squat(exercise: Exercise) -> bool:
    return exercise.chain is Chain.CLOSED and exercise.category in _SQUATTING


def _depth(held: Prescription, exercise: Exercise) -> int:
    limit = held.range_limit
    return limit.high_degrees if limit and limit.joint is Joint.KNEE_FLEXION else exercise.motion.knee_flexion_max


def _shallower(held: Prescription, most: int) -> Remedy | None:
    """Return the step to the protected range; None where another joint's limit, set on purpose, would be lost."""
    limit = held.range_limit
    if limit is not None and limit.joint is not Joint.KNEE_FLEXION:
        return None
    low = limit.low_degrees if limit is not None and limit.low_degrees < most else 0
    text = _("Limit the knee to {low}–{most}°").format(low=low, most=most)
    shallow = RangeLimit(Joint.KNEE_FLEXION, low, most)
    return Remedy(text, partial(set_range_limit, prescription_id=held.id, limit=shallow))


def _later(spot: Spot, prescription_id: str, exercise: Exercise) -> Remedy:
    """Return the step to a later phase behind a gate, or out of the plan where there is none.

    The best is one that has jumps already, then one as late as the catalogue has it, then the first.
    """
    phases = spot.plan.phases
    behind_gate = [place for place in range(spot.settings.early_phases, len(phases)) if place and phases[place - 1].criteria]
    with_jumps = [place for place in behind_gate if _has_jumps(phases[place], spot.catalogue)]
    late_enough = [place for place in behind_gate if place + 1 >= exercise.phase]
    for place in (*with_jumps, *late_enough, *behind_gate):
        text = _("Move to phase {number}").format(number=place + 1)
        return Remedy(text, partial(_moved, prescription_id=prescription_id, phase_id=phases[place].id))
    return taking_out(_("Take it out"), prescription_id)


def _has_jumps(phase: Phase, catalogue: Catalogue) -> bool:
    entries = (catalogue.get(held.exercise_id) for held in phase.prescriptions)
    return any(entry is not None and entry.category is Category.PLYOMETRIC for entry in entries)


def _moved(plan: Plan, prescription_id: str, phase_id: str) -> Plan:
    return move_exercises(plan, [prescription_id], phase_id)
