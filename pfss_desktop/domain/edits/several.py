"""Edits of several prescriptions at once: each takes of a wanted change what fits it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.exercise import Exercise, Laterality
from pfss_desktop.domain.faults import UserError
from pfss_desktop.domain.plan import Phase, Plan
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.prescription_words import WantedChange
from pfss_desktop.domain.resistance import ResistanceKind
from pfss_desktop.domain.stock import ResistanceChoices
from pfss_desktop.language import _


class UnfitChange(UserError):
    """A side or a kind of resistance that the exercise does not take."""


@dataclass(frozen=True, slots=True)
class Changed:
    """The plan after an edit of several, and how many of them did not take a part of it that does not fit them."""

    plan: Plan
    unfit: int = 0


Lookup = Callable[[str], Exercise | None]


def change_several(
    plan: Plan, ids: Collection[str], wanted: WantedChange, exercise_of: Lookup, choices: ResistanceChoices
) -> Changed:
    """Return the plan with the wanted change made in each of these prescriptions, as far as its exercise takes it.

    Raises UnfitChange where it fits none of them, or is for one only and does not fit; OutOfBounds for a value that cannot be.
    """
    reasons: dict[str, str] = {}

    def changed(held: Prescription) -> Prescription:
        exercise = exercise_of(held.exercise_id)
        reasons[held.id] = _reason(held, exercise, wanted)
        return _with(held, exercise, wanted, choices)

    after = change_each(plan, ids, changed)
    unfit = [reason for reason in reasons.values() if reason]
    if unfit and (len(reasons) == 1 or (len(unfit) == len(reasons) and after == plan)):
        raise UnfitChange(unfit[0])
    return Changed(after, len(unfit))


def change_each(plan: Plan, ids: Collection[str], change: Callable[[Prescription], Prescription]) -> Plan:
    """Return the plan with each of these prescriptions replaced by what `change` makes of it; others stay the very same."""
    wanted = frozenset(ids)

    def changed(phase: Phase) -> Phase:
        if not any(held.id in wanted for held in phase.prescriptions):
            return phase
        return replace(phase, prescriptions=tuple(change(held) if held.id in wanted else held for held in phase.prescriptions))

    return replace(plan, phases=tuple(map(changed, plan.phases)))


def possible_sides(held: Prescription, exercise: Exercise | None) -> tuple[Side, ...]:
    """Return the sides that make sense for a prescription; by its own laterality where the catalogue has no such exercise."""
    if exercise is not None:
        return exercise.sides
    return (Side.LEFT, Side.RIGHT, Side.BOTH) if held.laterality is Laterality.UNILATERAL else tuple(Side)


def accepted_kinds(exercise: Exercise | None) -> tuple[ResistanceKind, ...]:
    """Return the kinds of resistance that an exercise takes; all where the catalogue has no such exercise."""
    return exercise.accepts if exercise else tuple(ResistanceKind)


def _with(held: Prescription, exercise: Exercise | None, wanted: WantedChange, choices: ResistanceChoices) -> Prescription:
    side, resistance = held.side, held.resistance
    if wanted.side in possible_sides(held, exercise):
        side = wanted.side
    if wanted.resistance is not None and wanted.resistance.meant.kind in accepted_kinds(exercise):
        resistance = wanted.resistance.of(held.resistance, choices)
    return replace(held, dosage=wanted.dosage.of(held.dosage), side=side, resistance=resistance)


def _reason(held: Prescription, exercise: Exercise | None, wanted: WantedChange) -> str:
    if wanted.side is not None and wanted.side not in possible_sides(held, exercise):
        if held.laterality is Laterality.UNILATERAL:
            return _("this exercise is for the left, the right or both legs")
        return _("this exercise has no side of its own: both legs work")
    if wanted.resistance is not None and wanted.resistance.meant.kind not in accepted_kinds(exercise):
        return _("this exercise does not take this kind of resistance")
    return ""
