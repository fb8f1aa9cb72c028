"""The `[poses]` tables of a catalogue entry as typed records, with every fault named. No kinematics.

A pose says what differs from its base position. The words a therapist may write stand in `resources/catalogue/README.md`.
"""

from collections.abc import Mapping
from typing import Any, Literal

import msgspec

from pfss_desktop.domain.faults import Fault, FaultyFile
from pfss_desktop.figures.joints import ANGLE_INDEX, ARM_JOINTS, LEG_JOINTS, LIMITS, TRUNK_JOINTS
from pfss_desktop.language import _

_FARTHEST = 1000
"""Of any number in a pose, be it degrees or metres."""

JointAngles = Mapping[str, float]
Rest = Literal["lying", "right foot", "left foot", "right knee", "left knee", "wall", "shoulders", "hips"]
Limb = Literal["right leg", "left leg", "right arm", "left arm", "trunk"]
Base = Literal[
    "standing", "supine", "hook lying", "prone", "lying on left", "lying on right", "sitting", "long sitting", "quadruped",
    "half kneeling",
]  # fmt: skip


class Contact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a hand or foot rests on or holds.

    `at` is a place on the floor (two numbers) or in the air (three), in metres; `on` is a named place of the body or a prop.
    `by` moves it from there. `heel` is how far the heel is raised (negative: the toes), `turn` how far the toes point to the
    left, in degrees; None is a little outward. `palm` says how the hand lies.
    """

    at: tuple[float, ...] = ()
    on: str = ""
    by: tuple[float, float, float] = (0.0, 0.0, 0.0)
    heel: float = 0.0
    turn: float | None = None
    palm: Literal["grip", "floor", "wall"] = "grip"


Touch = Contact | str
"""A contact, or one word for it: "floor" (where the limb is in the first frame), "free", or a named place to hold."""


class KeyFrame(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A posture: angles that differ from the base position, and where hands, feet and hips are."""

    trunk: JointAngles = {}
    both: JointAngles = {}
    right: JointAngles = {}
    left: JointAngles = {}
    right_foot: Touch | None = None
    left_foot: Touch | None = None
    right_hand: Touch | None = None
    left_hand: Touch | None = None
    hips: tuple[float, float, float] | None = None
    lift: float = 0.0


class Travel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The arrow: along the path of a named place of the body moved `by` metres, or through the given points of space.

    `mirrored` adds a second arrow on the body's other side, for what both sides do at once.
    """

    of: str = "pelvis"
    by: tuple[float, float, float] = (0.0, 0.0, 0.0)
    through: tuple[tuple[float, float, float], ...] = ()
    both_ways: bool = False
    mirrored: bool = False


class Prop(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A thing in the picture. What the numbers mean depends on the kind; all are metres.

    `at` is its place, `on` a named place of the body (at the end of the movement, or now where it `follows`), `by` moves it
    from there, `to` is its other end, `size` its length, width and height. `layer` overrides its depth.
    """

    kind: str
    at: tuple[float, ...] = ()
    on: str = ""
    by: tuple[float, float, float] = (0.0, 0.0, 0.0)
    to: tuple[float, ...] = ()
    to_on: str = ""
    size: tuple[float, ...] = ()
    height: float = 0.0
    turn: float = 0.0
    follows: bool = False
    layer: Literal["", "back", "middle", "front"] = ""
    colour: str = ""


class Poses(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything the catalogue says about an exercise's picture."""

    base: Base
    start: KeyFrame = KeyFrame()
    middle: KeyFrame | None = None
    end: KeyFrame | None = None
    camera: tuple[float, float] = (0.0, 8.0)
    rest: Rest | None = None
    working: tuple[Limb, ...] = ()
    travel: Travel | str | None = None
    contacts: KeyFrame = KeyFrame()
    props: tuple[Prop, ...] = ()
    ghost: bool = True
    measure: str = ""
    needs_band: bool = False
    belt: str = ""
    tape: str = ""
    cuff: str = "right_ankle"
    band_at: Literal[
        "above the knees", "below the knees", "at the ankles", "around the forefeet", "behind the knee", "at an anchor", ""
    ] = ""
    anchor: tuple[float, float, float] | None = None
    anchor_post: bool = True
    band_held_by: tuple[str, ...] = ()
    in_front: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()


def read_poses(content: Mapping[str, Any], exercise_id: str = "") -> Poses:
    """Return the typed poses of an exercise; raise FaultyFile that names exercise, joint, value and bounds.

    The id is left out where the faults are listed under the exercise's own file.
    """
    place = poses_place(exercise_id)
    try:
        poses = msgspec.convert(content, Poses)
    except msgspec.ValidationError as error:
        raise FaultyFile([Fault(place, str(error))]) from error
    if not _is_measurable(content):
        reason = _("a place or size must be a number from -{most} to {most}")
        raise FaultyFile([Fault(place, reason.format(most=_FARTHEST))])
    faults = [
        fault
        for frame_name in ("start", "middle", "end", "contacts")
        for fault in frame_faults(getattr(poses, frame_name), f"{place}.{frame_name}")
    ]
    if faults:
        raise FaultyFile(faults)
    return poses


def poses_place(exercise_id: str) -> str:
    """Return where faults of an exercise's poses are said to be."""
    return f"{exercise_id}: poses" if exercise_id else "poses"


def frame_faults(frame: KeyFrame | None, place: str) -> list[Fault]:
    """Return what is wrong with a frame's angles: unknown joints, and angles beyond the joint's limits."""
    if frame is None:
        return []
    found = _angle_faults(frame.trunk, TRUNK_JOINTS, f"{place}.trunk")
    for side in ("both", "right", "left"):
        found += _angle_faults(getattr(frame, side), (*LEG_JOINTS, *ARM_JOINTS), f"{place}.{side}")
    return found


def angle_indices(frame: KeyFrame) -> list[tuple[int, float]]:
    """Return a frame's angles with their place in Angles; both sides first, so that one side may differ."""
    found = [(ANGLE_INDEX["trunk", name], value) for name, value in frame.trunk.items()]
    for side, joints in (("right", frame.both), ("left", frame.both), ("right", frame.right), ("left", frame.left)):
        found += [(ANGLE_INDEX[side, name], value) for name, value in joints.items()]
    return found


def _is_measurable(value: object) -> bool:
    """Return whether every number in parsed content can be drawn: neither endless, nor not a number, nor miles away."""
    if isinstance(value, Mapping):
        return all(map(_is_measurable, value.values()))
    if isinstance(value, list):
        return all(map(_is_measurable, value))
    return not isinstance(value, (int, float)) or abs(value) <= _FARTHEST


def _angle_faults(angles: JointAngles, known: tuple[str, ...], place: str) -> list[Fault]:
    found: list[Fault] = []
    for joint, value in angles.items():
        if joint not in known:
            found.append(Fault(f"{place}.{joint}", _("no such joint; known are {names}").format(names=", ".join(known))))
            continue
        low, high = LIMITS[joint]
        if not low <= value <= high:
            reason = _("{value} degrees is beyond what the joint can do; the bounds are {low} to {high}")
            found.append(Fault(f"{place}.{joint}", reason.format(value=f"{value:g}", low=f"{low:g}", high=f"{high:g}")))
    return found
