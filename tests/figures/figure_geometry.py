"""Measures a figure in space, for the tests: what is under the floor, in a wall, out of reach or inside the trunk."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import acos, asin, atan2, degrees, sqrt
from typing import Any

from pfss_desktop.figures import contacts
from pfss_desktop.figures import skeleton as s
from pfss_desktop.figures.body import SPHERE_INDEX, SPHERES
from pfss_desktop.figures.figure import Figure, make_figure
from pfss_desktop.figures.props import Placed
from pfss_desktop.figures.skeleton import Frames, landmark
from pfss_desktop.figures.vectors import Point, along, difference, dot, length, out_of
from pfss_desktop.paths import resources

FRAMES = 20
GRIP = 0.06
HIGH_HAIR = ("trunk", "bun")


@cache
def poses_of_all() -> dict[str, dict[str, Any]]:
    """The `[poses]` of every exercise, by id."""
    files = sorted((resources() / "catalogue").glob("*.toml"))
    return {path.stem: tomllib.loads(path.read_text(encoding="utf-8"))["poses"] for path in files}


@cache
def figure_of(exercise_id: str) -> Figure:
    return make_figure(poses_of_all()[exercise_id], exercise_id)


def parts_of_the_way(figure: Figure) -> list[float]:
    """The start, and twenty frames to the end where there is a movement."""
    return [n / FRAMES for n in range(FRAMES + 1)] if len(figure.motion.keys) > 1 else [0.0]


@dataclass(frozen=True)
class Ball:
    part: str
    name: str
    centre: Point
    radius: float


def flesh(frames: Frames) -> list[Ball]:
    return [
        Ball(*name, out_of(*frames[SPHERES[index][0]], SPHERES[index][1:4]), SPHERES[index][4])
        for name, index in SPHERE_INDEX.items()
        if name != HIGH_HAIR
    ]


def below_floor(frames: Frames) -> Iterator[tuple[str, float]]:
    """Parts below the floor, and how far in metres."""
    for ball in flesh(frames):
        yield f"{ball.part} {ball.name}", ball.radius - ball.centre[2]


def inside(placed: Placed, frames: Frames) -> Iterator[tuple[str, float]]:
    """Parts inside a wall, step or box, and how far in metres."""
    x, y, z = placed.place
    prop = placed.prop
    for ball in flesh(frames):
        name = f"{ball.part} {ball.name}"
        px, py, pz = ball.centre
        if prop.kind == "wall":
            front = {0: px - x, 180: x - px, 90: py - y, -90: y - py}[round(prop.turn)]
            yield name, front + ball.radius
        elif prop.kind in ("step", "box"):
            long, wide, high = prop.size
            outside = (
                max(abs(px - x) - long / 2, 0.0),
                max(abs(py - y) - wide / 2, 0.0),
                max(z - pz, pz - z - high, 0.0),
            )
            yield name, ball.radius - sqrt(sum(way * way for way in outside))


def planted_feet(figure: Figure, part: float) -> Iterator[tuple[str, float]]:
    """Feet that do not move in this exercise, and how far each ankle is from its place, in metres."""
    motion = figure.motion
    frames, key = motion.frames(part), motion.key(part)
    for index, foot in enumerate((s.RIGHT_FOOT, s.LEFT_FOOT)):
        hold = key.feet[index]
        moves = any(a.feet[index] != b.feet[index] for a, b in pairwise(motion.keys))
        rolls = motion.rest == "shoulders" and hold is not None and not hold.flat
        if hold is not None and not rolls and (not moves or part in (0.0, 1.0)):
            yield s.SIDES[index][1], length(difference(frames[foot][1], contacts.sole_frame(hold.sole)[1]))


def holding_hands(figure: Figure, part: float) -> Iterator[tuple[str, float]]:
    """Hands that hold or lean on something, and how far each wrist is from its place, in metres."""
    frames, key = figure.motion.frames(part), figure.motion.key(part)
    for index, hand in enumerate((s.RIGHT_HAND, s.LEFT_HAND)):
        hold = key.hands[index]
        if hold is None:
            continue
        place = hold.place
        if hold.on:
            x, y, z = landmark(frames, hold.on)
            place = (x + place[0], y + place[1], z + place[2])
        away = length(difference(frames[hand][1], place))
        yield s.SIDES[index][1], abs(away - (GRIP if hold.palm == "grip" else 0.0))


def limb_lengths(frames: Frames) -> dict[str, float]:
    """Bones by name, in metres."""
    found = {}
    for side, thigh, upper in (("right", s.RIGHT_THIGH, s.RIGHT_UPPER), ("left", s.LEFT_THIGH, s.LEFT_UPPER)):
        found[f"{side} thigh"] = length(difference(frames[thigh][1], frames[thigh + 1][1]))
        found[f"{side} shank"] = length(difference(frames[thigh + 1][1], frames[thigh + 2][1]))
        found[f"{side} upper arm"] = length(difference(frames[upper][1], frames[upper + 1][1]))
        found[f"{side} forearm"] = length(difference(frames[upper + 1][1], frames[upper + 2][1]))
    return found


def measured(frames: Frames, side: str, joint: str) -> float | None:
    """A joint's angle as a goniometer would read it from the bones, in degrees; None for joints it cannot read."""
    thigh = s.RIGHT_THIGH if side == "right" else s.LEFT_THIGH
    matrix = frames[thigh][0]
    down = (-matrix[2], -matrix[5], -matrix[8])
    if joint == "knee_flexion":
        shank = frames[thigh + 1][0]
        cosine = dot(down, (-shank[2], -shank[5], -shank[8]))
        return degrees(acos(max(-1.0, min(1.0, cosine))))
    pelvis = frames[s.PELVIS][0]
    forward, left, up = (dot(down, (pelvis[axis], pelvis[axis + 3], pelvis[axis + 6])) for axis in range(3))
    if joint == "hip_flexion":
        return degrees(atan2(forward, -up))
    if joint == "hip_abduction":
        return degrees(asin(max(-1.0, min(1.0, left)))) * (-1 if side == "right" else 1)
    return None


def in_trunk(frames: Frames) -> Iterator[tuple[str, float]]:
    """Ends of limbs inside the trunk or head, and how deep in metres."""
    balls = {(ball.part, ball.name): ball for ball in flesh(frames)}
    limbs = [
        balls[f"{side}_{limb}", name]
        for side in ("right", "left")
        for limb, names in (
            ("arm", ("forearm", "wrist", "palm front", "fingers")),
            ("leg", ("knee", "calf", "ankle", "heel", "toe in", "toe out")),
        )
        for name in names
    ]
    for pair in (("ribs R", "ribs L"), ("waist R", "waist L"), ("hip R", "hip L"), ("skull", "skull")):
        a, b = (balls["trunk", name] for name in pair)
        way = difference(b.centre, a.centre)
        size = dot(way, way)
        for limb in limbs:
            share = max(0.0, min(1.0, dot(difference(limb.centre, a.centre), way) / size)) if size else 0.0
            gap = length(difference(limb.centre, along(a.centre, way, share)))
            yield f"{limb.part} {limb.name} in {pair[0]}", limb.radius + a.radius - gap
