"""A movement between key frames: at any part of the way from start (0) to end (1), all frames with contacts solved.

How key frames come out of poses stands in `key_frames`; the geometry of contacts in `contacts`.
"""

from math import hypot

import msgspec

from pfss_desktop.figures import contacts as touch
from pfss_desktop.figures.body import lowest_of_trunk
from pfss_desktop.figures.joints import LEFT_ARM, LEFT_LEG, RIGHT_ARM, RIGHT_LEG, Angles
from pfss_desktop.figures.poses import Rest
from pfss_desktop.figures.skeleton import (
    ANKLE_HEIGHT,
    LUMBAR,
    NECK,
    SIDES,
    THORAX,
    Frames,
    add_arm,
    add_leg,
    add_trunk,
    hip_joint,
    landmark,
    pelvis_frame,
    shoulder_joint,
    thigh_frame,
    upper_arm_frame,
)
from pfss_desktop.figures.vectors import ORIGIN, Matrix, Point, about_y, along, between, difference, out_of, unit

_GRIP_BEYOND = 0.06
"""Metres from the wrist to what the hand holds."""


class Foothold(msgspec.Struct, frozen=True):
    """Where a foot is: planted with its sole (`flat`), or only its ankle at a place."""

    flat: bool
    sole: touch.Sole


class Handhold(msgspec.Struct, frozen=True):
    """Where a wrist is: at a place, or at a named place of the body moved by some metres; and how the palm lies."""

    place: Point
    on: str = ""
    palm: str = "grip"


class Key(msgspec.Struct, frozen=True):
    """One key frame: all angles, the holds of right and left foot and hand (None: free), the hips where they are given."""

    angles: Angles
    feet: tuple[Foothold | None, Foothold | None]
    hands: tuple[Handhold | None, Handhold | None]
    hips: Point | None
    lift: float


class Motion(msgspec.Struct, frozen=True):
    """A movement through two or three key frames of one base position; `bearing` is the side (-1 right, 1 left) that carries."""

    base: Matrix
    rest: Rest
    keys: tuple[Key, ...]
    bearing: int = -1

    def frames(self, part: float) -> Frames:
        """Return the frames of all segments at a part of the way: 0 is the start, 1 the end."""
        return solve(self, self.key(part))

    def angles(self, part: float) -> Angles:
        """Return the angles at a part of the way, before any contact is solved."""
        return self.key(part).angles

    def key(self, part: float) -> Key:
        """Return the key frame at a part of the way, between its two neighbours."""
        steps = len(self.keys) - 1
        if not steps:
            return self.keys[0]
        way = max(0.0, min(1.0, part)) * steps
        first = min(int(way), steps - 1)
        rest = way - first
        if rest <= 0.0:
            return self.keys[first]
        if rest >= 1.0:
            return self.keys[first + 1]
        return _key_between(self.keys[first], self.keys[first + 1], rest)


def solve(motion: Motion, key: Key) -> Frames:
    """Return the frames of all segments for one key frame, contacts at rest."""
    angles = key.angles
    soles = tuple(touch.sole_frame(hold.sole) if hold is not None else None for hold in key.feet)
    pelvis = pelvis_frame(motion.base, angles)
    if motion.rest == "shoulders":
        pelvis, angles = _bridged(motion, key, soles[0 if motion.bearing < 0 else 1])
    hips = _hips(motion, pelvis, key, angles, soles)
    frames: Frames = []
    add_trunk(frames, pelvis, hips, angles)
    for (side, _name), hold, sole in zip(SIDES, key.feet, soles, strict=True):
        thigh = thigh_frame(pelvis, angles, side)
        hip = hip_joint(pelvis, hips, side)
        if hold is None or sole is None or (motion.rest == "shoulders" and not hold.flat):
            add_leg(frames, thigh, hip, angles, side)
            continue
        bend = angles[(RIGHT_LEG if side < 0 else LEFT_LEG) + 4]
        touch.reach_with_leg(frames, thigh, hip, sole[1], sole[0] if hold.flat else None, bend)
    for (side, _name), grip in zip(SIDES, key.hands, strict=True):
        _add_arm(frames, grip, angles, side)
    return frames


def _add_arm(frames: Frames, grip: Handhold | None, angles: Angles, side: int) -> None:
    upper = upper_arm_frame(frames, angles, side)
    shoulder = shoulder_joint(frames, side)
    if grip is None:
        add_arm(frames, upper, shoulder, angles, side)
        return
    wrist = grip.place
    if grip.on:
        x, y, z = landmark(frames, grip.on)
        wrist = (x + wrist[0], y + wrist[1], z + wrist[2])
    if grip.palm == "grip":
        wrist = along(wrist, unit(difference(shoulder, wrist)), _GRIP_BEYOND)
    turn = side * angles[(RIGHT_ARM if side < 0 else LEFT_ARM) + 4]
    shoulder = touch.shrugged(shoulder, wrist)
    touch.reach_with_arm(
        frames,
        upper,
        shoulder,
        wrist,
        touch.hand_frame(grip.palm, side, _fingers(frames[THORAX][0], difference(wrist, shoulder))),
        turn,
    )


def _fingers(thorax: Matrix, reach: Point) -> Point:
    """Return where fingers of a flat hand point: level, to where the chest looks, or aside where the arm reaches aside.

    Where the chest looks down it is towards the head.
    """
    looks_down = abs(thorax[6]) > 0.7
    x, y = (thorax[2], thorax[5]) if looks_down else (thorax[0], thorax[3])
    aside = reach[0] * thorax[1] + reach[1] * thorax[4]
    if not looks_down and abs(aside) > 2 * abs(reach[0] * x + reach[1] * y):
        x, y = (thorax[1], thorax[4]) if aside > 0 else (-thorax[1], -thorax[4])
    size = hypot(x, y)
    return (x / size, y / size, 0.0) if size > 0.3 else (1.0, 0.0, 0.0)


def _hips(motion: Motion, pelvis: Matrix, key: Key, angles: Angles, soles: tuple[tuple[Matrix, Point] | None, ...]) -> Point:
    rest, side = motion.rest, motion.bearing
    leg = RIGHT_LEG if side < 0 else LEFT_LEG
    sole = soles[0 if side < 0 else 1]
    if rest in ("right foot", "left foot") and sole is not None:
        x, y, z = touch.hips_over_ankle(pelvis, thigh_frame(pelvis, angles, side), angles[leg + 3], sole[1], side)
        return (x, y, z + key.lift)
    if rest in ("right knee", "left knee"):
        place = key.hips or (0.0, 0.09 * side, 0.056)
        return touch.hips_over_knee(pelvis, thigh_frame(pelvis, angles, side), place, side)
    if rest == "wall":
        x, y, _z = key.hips or ORIGIN
        ankle = sole[1] if sole is not None else ORIGIN
        return touch.hips_on_wall(x, y, ankle, side, angles[leg + 3])
    if rest == "shoulders":
        back = out_of(pelvis, ORIGIN, touch.UPPER_BACK)
        return (-touch.UPPER_BACK[2] - back[0], -back[1], -back[2])
    if rest == "lying":
        x, y, z = key.hips or ORIGIN
        return (x, y, z - lowest_of_trunk(pelvis, angles))
    return key.hips or ORIGIN


def _bridged(motion: Motion, key: Key, planted: tuple[Matrix, Point] | None) -> tuple[Matrix, Angles]:
    """Return the pelvis of a bridge, the shoulders on the floor, and the angles with the head laid down."""
    index = 0 if motion.bearing < 0 else 1
    leg = (RIGHT_LEG, LEFT_LEG)[index]
    angles, hold = key.angles, key.feet[index]
    shoulders = (-touch.UPPER_BACK[2], 0.0, 0.0)
    ankle = planted[1] if planted is not None else (0.4, 0.0, ANKLE_HEIGHT)
    if hold is not None and not hold.flat:
        lean = touch.roll_lean((angles[leg], angles[leg + 3]), ankle[2])
    else:
        lean = touch.bridge_lean(shoulders, ankle, angles[leg])
    pelvis = about_y(motion.base, lean)
    hips = out_of(pelvis, ORIGIN, touch.UPPER_BACK)[2]
    thorax = about_y(pelvis, angles[4])
    neck = out_of(thorax, out_of(pelvis, (0.0, 0.0, -hips), LUMBAR), NECK)[2]
    return pelvis, (*angles[:7], touch.neck_at_rest(neck) - lean - angles[4], *angles[8:])


def _key_between(a: Key, b: Key, part: float) -> Key:
    angles = tuple([x + (y - x) * part for x, y in zip(a.angles, b.angles, strict=True)])
    feet = [_foot_between(x, y, part) for x, y in zip(a.feet, b.feet, strict=True)]
    hands = [_hand_between(x, y, part) for x, y in zip(a.hands, b.hands, strict=True)]
    hips = between(a.hips, b.hips, part) if a.hips is not None and b.hips is not None else a.hips or b.hips
    return Key(angles, (feet[0], feet[1]), (hands[0], hands[1]), hips, a.lift + (b.lift - a.lift) * part)


def _foot_between(a: Foothold | None, b: Foothold | None, part: float) -> Foothold | None:
    if a is None or b is None or a.sole == b.sole:
        return a or b
    x, y, z, heel, turn = [p + (q - p) * part for p, q in zip(a.sole, b.sole, strict=True)]
    return Foothold(a.flat, (x, y, z, heel, turn))


def _hand_between(a: Handhold | None, b: Handhold | None, part: float) -> Handhold | None:
    if a is None or b is None:
        return a or b
    return Handhold(between(a.place, b.place, part), b.on, a.palm)
