"""The way of the arrow: where the travelling joint goes, in the picture. The arrow itself stands in `arrows`."""

from collections.abc import Callable

from pfss_desktop.figures.poses import Poses, Travel
from pfss_desktop.figures.projection import Spot, View
from pfss_desktop.figures.skeleton import Frames, landmark
from pfss_desktop.figures.vectors import Point

_PATH_SAMPLES = 4


def travel_path(poses: Poses, frames_at: Callable[[float], Frames], view: View, first: float, last: float) -> list[Spot]:
    """Return points along the way from one part of the movement (0 to 1) to another; none where nothing travels."""
    travel = Travel(of=poses.travel) if isinstance(poses.travel, str) else poses.travel
    if travel is None:
        return []
    if travel.through:
        return [view.point(p) for p in travel.through]
    if poses.middle is not None and (first, last) == (0.0, 1.0):
        a, b, c = (view.point(_travelled(frames_at(part), travel)) for part in (0.0, 0.5, 1.0))
        return _through(a, b, c)
    parts = [first + (last - first) * sample / _PATH_SAMPLES for sample in range(_PATH_SAMPLES + 1)]
    return [view.point(_travelled(frames_at(part), travel)) for part in parts]


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
