"""Names that the screen gives to base positions, parts of the body and joints of a figure."""

from collections.abc import Mapping

from pfss_desktop.figures.joints import ARM_JOINTS, LEG_JOINTS, TRUNK_JOINTS
from pfss_desktop.figures.poses import Base
from pfss_desktop.figures.shaping import Moment
from pfss_desktop.language import _

PARTS: Mapping[str, tuple[str, ...]] = {
    "right leg": LEG_JOINTS,
    "left leg": LEG_JOINTS,
    "trunk": TRUNK_JOINTS,
    "right arm": ARM_JOINTS,
    "left arm": ARM_JOINTS,
}
"""The joints of each part that is shaped by itself."""


def base_name(base: Base) -> str:
    """Return the base position as a person says it."""
    return {
        "standing": _("Standing"),
        "supine": _("On the back, legs straight"),
        "hook lying": _("On the back, knees bent"),
        "prone": _("Face down"),
        "lying on left": _("On the left side"),
        "lying on right": _("On the right side"),
        "sitting": _("Sitting on a chair"),
        "long sitting": _("Sitting on the floor"),
        "quadruped": _("On hands and knees"),
        "half kneeling": _("On one knee"),
    }[base]


def moment_name(moment: Moment) -> str:
    """Return the posture that is shaped."""
    names: dict[Moment, str] = {"start": _("Start"), "end": _("End")}
    return names[moment]


def part_name(part: str) -> str:
    """Return the part of the body; the right leg is the one that works, as figures are drawn for the right side."""
    return {
        "right leg": _("Working leg (right)"),
        "left leg": _("Other leg (left)"),
        "trunk": _("Trunk and head"),
        "right arm": _("Right arm"),
        "left arm": _("Left arm"),
    }[part]


def angle_name(joint: str) -> str:
    """Return what a slider turns, and which way its numbers grow."""
    return {
        "hip_flexion": _("Hip bent"),
        "hip_abduction": _("Hip out to the side"),
        "hip_rotation": _("Hip turned out"),
        "knee_flexion": _("Knee bent"),
        "ankle_dorsiflexion": _("Toes up"),
        "toe_extension": _("Toes bent up"),
        "turn": _("Whole body turned left"),
        "lean": _("Leaning forward"),
        "list": _("Leaning to the right"),
        "roll": _("Rolled to the left"),
        "lumbar_flexion": _("Back bent forward"),
        "lumbar_side": _("Back bent to the side"),
        "lumbar_rotation": _("Back turned"),
        "neck_flexion": _("Head bent forward"),
        "neck_side": _("Head to the side"),
        "neck_rotation": _("Head turned"),
        "shoulder_flexion": _("Arm raised forward"),
        "shoulder_abduction": _("Arm out to the side"),
        "shoulder_rotation": _("Arm turned out"),
        "elbow_flexion": _("Elbow bent"),
        "forearm_rotation": _("Palm turned up"),
        "wrist_flexion": _("Wrist bent"),
    }[joint]
