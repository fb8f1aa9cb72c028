"""The camera: an orthographic view from the side (azimuth) and from above (elevation). Circles out of spheres."""

from math import cos, radians, sin

import msgspec

from pfss_desktop.figures.body import SPHERES
from pfss_desktop.figures.hulls import Circle
from pfss_desktop.figures.skeleton import Frames
from pfss_desktop.figures.vectors import Point

Spot = tuple[float, float]
"""A point of the picture: millimetres to the right and down."""


class View(msgspec.Struct, frozen=True):
    """Where picture right, picture down and towards the viewer are in the world, with scale and origin in millimetres.

    Azimuth 0 looks at the body's right side, 90 at its front; elevation looks from above. A mirrored view swaps left and right.
    """

    right: Point
    down: Point
    near: Point
    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0
    mirrored: bool = False

    @classmethod
    def of(cls, azimuth: float, elevation: float, *, mirrored: bool = False) -> "View":
        """Return the view in metres, with the world's origin at its own."""
        a, e = radians(azimuth), radians(elevation)
        flip = -1.0 if mirrored else 1.0
        right = (flip * cos(a), flip * sin(a), 0.0)
        down = (sin(a) * sin(e), -cos(a) * sin(e), -cos(e))
        return cls(right, down, (sin(a) * cos(e), -cos(a) * cos(e), sin(e)), mirrored=mirrored)

    def scaled(self, scale: float, x: float, y: float) -> "View":
        """Return the view at so many millimetres to the metre, the world's origin at x, y."""
        return View(self.right, self.down, self.near, scale, x, y, self.mirrored)

    def point(self, p: Point) -> tuple[float, float]:
        """Return where a point of the world is in the picture."""
        r, d, s = self.right, self.down, self.scale
        return (
            self.x + s * (r[0] * p[0] + r[1] * p[1] + r[2] * p[2]),
            self.y + s * (d[0] * p[0] + d[1] * p[1] + d[2] * p[2]),
        )

    def circle(self, p: Point, radius: float) -> Circle:
        """Return the circle that a sphere is in the picture."""
        x, y = self.point(p)
        return (x, y, radius * self.scale)

    def depth(self, p: Point) -> float:
        """Return how near a point is, in metres; larger is nearer."""
        n = self.near
        return n[0] * p[0] + n[1] * p[1] + n[2] * p[2]

    def body(self, frames: Frames) -> list[Circle]:
        """Return the circles of all spheres of the body, in their order."""
        s = self.scale
        rx, ry, rz = self.right[0] * s, self.right[1] * s, self.right[2] * s
        dx, dy, dz = self.down[0] * s, self.down[1] * s, self.down[2] * s
        flat = []
        for m, (ox, oy, oz) in frames:
            a, b, c, d, e, f, g, h, i = m
            flat.append(
                (
                    rx * a + ry * d + rz * g, rx * b + ry * e + rz * h, rx * c + ry * f + rz * i,
                    self.x + rx * ox + ry * oy + rz * oz,
                    dx * a + dy * d + dz * g, dx * b + dy * e + dz * h, dx * c + dy * f + dz * i,
                    self.y + dx * ox + dy * oy + dz * oz,
                )
            )  # fmt: skip
        circles = []
        for segment, x, y, z, radius in SPHERES:
            a, b, c, d, e, f, g, h = flat[segment]
            circles.append((a * x + b * y + c * z + d, e * x + f * y + g * z + h, radius * s))
        return circles


Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def box_of(circles: list[Circle]) -> Box:
    """Return the smallest box around circles."""
    return (
        min([x - r for x, _y, r in circles]),
        min([y - r for _x, y, r in circles]),
        max([x + r for x, _y, r in circles]),
        max([y + r for _x, y, r in circles]),
    )


def around(boxes: list[Box]) -> Box:
    """Return the smallest box around boxes."""
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
