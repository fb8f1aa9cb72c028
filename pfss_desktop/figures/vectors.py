"""Points and turned frames of three-dimensional space, as plain tuples. No bodies, no cameras.

A frame's matrix is nine numbers, row by row; its columns are the frame's forward, left and up in the outer frame.
The world has x forward, y to the left, z up, in metres; angles are in degrees.
"""

from math import cos, radians, sin, sqrt

Point = tuple[float, float, float]
Matrix = tuple[float, float, float, float, float, float, float, float, float]

ORIGIN: Point = (0.0, 0.0, 0.0)
UPRIGHT: Matrix = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)


def about_x(m: Matrix, degrees: float) -> Matrix:
    """Return the frame turned about its own forward axis; positive tips its top to the right."""
    if not degrees:
        return m
    angle = radians(degrees)
    c, s = cos(angle), sin(angle)
    a, b, d, e, f, g, h, i, j = m
    return (a, c * b + s * d, c * d - s * b, e, c * f + s * g, c * g - s * f, h, c * i + s * j, c * j - s * i)


def about_y(m: Matrix, degrees: float) -> Matrix:
    """Return the frame turned about its own left axis; positive tips its top forward."""
    if not degrees:
        return m
    angle = radians(degrees)
    c, s = cos(angle), sin(angle)
    a, b, d, e, f, g, h, i, j = m
    return (c * a - s * d, b, s * a + c * d, c * e - s * g, f, s * e + c * g, c * h - s * j, i, s * h + c * j)


def about_z(m: Matrix, degrees: float) -> Matrix:
    """Return the frame turned about its own up axis; positive turns its front to the left."""
    if not degrees:
        return m
    angle = radians(degrees)
    c, s = cos(angle), sin(angle)
    a, b, d, e, f, g, h, i, j = m
    return (c * a + s * b, c * b - s * a, d, c * e + s * f, c * f - s * e, g, c * h + s * i, c * i - s * h, j)


def out_of(m: Matrix, origin: Point, local: Point) -> Point:
    """Return where a point given inside a frame lies outside of it."""
    x, y, z = local
    return (
        origin[0] + m[0] * x + m[1] * y + m[2] * z,
        origin[1] + m[3] * x + m[4] * y + m[5] * z,
        origin[2] + m[6] * x + m[7] * y + m[8] * z,
    )


def difference(a: Point, b: Point) -> Point:
    """Return the way from b to a."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def along(a: Point, direction: Point, distance: float) -> Point:
    """Return the point at a distance from a in a direction of length one."""
    return (a[0] + direction[0] * distance, a[1] + direction[1] * distance, a[2] + direction[2] * distance)


def dot(a: Point, b: Point) -> float:
    """Return the inner product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Point, b: Point) -> Point:
    """Return the outer product."""
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def length(a: Point) -> float:
    """Return the length of a way."""
    return sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])


def unit(a: Point) -> Point:
    """Return the way shortened to length one; straight up where it has no length."""
    size = sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])
    return (a[0] / size, a[1] / size, a[2] / size) if size > 1e-9 else (0.0, 0.0, 1.0)


def between(a: Point, b: Point, part: float) -> Point:
    """Return the point at a part (0 to 1) of the way from a to b."""
    return (a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part, a[2] + (b[2] - a[2]) * part)


def from_axes(forward: Point, left: Point, up: Point) -> Matrix:
    """Return the matrix of a frame from its three axes."""
    return (forward[0], left[0], up[0], forward[1], left[1], up[1], forward[2], left[2], up[2])
