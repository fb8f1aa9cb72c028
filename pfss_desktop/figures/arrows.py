"""The arrow along the path of the travelling joint: a curve with a head and a pale rim. Lengths in millimetres."""

from itertools import pairwise
from math import hypot

from pfss_desktop.figures.drawing import Shape
from pfss_desktop.figures.hulls import Path, polygon, smooth
from pfss_desktop.figures.projection import Spot


def arrow(path: list[Spot], colour: str, rim: str, width: float, *, both_ways: bool = False) -> list[Shape]:
    """Return a curved arrow along the points; the head ends at the last one."""
    points = _long_enough(_thinned(path, width), (9.0 if both_ways else 6.5) * width)
    if len(points) < 2:
        return []
    head_length = 3.0 * width
    shaft = _cut_end(points, head_length * 0.8)
    heads = [_head(points, head_length, width)]
    if both_ways:
        shaft = _cut_end(shaft[::-1], head_length * 0.8)[::-1]
        heads.append(_head(points[::-1], head_length, width))
    curve = smooth(tuple(shaft))
    return [
        Shape((curve,), None, rim, width * 2.0, closed=False),
        Shape(tuple(heads), None, rim, width * 1.0),
        Shape((curve,), None, colour, width, closed=False),
        Shape(tuple(heads), colour, colour, width * 0.25),
    ]


def path_length(path: list[Spot]) -> float:
    """Return the length of a line through points."""
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(path))


def _head(points: list[Spot], size: float, width: float) -> Path:
    tip = points[-1]
    back = _cut_end(points, size)[-1]
    dx, dy = tip[0] - back[0], tip[1] - back[1]
    far = hypot(dx, dy) or 1.0
    ux, uy = dx / far, dy / far
    base_x, base_y = tip[0] - ux * size, tip[1] - uy * size
    half = 1.35 * width
    notch = size * 0.18
    return polygon(
        (
            tip,
            (base_x - uy * half, base_y + ux * half),
            (base_x + ux * notch, base_y + uy * notch),
            (base_x + uy * half, base_y - ux * half),
        )
    )


def _thinned(path: list[Spot], width: float) -> list[Spot]:
    """Return the points without such as lie on top of the one before."""
    kept = path[:1]
    for spot in path[1:]:
        if hypot(spot[0] - kept[-1][0], spot[1] - kept[-1][1]) > width * 0.3:
            kept.append(spot)
    return kept


def _long_enough(points: list[Spot], least: float) -> list[Spot]:
    """Return a path too short for its head made longer about its middle."""
    size = path_length(points)
    if len(points) < 2 or size >= least:
        return points
    grow = least / size
    mx, my = (points[0][0] + points[-1][0]) / 2, (points[0][1] + points[-1][1]) / 2
    return [(mx + (x - mx) * grow, my + (y - my) * grow) for x, y in points]


def _cut_end(points: list[Spot], away: float) -> list[Spot]:
    """Return the path without its last millimetres."""
    rest = list(points)
    while len(rest) > 2:
        step = hypot(rest[-1][0] - rest[-2][0], rest[-1][1] - rest[-2][1])
        if step > away:
            break
        away -= step
        rest.pop()
    (ax, ay), (bx, by) = rest[-2], rest[-1]
    step = hypot(bx - ax, by - ay) or 1.0
    part = max(0.0, 1.0 - away / step)
    rest[-1] = (ax + (bx - ax) * part, ay + (by - ay) * part)
    return rest
