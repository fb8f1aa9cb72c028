"""The way of the arrow: where the travelling joint goes, in the picture. The arrow itself stands in `arrows`."""

from collections.abc import Callable

from pfss_desktop.figures.poses import Poses, Travel
from pfss_desktop.figures.projection import Spot, View
from pfss_desktop.figures.skeleton import Frames, landmark
from pfss_desktop.figures.vectors import Point

_PATH_SAMPLES = 4


def travel_paths(poses: Poses, frames_at: Callable[[float], Frames], view: View, first: float, last: float) -> list[list[Spot]]:
    """Return points along each way from one part of the movement (0 to 1) to another; no way where nothing travels."""
    travel = Travel(of=poses.travel) if isinstance(poses.travel, str) else poses.travel
    if travel is None:
        return []
    places = _places(poses, travel, frames_at, (first, last))
    ways = [places, [(x, -y, z) for x, y, z in places]] if travel.mirrored else [places]
    seen = [[view.point(place) for place in way] for way in ways]
    round_about = not travel.through and len(places) == 3
    return [_through(way[0], way[1], way[2]) for way in seen] if round_about else seen


def _places(poses: Poses, travel: Travel, frames_at: Callable[[float], Frames], span: tuple[float, float]) -> list[Point]:
    """Return the places on the way: as given, else of the body, three of them where a whole movement has a middle."""
    if travel.through:
        return list(travel.through)
    first, last = span
    samples = 2 if poses.middle is not None and span == (0.0, 1.0) else _PATH_SAMPLES
    return [_travelled(frames_at(first + (last - first) * sample / samples), travel) for sample in range(samples + 1)]


def _travelled(frames: Frames, travel: Travel) -> Point:
    x, y, z = landmark(frames, travel.of)
    return (x + travel.by[0], y + travel.by[1], z + travel.by[2])


def _through(a: Spot, b: Spot, c: Spot) -> list[Spot]:
    """Return points of one parabola from a through b to c: a step or hop over a middle frame is round."""
    mx, my = 2 * b[0] - (a[0] + c[0]) / 2, 2 * b[1] - (a[1] + c[1]) / 2
    parts = [n / _PATH_SAMPLES for n in range(_PATH_SAMPLES + 1)]
    return [
        ((1 - t) ** 2 * a[0] + 2 * t * (1 - t) * mx + t * t * c[0], (1 - t) ** 2 * a[1] + 2 * t * (1 - t) * my + t * t * c[1])
        for t in parts
    ]
