"""Outlines of circles: they reach exactly as far as the circles in every direction, and run one way round."""

from itertools import permutations
from math import cos, hypot, pi, sin

from hypothesis import given
from hypothesis import strategies as st

from pfss_desktop.figures.hulls import Circle, Path, capsule, disc, hull, hull_of_points, polygon, smooth

circles = st.tuples(st.floats(-50, 50), st.floats(-50, 50), st.floats(0.1, 20))


def sampled(path: Path, per_curve: int = 24) -> list[tuple[float, float]]:
    points: list[tuple[float, float]] = []
    for segment in path:
        if len(segment) == 2:
            points.append((segment[0], segment[1]))
            continue
        (x0, y0), (x1, y1, x2, y2, x3, y3) = points[-1], segment
        for n in range(1, per_curve + 1):
            t = n / per_curve
            u = 1 - t
            points.append(
                (
                    u**3 * x0 + 3 * u * u * t * x1 + 3 * u * t * t * x2 + t**3 * x3,
                    u**3 * y0 + 3 * u * u * t * y1 + 3 * u * t * t * y2 + t**3 * y3,
                )
            )
    return points


def area(points: list[tuple[float, float]]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1], strict=True)) / 2


def assert_wraps(path: Path, wrapped: list[Circle]) -> None:
    points = sampled(path)
    widest = max(r for _x, _y, r in wrapped)
    for n in range(36):
        c, s = cos(n * pi / 18), sin(n * pi / 18)
        reach = max(x * c + y * s + r for x, y, r in wrapped)
        assert abs(max(x * c + y * s for x, y in points) - reach) < 0.022 * widest + 1e-6
    assert area(points) > 0


@given(circles, circles)
def test_a_capsule_wraps_both_circles(a: Circle, b: Circle) -> None:
    assert_wraps(capsule(a, b), [a, b])


@given(st.lists(circles, min_size=1, max_size=7))
def test_a_hull_wraps_all_circles(wrapped: list[Circle]) -> None:
    assert_wraps(hull(tuple(wrapped)), wrapped)


def test_circles_in_a_row_are_wrapped_whatever_their_order() -> None:
    for row in permutations(((0.0, 0.0, 1.0), (0.5, 0.0, 1.0), (1.0, 0.0, 1.0))):
        assert_wraps(hull(row), list(row))


def test_a_circle_inside_another_adds_nothing() -> None:
    assert capsule((0, 0, 5), (1, 0, 2)) == disc((0, 0, 5))
    assert hull(((0, 0, 5), (1, 0, 2), (0, 1, 1))) == hull(((0, 0, 5),))


def test_a_capsule_is_two_lines_and_two_curves() -> None:
    path = capsule((0, 0, 1), (10, 0, 1))
    assert [len(segment) for segment in path] == [2, 6, 2, 6]


def test_polygons_turn_one_way() -> None:
    square = ((0.0, 0.0), (0.0, 1.0), (1.0, 1.0), (1.0, 0.0))
    assert area(list(polygon(square))) == area(list(polygon(square[::-1]))) == 1.0


def test_a_hull_of_points_leaves_out_what_is_inside() -> None:
    corners = ((0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0))
    assert set(hull_of_points((*corners, (1.0, 2.0), (3.0, 1.0)))) == set(corners)


def test_a_smooth_line_goes_through_its_points() -> None:
    spots = ((0.0, 0.0), (3.0, 5.0), (9.0, 4.0))
    drawn = sampled(smooth(spots))
    assert all(min(hypot(x - a, y - b) for x, y in drawn) < 1e-9 for a, b in spots)
