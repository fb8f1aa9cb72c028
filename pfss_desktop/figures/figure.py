"""An exercise's figure made ready for drawing: its movement, its things, the room it takes. Made once, drawn often."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from math import hypot
from typing import Any

import msgspec

from pfss_desktop.domain.faults import Fault, FaultyFile
from pfss_desktop.figures.body import SPHERES
from pfss_desktop.figures.drawing import Shape
from pfss_desktop.figures.joints import ANGLE_INDEX
from pfss_desktop.figures.key_frames import make_motion
from pfss_desktop.figures.motion import Motion
from pfss_desktop.figures.poses import Poses, poses_place, read_poses
from pfss_desktop.figures.projection import Box, View, around, box_of
from pfss_desktop.figures.props import KINDS, Placed, place_props, prop_parts, things_to_hold
from pfss_desktop.figures.skeleton import LANDMARKS, Frames, landmark
from pfss_desktop.figures.solids import Pencil
from pfss_desktop.figures.styles import Style
from pfss_desktop.figures.travel import travel_paths
from pfss_desktop.figures.vectors import out_of
from pfss_desktop.language import _

_STILL = 0.02
"""Metres; a part that moves less has no ghost of its own."""
_FROM_ABOVE = 13.0
"""Degrees of camera height from which the floor is shown as a mat and not as a line."""
Low = tuple[float, float, float]
"""Something near the floor: the height of its underside, x and y, in metres."""
_RIM, _RIM_BEHIND_BACK, _NEAR_FLOOR, _ON_FLOOR = 0.10, 0.20, 0.16, 0.03
_MOMENTS_KEPT = 16
"""Moments whose solved postures a figure keeps: its key frames and those along its path are asked for at every drawing."""
_HALF_COVERED = 0.085
"""Metres in the picture between two heads of which one hides about half of the other."""


class Figure(msgspec.Struct, frozen=True):
    """An exercise's poses made ready for drawing, for all sides and moments; made once, kept by whoever draws often."""

    poses: Poses
    motion: Motion
    frames_at: Callable[[float], Frames]
    props: tuple[Placed, ...]
    box: Box
    footprint: Box
    ghosts: frozenset[str]
    floor_top: float | None

    @property
    def aspect(self) -> float:
        """How wide the figure is for its height: for giving it a room that it fills."""
        left, top, right, bottom = self.box
        return (right - left) / (bottom - top)


def make_figure(poses: Mapping[str, Any] | Poses, exercise_id: str = "") -> Figure:
    """Return the figure of an exercise's `poses`. Raises FaultyFile that names exercise, joint, value and bounds."""
    typed = poses if isinstance(poses, Poses) else read_poses(poses, exercise_id)
    place = poses_place(exercise_id)
    _check_names(typed, place)
    try:
        return _made(typed)
    except ValueError as error:
        raise FaultyFile([Fault(place, _("a place or size has too few or too many numbers"))]) from error


def _made(poses: Poses) -> Figure:
    motion = make_motion(poses, things_to_hold(poses))
    frames_at = lru_cache(_MOMENTS_KEPT)(motion.frames)
    moments = [frames_at(part) for part in ((0.0, 0.25, 0.5, 0.75, 1.0) if len(motion.keys) > 1 else (0.0,))]
    props = place_props(poses, moments[-1])
    view = View.of(*poses.camera)
    boxes = [box_of(view.body(frames)) for frames in moments]
    pencil = Pencil(view, Style().colours(), 0.0)
    boxes += [shape_box(shape) for prop in props for part in prop_parts(prop, moments[-1], pencil) for shape in part.shapes]
    boxes += [box_of([(x, y, 0.03) for x, y in path]) for path in travel_paths(poses, frames_at, view, 0.0, 1.0)]
    low = _low_spheres(moments)
    footprint = (
        _footprint(low, _RIM_BEHIND_BACK if poses.base.startswith("lying on") else _RIM)
        if has_mat(poses)
        else (0.0, 0.0, 0.0, 0.0)
    )
    if has_mat(poses):
        x0, y0, x1, y1 = footprint
        boxes.append(box_of([(*view.point((x, y, 0.0)), 0.01) for x in (x0, x1) for y in (y0, y1)]))
    ghosts = _moving_parts(moments[0], moments[-1], view)
    return Figure(poses, motion, frames_at, props, around(boxes), footprint, ghosts, _floor_depth(low, view))


def shape_box(shape: Shape) -> Box:
    """Return a box around a shape's points; for curves around their control points, half the stroke added."""
    spread = shape.width / 2
    xs = [segment[i] for path in shape.paths for segment in path for i in range(0, len(segment), 2)]
    ys = [segment[i] for path in shape.paths for segment in path for i in range(1, len(segment), 2)]
    return (min(xs) - spread, min(ys) - spread, max(xs) + spread, max(ys) + spread)


def _footprint(low: list[Low], behind: float) -> Box:
    """Return the part of the floor that the body touches at any moment, with a rim (metres: x, y low, x, y high).

    `behind` is the rim at the far side: behind the back of one who lies on the side.
    """
    spots = [(x, y) for height, x, y in low if height < _NEAR_FLOOR]
    if not spots:
        return (-0.3, -0.3, 0.3, 0.3)
    xs, ys = [x for x, _y in spots], [y for _x, y in spots]
    return (min(xs) - _RIM, min(ys) - _RIM, max(xs) + _RIM, max(ys) + behind)


def _low_spheres(moments: list[Frames]) -> list[Low]:
    """Return what of the body is near the floor at any moment: height of the underside, x and y, in metres."""
    low = []
    for frames in moments:
        for sphere in SPHERES:
            x, y, z = out_of(*frames[sphere[0]], sphere[1:4])
            if z - sphere[4] < _NEAR_FLOOR:
                low.append((z - sphere[4], x, y))
    return low


def _floor_depth(low: list[Low], view: View) -> float | None:
    """Return how high in the picture (metres down, view from the right) the farthest touch of the floor is; None without any."""
    return min((view.point((x, y, 0.0))[1] for height, x, y in low if height < _ON_FLOOR), default=None)


def _moving_parts(start: Frames, end: Frames, view: View) -> frozenset[str]:
    """Return the parts whose ghost would not be hidden by the end posture; a head only where most of it is seen."""
    watched = {
        "trunk": ("pelvis", "chest"),
        "head": ("head",),
        **{f"{side}_leg": (f"{side}_knee", f"{side}_ankle", f"{side}_forefoot") for side in ("right", "left")},
        **{f"{side}_arm": (f"{side}_elbow", f"{side}_hand") for side in ("right", "left")},
    }
    moving = {part for part, names in watched.items() if any(_moved(start, end, name) > _STILL for name in names)}
    (ax, ay), (bx, by) = view.point(landmark(start, "head")), view.point(landmark(end, "head"))
    if hypot(bx - ax, by - ay) < _HALF_COVERED:
        moving.discard("head")
    return frozenset(moving)


def _moved(start: Frames, end: Frames, name: str) -> float:
    a, b = landmark(start, name), landmark(end, name)
    return max(abs(a[0] - b[0]), abs(a[1] - b[1]), abs(a[2] - b[2]))


def has_mat(poses: Poses) -> bool:
    """Return whether the floor is shown as a mat, because it is seen from above."""
    return poses.camera[1] >= _FROM_ABOVE and poses.base not in ("standing", "sitting")


def _check_names(poses: Poses, place: str) -> None:
    """Raise FaultyFile where a pose names a place of the body, a prop or a joint that there is not."""
    holds = [
        hold
        for frame in (poses.contacts, poses.start, poses.middle, poses.end)
        if frame is not None
        for hold in (frame.right_foot, frame.left_foot, frame.right_hand, frame.left_hand)
    ]
    on = {hold if isinstance(hold, str) else hold.on for hold in holds if hold is not None}
    kinds = {prop.kind for prop in poses.props}
    places = {*LANDMARKS, ""}
    travelling = poses.travel if isinstance(poses.travel, str) else poses.travel.of if poses.travel is not None else ""
    ends = {name for prop in poses.props for name in (prop.on, prop.to_on)} | set(poses.band_held_by)
    unknown = [
        *(Fault(f"{place}.props", name) for name in sorted(kinds - KINDS.keys())),
        *(Fault(f"{place}.contacts", name) for name in sorted(on - places - kinds - {"floor", "free", "stay"})),
        *(Fault(f"{place}.travel", name) for name in sorted({travelling} - places)),
        *(Fault(f"{place}.props", name) for name in sorted(ends - places)),
    ]
    if poses.measure and tuple(poses.measure.replace(" ", "\n", 1).split("\n")) not in ANGLE_INDEX:
        unknown.append(Fault(f"{place}.measure", poses.measure))
    if unknown:
        raise FaultyFile([Fault(fault.field, _("there is no {name}").format(name=fault.reason)) for fault in unknown])
