"""Sides and joints: the body in the clinic's own words."""

from dataclasses import dataclass
from enum import StrEnum

from pfss_desktop.domain.bounds import check_whole
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.language import _


class Side(StrEnum):
    """Which side works. `BOTH` is both at once or one after the other; `ALTERNATING` is left, right, left."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    ALTERNATING = "alternating"


class Joint(StrEnum):
    """A joint motion that a range limit or a pose speaks of. Positive is flexed, away from the midline, turned out, toes up."""

    HIP_FLEXION = "hip_flexion"
    HIP_ABDUCTION = "hip_abduction"
    HIP_ROTATION = "hip_rotation"
    KNEE_FLEXION = "knee_flexion"
    ANKLE_DORSIFLEXION = "ankle_dorsiflexion"


JOINT_BOUNDS: dict[Joint, tuple[int, int]] = {
    Joint.HIP_FLEXION: (-30, 140),
    Joint.HIP_ABDUCTION: (-40, 90),
    Joint.HIP_ROTATION: (-60, 90),
    Joint.KNEE_FLEXION: (-10, 160),
    Joint.ANKLE_DORSIFLEXION: (-60, 45),
}
"""Degrees from anatomical zero beyond which a typed angle is surely a slip; design values, wider than textbook ranges."""


@dataclass(frozen=True, slots=True)
class RangeLimit:
    """How far the joint may go, in whole degrees, low below high, within JOINT_BOUNDS. Raises OutOfBounds."""

    joint: Joint
    low_degrees: int
    high_degrees: int

    def __post_init__(self) -> None:
        low, high = JOINT_BOUNDS[self.joint]
        check_whole(f"range limit of {self.joint.value.replace('_', ' ')}", self.low_degrees, low, high)
        check_whole(f"range limit of {self.joint.value.replace('_', ' ')}", self.high_degrees, low, high)
        if self.low_degrees >= self.high_degrees:
            raise OutOfBounds("range limit", _("from the lower to the higher angle"))
