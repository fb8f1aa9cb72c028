"""What the clinic settles for all its sheets: the days of the diary, and its own words for a flare-up."""

from dataclasses import dataclass

from pfss_desktop.domain.bounds import check_count, check_line, check_whole
from pfss_desktop.domain.diary import GRID_DAYS

DIARY_DAYS = (7, 14, 21, 28)
"""Whole weeks, up to the longest time between two visits that a sheet is made for. A choice of ours."""
STEP_LIMIT = 8
"""Steps of a flare-up plan: more are not read by someone in pain. A default of ours."""


@dataclass(frozen=True, slots=True)
class SheetDefaults:
    """Days of the diary, and the steps of the flare-up plan, one line each; none means the program's own. Raises OutOfBounds."""

    diary_days: int = GRID_DAYS
    flare_up: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_whole("days of the diary", self.diary_days, 1, 31)
        check_count("flare-up plan", self.flare_up, STEP_LIMIT)
        for step in self.flare_up:
            check_line("flare-up plan", step)
