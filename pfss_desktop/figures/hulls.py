"""Exact outlines in the plane: circles joined by tangents, as lines and circular arcs.

An arc of up to 190 degrees is written as one cubic curve: at 120 degrees it strays from the circle by 0.15 % of the radius, at
180 by 1.3 %, which at handout size is a twentieth of a millimetre on the widest part of the body. It halves what a page holds.
All outlines run anticlockwise (y upward), so that overlapping ones fill as one. No body parts, no colours.
"""

from math import acos, atan2, ceil, cos, hypot, pi, sin, sqrt, tan

Circle = tuple[float, float, float]
"""Centre x, centre y, radius."""
Segment = tuple[float, ...]
"""Two numbers: a straight line to that point (the first one: the start). Six numbers: a cubic curve."""
Path = tuple[Segment, ...]

_TURN = 2 * pi
_WIDEST_ARC = 190.0 * pi / 180.0
_EVEN = 0.99
"""Shortens the handles of wide arcs, so that the curve strays outward as much as inward."""
_ONE_CURVE = 0.087
"""Sine of half of what an arc of 190 degrees has above 180: capsules up to this slope end in one curve each."""

_SLACK = 1e-9
"""Radians by which a tangent may seem to lie behind the one before it."""


def disc(circle: Circle) -> Path:
    """Return a whole circle."""
    x, y, r = circle
    k = 0.5522847498 * r
    return (
        (x + r, y),
        (x + r, y + k, x + k, y + r, x, y + r),
        (x - k, y + r, x - r, y + k, x - r, y),
        (x - r, y - k, x - k, y - r, x, y - r),
        (x + k, y - r, x + r, y - k, x + r, y),
    )


def capsule(a: Circle, b: Circle) -> Path:
    """Return the hull of two circles; the larger circle where it holds the other."""
    ax, ay, ar = a
    bx, by, br = b
    dx, dy = bx - ax, by - ay
    distance = sqrt(dx * dx + dy * dy)
    if distance <= abs(ar - br) + 1e-9:
        return disc(a if ar >= br else b)
    ux, uy = dx / distance, dy / distance
    c = (ar - br) / distance
    if c > _ONE_CURVE or c < -_ONE_CURVE:
        return hull((a, b))
    s = sqrt(1.0 - c * c)
    # Tangent points lie at the angle beta to the axis, cos beta = c; the arcs span 2 beta and 2 pi - 2 beta.
    px, py = ux * c - uy * s, uy * c + ux * s
    qx, qy = ux * c + uy * s, uy * c - ux * s
    # The tangent of a quarter of an arc, from the half-angle formula: tan(beta / 2) and its reciprocal.
    t = s / (1.0 + c)
    kb = br * 4.0 / 3.0 * _EVEN * t
    ka = ar * 4.0 / 3.0 * _EVEN / t
    x1, y1 = bx + qx * br, by + qy * br
    x2, y2 = bx + px * br, by + py * br
    x3, y3 = ax + px * ar, ay + py * ar
    x4, y4 = ax + qx * ar, ay + qy * ar
    return (
        (x1, y1),
        (x1 - qy * kb, y1 + qx * kb, x2 + py * kb, y2 - px * kb, x2, y2),
        (x3, y3),
        (x3 - py * ka, y3 + px * ka, x4 + qy * ka, y4 - qx * ka, x4, y4),
    )


def hull(circles: tuple[Circle, ...]) -> Path:
    """Return the convex hull of one or more circles, found by wrapping: from each circle on to the next tangent."""
    tour = _tour(circles)
    if len(tour) == 1:
        return disc(tour[0][0])
    path: list[Segment] = []
    last = len(tour) - 1
    for index, (circle, leaving) in enumerate(tour):
        entering = tour[index - 1][1] if index else tour[last][1] - _TURN
        _add_arc(path, circle, entering, leaving)
    return tuple(path)


def polygon(points: tuple[tuple[float, float], ...]) -> Path:
    """Return the points as an outline, turned anticlockwise."""
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, (*points[1:], points[0]), strict=True))
    return points if area >= 0 else points[::-1]


def hull_of_points(points: tuple[tuple[float, float], ...]) -> Path:
    """Return the convex hull of three or more points."""
    ordered = sorted(set(points))
    lower: list[tuple[float, float]] = []
    upper: list[tuple[float, float]] = []
    for chain, sequence in ((lower, ordered), (upper, ordered[::-1])):
        for p in sequence:
            while len(chain) > 1 and _turns_right(chain[-2], chain[-1], p):
                chain.pop()
            chain.append(p)
    return tuple(lower[:-1] + upper[:-1])


def smooth(points: tuple[tuple[float, float], ...]) -> Path:
    """Return an open curve that runs smoothly through the points."""
    if len(points) < 3:
        return points
    path: list[Segment] = [points[0]]
    for i in range(len(points) - 1):
        before, a, b = points[max(i - 1, 0)], points[i], points[i + 1]
        after = points[min(i + 2, len(points) - 1)]
        path.append(
            (
                a[0] + (b[0] - before[0]) / 6,
                a[1] + (b[1] - before[1]) / 6,
                b[0] - (after[0] - a[0]) / 6,
                b[1] - (after[1] - a[1]) / 6,
                b[0],
                b[1],
            )
        )
    return tuple(path)


def _turns_right(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) <= 0


def _tour(circles: tuple[Circle, ...]) -> list[tuple[Circle, float]]:
    """Return the circles of the hull in order, each with the angle at which the outline leaves it (rising, below one turn)."""
    first = max(range(len(circles)), key=lambda i: (circles[i][0] + circles[i][2], circles[i][2]))
    at, angle = first, 0.0
    tour: list[tuple[Circle, float]] = []
    for _step in range(2 * len(circles) + 1):
        x, y, r = circles[at]
        best, chosen = _TURN, -1
        for other, (ox, oy, o_radius) in enumerate(circles):
            dx, dy = ox - x, oy - y
            distance = hypot(dx, dy)
            if other == at or distance <= abs(r - o_radius) + 1e-9:
                continue
            tangent = atan2(dy, dx) - acos((r - o_radius) / distance)
            turn = (tangent - angle + _SLACK) % _TURN
            if turn < best:
                best, chosen = turn, other
        if chosen < 0 or angle + best >= _TURN:
            break
        # Without the slack, or circles in a row would use it up, and the second of them would seem a whole turn away.
        angle += max(0.0, best - _SLACK)
        tour.append((circles[at], angle))
        at = chosen
    if not tour or at != first:
        # Nothing but the first circle shows, or the wrap has ended on it by the very last tangent.
        tour.append((circles[at], _TURN))
        return tour
    # The outline comes back to the first circle, whose arc spans the joint between the last turn and the first.
    return tour


def _add_arc(path: list[Segment], circle: Circle, start: float, end: float) -> None:
    x, y, r = circle
    c, s = cos(start), sin(start)
    path.append((x + r * c, y + r * s))
    sweep = end - start
    if sweep < 1e-6:
        return
    count = ceil(sweep / _WIDEST_ARC)
    step = sweep / count
    k = r * 4.0 / 3.0 * tan(step / 4.0)
    if step > 2.2:
        k *= _EVEN
    for i in range(1, count + 1):
        c2, s2 = cos(start + step * i), sin(start + step * i)
        path.append((x + r * c - k * s, y + r * s + k * c, x + r * c2 + k * s2, y + r * s2 - k * c2, x + r * c2, y + r * s2))
        c, s = c2, s2
