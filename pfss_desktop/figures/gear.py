"""What the prescription puts on the body: a cuff with its label, a band in its colour at its place. And tape, belt and strap."""

from collections.abc import Mapping

from pfss_desktop.domain.resistance import Band, BandPosition, CuffWeight, Resistance
from pfss_desktop.figures import skeleton as s
from pfss_desktop.figures.drawing import Label, Shape
from pfss_desktop.figures.hulls import capsule, smooth
from pfss_desktop.figures.parts import Part
from pfss_desktop.figures.poses import Poses
from pfss_desktop.figures.skeleton import Frames, landmark
from pfss_desktop.figures.solids import Pencil
from pfss_desktop.figures.styles import Style, band_colour
from pfss_desktop.figures.vectors import Point, out_of

_CUFF_BREADTH, _CUFF_RADIUS, _CUFF_HEIGHT = 0.10, 0.047, -0.335
_BAND_BREADTH = 0.036
_POST_BREADTH = 0.05
PLATE = "plate"
"""The part behind a label: painted last, over the arrow too."""
_IN_FRONT_OF_ALL = 100.0

# Where straps sit: offset of the segment within a leg, height along its bone, radius of the limb there.
_SEATS: Mapping[str, tuple[int, float, float]] = {
    "above the knees": (0, -0.335, 0.062),
    "below the knees": (1, -0.075, 0.055),
    "at the ankles": (1, -0.345, 0.040),
    "around the forefeet": (2, 0.0, 0.045),
    "behind the knee": (0, -0.40, 0.056),
    "at an anchor": (1, -0.345, 0.040),
}
_USUAL_BAND = Band(colour="red")


def gear_parts(
    poses: Poses, resistance: Resistance | None, style: Style, frames: Frames, pencil: Pencil, body: list[Part]
) -> tuple[list[Part], list[Label]]:
    """Return what is worn or tied on as parts of the picture, and its labels; straps on a limb lie right above that limb."""
    if isinstance(resistance, CuffWeight):
        return _cuff(poses, resistance, frames, pencil, body)
    parts: list[Part] = []
    band = shown_band(poses, resistance)
    if band is not None:
        parts += _band(poses, band, style, frames, pencil, body)
    if poses.belt:
        parts += _loop(poses.belt, pencil.colour("belt"), frames, pencil, body)
    if poses.tape:
        parts += _tape(poses.tape, frames, pencil, body)
    return parts, []


def shown_band(poses: Poses, resistance: Resistance | None) -> Band | None:
    """Return the band to be drawn: the prescribed one, or a usual one where nothing is said and the exercise needs one."""
    if isinstance(resistance, Band):
        return resistance
    return _USUAL_BAND if resistance is None and poses.needs_band else None


def band_place(poses: Poses, band: Band) -> str:
    """Return where a band sits: as prescribed, else as the exercise has it; "at an anchor" only where there is one."""
    place = (band.position.value if band.position is not None else "") or poses.band_at or "above the knees"
    return "at the ankles" if place == BandPosition.ANCHORED.value and poses.anchor is None else place


def worn_text(cuff: CuffWeight) -> str:
    """Return a cuff's label, such as "2 lb"."""
    return f"{cuff.mass.amount.normalize():f} {cuff.mass.unit.value}"


def _cuff(poses: Poses, cuff: CuffWeight, frames: Frames, pencil: Pencil, body: list[Part]) -> tuple[list[Part], list[Label]]:
    side = "left" if poses.cuff.startswith("left") else "right"
    shank = frames[s.LEFT_SHANK if side == "left" else s.RIGHT_SHANK]
    strap = pencil.strap(shank, _CUFF_HEIGHT, _CUFF_RADIUS, _CUFF_BREADTH, "cuff")
    x, y = pencil.view.point(out_of(*shank, (0.0, 0.0, _CUFF_HEIGHT)))
    text = worn_text(cuff)
    size = max(1.7, min(3.0, 0.072 * pencil.view.scale))
    half = size * (0.24 * len(text) + 0.42)
    plate = capsule((x - half + 0.7 * size, y, 0.7 * size), (x + half - 0.7 * size + 1e-6, y, 0.7 * size))
    plate_shapes = [Shape((plate,), pencil.colour("cuff"), pencil.colour("halo"), pencil.line)]
    label = Label(text, x, y, size, pencil.colour("cuff text"))
    worn = Part(f"{side}_leg cuff", _just_above(f"{side}_leg", body), tuple(strap))
    return [worn, Part(PLATE, _IN_FRONT_OF_ALL, tuple(plate_shapes))], [label]


def _band(poses: Poses, band: Band, style: Style, frames: Frames, pencil: Pencil, body: list[Part]) -> list[Part]:
    colour = band_colour(band.colour, style.palette)
    place = band_place(poses, band)
    if poses.band_held_by and band.position is None:
        return _held(poses, colour, frames, pencil, body)
    if _is_tied(poses, place):
        return _tied(poses, place, colour, frames, pencil, body)
    return _loop(place, colour, frames, pencil, body)


def _loop(place: str, colour: str, frames: Frames, pencil: Pencil, body: list[Part]) -> list[Part]:
    """Return a closed loop around both legs: a strap on each and the stretch between them, behind the nearer one."""
    segment, height, radius = _SEATS.get(place, _SEATS["above the knees"])
    parts: list[Part] = []
    ends: list[Point] = []
    for name, thigh in (("right_leg", s.RIGHT_THIGH), ("left_leg", s.LEFT_THIGH)):
        frame = frames[thigh + segment]
        if place == "around the forefeet":
            frame = (_foot_as_bone(frame[0]), out_of(*frame, (0.09, 0.0, -0.045)))
        ends.append(out_of(*frame, (0.0, 0.0, height)))
        strap = pencil.strap(frame, height, radius, _BAND_BREADTH, colour)
        parts.append(Part(f"{name} band", _just_above(name, body), tuple(strap)))
    right, left = (next(p.depth for p in body if p.name == n) for n in ("right_leg", "left_leg"))
    between = max(right, left) - 0.002
    parts.append(Part("band", between, tuple(pencil.tube(ends, _BAND_BREADTH, colour))))
    return parts


def _held(poses: Poses, colour: str, frames: Frames, pencil: Pencil, body: list[Part]) -> list[Part]:
    """Return a band that the working foot stands on and the hands pull."""
    name, thigh = _working_leg(poses)
    foot = out_of(*frames[thigh + 2], (0.05, 0.0, -0.06))
    parts = []
    for hold in poses.band_held_by:
        hand = landmark(frames, hold)
        depth = _just_above(name, body) - 0.003
        parts.append(Part("band", depth, tuple(pencil.tube((foot, hand), _BAND_BREADTH * 0.8, colour))))
    return parts


def _working_leg(poses: Poses) -> tuple[str, int]:
    left = bool(poses.working) and poses.working[0].startswith("left")
    return ("left_leg", s.LEFT_THIGH) if left else ("right_leg", s.RIGHT_THIGH)


def _tied(poses: Poses, place: str, colour: str, frames: Frames, pencil: Pencil, body: list[Part]) -> list[Part]:
    """Return a band from the working leg to an anchor, with the post it is tied to."""
    segment, height, radius = _SEATS.get(place, _SEATS["at an anchor"])
    name, thigh = _working_leg(poses)
    frame = frames[thigh + segment]
    start = out_of(*frame, (0.0, 0.0, height))
    anchor = poses.anchor or start
    x, y, _z = anchor
    leg = _just_above(name, body)
    at_post = pencil.view.depth((x, y, 0.0))
    parts = [
        Part("band", leg - 0.003, tuple(pencil.tube((start, anchor), _BAND_BREADTH * 0.9, colour))),
        Part("ring", at_post + 0.01, (pencil.blob(((anchor, 0.03),), "metal dark"),)),
        Part(f"{name} band", leg, tuple(pencil.strap(frame, height, radius, _BAND_BREADTH, colour))),
    ]
    if poses.anchor_post:
        parts.append(Part("post", at_post, tuple(pencil.tube(_post(anchor), _POST_BREADTH, "metal light"))))
    return parts


def _post(anchor: Point) -> tuple[Point, Point]:
    x, y, z = anchor
    return (x, y, 0.0), (x, y, max(z + 0.25, 0.5))


def tied_spheres(poses: Poses, resistance: Resistance | None) -> list[tuple[Point, float]]:
    """Return what a band at an anchor adds to the room a figure takes: places and radii, none where no band is tied."""
    band = shown_band(poses, resistance)
    if band is None or poses.anchor is None or not _is_tied(poses, band_place(poses, band)):
        return []
    return [(end, _POST_BREADTH) for end in (_post(poses.anchor) if poses.anchor_post else (poses.anchor,))]


def _is_tied(poses: Poses, place: str) -> bool:
    return poses.anchor is not None and place in ("at an anchor", "behind the knee", poses.band_at)


def _tape(side: str, frames: Frames, pencil: Pencil, body: list[Part]) -> list[Part]:
    """Return strips of tape on the front of a knee: one across the kneecap, two that frame it."""
    shank = frames[s.LEFT_SHANK if side == "left" else s.RIGHT_SHANK]
    thigh = frames[s.LEFT_THIGH if side == "left" else s.RIGHT_THIGH]
    strips = (
        (out_of(*shank, (0.046, -0.036, 0.012)), out_of(*shank, (0.052, 0.0, 0.016)), out_of(*shank, (0.046, 0.038, 0.02))),
        (out_of(*thigh, (0.045, -0.042, -0.33)), out_of(*thigh, (0.056, -0.03, -0.40)), out_of(*shank, (0.046, -0.010, -0.07))),
        (out_of(*thigh, (0.045, 0.042, -0.33)), out_of(*thigh, (0.056, 0.03, -0.40)), out_of(*shank, (0.046, 0.010, -0.07))),
    )
    shapes: list[Shape] = []
    for strip in strips:
        path = smooth(tuple(map(pencil.view.point, strip)))
        width = 0.030 * pencil.view.scale
        shapes.append(Shape((path,), None, pencil.colour("tape line"), width + pencil.line * 1.4, closed=False))
        shapes.append(Shape((path,), None, pencil.colour("tape"), width, closed=False))
    return [Part("tape", _just_above(f"{side}_leg", body), tuple(shapes))]


def _foot_as_bone(m: tuple[float, ...]) -> tuple[float, float, float, float, float, float, float, float, float]:
    """Return the foot's matrix with its length as the bone's direction."""
    return (m[2], m[1], -m[0], m[5], m[4], -m[3], m[8], m[7], -m[6])


def _just_above(name: str, body: list[Part]) -> float:
    return next(part.depth for part in body if part.name == name) + 0.001
