"""Which joints a pose speaks of, in which order their angles are kept, and how far each may go. No geometry.

All angles are degrees from anatomical zero, and positive in the clinic's usual direction (`domain.body.Joint`).
"""

from collections.abc import Mapping

Angles = tuple[float, ...]
"""One number for each joint of ANGLE_NAMES."""

TRUNK_JOINTS = (
    "turn", "lean", "list", "roll", "lumbar_flexion", "lumbar_side", "lumbar_rotation",
    "neck_flexion", "neck_side", "neck_rotation",
)  # fmt: skip
"""The whole body turned to its left, leaning forward, listing to its right, rolled to its left; then spine and neck."""
LEG_JOINTS = ("hip_flexion", "hip_abduction", "hip_rotation", "knee_flexion", "ankle_dorsiflexion", "toe_extension")
ARM_JOINTS = (
    "shoulder_flexion", "shoulder_abduction", "shoulder_rotation", "elbow_flexion", "forearm_rotation", "wrist_flexion",
)  # fmt: skip

LIMITS: Mapping[str, tuple[float, float]] = {
    "turn": (-180, 180),
    "lean": (-120, 120),
    "list": (-60, 60),
    "roll": (-90, 90),
    "lumbar_flexion": (-35, 70),
    "lumbar_side": (-35, 35),
    "lumbar_rotation": (-45, 45),
    "neck_flexion": (-70, 60),
    "neck_side": (-45, 45),
    "neck_rotation": (-80, 80),
    "hip_flexion": (-30, 135),
    "hip_abduction": (-30, 70),
    "hip_rotation": (-45, 70),
    "knee_flexion": (-5, 150),
    "ankle_dorsiflexion": (-70, 35),
    "toe_extension": (-20, 80),
    "shoulder_flexion": (-60, 185),
    "shoulder_abduction": (-50, 180),
    "shoulder_rotation": (-90, 90),
    "elbow_flexion": (0, 150),
    "forearm_rotation": (-90, 90),
    "wrist_flexion": (-85, 85),
}
"""Beyond these a pose is surely a slip: textbook ranges of healthy adults, rounded outward; design values."""

RIGHT_LEG = len(TRUNK_JOINTS)
LEFT_LEG = RIGHT_LEG + len(LEG_JOINTS)
RIGHT_ARM = LEFT_LEG + len(LEG_JOINTS)
LEFT_ARM = RIGHT_ARM + len(ARM_JOINTS)

ANGLE_NAMES: tuple[tuple[str, str], ...] = (
    *(("trunk", name) for name in TRUNK_JOINTS),
    *(("right", name) for name in LEG_JOINTS),
    *(("left", name) for name in LEG_JOINTS),
    *(("right", name) for name in ARM_JOINTS),
    *(("left", name) for name in ARM_JOINTS),
)
"""Whose joint each number of Angles is: trunk, right or left, and the joint's name."""

ANGLE_INDEX: Mapping[tuple[str, str], int] = {name: index for index, name in enumerate(ANGLE_NAMES)}
LEAN = TRUNK_JOINTS.index("lean")
