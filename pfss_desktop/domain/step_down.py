"""The step-down test: what is watched in five repetitions from a 20 cm step, and what each finding counts (CLINICAL 3.7)."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from pfss_desktop.domain.bounds import check_whole
from pfss_desktop.language import marked


@dataclass(frozen=True, slots=True)
class StepDownItem:
    """One thing to watch: what may be seen, each a worse finding than the one before and worth one point more."""

    id: str
    findings: tuple[str, ...]


STEP_DOWN = (
    StepDownItem("arms", (marked("Uses an arm to keep the balance"),)),
    StepDownItem("trunk", (marked("Leans the trunk to a side"),)),
    StepDownItem("pelvis", (marked("Drops, lifts or turns the pelvis"),)),
    StepDownItem("knee", (marked("Knee moves inside the second toe"), marked("Knee moves inside the foot"))),
    StepDownItem("steady", (marked("Standing leg wavers, or the other foot takes weight"),)),
)
"""In the order of watching from top to bottom; 0 to 6 points in all."""


class StepDownBand(StrEnum):
    """What a total says: 0 or 1 good, 2 or 3 medium, 4 or more poor."""

    GOOD = "good"
    MEDIUM = "medium"
    POOR = "poor"


def step_down_total(points: Iterable[int]) -> int:
    """Return the sum of the points of the items in their order; raise OutOfBounds for more points than an item has."""
    total = 0
    for item, count in zip(STEP_DOWN, points, strict=True):
        check_whole("points", count, 0, len(item.findings))
        total += count
    return total


def step_down_band(total: int) -> StepDownBand:
    """Return what a total of 0 to 6 says of the quality; raise OutOfBounds."""
    check_whole("step-down total", total, 0, 6)
    if total <= 1:
        return StepDownBand.GOOD
    return StepDownBand.MEDIUM if total <= 3 else StepDownBand.POOR
