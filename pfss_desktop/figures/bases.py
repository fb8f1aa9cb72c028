"""The base positions: how the body lies in the world and the angles it has before a pose changes any. Data only."""

from collections.abc import Mapping

import msgspec

from pfss_desktop.figures.poses import KeyFrame, Rest
from pfss_desktop.figures.vectors import UPRIGHT, Matrix


class BasePosition(msgspec.Struct, frozen=True):
    """A position to start from: the pelvis' directions in the world, its angles, what it rests on, and its name for alt text."""

    orientation: Matrix
    rest: Rest
    frame: KeyFrame = KeyFrame()


_ON_BACK: Matrix = (0.0, 0.0, -1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 0.0)
_FACE_DOWN: Matrix = (0.0, 0.0, 1.0, 0.0, 1.0, 0.0, -1.0, 0.0, 0.0)
# On a side the front faces the camera; the head is at the right when the left side is below, else at the left.
_ON_LEFT: Matrix = (0.0, 0.0, 1.0, -1.0, 0.0, 0.0, 0.0, -1.0, 0.0)
_ON_RIGHT: Matrix = (0.0, 0.0, -1.0, -1.0, 0.0, 0.0, 0.0, 1.0, 0.0)

_ARMS_HANG = {"shoulder_flexion": 4.0, "shoulder_abduction": 8.0, "elbow_flexion": 12.0}
_HEAD_UP = {"neck_flexion": 3.0}
_ARMS_BESIDE = {"shoulder_flexion": -2.0, "shoulder_abduction": 14.0, "elbow_flexion": 6.0, "forearm_rotation": -70.0}

BASES: Mapping[str, BasePosition] = {
    "standing": BasePosition(UPRIGHT, "right foot", KeyFrame(both=_ARMS_HANG)),
    "supine": BasePosition(_ON_BACK, "lying", KeyFrame(trunk=_HEAD_UP, both=_ARMS_BESIDE | {"ankle_dorsiflexion": -8.0})),
    "hook lying": BasePosition(
        _ON_BACK,
        "lying",
        KeyFrame(
            trunk=_HEAD_UP,
            both=_ARMS_BESIDE
            | {
                "hip_flexion": 50.0,
                "knee_flexion": 104.0,
                "elbow_flexion": 24.0,
                "shoulder_abduction": 26.0,
                "shoulder_rotation": -75.0,
                "shoulder_flexion": -4.0,
            },
            right_foot="floor",
            left_foot="floor",
        ),
    ),
    "prone": BasePosition(
        _FACE_DOWN,
        "lying",
        KeyFrame(
            trunk={"neck_flexion": -20.0},
            both={
                "shoulder_flexion": 0.0,
                "shoulder_abduction": 120.0,
                "shoulder_rotation": 80.0,
                "elbow_flexion": 112.0,
                "knee_flexion": 6.0,
                "ankle_dorsiflexion": -68.0,
            },
        ),
    ),
    "lying on left": BasePosition(_ON_LEFT, "lying", KeyFrame()),
    "lying on right": BasePosition(_ON_RIGHT, "lying", KeyFrame()),
    "sitting": BasePosition(UPRIGHT, "hips", KeyFrame(both=_ARMS_HANG | {"hip_flexion": 90.0, "knee_flexion": 90.0})),
    "long sitting": BasePosition(
        UPRIGHT, "hips", KeyFrame(both={"hip_flexion": 90.0, "ankle_dorsiflexion": -8.0}, hips=(0.0, 0.0, 0.1))
    ),
    "quadruped": BasePosition(
        UPRIGHT,
        "left knee",
        KeyFrame(
            trunk={"lean": 90.0, "lumbar_flexion": -12.0, "neck_flexion": -25.0},
            both={"hip_flexion": 90.0, "knee_flexion": 97.0, "ankle_dorsiflexion": -68.0, "shoulder_flexion": 80.0},
        ),
    ),
    "half kneeling": BasePosition(
        UPRIGHT,
        "right knee",
        KeyFrame(
            both=_ARMS_HANG,
            right={"knee_flexion": 97.0, "ankle_dorsiflexion": -66.0},
            left={"hip_flexion": 90.0, "knee_flexion": 90.0},
        ),
    ),
}
