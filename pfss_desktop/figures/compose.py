"""From poses and a prescription to a drawing: the order of parts, the ghost, the arrow, the fit. The one way in for painters."""

from dataclasses import dataclass, field
from typing import Literal

from pfss_desktop.domain.body import RangeLimit, Side
from pfss_desktop.domain.resistance import Resistance
from pfss_desktop.figures.alt_text import describe
from pfss_desktop.figures.arrows import arrow
from pfss_desktop.figures.drawing import Drawing, Shape
from pfss_desktop.figures.figure import Figure, has_mat
from pfss_desktop.figures.gear import PLATE, gear_parts, tied_spheres
from pfss_desktop.figures.hulls import polygon
from pfss_desktop.figures.parts import Part, body_parts, ghost_shapes
from pfss_desktop.figures.poses import Poses, Travel
from pfss_desktop.figures.projection import Box, View, around, box_of
from pfss_desktop.figures.props import prop_parts
from pfss_desktop.figures.range_limit import span_within
from pfss_desktop.figures.solids import Pencil
from pfss_desktop.figures.styles import Style
from pfss_desktop.figures.travel import travel_paths

Frame = Literal["start", "end", "both"] | float
"""What is shown: a key frame alone, both (ghost, end and arrow), or a part of the way from 0 to 1."""

_MARGIN = 0.04
_FLOOR_RIM, _BEVEL = 0.008, 0.06
"""Metres of floor seen in front of and behind what touches it."""


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


def draw_figure(figure: Figure, request: FigureRequest) -> Drawing:
    """Return the drawing that the request asks for; everything in it is inside the request's room."""
    first, last = span_within(figure.poses, figure.motion, request.range_limit)
    room = _room(figure, request)
    view = _fitted(figure, request, room)
    colours = request.style.colours()
    line = 0.17 + 0.0055 * view.scale
    pencil = Pencil(view, colours, line)
    frames = figure.frames_at(_part(request.frame, first, last))
    shapes = _ground(figure, room, pencil)
    if request.frame == "both" and len(figure.motion.keys) > 1 and figure.poses.ghost:
        shapes += ghost_shapes(figure.frames_at(first), view, colours, figure.ghosts, line)
    working = frozenset(name.replace(" ", "_") for name in figure.poses.working)
    parts = body_parts(frames, view, colours, working, request.style.hair, line)
    for prop in figure.props:
        parts += prop_parts(prop, frames, pencil)
    gear, labels = gear_parts(figure.poses, request.resistance, request.style, frames, pencil, parts)
    parts += gear
    ordered = sorted(parts, key=lambda piece: _order(piece, figure.poses))
    for piece in ordered:
        shapes += piece.shapes if piece.name != PLATE else ()
    if request.frame == "both":
        ways = isinstance(figure.poses.travel, Travel) and figure.poses.travel.both_ways
        for path in travel_paths(figure.poses, figure.frames_at, view, first, last):
            shapes += arrow(path, colours["arrow"], colours["halo"], max(0.45, 0.025 * view.scale), both_ways=ways)
    for piece in ordered:
        shapes += piece.shapes if piece.name == PLATE else ()
    alt_text = describe(figure.poses, figure.motion, request.side, request.resistance, (first, last))
    return Drawing(request.width, request.height, tuple(shapes), tuple(labels), alt_text)


def _part(frame: Frame, first: float, last: float) -> float:
    """Return the part of the movement that a frame means, within what the range leaves of it."""
    if isinstance(frame, str):
        return first if frame == "start" else last
    return first + (last - first) * frame


def _order(part: Part, poses: Poses) -> tuple[int, float]:
    if part.name in poses.in_front:
        return (1, poses.in_front.index(part.name))
    if part.name in poses.behind:
        return (-1, poses.behind.index(part.name))
    return (0, part.depth)


def _room(figure: Figure, request: FigureRequest) -> Box:
    """Return what the picture must hold, in metres seen from the right: the figure, and the post of a band that is tied."""
    tied = tied_spheres(figure.poses, request.resistance)
    view = View.of(*figure.poses.camera)
    return around([figure.box, box_of([view.circle(place, radius) for place, radius in tied])]) if tied else figure.box


def _fitted(figure: Figure, request: FigureRequest, room: Box) -> View:
    left, top, right, bottom = room
    wide, high = request.width * (1 - 2 * _MARGIN), request.height * (1 - 2 * _MARGIN)
    scale = min(wide / (right - left), high / (bottom - top))
    mirrored = request.side is Side.LEFT
    view = View.of(*figure.poses.camera, mirrored=mirrored)
    middle = (left + right) / 2 * (-1 if mirrored else 1)
    x = request.width / 2 - middle * scale
    y = request.height * (1 - _MARGIN) - bottom * scale - max(0.0, (high - (bottom - top) * scale) / 2)
    return view.scaled(scale, x, y)


def _ground(figure: Figure, room: Box, pencil: Pencil) -> list[Shape]:
    """Return what everything stands or lies on: a line seen from the side, a mat seen from above."""
    view = pencil.view
    if has_mat(figure.poses):
        x0, y0, x1, y1 = figure.footprint
        corners = tuple(view.point((x, y, 0.0)) for x, y in ((x0, y0), (x1, y0), (x1, y1), (x0, y1)))
        return [Shape((polygon(corners),), pencil.colour("mat"), pencil.colour("mat edge"), pencil.line * 1.2)]
    left, _top, right, bottom = room
    middle = view.x + view.scale * (left + right) / 2 * (-1 if view.mirrored else 1)
    half = view.scale * (right - left) / 2
    low = view.y + view.scale * (bottom + _FLOOR_RIM)
    top = figure.floor_top
    high = low if top is None else view.y + view.scale * (top - _FLOOR_RIM)
    if low - high < view.scale * 2.5 * _FLOOR_RIM:
        line = ((middle - half, low), (middle + half, low))
        return [Shape((line,), None, pencil.colour("floor"), pencil.line * 1.1, closed=False)]
    bevel = min(half / 4, low - high, view.scale * _BEVEL)
    strip = polygon(((middle - half, low), (middle - half + bevel, high), (middle + half - bevel, high), (middle + half, low)))
    return [Shape((strip,), pencil.colour("ground"), pencil.colour("floor"), pencil.line * 0.7)]
