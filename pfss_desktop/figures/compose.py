"""From poses and a prescription to a drawing: the order of parts, the ghost, the arrow, the fit. The one way in for painters."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from pfss_desktop.domain.body import RangeLimit, Side
from pfss_desktop.domain.resistance import Resistance
from pfss_desktop.figures.alt_text import describe
from pfss_desktop.figures.arrows import Spot, arrow, path_length
from pfss_desktop.figures.drawing import Drawing, Label, Shape
from pfss_desktop.figures.gear import gear_parts
from pfss_desktop.figures.motion import Motion, make_motion
from pfss_desktop.figures.parts import Part, body_parts, ghost_shapes
from pfss_desktop.figures.poses import Poses, Travel, read_poses
from pfss_desktop.figures.projection import Box, View, around, box_of
from pfss_desktop.figures.props import Placed, place_props, prop_parts, things_to_hold
from pfss_desktop.figures.range_limit import span_within
from pfss_desktop.figures.skeleton import Frames, landmark
from pfss_desktop.figures.solids import Pencil
from pfss_desktop.figures.styles import Style
from pfss_desktop.figures.vectors import Point

Frame = Literal["start", "end", "both"] | float
"""What is shown: a key frame alone, both (ghost, end and arrow), or a part of the way from 0 to 1."""

_MARGIN = 0.04
_PATH_SAMPLES = 6
_STILL = 0.02
"""Metres; a part that moves less has no ghost of its own."""


@dataclass(frozen=True, slots=True)
class FigureRequest:
    """What a figure must show: the prescription's side, range and resistance, the moment, the look and the room in millimetres.

    `side` LEFT mirrors the picture; BOTH, ALTERNATING and None show the right. `resistance` None shows what the exercise
    usually needs.
    """

    side: Side | None = None
    range_limit: RangeLimit | None = None
    resistance: Resistance | None = None
    frame: Frame = "both"
    style: Style = field(default_factory=Style)
    width: float = 60.0
    height: float = 45.0


@dataclass(frozen=True, slots=True)
class Figure:
    """An exercise's poses made ready for drawing, for all sides and moments; made once, kept by whoever draws often."""

    poses: Poses
    motion: Motion
    props: tuple[Placed, ...]
    box: Box
    ghosts: frozenset[str]


def make_figure(poses: Mapping[str, Any] | Poses, exercise_id: str = "exercise") -> Figure:
    """Return the figure of an exercise's `poses`. Raises FaultyFile that names exercise, joint, value and bounds."""
    typed = poses if isinstance(poses, Poses) else read_poses(poses, exercise_id)
    motion = make_motion(typed, things_to_hold(typed))
    props = place_props(typed, motion)
    view = View.of(*typed.camera)
    moments = (0.0, 0.25, 0.5, 0.75, 1.0) if len(motion.keys) > 1 else (0.0,)
    boxes = [box_of(view.body(motion.frames(part))) for part in moments]
    pencil = Pencil(view, Style().colours(), 0.0)
    boxes += [shape_box(shape) for prop in props for part in prop_parts(prop, motion.frames(1.0), pencil) for shape in part.shapes]
    path = _travel_path(typed, motion, view, 0.0, 1.0)
    if path:
        boxes.append(box_of([(x, y, 0.03) for x, y in path]))
    return Figure(typed, motion, props, around(boxes), _moving_parts(typed, motion))


def draw_figure(figure: Figure, request: FigureRequest) -> Drawing:
    """Return the drawing that the request asks for; everything in it is inside the request's room."""
    first, last = span_within(figure.poses, figure.motion, request.range_limit)
    mirrored = request.side is Side.LEFT
    view = _fitted(figure, request, mirrored=mirrored)
    colours = request.style.colours()
    line = 0.17 + 0.0055 * view.scale
    pencil = Pencil(view, colours, line)
    moment = {"start": first, "end": last, "both": last}.get(request.frame) if isinstance(request.frame, str) else None
    part = moment if moment is not None else first + (last - first) * float(request.frame)
    frames = figure.motion.frames(part)
    shapes: list[Shape] = list(_ground(figure, pencil))
    both = request.frame == "both" and len(figure.motion.keys) > 1
    if both and figure.poses.ghost:
        before = figure.motion.frames(first)
        shapes += ghost_shapes(before, view, colours, figure.ghosts, line)
    working = frozenset(name.replace(" ", "_") for name in figure.poses.working)
    parts = body_parts(frames, view, colours, working, request.style.hair, line)
    labels: list[Label] = []
    for prop in figure.props:
        parts += prop_parts(prop, frames, pencil)
    gear, gear_labels = gear_parts(figure.poses, request.resistance, request.style, frames, pencil, parts)
    parts += gear
    labels += gear_labels
    for piece in sorted(parts, key=lambda piece: _order(piece, figure.poses)):
        shapes += piece.shapes
    if request.frame == "both":
        path = _travel_path(figure.poses, figure.motion, view, first, last)
        ways = isinstance(figure.poses.travel, Travel) and figure.poses.travel.both_ways
        shapes += arrow(path, colours["arrow"], colours["halo"], max(0.7, 0.025 * view.scale), both_ways=ways)
    alt_text = describe(figure.poses, figure.motion, request.side, request.resistance, last)
    return Drawing(request.width, request.height, tuple(shapes), tuple(labels), alt_text)


def shape_box(shape: Shape) -> Box:
    """Return a box around a shape's points; for curves around their control points, half the stroke added."""
    spread = shape.width / 2
    xs = [segment[i] for path in shape.paths for segment in path for i in range(0, len(segment), 2)]
    ys = [segment[i] for path in shape.paths for segment in path for i in range(1, len(segment), 2)]
    return (min(xs) - spread, min(ys) - spread, max(xs) + spread, max(ys) + spread)


def _order(part: Part, poses: Poses) -> tuple[int, float]:
    if part.name in poses.in_front:
        return (1, poses.in_front.index(part.name))
    if part.name in poses.behind:
        return (-1, poses.behind.index(part.name))
    return (0, part.depth)


def _fitted(figure: Figure, request: FigureRequest, *, mirrored: bool) -> View:
    left, top, right, bottom = figure.box
    room_x, room_y = request.width * (1 - 2 * _MARGIN), request.height * (1 - 2 * _MARGIN)
    scale = min(room_x / (right - left), room_y / (bottom - top))
    view = View.of(*figure.poses.camera, mirrored=mirrored)
    middle = (left + right) / 2 * (-1 if mirrored else 1)
    x = request.width / 2 - middle * scale
    y = request.height * (1 - _MARGIN) - bottom * scale - max(0.0, (room_y - (bottom - top) * scale) / 2)
    return view.scaled(scale, x, y)


def _ground(figure: Figure, pencil: Pencil) -> list[Shape]:
    """Return the line of the floor under everything that stands or lies on it."""
    left, _top, right, bottom = figure.box
    view = pencil.view
    flip = -1.0 if view.right[0] * 1e6 + view.right[1] < 0 else 1.0
    y = view.y + view.scale * bottom
    xs = sorted((view.x + flip * view.scale * left, view.x + flip * view.scale * right))
    return [Shape((((xs[0], y), (xs[1], y)),), None, pencil.colour("floor"), pencil.line * 1.1, closed=False)]


def _travel_path(poses: Poses, motion: Motion, view: View, first: float, last: float) -> list[Spot]:
    travel = Travel(of=poses.travel) if isinstance(poses.travel, str) else poses.travel
    if travel is None:
        return []
    if travel.through:
        return [view.point(p) for p in travel.through]
    path: list[Spot] = []
    if len(motion.keys) > 2 and (first, last) == (0.0, 1.0):
        a, b, c = (view.point(_travelled(motion.frames(part), travel)) for part in (0.0, 0.5, 1.0))
        return _through(a, b, c)
    for sample in range(_PATH_SAMPLES + 1):
        frames = motion.frames(first + (last - first) * sample / _PATH_SAMPLES)
        path.append(view.point(_travelled(frames, travel)))
    return path if path_length(path) > 0 else []


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


def _moving_parts(poses: Poses, motion: Motion) -> frozenset[str]:
    """Return the parts whose ghost would not be hidden by the end posture."""
    start, end = motion.frames(0.0), motion.frames(1.0)
    watched = {
        "trunk": ("pelvis", "chest"),
        "head": ("head",),
        **{f"{side}_leg": (f"{side}_knee", f"{side}_ankle", f"{side}_forefoot") for side in ("right", "left")},
        **{f"{side}_arm": (f"{side}_elbow", f"{side}_hand") for side in ("right", "left")},
    }
    return frozenset(
        part for part, names in watched.items() if any(_moved(start, end, name) > _STILL for name in names)
    )


def _moved(start: Frames, end: Frames, name: str) -> float:
    a, b = landmark(start, name), landmark(end, name)
    return max(abs(a[0] - b[0]), abs(a[1] - b[1]), abs(a[2] - b[2]))
