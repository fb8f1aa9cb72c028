"""Simple solids: boxes, balls, tubes, discs, straps around a limb. Chairs and bands stand in `props` and `gear`."""

from collections.abc import Mapping, Sequence
from math import hypot

import msgspec

from pfss_desktop.figures.drawing import Shape
from pfss_desktop.figures.hulls import Path, disc, hull, hull_of_points, polygon
from pfss_desktop.figures.projection import View
from pfss_desktop.figures.vectors import Matrix, Point, out_of

Pieces = list[tuple[Point, list[Shape]]]
"""Shapes, each with the point whose depth they have."""


def with_usual(size: Sequence[float], *usual: float) -> tuple[float, ...]:
    """Return the given sizes, completed by the usual ones."""
    return (*size, *usual[len(size) :])


class Pencil(msgspec.Struct, frozen=True):
    """What a solid is drawn with: the view, the colours by role and the width of outlines in millimetres."""

    view: View
    colours: Mapping[str, str]
    line: float

    def colour(self, role: str) -> str:
        """Return the colour of a role; a colour value stands for itself."""
        return role if role.startswith("#") else self.colours[role]

    def box(self, low: Point, high: Point, role: str, *, light: str = "", dark: str = "") -> list[Shape]:
        """Return an upright box between two corners: top light, the face towards the right of the body plain, ends dark."""
        x0, y0, z0 = low
        x1, y1, z1 = high
        corners = tuple(self.view.point((x, y, z)) for x in (x0, x1) for y in (y0, y1) for z in (z0, z1))
        shapes = [Shape((hull_of_points(corners),), self.colour(role), self.colour("line"), self.line)]
        near = self.view.near
        end_x = x1 if near[0] > 0 else x0
        if abs(near[0]) > 0.03:
            side = ((end_x, y0, z0), (end_x, y1, z0), (end_x, y1, z1), (end_x, y0, z1))
            shapes.append(self.face(side, dark or role))
        if near[2] > 0.03:
            top = ((x0, y0, z1), (x1, y0, z1), (x1, y1, z1), (x0, y1, z1))
            shapes.append(self.face(top, light or role))
        return shapes

    def face(self, points: Sequence[Point], role: str) -> Shape:
        """Return a flat face with a thin edge."""
        return Shape((polygon(tuple(map(self.view.point, points))),), self.colour(role), self.colour("line"), self.line * 0.6)

    def blob(self, spheres: Sequence[tuple[Point, float]], role: str) -> Shape:
        """Return the outlined hull of spheres."""
        circles = tuple(self.view.circle(p, r) for p, r in spheres)
        path = hull(circles) if len(circles) > 1 else disc(circles[0])
        return Shape((path,), self.colour(role), self.colour("line"), self.line)

    def tube(self, points: Sequence[Point], thickness: float, role: str, *, edge: str = "line") -> list[Shape]:
        """Return a tube of even thickness (metres) along points, with an outline."""
        path: Path = tuple(map(self.view.point, points))
        width = thickness * self.view.scale
        return [
            Shape((path,), None, self.colour(edge), width + 2 * self.line, closed=False),
            Shape((path,), None, self.colour(role), width, closed=False),
        ]

    def ellipse(self, centre: Point, one: Point, other: Point) -> Path:
        """Return the outline of a flat disc with two half axes at right angles."""
        cx, cy = self.view.point(centre)
        ax, ay = self._way(one)
        bx, by = self._way(other)
        return tuple(
            tuple(
                value
                for i in range(0, len(segment), 2)
                for value in (cx + ax * segment[i] + bx * segment[i + 1], cy + ay * segment[i] + by * segment[i + 1])
            )
            for segment in disc((0.0, 0.0, 1.0))
        )

    def slab(self, centre: Point, one: Point, other: Point, role: str) -> Shape:
        """Return a flat disc with an outline."""
        return Shape((self.ellipse(centre, one, other),), self.colour(role), self.colour("line"), self.line)

    def strap(self, frame: tuple[Matrix, Point], height: float, radius: float, breadth: float, role: str) -> list[Shape]:
        """Return a strap around a limb, `height` along its bone from the upper joint (negative: below it); metres."""
        matrix, origin = frame
        centre = out_of(matrix, origin, (0.0, 0.0, height))
        bone = (matrix[2], matrix[5], matrix[8])
        x, y = self.view.point(centre)
        ux, uy = self._way(bone)
        size = hypot(ux, uy)
        scale = self.view.scale
        if size < 0.25 * scale:
            ring = disc((x, y, radius * scale))
            return [
                Shape((ring,), None, self.colour("line"), breadth * scale * 0.6 + 2 * self.line),
                Shape((ring,), None, self.colour(role), breadth * scale * 0.6),
            ]
        ux, uy = ux / size, uy / size
        across_x, across_y = -uy * radius * scale, ux * radius * scale
        bow = -self.view.depth(bone) * radius * scale * 1.2
        half = breadth * size / 2
        edges = []
        for along in (half, -half):
            cx, cy = x + ux * along, y + uy * along
            mx, my = cx + ux * bow, cy + uy * bow
            edges.append(
                (
                    (cx - across_x, cy - across_y),
                    (mx - across_x * 0.6, my - across_y * 0.6),
                    (mx + across_x * 0.6, my + across_y * 0.6),
                    (cx + across_x, cy + across_y),
                )
            )
        (a, b, c, d), (e, f, g, h) = edges
        path: Path = (a, (*b, *c, *d), h, (*g, *f, *e))
        return [Shape((path,), self.colour(role), self.colour("line"), self.line)]

    def _way(self, way: Point) -> tuple[float, float]:
        x, y = self.view.point(way)
        return x - self.view.x, y - self.view.y
