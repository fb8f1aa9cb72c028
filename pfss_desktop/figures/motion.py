"""Poses become a movement: at any part of the way from start (0) to end (1), the frames of all segments with contacts solved.

Everything that can be known before the moment is worked out once, when the movement is made.
"""

from dataclasses import dataclass
from math import hypot

from pfss_desktop.figures import contacts as touch
from pfss_desktop.figures.bases import BASES
from pfss_desktop.figures.body import lowest_of_trunk
from pfss_desktop.figures.joints import ANGLE_NAMES, LEAN, LEFT_ARM, LEFT_LEG, RIGHT_ARM, RIGHT_LEG, Angles
from pfss_desktop.figures.poses import Contact, KeyFrame, Poses, Rest, Touch, angle_indices
from pfss_desktop.figures.skeleton import (
    ANKLE_HEIGHT,
    LANDMARKS,
    LUMBAR,
    NECK,
    LEFT_FOOT,
    LEFT_HAND,
    RIGHT_FOOT,
    RIGHT_HAND,
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
from pfss_desktop.figures.vectors import Matrix, Point, about_y, along, difference, out_of, unit

_SIDES = ((-1, "right"), (1, "left"))
_TOE_OUT = 7.0
_NOWHERE = (0.0, 0.0, 0.0)
_HAND_ABOVE = 0.03
_GRIP_BEYOND = 0.06
"""Metres from the wrist to what the hand holds, and from the floor to the wrist of a flat hand."""


@dataclass(frozen=True, slots=True)
class Foothold:
    """Where a foot is: planted with its sole (`flat`), or only its ankle at a place."""

    flat: bool
    sole: touch.Sole


@dataclass(frozen=True, slots=True)
class Handhold:
    """Where a wrist is: at a place, or at a named place of the body moved by some metres; and how the palm lies."""

    place: Point
    on: str = ""
    palm: str = "grip"


@dataclass(frozen=True, slots=True)
class Key:
    """One key frame: all angles, the holds of right and left foot and hand (None: free), the hips where they are given."""

    angles: Angles
    feet: tuple[Foothold | None, Foothold | None]
    hands: tuple[Handhold | None, Handhold | None]
    hips: Point | None
    lift: float


@dataclass(frozen=True, slots=True)
class Motion:
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
        return _between(self.keys[first], self.keys[first + 1], rest)


def make_motion(poses: Poses, places: dict[str, Point]) -> Motion:
    """Return the movement of these poses; `places` says where things to hold are (a chair's back, a wall)."""
    base = BASES[poses.base]
    rest = poses.rest or base.rest
    written = [frame for frame in (poses.start, poses.middle, poses.end) if frame is not None]
    layers = [[base.frame, poses.contacts, *written[: n + 1]] for n in range(len(written))]
    free = [_free_key(frames, rest, base.orientation == BASES["standing"].orientation) for frames in layers]
    motion = Motion(base.orientation, rest, (), _bearing(poses, rest))
    at_first = Motion(base.orientation, "lying" if rest == "shoulders" else rest, (), motion.bearing)
    keys: list[Key] = []
    first: Frames | None = None
    standing: Frames | None = None
    for frames, key in zip(layers, free, strict=True):
        first = first or solve(at_first, _rough(key, frames, rest, places))
        held = _with_feet(key, frames, rest, first, places)
        standing = standing or solve(motion, held)
        keys.append(_with_hands(held, frames, standing, places))
    return Motion(base.orientation, rest, _matched(motion, keys), motion.bearing)


def solve(motion: Motion, key: Key) -> Frames:
    """Return the frames of all segments for one key frame, contacts at rest."""
    angles = key.angles
    right_sole, left_sole = key.feet
    soles = tuple(touch.sole_frame(hold.sole) if hold is not None else None for hold in key.feet)
    pelvis = pelvis_frame(motion.base, angles)
    if motion.rest == "shoulders":
        pelvis, angles = _bridged(motion, key, soles[0 if motion.bearing < 0 else 1])
    hips = _hips(motion, pelvis, key, angles, soles)
    frames: Frames = []
    add_trunk(frames, pelvis, hips, angles)
    for (side, _name), hold, sole in zip(_SIDES, key.feet, soles, strict=True):
        thigh = thigh_frame(pelvis, angles, side)
        hip = hip_joint(pelvis, hips, side)
        if hold is None or sole is None or (motion.rest == "shoulders" and not hold.flat):
            add_leg(frames, thigh, hip, angles, side)
            continue
        bend = angles[(RIGHT_LEG if side < 0 else LEFT_LEG) + 4]
        touch.reach_with_leg(frames, thigh, hip, sole[1], sole[0] if hold.flat else None, bend)
    for (side, _name), grip in zip(_SIDES, key.hands, strict=True):
        _add_arm(frames, grip, angles, side)
    return frames


def _bearing(poses: Poses, rest: Rest) -> int:
    """Return the side whose leg carries: the one that is named, else the right unless its foot is free at some moment."""
    if rest.startswith(("right", "left")):
        return -1 if rest.startswith("right") else 1
    frames = (poses.contacts, poses.start, poses.middle, poses.end)
    return 1 if any(frame is not None and frame.right_foot == "free" for frame in frames) else -1


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
    front = frames[THORAX][0]
    size = hypot(front[0], front[3])
    fingers = (front[0] / size, front[3] / size, 0.0) if size > 0.3 else (1.0, 0.0, 0.0)
    if abs(front[6]) > 0.7 and abs(front[2]) > 0.3:
        fingers = (front[2] / hypot(front[2], front[5]), front[5] / hypot(front[2], front[5]), 0.0)
    turn = side * angles[(RIGHT_ARM if side < 0 else LEFT_ARM) + 4]
    shoulder = touch.shrugged(shoulder, wrist)
    touch.reach_with_arm(frames, upper, shoulder, wrist, touch.hand_frame(grip.palm, side, fingers), turn)


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
        x, y, _z = key.hips or _NOWHERE
        ankle = sole[1] if sole is not None else _NOWHERE
        return touch.hips_on_wall(x, y, ankle, side, angles[leg + 3])
    if rest == "shoulders":
        back = out_of(pelvis, _NOWHERE, touch.UPPER_BACK)
        return (-touch.UPPER_BACK[2] - back[0], -back[1], -back[2])
    if rest == "lying":
        x, y, z = key.hips or _NOWHERE
        return (x, y, z - lowest_of_trunk(pelvis, angles))
    return key.hips or _NOWHERE


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
    hips = out_of(pelvis, _NOWHERE, touch.UPPER_BACK)[2]
    thorax = about_y(pelvis, angles[4])
    neck = out_of(thorax, out_of(pelvis, (0.0, 0.0, -hips), LUMBAR), NECK)[2]
    return pelvis, (*angles[:7], touch.neck_at_rest(neck) - lean - angles[4], *angles[8:])


def _free_key(frames: list[KeyFrame], rest: Rest, upright: bool) -> Key:
    """Return a key frame's angles without contacts; where nothing says how the body leans, the flat foot does."""
    angles = [0.0] * len(ANGLE_NAMES)
    hips: Point | None = None
    lift = 0.0
    for frame in frames:
        for index, value in angle_indices(frame):
            angles[index] = float(value)
        hips = frame.hips or hips
        lift = frame.lift or 0.0
    if upright and rest in ("right foot", "left foot") and not any("lean" in frame.trunk for frame in frames):
        leg = RIGHT_LEG if rest == "right foot" else LEFT_LEG
        hold = _last(frames, "right_foot" if leg == RIGHT_LEG else "left_foot")
        heel = hold.heel if isinstance(hold, Contact) else 0.0
        angles[LEAN] = angles[leg] - angles[leg + 3] + angles[leg + 4] + heel
    return Key(tuple(angles), (None, None), (None, None), hips, lift)


def _rough(key: Key, frames: list[KeyFrame], rest: Rest, places: dict[str, Point]) -> Key:
    """Return the first frame with only those feet planted that are given outright or stood on, to see where the others are."""
    held = _with_feet(key, frames, rest, None, places)
    feet: list[Foothold | None] = []
    for (_side, name), hold in zip(_SIDES, held.feet, strict=True):
        given = _last(frames, f"{name}_foot")
        stood_on = rest == f"{name} foot"
        feet.append(hold if stood_on or (isinstance(given, Contact) and given.at) else None)
    return Key(key.angles, (feet[0], feet[1]), key.hands, key.hips, key.lift)


def _with_feet(
    key: Key, frames: list[KeyFrame], rest: Rest, first: Frames | None, places: dict[str, Point]
) -> Key:
    turn = key.angles[0]
    feet: list[Foothold | None] = []
    for (side, name), foot in zip(_SIDES, (RIGHT_FOOT, LEFT_FOOT), strict=True):
        hold = _last(frames, f"{name}_foot")
        if hold is None and rest == f"{name} foot":
            hold = "floor"
        feet.append(_foothold(hold, side, turn, first[foot] if first else None, places))
    return Key(key.angles, (feet[0], feet[1]), key.hands, key.hips, key.lift)


def _foothold(
    hold: Touch | None, side: int, turn: float, now: tuple[Matrix, Point] | None, places: dict[str, Point]
) -> Foothold | None:
    out = turn + _TOE_OUT * side
    if hold is None or hold == "free":
        return None
    if hold == "stay":
        x, y, z = now[1] if now else _NOWHERE
        return Foothold(False, (x, y, z - ANKLE_HEIGHT, 0.0, 0.0))
    if isinstance(hold, str):
        hold = Contact() if hold == "floor" else Contact(on=hold)
    out = out if hold.turn is None else hold.turn
    z = places.get(hold.on, _NOWHERE)[2] + hold.by[2]
    if hold.at:
        x, y = hold.at[:2]
        flat = len(hold.at) == 2
        return Foothold(flat, (x, y, z if flat else hold.at[2], hold.heel, out))
    if now is None:
        return Foothold(True, (0.0, 0.09 * side, z, hold.heel, out))
    x, y, _z = now[1]
    return Foothold(True, (x, y, z, hold.heel, out))


def _with_hands(key: Key, frames: list[KeyFrame], first: Frames, places: dict[str, Point]) -> Key:
    wrists = (first[RIGHT_HAND][1], first[LEFT_HAND][1])
    hands = [
        _handhold(_last(frames, f"{name}_hand"), wrist, name, places)
        for (_side, name), wrist in zip(_SIDES, wrists, strict=True)
    ]
    return Key(key.angles, key.feet, (hands[0], hands[1]), key.hips, key.lift)


def _handhold(hold: Touch | None, now: Point, name: str, places: dict[str, Point]) -> Handhold | None:
    if hold is None or hold == "free":
        return None
    if isinstance(hold, str):
        hold = Contact(at=(now[0], now[1]), palm="floor") if hold == "floor" else Contact(on=hold)
    if hold.on in LANDMARKS:
        return Handhold(hold.by, hold.on, hold.palm)
    x, y, z = places.get(hold.on) or places.get(f"{hold.on} {name}") or _NOWHERE
    if hold.at:
        x, y = hold.at[:2]
        z = hold.at[2] if len(hold.at) > 2 else z
    lifted = _HAND_ABOVE if hold.palm == "floor" else 0.0
    return Handhold((x + hold.by[0], y + hold.by[1], z + hold.by[2] + lifted), "", hold.palm)


def _last(frames: list[KeyFrame], field: str) -> Touch | None:
    found: Touch | None = None
    for frame in frames:
        found = getattr(frame, field) or found
    return found


def _matched(motion: Motion, keys: list[Key]) -> tuple[Key, ...]:
    """Return the key frames with every limb that is held in one of them held in all: where it is free, at its own place."""
    solved = [solve(motion, key) for key in keys]
    done: list[Key] = []
    for key, frames in zip(keys, solved, strict=True):
        feet = [
            key.feet[i] or (_as_foothold(frames, foot, keys, i) if any(k.feet[i] for k in keys) else None)
            for i, foot in enumerate((RIGHT_FOOT, LEFT_FOOT))
        ]
        hands = [
            key.hands[i] or (Handhold(frames[hand][1]) if any(k.hands[i] for k in keys) else None)
            for i, hand in enumerate((RIGHT_HAND, LEFT_HAND))
        ]
        done.append(Key(key.angles, (feet[0], feet[1]), (hands[0], hands[1]), key.hips, key.lift))
    return tuple(done)


def _as_foothold(frames: Frames, foot: int, keys: list[Key], index: int) -> Foothold:
    matrix, ankle = frames[foot]
    flat = any(key.feet[index] is not None and key.feet[index].flat for key in keys)  # type: ignore[union-attr]
    if flat:
        return Foothold(True, touch.sole_of(matrix, ankle))
    x, y, z = ankle
    return Foothold(False, (x, y, z - ANKLE_HEIGHT, 0.0, 0.0))


def _between(a: Key, b: Key, part: float) -> Key:
    angles = tuple([x + (y - x) * part for x, y in zip(a.angles, b.angles, strict=True)])
    feet = [_foot_between(x, y, part) for x, y in zip(a.feet, b.feet, strict=True)]
    hands = [_hand_between(x, y, part) for x, y in zip(a.hands, b.hands, strict=True)]
    hips = _mix(a.hips, b.hips, part) if a.hips is not None and b.hips is not None else a.hips or b.hips
    return Key(angles, (feet[0], feet[1]), (hands[0], hands[1]), hips, a.lift + (b.lift - a.lift) * part)


def _foot_between(a: Foothold | None, b: Foothold | None, part: float) -> Foothold | None:
    if a is None or b is None or a.sole == b.sole:
        return a or b
    x, y, z, heel, turn = [p + (q - p) * part for p, q in zip(a.sole, b.sole, strict=True)]
    return Foothold(a.flat, (x, y, z, heel, turn))


def _hand_between(a: Handhold | None, b: Handhold | None, part: float) -> Handhold | None:
    if a is None or b is None:
        return a or b
    return Handhold(_mix(a.place, b.place, part), b.on, a.palm)


def _mix(a: Point, b: Point, part: float) -> Point:
    return (a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part, a[2] + (b[2] - a[2]) * part)


