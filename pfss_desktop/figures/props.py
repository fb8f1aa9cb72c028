"""The things of the pictures and where they are: chairs, steps, walls, balls, towels, straps. Machines stand in `machines`.

What the prescription brings (cuff, band) stands in `gear`. Lengths in metres.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pfss_desktop.figures import machines
from pfss_desktop.figures.drawing import Shape
from pfss_desktop.figures.hulls import disc
from pfss_desktop.figures.motion import Motion
from pfss_desktop.figures.parts import Part
from pfss_desktop.figures.poses import Poses, Prop
from pfss_desktop.figures.skeleton import LANDMARKS, Frames, landmark
from pfss_desktop.figures.solids import Pencil
from pfss_desktop.figures.vectors import Point

Pieces = list[tuple[Point, list[Shape]]]
"""Shapes with the point whose depth they have."""

_LAYER_DEPTH = {"back": -50.0, "front": 50.0}
CHAIR_BACK = 0.90
CHAIR_HALF = 0.21


@dataclass(frozen=True, slots=True)
class Placed:
    """A prop with its place; where it follows the body, the place is looked up anew in every frame."""

    prop: Prop
    place: Point


def things_to_hold(poses: Poses) -> dict[str, Point]:
    """Return where props can be held or stood on, by kind: a chair's back, the top of a step, a wall's face."""
    found: dict[str, Point] = {}
    for prop in poses.props:
        x, y, z = _at(prop)
        if prop.kind == "chair":
            dx, dy = _turned(-CHAIR_HALF, 0.0, prop.turn)
            found["chair"] = (x + dx, y + dy, CHAIR_BACK)
            for name, aside in (("right", -0.1), ("left", 0.1)):
                ax, ay = _turned(-CHAIR_HALF, aside, prop.turn)
                found[f"chair {name}"] = (x + ax, y + ay, CHAIR_BACK)
        else:
            found.setdefault(prop.kind, (x, y, z + (prop.height or (prop.size[2] if len(prop.size) > 2 else 0.0))))
    return found


def place_props(poses: Poses, motion: Motion) -> tuple[Placed, ...]:
    """Return the props with their places: as written, or at the named place of the body at the end of the movement."""
    end = motion.frames(1.0)
    return tuple(Placed(prop, _place(prop, end)) for prop in poses.props)


def prop_parts(placed: Placed, frames: Frames, pencil: Pencil) -> list[Part]:
    """Return a prop as parts of the picture."""
    prop = placed.prop
    place = _place(prop, frames) if prop.follows else placed.place
    pieces = _KINDS[prop.kind](prop, place, frames, pencil)
    shift = _LAYER_DEPTH.get(prop.layer, 0.0)
    return [Part(prop.kind, pencil.view.depth(point) + shift, tuple(shapes)) for point, shapes in pieces]


def _at(prop: Prop) -> Point:
    x, y, z = (*prop.at, 0.0, 0.0, 0.0)[:3]
    return (x + prop.by[0], y + prop.by[1], z + prop.by[2])


def _place(prop: Prop, frames: Frames) -> Point:
    if prop.on in LANDMARKS:
        x, y, z = landmark(frames, prop.on)
        if prop.to_on in LANDMARKS and not prop.at and prop.kind in ("ball", "pillow"):
            ox, oy, oz = landmark(frames, prop.to_on)
            x, y, z = (x + ox) / 2, (y + oy) / 2, (z + oz) / 2
        return (x + prop.by[0], y + prop.by[1], z + prop.by[2])
    return _at(prop)


def _turned(x: float, y: float, turn: float) -> tuple[float, float]:
    quarter = round(turn / 90) % 4
    for _ in range(quarter):
        x, y = -y, x
    return x, y


def _size(prop: Prop, *usual: float) -> tuple[float, ...]:
    return (*prop.size, *usual[len(prop.size) :])


def _roll(prop: Prop, place: Point, frames: Frames, pencil: Pencil) -> Pieces:
    half, radius = _size(prop, 0.16, 0.05)
    x, y, z = place
    z = z if prop.on or len(prop.at) > 2 else radius
    role = {"roller": "metal", "towel": "towel"}.get(prop.kind, "towel")
    shapes = [pencil.blob((((x, y - half, z), radius), ((x, y + half, z), radius)), role)]
    for share in (0.62, 0.25):
        ring = pencil.ellipse((x, y - half, z), (radius * share, 0.0, 0.0), (0.0, 0.0, radius * share))
        shapes.append(Shape((ring,), None, pencil.colour("line"), pencil.line * 0.6))
    return [((x, y, z), shapes)]


def _ball(prop: Prop, place: Point, frames: Frames, pencil: Pencil) -> Pieces:
    (radius,) = _size(prop, 0.11)
    x, y, z = place
    z = z if prop.on or len(prop.at) > 2 else radius
    cx, cy, r = pencil.view.circle((x, y, z), radius)
    shapes = [
        Shape((disc((cx, cy, r)),), pencil.colour(prop.colour or "ball"), pencil.colour("line"), pencil.line),
        Shape((disc((cx - 0.35 * r, cy - 0.4 * r, 0.2 * r)),), pencil.colour("ball light")),
    ]
    return [((x, y, z), shapes)]


def _pillow(prop: Prop, place: Point, frames: Frames, pencil: Pencil) -> Pieces:
    long, wide, high = _size(prop, 0.4, 0.3, 0.08)
    x, y, z = place
    r = high / 2
    low = z + r
    corners = [((x + sx * (long / 2 - r), y + sy * (wide / 2 - r), low), r) for sx in (-1, 1) for sy in (-1, 1)]
    return [((x, y, low), [pencil.blob(corners, {"pad": "mat dark", "slider": "towel"}.get(prop.kind, "soft"))])]


def _mat(prop: Prop, place: Point, frames: Frames, pencil: Pencil) -> Pieces:
    long, wide, high = _size(prop, 1.9, 0.6, 0.012)
    x, y, z = place
    shapes = pencil.box((x - long / 2, y - wide / 2, z - high), (x + long / 2, y + wide / 2, z), "mat dark", light="mat")
    return [((x, y, z - 60.0), shapes)]


def _step(prop: Prop, place: Point, frames: Frames, pencil: Pencil) -> Pieces:
    long, wide, high = _size(prop, 0.42, 0.5, 0.15)
    x, y, z = place
    shapes = pencil.box((x - long / 2, y - wide / 2, z), (x + long / 2, y + wide / 2, z + high), "wood", light="wood light", dark="wood dark")
    return [((x, y, z + high / 2), shapes)]


def _stairs(prop: Prop, place: Point, frames: Frames, pencil: Pencil) -> Pieces:
    deep, wide, high, count = _size(prop, 0.30, 0.8, 0.17, 3)
    x, y, z = place
    pieces: Pieces = []
    for n in range(int(count)):
        low, top = (x + n * deep, y - wide / 2, z), (x + int(count) * deep, y + wide / 2, z + (n + 1) * high)
        pieces.append(((x, y, z - 40.0 + n * 0.01), pencil.box(low, top, "wood", light="wood light", dark="wood dark")))
    return pieces


def _wall(prop: Prop, place: Point, frames: Frames, pencil: Pencil) -> Pieces:
    thick, wide, high = _size(prop, 0.08, 0.7, 1.75)
    x, y, z = place
    back = x + thick if prop.turn == 0 else x - thick
    low, top = (min(x, back), y - wide / 2, z), (max(x, back), y + wide / 2, z + high)
    if abs(prop.turn) == 90:
        low, top = (x - wide / 2, min(y, y + thick * prop.turn / 90), z), (x + wide / 2, max(y, y + thick * prop.turn / 90), z + high)
    return [((x, y + 0.2, z), pencil.box(low, top, "wall", light="wall dark", dark="wall dark"))]


def _chair(prop: Prop, place: Point, frames: Frames, pencil: Pencil) -> Pieces:
    x, y, _z = place
    seat = prop.height or 0.44
    half, thick = CHAIR_HALF, 0.035

    def spot(a: float, b: float, c: float) -> Point:
        dx, dy = _turned(a, b, prop.turn)
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
    long, wide, high = _size(prop, 0.5, 0.4, 0.92)
    x, y, z = place
    low, top = (x - long / 2, y - wide / 2, z), (x + long / 2, y + wide / 2, z + high)
    rim = pencil.box((low[0] - 0.02, low[1] - 0.02, top[2] - 0.04), (top[0] + 0.02, top[1] + 0.02, top[2]), "wood", light="wood light", dark="wood dark")
    return [((x, y, 0.5), pencil.box(low, top, "wall", light="wood light", dark="wall dark") + rim)]


def _line(prop: Prop, place: Point, frames: Frames, pencil: Pencil) -> Pieces:
    x, y, z = place
    ends = (*prop.to, 0.0)[:3]
    path = (pencil.view.point((x, y, z)), pencil.view.point((ends[0], ends[1], ends[2])))
    width = (prop.size[0] if prop.size else 0.035) * pencil.view.scale
    return [((x, y, z - 45.0), [Shape((path,), None, pencil.colour(prop.colour or "mark"), width, closed=False)])]


def _rope(prop: Prop, place: Point, frames: Frames, pencil: Pencil) -> Pieces:
    end = landmark(frames, prop.to_on) if prop.to_on in LANDMARKS else (*prop.to, 0.0, 0.0, 0.0)[:3]
    other: Point = (end[0], end[1], end[2])
    middle = ((place[0] + other[0]) / 2, (place[1] + other[1]) / 2, (place[2] + other[2]) / 2)
    width = prop.size[0] if prop.size else 0.028
    return [(middle, pencil.tube((place, other), width, prop.colour or "strap"))]


def _bosu(prop: Prop, place: Point, frames: Frames, pencil: Pencil) -> Pieces:
    radius, high = _size(prop, 0.34, 0.2)
    x, y, z = place
    ax, ay, _az = pencil.view.right
    top = high / 2

    def pair(away: float, up: float, size: float) -> list[tuple[Point, float]]:
        return [((x + side * ax * away, y + side * ay * away, z + up), size) for side in (-1, 1)]

    base = pair(radius - 0.02, 0.03, 0.03)
    dome = pair(radius * 0.72, 0.075, 0.06) + pair(radius * 0.3, top, top)
    return [((x, y, z - 30.0), [pencil.blob(dome + base, "ball"), pencil.blob(base, "dark")])]


def _cone(prop: Prop, place: Point, frames: Frames, pencil: Pencil) -> Pieces:
    x, y, z = place
    foot = pencil.blob((((x - 0.10, y, z + 0.012), 0.012), ((x + 0.10, y, z + 0.012), 0.012)), "working")
    return [((x, y, z), [pencil.blob((((x, y, z + 0.04), 0.075), ((x, y, z + 0.26), 0.02)), "working"), foot])]


def _ladder(prop: Prop, place: Point, frames: Frames, pencil: Pencil) -> Pieces:
    x, y, z = place
    deep, wide, count = _size(prop, 0.38, 0.42, 4)
    shapes: list[Shape] = []
    far = x + deep * count
    lines = [((x, y - wide / 2), (far, y - wide / 2)), ((x, y + wide / 2), (far, y + wide / 2))]
    lines += [((x + deep * n, y - wide / 2), (x + deep * n, y + wide / 2)) for n in range(int(count) + 1)]
    for a, b in lines:
        path = (pencil.view.point((*a, z)), pencil.view.point((*b, z)))
        shapes.append(Shape((path,), None, pencil.colour("mark"), 0.03 * pencil.view.scale, closed=False))
    return [((x, y, z - 45.0), shapes)]


def _water(prop: Prop, place: Point, frames: Frames, pencil: Pencil) -> Pieces:
    x, y, z = place
    long, deep = _size(prop, 2.2, 1.1)
    face = ((x - long / 2, y, z - deep), (x + long / 2, y, z - deep), (x + long / 2, y, z), (x - long / 2, y, z))
    shapes = [Shape((tuple(map(pencil.view.point, face)),), pencil.colour("water"))]
    wave: list[tuple[float, ...]] = [pencil.view.point((x - long / 2, y, z))]
    for n in range(11):
        start = x - long / 2 + long * n / 11
        a, b, c = ((start + long / 11 * part, y, z + up) for part, up in ((0.35, 0.03), (0.65, -0.03), (1.0, 0.0)))
        wave.append((*pencil.view.point(a), *pencil.view.point(b), *pencil.view.point(c)))
    line = Shape((tuple(wave),), None, pencil.colour("water line"), pencil.line * 2.2, closed=False)
    return [((x, y, z - 55.0), shapes), ((x, y, z + 55.0), [line])]


_KINDS: Mapping[str, Callable[[Prop, Point, Frames, Pencil], Pieces]] = {
    "towel": _roll,
    "roller": _roll,
    "ball": _ball,
    "pillow": _pillow,
    "pad": _pillow,
    "slider": _pillow,
    "mat": _mat,
    "step": _step,
    "box": _step,
    "stairs": _stairs,
    "wall": _wall,
    "chair": _chair,
    "counter": _counter,
    "line": _line,
    "strap": _rope,
    "rail": _rope,
    "bosu": _bosu,
    "cone": _cone,
    "ladder": _ladder,
    "water": _water,
    **machines.KINDS,
}
"""Every kind of prop a pose may name."""
