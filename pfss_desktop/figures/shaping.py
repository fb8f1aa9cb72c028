"""Poses changed by hand: one angle, base or hold at a time, kept as the plain tables that a catalogue file has. No screen.

What comes out is read, bounded and solved like any other pose; nothing here knows how a body is drawn.
"""

from collections.abc import Mapping
from typing import Any, Literal

from pfss_desktop.domain.body import JOINT_BOUNDS, Joint
from pfss_desktop.domain.exercise import Motion
from pfss_desktop.figures.bases import BASES
from pfss_desktop.figures.joints import ANGLE_NAMES
from pfss_desktop.figures.poses import Base, KeyFrame, angle_indices, read_poses

Content = Mapping[str, Any]
"""A `[poses]` table."""
Moment = Literal["start", "end"]
Limb = Literal["right_foot", "left_foot"]

_CAMERAS: Mapping[str, tuple[float, float]] = {"lying on left": (-10, 20), "lying on right": (-10, 20)}
_STARTS: Mapping[str, dict[str, Any]] = {
    # Thighs on the seat; the solver places whoever sits by the hips.
    "sitting": {"hips": [0.0, 0.0, 0.5]},
    "lying on left": {
        "both": {"hip_flexion": 20, "knee_flexion": 30},
        "left": {"shoulder_flexion": 150, "elbow_flexion": 115},
        "right": {"shoulder_flexion": 50, "elbow_flexion": 80},
    },
    "lying on right": {
        "both": {"hip_flexion": 20, "knee_flexion": 30},
        "right": {"shoulder_flexion": 150, "elbow_flexion": 115},
        "left": {"shoulder_flexion": 50, "elbow_flexion": 80},
    },
}
THINGS: Mapping[str, Mapping[str, Any]] = {
    "chair": {"kind": "chair", "at": [0.55, 0.0]},
    "wall": {"kind": "wall", "at": [0.52, 0.0], "size": [0.08, 0.6, 1.7]},
    "step": {"kind": "step", "at": [0.55, 0.0], "size": [0.46, 0.5, 0.12], "layer": "back"},
    "towel": {"kind": "towel", "on": "right_knee", "by": [0.0, 0.0, -0.09], "size": [0.15, 0.034]},
    "roller": {"kind": "roller", "on": "right_thigh", "by": [0.0, 0.0, -0.14], "size": [0.26, 0.066], "layer": "back"},
    "ball": {"kind": "ball", "at": [0.55, 0.0, 0.11], "size": [0.11]},
}
"""Things that a figure can be given, and where each lies at first. Design values."""
_SEAT: Content = {"kind": "chair", "at": [0.08, 0.0], "height": 0.4, "layer": "back"}


def new_poses(base: Base) -> dict[str, Any]:
    """Return a figure in this base position that does not move yet."""
    content: dict[str, Any] = {
        "base": base,
        "camera": list(_CAMERAS.get(base, (0, 8))),
        "working": ["right leg"],
        "start": _STARTS.get(base, {}),
        "end": {},
    }
    if base == "sitting":
        content["props"] = [_SEAT]
    if base == "standing":
        # So that the working leg is free to move.
        content["rest"] = "left foot"
    return content


def angles_at(content: Content, moment: Moment) -> dict[tuple[str, str], float]:
    """Return the angle in degrees of every joint at a moment, as the poses ask for it; raise FaultyFile.

    Keys are trunk, right or left, and the joint's name. A foot that is planted may bend a leg otherwise.
    """
    poses = read_poses(content)
    layers: list[KeyFrame | None] = [BASES[poses.base].frame, poses.contacts, poses.start]
    if moment == "end":
        layers += [poses.middle, poses.end]
    found = dict.fromkeys(ANGLE_NAMES, 0.0)
    for frame in layers:
        if frame is not None:
            found.update((ANGLE_NAMES[index], value) for index, value in angle_indices(frame))
    return found


def with_angle(content: Content, moment: Moment, side: str, joint: str, degrees: float) -> dict[str, Any]:
    """Return the poses with one joint bent so far at a moment; the other moment stays as it was seen, where it had moved."""
    frame = dict(content.get(moment) or {})
    frame[side] = {**frame.get(side, {}), joint: degrees}
    return {**content, moment: frame}


def with_movement(content: Content, *, moves: bool) -> dict[str, Any]:
    """Return the poses with an end posture, or as a hold without one."""
    kept = {name: value for name, value in content.items() if name not in ("end", "middle", *(() if moves else ("travel",)))}
    return {**kept, "end": content.get("end") or {}} if moves else kept


def with_hold(content: Content, limb: Limb, hold: str) -> dict[str, Any]:
    """Return the poses with a foot held so ("floor", "stay", "free"), or as the leg's angles say for an empty text."""
    contacts = {name: value for name, value in (content.get("contacts") or {}).items() if name != limb}
    if hold:
        contacts[limb] = hold
    return {**content, "contacts": contacts}


def with_field(content: Content, name: str, value: object) -> dict[str, Any]:
    """Return the poses with another field, such as camera, working, travel, rest or band_at; None leaves it out."""
    kept = {key: held for key, held in content.items() if key != name}
    return kept if value is None else {**kept, name: value}


def with_thing(content: Content, kind: str, *, there: bool, prop: Content | None = None) -> dict[str, Any]:
    """Return the poses with a thing of this kind, placed as `prop` says, or without any."""
    props = [held for held in content.get("props") or [] if held.get("kind") != kind]
    return {**content, "props": [*props, dict(prop or {"kind": kind})] if there else props}


def shaped_motion(content: Content) -> Motion:
    """Return what the figure's angles say about the exercise: start and end of each leg joint, and the deepest knee bend."""
    start, end = angles_at(content, "start"), angles_at(content, "end")
    legs: list[dict[Joint, tuple[int, int]]] = []
    for side in ("right", "left"):
        pairs = {joint: (_bounded(joint, start[side, joint.value]), _bounded(joint, end[side, joint.value])) for joint in Joint}
        legs.append({joint: pair for joint, pair in pairs.items() if pair != (0, 0)})
    working, other = legs
    bends = [angle for leg in legs for angle in leg.get(Joint.KNEE_FLEXION, (0, 0))]
    same = working == other
    return Motion(max(0, *bends), working, {} if same else other, same)


def _bounded(joint: Joint, degrees: float) -> int:
    low, high = JOINT_BOUNDS[joint]
    return max(low, min(high, round(degrees)))
