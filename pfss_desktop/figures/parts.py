"""One body as painted parts: trunk, head, arms and legs, each with a depth, an outline and its fills. No props, no layout.

Within a part the outlines of all hulls are painted first and thick, then all fills: so no line remains inside a limb.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from pfss_desktop.figures import body
from pfss_desktop.figures import skeleton as s
from pfss_desktop.figures.body import Flesh
from pfss_desktop.figures.drawing import Shape
from pfss_desktop.figures.hulls import Circle, Path, capsule, disc, hull, smooth
from pfss_desktop.figures.projection import View
from pfss_desktop.figures.skeleton import Frames
from pfss_desktop.figures.styles import Hair
from pfss_desktop.figures.vectors import Point, out_of

Colours = Mapping[str, str]

_LIMB_SEGMENTS = {
    "right_leg": (s.RIGHT_SHANK, s.RIGHT_FOOT),
    "left_leg": (s.LEFT_SHANK, s.LEFT_FOOT),
    "right_arm": (s.RIGHT_FORE, s.RIGHT_HAND),
    "left_arm": (s.LEFT_FORE, s.LEFT_HAND),
}
_CLOSER = 0.004
"""Metres; parts that are equally deep keep the order trunk, head, left, right."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the picture, painted as a whole; the nearest last. `name` is what a pose may bring forward or back."""

    name: str
    depth: float
    shapes: tuple[Shape, ...]


def outline(circles: tuple[Circle, ...]) -> Path:
    """Return the outline of one, two or more circles."""
    if len(circles) == 2:
        return capsule(circles[0], circles[1])
    return hull(circles) if len(circles) > 2 else disc(circles[0])


def body_parts(frames: Frames, view: View, colours: Colours, working: frozenset[str], hair: Hair, line: float) -> list[Part]:
    """Return the parts of a body in full colour. `working` names limbs in the accent; `line` is the outline in millimetres."""
    circles = view.body(frames)
    depths = {name: _limb_depth(frames, segments, view) for name, segments in _LIMB_SEGMENTS.items()}
    trunk_depth = (view.depth(frames[s.PELVIS][1]) + view.depth(s.landmark(frames, "chest"))) / 2
    parts = [_trunk(circles, colours, working, line, trunk_depth)]
    parts.append(_head(circles, frames, view, colours, hair, line, trunk_depth))
    for name in ("left_leg", "left_arm", "right_leg", "right_arm"):
        parts.append(_limb(name, circles, frames, colours, working, line, depths[name], trunk_depth))
    return parts


def ghost_shapes(frames: Frames, view: View, colours: Colours, shown: frozenset[str], line: float) -> list[Shape]:
    """Return the start posture as one pale silhouette of the shown parts."""
    circles = view.body(frames)
    paths: list[Path] = []
    for name, fleshes in _GHOST.items():
        if name in shown:
            paths += [outline(tuple([circles[i] for i in flesh])) for flesh in fleshes]
    if not paths:
        return []
    whole = tuple(paths)
    return [Shape(whole, None, colours["ghost line"], line * 1.7), Shape(whole, colours["ghost"])]


def _limb_depth(frames: Frames, segments: tuple[int, int], view: View) -> float:
    return (view.depth(frames[segments[0]][1]) + view.depth(frames[segments[1]][1])) / 2


def _painted(fleshes: tuple[Flesh, ...], circles: list[Circle], colours: Mapping[str, str], line: float) -> list[Shape]:
    """Return the outline of all lined hulls, then the fills, neighbours of one colour as one shape."""
    paths = [outline(tuple([circles[i] for i in flesh.spheres])) for flesh in fleshes]
    shapes = [Shape(tuple([p for p, flesh in zip(paths, fleshes, strict=True) if flesh.lined]), None, colours["line"], 2 * line)]
    run: list[Path] = []
    for index, flesh in enumerate(fleshes):
        run.append(paths[index])
        if index + 1 == len(fleshes) or fleshes[index + 1].role != flesh.role:
            shapes.append(Shape(tuple(run), colours[flesh.role]))
            run = []
    return shapes


def _trunk(circles: list[Circle], colours: Colours, working: frozenset[str], line: float, depth: float) -> Part:
    tinted = dict(colours)
    if "trunk" in working:
        tinted["shirt"] = colours["working shirt"]
    return Part("trunk", depth, tuple(_painted(body.TRUNK_FLESH, circles, tinted, line)))


def _limb(
    name: str,
    circles: list[Circle],
    frames: Frames,
    colours: Colours,
    working: frozenset[str],
    line: float,
    depth: float,
    trunk_depth: float,
) -> Part:
    far = depth < trunk_depth - 0.06
    tinted = dict(colours)
    if far:
        for role in ("skin", "shorts", "shirt", "shoe", "sole"):
            tinted[role] = colours[f"{role} far"]
    if name in working:
        tinted["skin"] = colours["working far" if far else "working"]
    is_leg = name in body.LEG_FLESH
    foot = s.RIGHT_FOOT if name.startswith("right") else s.LEFT_FOOT
    toes_bent = is_leg and frames[foot][0] != frames[foot + 1][0]
    fleshes = body.ARM_FLESH[name] if not is_leg else body.TOES_BENT_FLESH[name] if toes_bent else body.LEG_FLESH[name]
    if "trunk" in working and not is_leg:
        tinted["shirt"] = colours["working far" if far else "working shirt"]
    shapes = _painted(fleshes, circles, tinted, line)
    if not far:
        shapes += _blend(name, circles, tinted)
    return Part(name, depth, tuple(shapes))


def _blend(name: str, circles: list[Circle], colours: Colours) -> list[Shape]:
    """Return a fill that takes away the line between a near limb and the trunk where both are the same cloth."""
    patches = body.BLEND[name]
    return [Shape(tuple([outline(tuple([circles[i] for i in patch.spheres])) for patch in patches]), colours[patches[0].role])]


def _head(
    circles: list[Circle], frames: Frames, view: View, colours: Colours, hair: Hair, line: float, trunk_depth: float
) -> Part:
    matrix = frames[s.HEAD][0]
    forward = (matrix[0], matrix[3], matrix[6])
    facing = view.depth(forward)
    face = outline(tuple([circles[i] for i in body.FACE]))
    nose = outline(tuple([circles[i] for i in body.NOSE]))
    mop = [outline(tuple([circles[i] for i in body.HAIR]))]
    if hair is Hair.LONG:
        mop.append(disc(circles[body.BUN]))
    edge = Shape((face, nose, *mop), None, colours["line"], 2 * line)
    hair_shape = Shape(tuple(mop), colours["hair"])
    if facing < -0.3:
        shapes = [edge, Shape((face, nose), colours["skin"]), hair_shape]
    else:
        shapes = [edge, hair_shape, Shape((face, nose), colours["skin"]), *_features(circles, frames, view, colours, line)]
    depth = max(view.depth(s.landmark(frames, "head")), trunk_depth) + _CLOSER
    return Part("head", depth, tuple(shapes))


def _features(circles: list[Circle], frames: Frames, view: View, colours: Colours, line: float) -> list[Shape]:
    """Return ears and eyes that are on the near side of the head."""
    matrix, origin = frames[s.HEAD]
    shapes: list[Shape] = []
    eyes: list[Path] = []
    for index, side in ((body.EARS[0], -1.0), (body.EARS[1], 1.0)):
        outward = view.depth((matrix[1] * side, matrix[4] * side, matrix[7] * side))
        if outward > 0.3:
            shapes.append(Shape((disc(circles[index]),), colours["skin far"]))
        looks = _mixed((matrix[0], matrix[3], matrix[6]), (matrix[1] * side, matrix[4] * side, matrix[7] * side), 0.80, 0.55)
        if view.depth(looks) > 0.12:
            eyes.append(disc(view.circle(out_of(matrix, origin, (0.101, 0.031 * side, 0.160)), 0.0105)))
    if eyes:
        shapes.append(Shape(tuple(eyes), colours["eye"]))
    facing = view.depth((matrix[0], matrix[3], matrix[6]))
    if facing > 0.35:
        mouth = [out_of(matrix, origin, spot) for spot in _MOUTH]
        shapes.append(Shape((smooth(tuple(map(view.point, mouth))),), None, colours["eye"], line * 0.8, closed=False))
        shapes.append(Shape((outline(tuple([circles[i] for i in body.NOSE])),), colours["skin far"]))
    return shapes


_MOUTH: tuple[Point, ...] = ((0.098, -0.020, 0.108), (0.106, 0.0, 0.101), (0.098, 0.020, 0.108))


def _mixed(a: Point, b: Point, of_a: float, of_b: float) -> Point:
    return (a[0] * of_a + b[0] * of_b, a[1] * of_a + b[1] * of_b, a[2] * of_a + b[2] * of_b)


def _indices(part: str, names: str) -> tuple[int, ...]:
    return tuple(body.SPHERE_INDEX[part, name.strip()] for name in names.split(","))


_GHOST: dict[str, tuple[tuple[int, ...], ...]] = {
    "trunk": (
        _indices("trunk", "hip R, hip L, seat R, seat L, waist R, waist L"),
        _indices("trunk", "waist R, waist L, shoulder R, shoulder L, chest R, chest L"),
        _indices("trunk", "collar, neck high"),
    ),
    "head": (_indices("trunk", "hair back, hair top, chin R, chin L"),),
    **{
        leg: (_indices(leg, "groin, knee"), _indices(leg, "shin top, ankle"), _indices(leg, "heel, instep, toe"))
        for leg in ("left_leg", "right_leg")
    },
    **{
        arm: (_indices(arm, "deltoid, elbow"), _indices(arm, "forearm top, wrist"), _indices(arm, "wrist, fingers"))
        for arm in ("left_arm", "right_arm")
    },
}
