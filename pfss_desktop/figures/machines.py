"""Gym machines and other made things: bicycle, cross trainer, leg press, treadmill, metronome. Lengths in metres."""

from collections.abc import Callable, Mapping

from pfss_desktop.figures import skeleton as s
from pfss_desktop.figures.drawing import Shape
from pfss_desktop.figures.poses import Prop
from pfss_desktop.figures.skeleton import Frames
from pfss_desktop.figures.solids import Pencil, Pieces
from pfss_desktop.figures.vectors import Point

_BEHIND = -30.0


def _bike(prop: Prop, place: Point, frames: Frames, pencil: Pencil) -> Pieces:
    x, y, z = place
    crank: Point = (x, y, z + 0.30)
    shapes: list[Shape] = []
    for foot in (-0.35, 0.62):
        shapes += pencil.tube(((x + foot, y - 0.2, z + 0.03), (x + foot, y + 0.2, z + 0.03)), 0.05, "metal dark")
    shapes += pencil.tube(((x - 0.35, y, z + 0.04), (x + 0.62, y, z + 0.04)), 0.05, "metal dark")
    shapes += pencil.tube((crank, (x - 0.20, y, z + 0.86)), 0.05, "metal")
    shapes += pencil.tube(((x, y, z + 0.06), crank, (x + 0.40, y, z + 0.50), (x + 0.52, y, z + 1.0)), 0.05, "metal")
    shapes.append(pencil.slab((x + 0.42, y, z + 0.30), (0.22, 0.0, 0.0), (0.0, 0.0, 0.22), "metal light"))
    shapes.append(pencil.slab((x + 0.42, y, z + 0.30), (0.06, 0.0, 0.0), (0.0, 0.0, 0.06), "metal"))
    shapes += pencil.tube(((x + 0.52, y, z + 1.0), (x + 0.40, y, z + 1.04)), 0.035, "dark")
    shapes.append(pencil.blob((((x - 0.33, y, z + 0.88), 0.035), ((x - 0.10, y, z + 0.885), 0.025)), "dark"))
    shapes.append(pencil.slab(crank, (0.09, 0.0, 0.0), (0.0, 0.0, 0.09), "metal light"))
    for toes in (s.LEFT_TOES, s.RIGHT_TOES):
        ball = frames[toes][1]
        pedal: Point = (ball[0], ball[1], ball[2] - 0.045)
        shapes += pencil.tube((crank, pedal), 0.03, "metal dark")
        shapes += pencil.tube(((pedal[0] - 0.05, *pedal[1:]), (pedal[0] + 0.05, *pedal[1:])), 0.03, "dark")
    return [((x, y, z + _BEHIND), shapes)]


def _elliptical(prop: Prop, place: Point, frames: Frames, pencil: Pencil) -> Pieces:
    x, y, z = place
    shapes: list[Shape] = []
    shapes += pencil.tube(((x - 0.65, y, z + 0.04), (x + 0.75, y, z + 0.04)), 0.06, "metal dark")
    shapes.append(pencil.slab((x + 0.55, y, z + 0.32), (0.25, 0.0, 0.0), (0.0, 0.0, 0.25), "metal light"))
    shapes += pencil.tube(((x + 0.50, y, z + 0.06), (x + 0.40, y, z + 1.30)), 0.06, "metal")
    shapes.append(pencil.blob((((x + 0.36, y, z + 1.34), 0.05), ((x + 0.42, y, z + 1.40), 0.05)), "dark"))
    pieces: Pieces = [((x, y, z + _BEHIND), shapes)]
    for side, name in ((0.12, "left"), (-0.12, "right")):
        foot = frames[s.LEFT_TOES if name == "left" else s.RIGHT_TOES][1]
        hand = frames[s.LEFT_HAND if name == "left" else s.RIGHT_HAND][1]
        track: list[Point] = [(x - 0.60, y + side, z + 0.12)]
        track += [(foot[0] + along, y + side, foot[2] - 0.05) for along in (-0.2, 0.14)]
        bar = pencil.tube([*track, (x + 0.42, y + side, z + 0.30)], 0.045, "metal")
        arm = pencil.tube(
            ((x + 0.42, y + side, z + 0.30), (x + 0.40, y + side * 1.2, z + 0.85), (hand[0] + 0.02, hand[1], hand[2] + 0.06)),
            0.035,
            "metal dark",
        )
        depth = _BEHIND + 1.0 if side > 0 else _BEHIND + 2.0
        pieces.append(((x, y, z + depth), bar))
        pieces.append(((x, y, z + depth), arm))
    return pieces


def _leg_press(prop: Prop, place: Point, frames: Frames, pencil: Pencil) -> Pieces:
    x, y, z = place
    foot = frames[s.RIGHT_TOES][1]
    shapes: list[Shape] = []
    shapes += pencil.tube(((x - 0.75, y, z + 0.04), (x + 1.35, y, z + 0.04)), 0.06, "metal dark")
    shapes += pencil.tube(((x - 0.20, y, z + 0.05), (x - 0.20, y, z + 0.34)), 0.06, "metal dark")
    shapes += pencil.tube(((x + 1.30, y, z + 0.05), (x + 1.30, y, z + 1.05)), 0.08, "metal dark")
    shapes += pencil.tube(((x + 0.10, y, z + 0.30), (x + 1.30, y, z + 0.30)), 0.045, "metal")
    back = [((x - 0.16, y, z + 0.42), 0.05), ((x - 0.62, y, z + 1.10), 0.05)]
    seat = [((x - 0.12, y, z + 0.36), 0.05), ((x + 0.24, y, z + 0.40), 0.05)]
    shapes += [pencil.blob(back, "dark"), pencil.blob(seat, "dark")]
    plate = foot[0] + 0.045
    press = pencil.tube(((plate, y, z + 0.30), (plate, y, foot[2] + 0.22)), 0.05, "metal light")
    return [((x, y, z + _BEHIND), shapes), ((x, y, z + _BEHIND + 1), press)]


def _treadmill(prop: Prop, place: Point, frames: Frames, pencil: Pencil) -> Pieces:
    x, y, z = place
    shapes = pencil.box((x - 0.85, y - 0.32, z - 0.12), (x + 0.75, y + 0.32, z), "metal dark", light="metal light")
    rear: list[Shape] = []
    for side in (0.3, -0.3):
        rear += pencil.tube(
            ((x + 0.62, y + side, z), (x + 0.80, y + side, z + 1.05), (x + 0.52, y + side, z + 1.0)), 0.045, "metal"
        )
    rear.append(pencil.blob((((x + 0.78, y - 0.25, z + 1.12), 0.05), ((x + 0.78, y + 0.25, z + 1.12), 0.05)), "dark"))
    return [((x, y, z + _BEHIND - 1), shapes), ((x, y, z + _BEHIND), rear)]


def _metronome(prop: Prop, place: Point, frames: Frames, pencil: Pencil) -> Pieces:
    x, y, z = place
    k = (prop.height or 0.3) / 0.3

    def spot(aside: float, up: float) -> Point:
        return (x + aside * k, y, z + up * k)

    body = pencil.face((spot(-0.11, 0.0), spot(0.11, 0.0), spot(0.05, 0.3), spot(-0.05, 0.3)), "wood")
    arm = pencil.tube((spot(0.0, 0.05), spot(0.09, 0.33)), 0.018 * k, "metal light")
    bob = pencil.blob(((spot(0.062, 0.245), 0.025 * k),), "arrow")
    return [((x, y, z), [body, *arm, bob])]


KINDS: Mapping[str, Callable[[Prop, Point, Frames, Pencil], Pieces]] = {
    "bike": _bike,
    "elliptical": _elliptical,
    "leg press": _leg_press,
    "treadmill": _treadmill,
    "metronome": _metronome,
}
