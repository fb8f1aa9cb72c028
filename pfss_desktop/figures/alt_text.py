"""The figure in words, from the same poses and prescription: for screen readers and for tagged PDF."""

from collections.abc import Mapping

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.resistance import Band, CuffWeight, Resistance
from pfss_desktop.figures.gear import band_place, shown_band, worn_text
from pfss_desktop.figures.joints import ANGLE_NAMES
from pfss_desktop.figures.motion import Motion
from pfss_desktop.figures.poses import Poses
from pfss_desktop.figures.range_limit import measured_angle
from pfss_desktop.language import _, marked, translated


def describe(poses: Poses, motion: Motion, side: Side | None, resistance: Resistance | None, span: tuple[float, float]) -> str:
    """Return short plain sentences: position, working limb, how far it goes, what is worn, what is used."""
    mirrored = side is Side.LEFT
    sentences = [
        translated(_POSITIONS[poses.base]),
        *_working(poses, side),
        *_movement(poses, motion, span, mirrored=mirrored),
    ]
    sentences += _worn(poses, resistance, mirrored=mirrored)
    things = sorted({translated(_THINGS[prop.kind]) for prop in poses.props if prop.kind in _THINGS})
    if things:
        sentences.append(_("Needed: {things}.").format(things=", ".join(things)))
    return " ".join(sentences)


def _working(poses: Poses, side: Side | None) -> list[str]:
    mirrored = side is Side.LEFT
    legs = [limb for limb in poses.working if limb.endswith("leg")]
    if len(legs) == 2:
        return [_("Both legs work.")]
    if legs and side in (Side.BOTH, Side.ALTERNATING):
        return [_("Each leg works in turn; the right one is shown.")]
    if legs and side is None:
        return [_("One leg works; the right one is shown.")]
    if legs:
        return [_("The left leg works.") if legs[0].startswith("left") != mirrored else _("The right leg works.")]
    return [_("The trunk works.")] if "trunk" in poses.working else []


def _movement(poses: Poses, motion: Motion, span: tuple[float, float], *, mirrored: bool) -> list[str]:
    index = measured_angle(poses, motion)
    if len(motion.keys) < 2:
        return [_("The position is held.")] if poses.travel is None else []
    if index is None:
        return []
    side, joint = ANGLE_NAMES[index]
    start, end = (round(motion.angles(part)[index]) for part in span)
    left = (side == "left") != mirrored
    text = (
        _("{joint} on the left from {start} to {end} degrees.")
        if left
        else _("{joint} on the right from {start} to {end} degrees.")
    )
    return [text.format(joint=translated(_JOINTS[joint]), start=start, end=end)]


def _worn(poses: Poses, resistance: Resistance | None, *, mirrored: bool) -> list[str]:
    if isinstance(resistance, CuffWeight):
        left = poses.cuff.startswith("left") != mirrored
        text = _("Cuff of {weight} at the left ankle.") if left else _("Cuff of {weight} at the right ankle.")
        return [text.format(weight=worn_text(resistance))]
    band = shown_band(poses, resistance)
    if isinstance(band, Band):
        text = _("{colour} band {place}.").format(colour=translated(band.colour), place=translated(band_place(poses, band)))
        return [text[:1].upper() + text[1:]]
    return []


_POSITIONS: Mapping[str, str] = {
    "standing": marked("A person standing."),
    "supine": marked("A person lying on the back."),
    "hook lying": marked("A person lying on the back with bent knees."),
    "prone": marked("A person lying face down."),
    "lying on left": marked("A person lying on the side."),
    "lying on right": marked("A person lying on the side."),
    "sitting": marked("A person sitting."),
    "long sitting": marked("A person sitting on the floor."),
    "quadruped": marked("A person on hands and knees."),
    "half kneeling": marked("A person kneeling on one knee."),
}

_JOINTS: Mapping[str, str] = {
    "hip_flexion": marked("Hip bend"),
    "hip_abduction": marked("Hip out to the side"),
    "hip_rotation": marked("Hip turn outward"),
    "knee_flexion": marked("Knee bend"),
    "ankle_dorsiflexion": marked("Ankle, toes up"),
}

_THINGS: Mapping[str, str] = {
    "ball": marked("ball"),
    "bike": marked("bicycle"),
    "bosu": marked("balance dome"),
    "box": marked("box"),
    "chair": marked("chair"),
    "cone": marked("cone"),
    "counter": marked("counter"),
    "elliptical": marked("cross trainer"),
    "ladder": marked("floor ladder"),
    "leg press": marked("leg press"),
    "line": marked("line on the floor"),
    "metronome": marked("metronome"),
    "pad": marked("pad"),
    "pillow": marked("pillow"),
    "rail": marked("rail"),
    "roller": marked("foam roller"),
    "slider": marked("slider"),
    "stairs": marked("stairs"),
    "step": marked("step"),
    "strap": marked("strap"),
    "towel": marked("towel"),
    "treadmill": marked("treadmill"),
    "wall": marked("wall"),
    "water": marked("water"),
}
