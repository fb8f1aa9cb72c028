"""The things of the pictures: where they are, and as which parts they are painted.

What each kind looks like stands in `furniture`, `small_things` and `machines`; what the prescription brings stands in `gear`.
"""

from collections.abc import Callable, Mapping

import msgspec

from pfss_desktop.figures import furniture, machines, small_things
from pfss_desktop.figures.furniture import CHAIR_BACK, CHAIR_HALF, turned
from pfss_desktop.figures.parts import Part
from pfss_desktop.figures.poses import Poses, Prop
from pfss_desktop.figures.skeleton import LANDMARKS, Frames, landmark
from pfss_desktop.figures.solids import Pencil, Pieces
from pfss_desktop.figures.vectors import Point

_LAYER_DEPTH = {"back": -50.0, "front": 50.0}

KINDS: Mapping[str, Callable[[Prop, Point, Frames, Pencil], Pieces]] = {
    **furniture.KINDS,
    **small_things.KINDS,
    **machines.KINDS,
}
"""Every kind of prop that a pose may name."""


class Placed(msgspec.Struct, frozen=True):
    """A prop with its place; where it follows the body, the place is looked up anew in every frame."""

    prop: Prop
    place: Point


def things_to_hold(poses: Poses) -> dict[str, Point]:
    """Return where props can be held or stood on, by kind: a chair's back, the top of a step, a wall's face."""
    found: dict[str, Point] = {}
    for prop in poses.props:
        x, y, z = _at(prop)
        if prop.kind == "chair":
            dx, dy = turned(-CHAIR_HALF, 0.0, prop.turn)
            found["chair"] = (x + dx, y + dy, CHAIR_BACK)
            for name, aside in (("right", -0.1), ("left", 0.1)):
                ax, ay = turned(-CHAIR_HALF, aside, prop.turn)
                found[f"chair {name}"] = (x + ax, y + ay, CHAIR_BACK)
        else:
            found.setdefault(prop.kind, (x, y, z + (prop.height or (prop.size[2] if len(prop.size) > 2 else 0.0))))
    return found


def place_props(poses: Poses, end: Frames) -> tuple[Placed, ...]:
    """Return the props with their places: as written, or at the named place of the body at the end of the movement."""
    return tuple(Placed(prop, _place(prop, end)) for prop in poses.props)


def prop_parts(placed: Placed, frames: Frames, pencil: Pencil) -> list[Part]:
    """Return a prop as parts of the picture."""
    prop = placed.prop
    place = _place(prop, frames) if prop.follows else placed.place
    pieces = KINDS[prop.kind](prop, place, frames, pencil)
    shift = _LAYER_DEPTH.get(prop.layer, 0.0)
    return [Part(prop.kind, pencil.view.depth(point) + shift, tuple(shapes)) for point, shapes in pieces]


def _at(prop: Prop) -> Point:
    x, y, z = (*prop.at, 0.0, 0.0, 0.0)[:3]
    return (x + prop.by[0], y + prop.by[1], z + prop.by[2])


def _place(prop: Prop, frames: Frames) -> Point:
    if prop.on in LANDMARKS:
        x, y, z = landmark(frames, prop.on)
        return (x + prop.by[0], y + prop.by[1], z + prop.by[2])
    return _at(prop)
