"""What therapists have marked in the catalogue: favourites, exercises put out of sight, and what was used of late."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

RECENT_COUNT = 24
"""Exercises that count as used of late; enough for three phases, few enough to look through. A default of ours."""


@dataclass(frozen=True, slots=True)
class ExerciseMarks:
    """Ids of exercises, known to the catalogue or not; `recent` has the last used first, RECENT_COUNT at most."""

    favourites: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    recent: tuple[str, ...] = ()

    def with_favourite(self, exercise_id: str, *, on: bool) -> "ExerciseMarks":
        """Return the marks with one exercise among the favourites, or not."""
        return replace(self, favourites=_changed(self.favourites, exercise_id, on=on))

    def with_hidden(self, exercise_id: str, *, on: bool) -> "ExerciseMarks":
        """Return the marks with one exercise out of sight, or back in it."""
        return replace(self, hidden=_changed(self.hidden, exercise_id, on=on))

    def with_used(self, exercise_ids: Iterable[str]) -> "ExerciseMarks":
        """Return the marks with these exercises as the last used, the last of them first."""
        used = tuple(dict.fromkeys(reversed(tuple(exercise_ids))))
        return replace(self, recent=tuple(dict.fromkeys((*used, *self.recent)))[:RECENT_COUNT])


def _changed(ids: frozenset[str], exercise_id: str, *, on: bool) -> frozenset[str]:
    return ids | {exercise_id} if on else ids - {exercise_id}
