"""Key frames out of poses: angles laid over the base position, and every limb's hold found. No drawing.

Worked out once for an exercise; `motion` then goes from one key frame to the next.
"""

from collections.abc import Mapping

from pfss_desktop.figures import contacts as touch
from pfss_desktop.figures.bases import BASES
from pfss_desktop.figures.joints import ANGLE_NAMES, LEAN, LEFT_LEG, RIGHT_LEG
from pfss_desktop.figures.motion import Foothold, Handhold, Key, Motion, solve
from pfss_desktop.figures.poses import Contact, KeyFrame, Poses, Rest, Touch, angle_indices
from pfss_desktop.figures.skeleton import ANKLE_HEIGHT, LANDMARKS, LEFT_FOOT, LEFT_HAND, RIGHT_FOOT, RIGHT_HAND, SIDES, Frames
from pfss_desktop.figures.vectors import ORIGIN, Matrix, Point

_TOE_OUT = 7.0
"""Degrees that feet point outward unless a pose says otherwise."""
_HAND_ABOVE = 0.03
"""Metres of the wrist above the floor under a flat hand."""


def make_motion(poses: Poses, places: Mapping[str, Point]) -> Motion:
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


def _bearing(poses: Poses, rest: Rest) -> int:
    """Return the side whose leg carries: the one that is named, else the right unless its foot is free at some moment."""
    if rest.startswith(("right", "left")):
        return -1 if rest.startswith("right") else 1
    frames = (poses.contacts, poses.start, poses.middle, poses.end)
    return 1 if any(frame is not None and frame.right_foot == "free" for frame in frames) else -1


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


def _rough(key: Key, frames: list[KeyFrame], rest: Rest, places: Mapping[str, Point]) -> Key:
    """Return the first frame with only those feet planted that are given outright or stood on, to see where the others are."""
    held = _with_feet(key, frames, rest, None, places)
    feet: list[Foothold | None] = []
    for (_side, name), hold in zip(SIDES, held.feet, strict=True):
        given = _last(frames, f"{name}_foot")
        stood_on = rest == f"{name} foot"
        feet.append(hold if stood_on or (isinstance(given, Contact) and given.at) else None)
    return Key(key.angles, (feet[0], feet[1]), key.hands, key.hips, key.lift)


def _with_feet(key: Key, frames: list[KeyFrame], rest: Rest, first: Frames | None, places: Mapping[str, Point]) -> Key:
    turn = key.angles[0]
    feet: list[Foothold | None] = []
    for (side, name), foot in zip(SIDES, (RIGHT_FOOT, LEFT_FOOT), strict=True):
        hold = _last(frames, f"{name}_foot")
        if hold is None and rest == f"{name} foot":
            hold = "floor"
        feet.append(_foothold(hold, side, turn, first[foot] if first else None, places))
    return Key(key.angles, (feet[0], feet[1]), key.hands, key.hips, key.lift)


def _foothold(
    hold: Touch | None, side: int, turn: float, now: tuple[Matrix, Point] | None, places: Mapping[str, Point]
) -> Foothold | None:
    out = turn + _TOE_OUT * side
    if hold is None or hold == "free":
        return None
    if hold == "stay":
        x, y, z = now[1] if now else ORIGIN
        return Foothold(False, (x, y, z - ANKLE_HEIGHT, 0.0, 0.0))
    if isinstance(hold, str):
        hold = Contact() if hold == "floor" else Contact(on=hold)
    out = out if hold.turn is None else hold.turn
    z = places.get(hold.on, ORIGIN)[2] + hold.by[2]
    if hold.at:
        x, y = hold.at[:2]
        flat = len(hold.at) == 2
        return Foothold(flat, (x, y, z if flat else hold.at[2], hold.heel, out))
    if now is None:
        return Foothold(True, (0.0, 0.09 * side, z, hold.heel, out))
    x, y, _z = now[1]
    return Foothold(True, (x, y, z, hold.heel, out))


def _with_hands(key: Key, frames: list[KeyFrame], first: Frames, places: Mapping[str, Point]) -> Key:
    wrists = (first[RIGHT_HAND][1], first[LEFT_HAND][1])
    hands = [
        _handhold(_last(frames, f"{name}_hand"), wrist, name, places) for (_side, name), wrist in zip(SIDES, wrists, strict=True)
    ]
    return Key(key.angles, key.feet, (hands[0], hands[1]), key.hips, key.lift)


def _handhold(hold: Touch | None, now: Point, name: str, places: Mapping[str, Point]) -> Handhold | None:
    if hold is None or hold == "free":
        return None
    if isinstance(hold, str):
        hold = Contact(at=(now[0], now[1]), palm="floor") if hold == "floor" else Contact(on=hold)
    if hold.on in LANDMARKS:
        return Handhold(hold.by, hold.on, hold.palm)
    x, y, z = places.get(f"{hold.on} {name}") or places.get(hold.on) or ORIGIN
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
