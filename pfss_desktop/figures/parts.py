"""One body as painted parts: trunk, head, arms and legs, each with a depth, an outline and its fills. No props, no layout.

Within a part the outlines of all hulls are painted first and thick, then all fills: so no line remains inside a limb.
"""

from collections.abc import Iterable, Mapping

import msgspec

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
    "left_leg": (s.LEFT_SHANK, s.LEFT_FOOT),
    "left_arm": (s.LEFT_FORE, s.LEFT_HAND),
    "right_leg": (s.RIGHT_SHANK, s.RIGHT_FOOT),
    "right_arm": (s.RIGHT_FORE, s.RIGHT_HAND),
}
_CLOSER = 0.004
"""Metres; the head is painted over the trunk where both are equally deep."""
_FAR = 0.06
"""Metres behind the trunk from which a limb is a shade darker."""
_BEHIND_KNEE = 0.12
"""Metres behind the knee from which a foot is painted under the thigh."""
_TOES_AT_VIEWER = 0.35
"""How far toes must point towards the viewer (-1 to 1) for the foot to be seen from the front."""
_TURNED_AWAY, _FROM_THE_FRONT, _MOUTH_SEEN, _EAR_SEEN, _EYE_SEEN = -0.3, 0.35, 0.86, 0.3, 0.12
"""How far a direction must point towards the viewer (-1 to 1) for what is on that side of the head to be seen."""


class Part(msgspec.Struct, frozen=True):
    """A part of the picture, painted as a whole; the nearest last. `name` is what a pose may bring forward or back."""

    name: str
    depth: float
    shapes: tuple[Shape, ...]


class _Seen(msgspec.Struct, frozen=True):
    """A body as it is to be painted; `working` names limbs in the accent, `line` is the outline in millimetres."""

    frames: Frames
    view: View
    circles: list[Circle]
    colours: Colours
    working: frozenset[str]
    line: float
    trunk_depth: float


def outline(circles: tuple[Circle, ...]) -> Path:
    """Return the outline of one, two or more circles."""
    if len(circles) == 2:
        return capsule(circles[0], circles[1])
    return hull(circles) if len(circles) > 2 else disc(circles[0])


def body_parts(frames: Frames, view: View, colours: Colours, working: frozenset[str], hair: Hair, line: float) -> list[Part]:
    """Return the parts of a body in full colour. `working` names limbs in the accent; `line` is the outline in millimetres."""
    trunk_depth = (view.depth(frames[s.PELVIS][1]) + view.depth(s.landmark(frames, "chest"))) / 2
    seen = _Seen(frames, view, view.body(frames), colours, working, line, trunk_depth)
    limbs = [_limb(name, seen, _limb_depth(frames, segments, view)) for name, segments in _LIMB_SEGMENTS.items()]
    return [_trunk(seen), _head(seen, hair), *limbs]


def ghost_shapes(frames: Frames, view: View, colours: Colours, shown: frozenset[str], line: float) -> list[Shape]:
    """Return the start posture as one pale silhouette of the shown parts."""
    circles = view.body(frames)
    fleshes = [flesh for name, held in _GHOST.items() if name in shown for flesh in held]
    if not fleshes:
        return []
    edge = Shape(_outlines(fleshes, _thicker(circles, line * 0.85)), colours["ghost line"])
    return [edge, Shape(_outlines(fleshes, circles), colours["ghost"])]


def _outlines(fleshes: Iterable[tuple[int, ...]], circles: list[Circle]) -> tuple[Path, ...]:
    return tuple([outline(tuple([circles[i] for i in flesh])) for flesh in fleshes])


def _thicker(circles: list[Circle], line: float) -> list[Circle]:
    """Return the circles with a line around them: filled, their hulls show what a stroke would, for half the painting."""
    return [(x, y, radius + line) for x, y, radius in circles]


def _limb_depth(frames: Frames, segments: tuple[int, int], view: View) -> float:
    return (view.depth(frames[segments[0]][1]) + view.depth(frames[segments[1]][1])) / 2


def _painted(fleshes: tuple[Flesh, ...], circles: list[Circle], colours: Mapping[str, str], line: float) -> list[Shape]:
    """Return the outline of all lined hulls, then the fills, neighbours of one colour as one shape."""
    paths = _outlines([flesh.spheres for flesh in fleshes], circles)
    shapes = [Shape(_outlines([flesh.spheres for flesh in fleshes if flesh.lined], _thicker(circles, line)), colours["line"])]
    run: list[Path] = []
    for index, flesh in enumerate(fleshes):
        run.append(paths[index])
        if index + 1 == len(fleshes) or fleshes[index + 1].role != flesh.role:
            shapes.append(Shape(tuple(run), colours[flesh.role]))
            run = []
    return shapes


def _trunk(seen: _Seen) -> Part:
    tinted = dict(seen.colours)
    if "trunk" in seen.working:
        tinted["shirt"] = seen.colours["working shirt"]
    return Part("trunk", seen.trunk_depth, tuple(_painted(body.TRUNK_FLESH, seen.circles, tinted, seen.line)))


def _limb(name: str, seen: _Seen, depth: float) -> Part:
    far = depth < seen.trunk_depth - _FAR
    tinted = dict(seen.colours)
    if far:
        for role in ("skin", "shorts", "shirt", "shoe", "sole"):
            tinted[role] = seen.colours[f"{role} far"]
    is_leg = name in body.LEG_FLESH
    if name in seen.working:
        tinted["skin"] = seen.colours["working far" if far else "working"]
    if "trunk" in seen.working and not is_leg:
        tinted["shirt"] = seen.colours["working far" if far else "working shirt"]
    fleshes = _leg_flesh(name, seen) if is_leg else body.ARM_FLESH[name]
    shapes = _painted(fleshes, seen.circles, tinted, seen.line)
    if not far:
        shapes += _blend(name, seen.circles, tinted)
    return Part(name, depth, tuple(shapes))


def _leg_flesh(name: str, seen: _Seen) -> tuple[Flesh, ...]:
    """Return a leg's hulls in the order of painting: a foot that is behind its knee comes first."""
    foot = s.RIGHT_FOOT if name.startswith("right") else s.LEFT_FOOT
    (matrix, ankle), (toes, _ball), (_shank, knee) = seen.frames[foot], seen.frames[foot + 1], seen.frames[foot - 1]
    forward, up = seen.view.depth((matrix[0], matrix[3], matrix[6])), seen.view.depth((matrix[2], matrix[5], matrix[8]))
    if forward > _TOES_AT_VIEWER and up > 0.0:
        fleshes = (body.FRONT_LEG_FLESH if toes == matrix else body.FRONT_TOES_BENT_FLESH)[name]
    else:
        fleshes = (body.LEG_FLESH if toes == matrix else body.TOES_BENT_FLESH)[name]
    if seen.view.depth(ankle) < seen.view.depth(knee) - _BEHIND_KNEE:
        return (*fleshes[body.SHOE_FROM :], *fleshes[: body.SHOE_FROM])
    return fleshes


def _blend(name: str, circles: list[Circle], colours: Colours) -> list[Shape]:
    """Return a fill that takes away the line between a near limb and the trunk where both are the same cloth."""
    patches = body.BLEND[name]
    return [Shape(tuple([outline(tuple([circles[i] for i in patch.spheres])) for patch in patches]), colours[patches[0].role])]


def _head(seen: _Seen, hair: Hair) -> Part:
    circles, colours = seen.circles, seen.colours
    matrix = seen.frames[s.HEAD][0]
    facing = seen.view.depth((matrix[0], matrix[3], matrix[6]))
    face, mop = (body.FACE, body.NOSE), (body.HAIR, (body.BUN,)) if hair is Hair.LONG else (body.HAIR,)
    shapes = [Shape(_outlines((*face, *mop), _thicker(circles, seen.line)), colours["line"])]
    of_face, of_hair = Shape(_outlines(face, circles), colours["skin"]), Shape(_outlines(mop, circles), colours["hair"])
    if facing < _TURNED_AWAY:
        shapes += [of_face, of_hair]
    else:
        shapes += [of_hair, of_face, *_features(seen, facing)]
    depth = max(seen.view.depth(s.landmark(seen.frames, "head")), seen.trunk_depth) + _CLOSER
    return Part("head", depth, tuple(shapes))


def _features(seen: _Seen, facing: float) -> list[Shape]:
    """Return ears and eyes that are on the near side of the head; mouth and nose where the face is seen from the front."""
    matrix, origin = seen.frames[s.HEAD]
    view, colours = seen.view, seen.colours
    shapes: list[Shape] = []
    eyes: list[Path] = []
    outward = view.depth((matrix[1], matrix[4], matrix[7]))
    for ear, side in ((body.EARS[0], -1.0), (body.EARS[1], 1.0)):
        if outward * side > _EAR_SEEN:
            shapes.append(Shape((disc(seen.circles[ear]),), colours["skin far"]))
        if 0.80 * facing + 0.55 * outward * side > _EYE_SEEN:
            eyes.append(disc(view.circle(out_of(matrix, origin, (0.101, 0.031 * side, 0.160)), 0.0105)))
    if eyes:
        shapes.append(Shape(tuple(eyes), colours["eye"]))
    if facing > _MOUTH_SEEN:
        mouth = smooth(tuple(view.point(out_of(matrix, origin, spot)) for spot in _MOUTH))
        shapes.append(Shape((mouth,), None, colours["eye"], seen.line * 0.8, closed=False))
    if facing > _FROM_THE_FRONT:
        shapes.append(Shape((outline(tuple([seen.circles[i] for i in body.NOSE])),), colours["skin far"]))
    return shapes


_MOUTH: tuple[Point, ...] = ((0.098, -0.020, 0.108), (0.106, 0.0, 0.101), (0.098, 0.020, 0.108))


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
        leg: (_indices(leg, "groin, knee"), _indices(leg, "shin top, ankle"), _indices(leg, "heel, instep, toe in, toe out"))
        for leg in ("left_leg", "right_leg")
    },
    **{
        arm: (_indices(arm, "deltoid, elbow"), _indices(arm, "forearm top, wrist"), _indices(arm, "wrist, fingers"))
        for arm in ("left_arm", "right_arm")
    },
}
