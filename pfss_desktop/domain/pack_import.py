"""What a pack brings, beside what the clinic has: which of it is new, the same or changed, and what becomes of each choice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from pfss_desktop.domain.own_exercise import OwnExercise, own_id


class Arrival(StrEnum):
    """How an exercise of a pack stands to the clinic's own."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"


class Choice(StrEnum):
    """What is to become of it."""

    TAKE = "take"
    REPLACE = "replace"
    KEEP_BOTH = "keep both"
    SKIP = "skip"


CHOICES: Mapping[Arrival, tuple[Choice, ...]] = {
    Arrival.NEW: (Choice.TAKE, Choice.SKIP),
    Arrival.SAME: (Choice.SKIP, Choice.KEEP_BOTH),
    Arrival.CHANGED: (Choice.KEEP_BOTH, Choice.REPLACE, Choice.SKIP),
}
"""What can be chosen, the safest first: nothing of the clinic's is ever replaced unless that is asked for."""


@dataclass(frozen=True, slots=True)
class Arriving:
    """An exercise of a pack, and how it stands to the clinic's own."""

    own: OwnExercise
    arrival: Arrival


def arriving(pack: Sequence[OwnExercise], known: Sequence[OwnExercise]) -> tuple[Arriving, ...]:
    """Return the exercises of a pack beside those of the clinic; a removed one counts as not there."""
    held = {each.exercise.id: each for each in known if not each.is_removed}

    def state(own: OwnExercise) -> Arrival:
        former = held.get(own.exercise.id)
        if former is None:
            return Arrival.NEW
        return Arrival.SAME if (former.exercise, former.photo) == (own.exercise, own.photo) else Arrival.CHANGED

    return tuple(Arriving(own, state(own)) for own in pack)


def taken(arrivals: Sequence[Arriving], choices: Sequence[Choice]) -> tuple[OwnExercise, ...]:
    """Return what is to be kept by these choices, one for each arrival.

    An exercise kept beside the clinic's own has an id of its own; the pack's links to it follow.
    """
    chosen = [(each.own, choice) for each, choice in zip(arrivals, choices, strict=True) if choice is not Choice.SKIP]
    renamed = {own.exercise.id: own_id() for own, choice in chosen if choice is Choice.KEEP_BOTH}

    def named_anew(own: OwnExercise) -> OwnExercise:
        exercise = own.exercise
        return replace(
            own,
            exercise=replace(
                exercise,
                id=renamed.get(exercise.id, exercise.id),
                harder=tuple(renamed.get(link, link) for link in exercise.harder),
                easier=tuple(renamed.get(link, link) for link in exercise.easier),
            ),
        )

    return tuple(named_anew(own) for own, _choice in chosen)
