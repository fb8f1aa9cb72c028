"""Small things: balls, rolls, pillows, straps, lines on the floor, cones, water. Lengths in metres."""

from collections.abc import Callable, Mapping
from math import cos, pi, sin

from pfss_desktop.figures.drawing import Shape
from pfss_desktop.figures.hulls import disc, polygon
from pfss_desktop.figures.poses import Prop
from pfss_desktop.figures.skeleton import LANDMARKS, Frames, landmark
from pfss_desktop.figures.solids import Pencil, Pieces, with_usual
from pfss_desktop.figures.vectors import Point, between


def _roll(prop: Prop, place: Point, frames: Frames, pencil: Pencil) -> Pieces:
    half, radius = with_usual(prop.size, 0.16, 0.05)
    x, y, z = place
    z = z if prop.on or len(prop.at) > 2 else radius
    role = {"roller": "metal", "towel": "towel"}.get(prop.kind, "towel")
    shapes = [pencil.blob((((x, y - half, z), radius), ((x, y + half, z), radius)), role)]
    for share in (0.62, 0.25):
        ring = pencil.ellipse((x, y - half, z), (radius * share, 0.0, 0.0), (0.0, 0.0, radius * share))
        shapes.append(Shape((ring,), None, pencil.colour("line"), pencil.line * 0.6))
    return [((x, y, z), shapes)]


def _ball(prop: Prop, place: Point, frames: Frames, pencil: Pencil) -> Pieces:
    (radius,) = with_usual(prop.size, 0.11)
    x, y, z = place
    z = z if prop.on or len(prop.at) > 2 else radius
    cx, cy, r = pencil.view.circle((x, y, z), radius)
    soccer = prop.colour == "soccer"
    skin = pencil.colour("halo" if soccer else prop.colour or "ball")
    shapes = [Shape((disc((cx, cy, r)),), skin, pencil.colour("line"), pencil.line)]
    if soccer:
        shapes += _patches(cx, cy, r, pencil)
    else:
        shapes.append(Shape((disc((cx - 0.35 * r, cy - 0.4 * r, 0.2 * r)),), pencil.colour("ball light")))
    return [((x, y, z), shapes)]


def _patches(cx: float, cy: float, r: float, pencil: Pencil) -> list[Shape]:
    """Return the dark patch and the seams of a soccer ball."""
    rays = [(sin(n * 0.4 * pi), -cos(n * 0.4 * pi)) for n in range(5)]
    patch = polygon(tuple((cx + 0.38 * r * dx, cy + 0.38 * r * dy) for dx, dy in rays))
    seams = tuple(((cx + 0.38 * r * dx, cy + 0.38 * r * dy), (cx + 0.97 * r * dx, cy + 0.97 * r * dy)) for dx, dy in rays)
    dark = pencil.colour("dark")
    return [Shape((patch,), dark), Shape(seams, None, dark, pencil.line * 0.9, closed=False)]


def _pillow(prop: Prop, place: Point, frames: Frames, pencil: Pencil) -> Pieces:
    long, wide, high = with_usual(prop.size, 0.4, 0.3, 0.08)
    x, y, z = place
    r = high / 2
    low = z + r
    corners = [((x + sx * (long / 2 - r), y + sy * (wide / 2 - r), low), r) for sx in (-1, 1) for sy in (-1, 1)]
    return [((x, y, low), [pencil.blob(corners, {"pad": "mat dark", "slider": "towel"}.get(prop.kind, "soft"))])]


def _mat(prop: Prop, place: Point, frames: Frames, pencil: Pencil) -> Pieces:
    long, wide, high = with_usual(prop.size, 1.9, 0.6, 0.012)
    x, y, z = place
    shapes = pencil.box((x - long / 2, y - wide / 2, z - high), (x + long / 2, y + wide / 2, z), "mat dark", light="mat")
    return [((x, y, z - 60.0), shapes)]


def _line(prop: Prop, place: Point, frames: Frames, pencil: Pencil) -> Pieces:
    x, y, z = place
    ends = (*prop.to, 0.0)[:3]
    path = (pencil.view.point((x, y, z)), pencil.view.point((ends[0], ends[1], ends[2])))
    width = (prop.size[0] if prop.size else 0.035) * pencil.view.scale
    return [((x, y, z - 45.0), [Shape((path,), None, pencil.colour(prop.colour or "mark"), width, closed=False)])]


def _rope(prop: Prop, place: Point, frames: Frames, pencil: Pencil) -> Pieces:
    end = landmark(frames, prop.to_on) if prop.to_on in LANDMARKS else (*prop.to, 0.0, 0.0, 0.0)[:3]
    other: Point = (end[0], end[1], end[2])
    middle = between(place, other, 0.5)
    width = prop.size[0] if prop.size else 0.028
    return [(middle, pencil.tube((place, other), width, prop.colour or "strap"))]


def _bosu(prop: Prop, place: Point, frames: Frames, pencil: Pencil) -> Pieces:
    radius, high = with_usual(prop.size, 0.34, 0.2)
    x, y, z = place
    ax, ay, _az = pencil.view.right
    top = high / 2

    def pair(away: float, up: float, size: float) -> list[tuple[Point, float]]:
        return [((x + side * ax * away, y + side * ay * away, z + up), size) for side in (-1, 1)]

    base = pair(radius - 0.02, 0.03, 0.03)
    dome = pair(radius * 0.72, 0.075, 0.06) + pair(radius * 0.3, top, top)
    return [((x, y, z - 30.0), [pencil.blob(dome + base, "ball"), pencil.blob(base, "dark")])]


def _kneecap(prop: Prop, place: Point, frames: Frames, pencil: Pencil) -> Pieces:
    long, wide = with_usual(prop.size, 0.034, 0.028)
    cap = pencil.ellipse(place, (long, 0.0, 0.0), (0.0, wide, 0.0))
    return [((place[0], place[1], place[2] + 0.3), [Shape((cap,), pencil.colour("halo"), pencil.colour("line"), pencil.line)])]


def _cone(prop: Prop, place: Point, frames: Frames, pencil: Pencil) -> Pieces:
    x, y, z = place
    foot = pencil.blob((((x - 0.10, y, z + 0.012), 0.012), ((x + 0.10, y, z + 0.012), 0.012)), "working")
    return [((x, y, z), [pencil.blob((((x, y, z + 0.04), 0.075), ((x, y, z + 0.26), 0.02)), "working"), foot])]


def _ladder(prop: Prop, place: Point, frames: Frames, pencil: Pencil) -> Pieces:
    x, y, z = place
    deep, wide, count = with_usual(prop.size, 0.38, 0.42, 4)
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
    long, deep = with_usual(prop.size, 2.2, 1.1)
    face = ((x - long / 2, y, z - deep), (x + long / 2, y, z - deep), (x + long / 2, y, z), (x - long / 2, y, z))
    shapes = [Shape((tuple(map(pencil.view.point, face)),), pencil.colour("water"))]
    wave: list[tuple[float, ...]] = [pencil.view.point((x - long / 2, y, z))]
    for n in range(11):
        start = x - long / 2 + long * n / 11
        a, b, c = ((start + long / 11 * part, y, z + up) for part, up in ((0.35, 0.03), (0.65, -0.03), (1.0, 0.0)))
        wave.append((*pencil.view.point(a), *pencil.view.point(b), *pencil.view.point(c)))
    line = Shape((tuple(wave),), None, pencil.colour("water line"), pencil.line * 2.2, closed=False)
    return [((x, y, z - 55.0), shapes), ((x, y, z + 55.0), [line])]


KINDS: Mapping[str, Callable[[Prop, Point, Frames, Pencil], Pieces]] = {
    "towel": _roll,
    "roller": _roll,
    "ball": _ball,
    "pillow": _pillow,
    "pad": _pillow,
    "slider": _pillow,
    "mat": _mat,
    "line": _line,
    "strap": _rope,
    "rail": _rope,
    "bosu": _bosu,
    "kneecap": _kneecap,
    "cone": _cone,
    "ladder": _ladder,
    "water": _water,
}
