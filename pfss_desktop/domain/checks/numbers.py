"""The numbers of the checks that a clinic may set otherwise, each with its bounds and where its default comes from."""

from dataclasses import dataclass, replace

from pfss_desktop.domain.bounds import check_whole
from pfss_desktop.domain.checks.check import CheckSettings


@dataclass(frozen=True, slots=True)
class CheckNumbers:
    """What `CheckSettings` says of them, in the same units. Raises OutOfBounds."""

    exercises_in_phase: int = CheckSettings().exercises_in_phase
    exercises_when_irritable: int = CheckSettings().exercises_when_irritable
    minutes_per_day: int = CheckSettings().minutes_per_day
    early_phases: int = CheckSettings().early_phases
    early_squat_degrees: int = CheckSettings().early_squat_degrees
    words_to_judge: int = CheckSettings().words_to_judge

    def __post_init__(self) -> None:
        for name, (low, high) in BOUNDS.items():
            check_whole(name, getattr(self, name), low, high)

    def into(self, settings: CheckSettings) -> CheckSettings:
        """Return the settings with these numbers."""
        return replace(settings, **{name: getattr(self, name) for name in BOUNDS})


BOUNDS: dict[str, tuple[int, int]] = {
    "exercises_in_phase": (1, 40),
    "exercises_when_irritable": (1, 40),
    "minutes_per_day": (1, 240),
    "early_phases": (0, 20),
    "early_squat_degrees": (10, 140),
    "words_to_judge": (5, 200),
}
"""Lowest and highest value of each number: design values, wide enough for any clinic."""
