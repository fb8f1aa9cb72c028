"""The figure in words, from the same poses and prescription: for screen readers and tagged PDF."""

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.resistance import Resistance
from pfss_desktop.figures.motion import Motion
from pfss_desktop.figures.poses import Poses


def describe(poses: Poses, motion: Motion, side: Side | None, resistance: Resistance | None, last: float) -> str:
    """Return one or two plain sentences."""
    return poses.base
