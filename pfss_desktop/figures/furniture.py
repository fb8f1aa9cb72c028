"""Furniture and the room: steps, stairs, walls, chairs, counters. Lengths in metres."""

from collections.abc import Callable, Mapping

from pfss_desktop.figures.drawing import Shape
from pfss_desktop.figures.poses import Prop
from pfss_desktop.figures.skeleton import Frames
from pfss_desktop.figures.solids import Pencil, Pieces, with_usual
from pfss_desktop.figures.vectors import Point

CHAIR_BACK = 0.90
CHAIR_HALF = 0.21


def turned(x: float, y: float, turn: float) -> tuple[float, float]:
    """Return a place on the floor turned left about the origin by the nearest quarter of a turn (degrees)."""
    for _ in range(round(turn / 90) % 4):
        x, y = -y, x
    return x, y


def _step(prop: Prop, place: Point, frames: Frames, pencil: Pencil) -> Pieces:
    long, wide, high = with_usual(prop.size, 0.42, 0.5, 0.15)
    x, y, z = place
    shapes = pencil.box(
        (x - long / 2, y - wide / 2, z), (x + long / 2, y + wide / 2, z + high), "wood", light="wood light", dark="wood dark"
    )
    return [((x, y, z + high / 2), shapes)]


def _stairs(prop: Prop, place: Point, frames: Frames, pencil: Pencil) -> Pieces:
    deep, wide, high, count = with_usual(prop.size, 0.30, 0.8, 0.17, 3)
    x, y, z = place
    pieces: Pieces = []
    for n in range(int(count)):
        low, top = (x + n * deep, y - wide / 2, z), (x + int(count) * deep, y + wide / 2, z + (n + 1) * high)
        pieces.append(((x, y, z - 40.0 + n * 0.01), pencil.box(low, top, "wood", light="wood light", dark="wood dark")))
    return pieces


def _wall(prop: Prop, place: Point, frames: Frames, pencil: Pencil) -> Pieces:
    thick, wide, high = with_usual(prop.size, 0.08, 0.7, 1.75)
    x, y, z = place
    back = x + thick if prop.turn == 0 else x - thick
    low, top = (min(x, back), y - wide / 2, z), (max(x, back), y + wide / 2, z + high)
    if abs(prop.turn) == 90:
        low, top = (
            (x - wide / 2, min(y, y + thick * prop.turn / 90), z),
            (x + wide / 2, max(y, y + thick * prop.turn / 90), z + high),
        )
    return [((x, y + 0.2, z), pencil.box(low, top, "wall", light="wall dark", dark="wall dark"))]


def _chair(prop: Prop, place: Point, frames: Frames, pencil: Pencil) -> Pieces:
    x, y, _z = place
    seat = prop.height or 0.44
    half, thick = CHAIR_HALF, 0.035

    def spot(a: float, b: float, c: float) -> Point:
        dx, dy = turned(a, b, prop.turn)
        return (x + dx, y + dy, c)

    def slab(a: Point, b: Point, role: str, light: str) -> list[Shape]:
        low = (min(a[0], b[0]), min(a[1], b[1]), min(a[2], b[2]))
        return pencil.box(low, (max(a[0], b[0]), max(a[1], b[1]), max(a[2], b[2])), role, light=light, dark="wood dark")

    legs = [
        (spot(a, b, 0.2), pencil.tube((spot(a, b, 0.0), spot(a, b, seat if a > 0 else CHAIR_BACK)), 0.026, "metal"))
        for a in (half - 0.02, -half + 0.02)
        for b in (half - 0.02, -half + 0.02)
    ]
    top = slab(spot(-half - 0.005, -half, 0.66), spot(-half + 0.03, half, CHAIR_BACK), "wood", "wood light")
    seat_box = slab(spot(-half, -half, seat - thick), spot(half, half, seat), "wood", "wood light")
    legs.sort(key=lambda leg: pencil.view.depth(leg[0]))
    return [*legs, (spot(0.0, 0.0, seat), seat_box), (spot(-half, 0.0, 0.8), top)]


def _counter(prop: Prop, place: Point, frames: Frames, pencil: Pencil) -> Pieces:
    long, wide, high = with_usual(prop.size, 0.5, 0.4, 0.92)
    x, y, z = place
    low, top = (x - long / 2, y - wide / 2, z), (x + long / 2, y + wide / 2, z + high)
    rim = pencil.box(
        (low[0] - 0.02, low[1] - 0.02, top[2] - 0.04),
        (top[0] + 0.02, top[1] + 0.02, top[2]),
        "wood",
        light="wood light",
        dark="wood dark",
    )
    return [((x, y, 0.5), pencil.box(low, top, "wall", light="wood light", dark="wall dark") + rim)]


KINDS: Mapping[str, Callable[[Prop, Point, Frames, Pencil], Pieces]] = {
    "step": _step,
    "box": _step,
    "stairs": _stairs,
    "wall": _wall,
    "chair": _chair,
    "counter": _counter,
}
