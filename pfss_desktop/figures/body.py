"""The flesh: spheres on the skeleton, and which of them are joined into which part of the drawing. Data and trunk contact.

A figure of 1.70 m with a head of about one seventh and a half of its height, in a T-shirt, shorts and shoes.
"""

import msgspec

from pfss_desktop.figures import skeleton as s
from pfss_desktop.figures.joints import Angles
from pfss_desktop.figures.vectors import Matrix, about_x, about_y, about_z, out_of

Sphere = tuple[int, float, float, float, float]
"""Segment, place inside its frame, radius; metres."""


class Flesh(msgspec.Struct, frozen=True):
    """A hull of spheres (by index) and the role that colours it. `lined` hulls have an outline, the others only a fill."""

    role: str
    spheres: tuple[int, ...]
    lined: bool = True


_TRUNK: dict[str, Sphere] = {
    "hip R": (s.PELVIS, 0.004, -0.078, 0.055, 0.083),
    "hip L": (s.PELVIS, 0.004, 0.078, 0.055, 0.083),
    "seat R": (s.PELVIS, -0.010, -0.080, -0.012, 0.082),
    "seat L": (s.PELVIS, -0.010, 0.080, -0.012, 0.082),
    "crotch": (s.PELVIS, 0.012, 0.0, -0.035, 0.062),
    "hem R": (s.PELVIS, 0.004, -0.076, 0.075, 0.088),
    "hem L": (s.PELVIS, 0.004, 0.076, 0.075, 0.088),
    "waist R": (s.THORAX, 0.004, -0.058, 0.075, 0.086),
    "waist L": (s.THORAX, 0.004, 0.058, 0.075, 0.086),
    "ribs R": (s.THORAX, 0.012, -0.070, 0.235, 0.096),
    "ribs L": (s.THORAX, 0.012, 0.070, 0.235, 0.096),
    "chest R": (s.THORAX, -0.002, -0.092, 0.315, 0.080),
    "chest L": (s.THORAX, -0.002, 0.092, 0.315, 0.080),
    "shoulder R": (s.THORAX, -0.008, -0.158, 0.368, 0.052),
    "shoulder L": (s.THORAX, -0.008, 0.158, 0.368, 0.052),
    "seat in R": (s.PELVIS, -0.006, -0.074, -0.006, 0.074),
    "seat in L": (s.PELVIS, -0.006, 0.074, -0.006, 0.074),
    "shoulder in R": (s.THORAX, -0.004, -0.110, 0.335, 0.058),
    "shoulder in L": (s.THORAX, -0.004, 0.110, 0.335, 0.058),
    "collar": (s.THORAX, -0.012, 0.0, 0.405, 0.050),
    "neck low": (s.THORAX, -0.006, 0.0, 0.40, 0.046),
    "neck high": (s.HEAD, 0.018, 0.0, 0.09, 0.045),
    "skull": (s.HEAD, 0.022, 0.0, 0.190, 0.083),
    "brow": (s.HEAD, 0.048, 0.0, 0.172, 0.068),
    "jaw R": (s.HEAD, 0.030, -0.024, 0.112, 0.046),
    "jaw L": (s.HEAD, 0.030, 0.024, 0.112, 0.046),
    "chin R": (s.HEAD, 0.074, -0.014, 0.094, 0.030),
    "chin L": (s.HEAD, 0.074, 0.014, 0.094, 0.030),
    "nose root": (s.HEAD, 0.106, 0.0, 0.158, 0.012),
    "nose tip": (s.HEAD, 0.122, 0.0, 0.140, 0.011),
    "hair back": (s.HEAD, 0.002, 0.0, 0.192, 0.090),
    "hair top": (s.HEAD, 0.030, 0.0, 0.208, 0.082),
    "hair nape": (s.HEAD, -0.026, 0.0, 0.150, 0.054),
    "bun": (s.HEAD, -0.042, 0.0, 0.288, 0.040),
    "ear R": (s.HEAD, 0.016, -0.074, 0.150, 0.020),
    "ear L": (s.HEAD, 0.016, 0.074, 0.150, 0.020),
}


_TOES_ASIDE = 0.016
"""Metres of a toe-cap's corners from the foot's midline: what makes a shoe seen from the front stand flat."""


def _leg(thigh: int, shank: int, foot: int, toes: int) -> dict[str, Sphere]:
    return {
        "groin": (thigh, 0.0, 0.0, 0.0, 0.083),
        "thigh": (thigh, 0.010, 0.0, -0.14, 0.078),
        "knee": (thigh, 0.006, 0.0, -0.415, 0.052),
        "shorts": (thigh, 0.008, 0.0, -0.20, 0.084),
        "shorts top": (thigh, 0.0, 0.0, 0.0, 0.085),
        "blend": (thigh, 0.0, 0.0, 0.0, 0.079),
        "shin top": (shank, 0.002, 0.0, -0.015, 0.051),
        "calf": (shank, -0.016, 0.0, -0.125, 0.054),
        "ankle": (shank, -0.004, 0.0, -0.385, 0.034),
        "heel": (foot, -0.045, 0.0, -0.042, 0.038),
        "instep": (foot, 0.012, 0.0, -0.012, 0.040),
        "ball": (foot, 0.120, 0.0, -0.049, 0.031),
        "toe base": (toes, 0.0, 0.0, 0.0, 0.031),
        "toe in": (toes, 0.056, -_TOES_ASIDE, -0.004, 0.027),
        "toe out": (toes, 0.056, _TOES_ASIDE, -0.004, 0.027),
        "sole heel": (foot, -0.048, 0.0, -0.070, 0.010),
        "sole ball": (foot, 0.120, 0.0, -0.070, 0.010),
        "sole base": (toes, 0.0, 0.0, -0.021, 0.010),
        "sole toe in": (toes, 0.060, -_TOES_ASIDE - 0.012, -0.021, 0.010),
        "sole toe out": (toes, 0.060, _TOES_ASIDE + 0.012, -0.021, 0.010),
    }


def _arm(upper: int, fore: int, hand: int, side: int) -> dict[str, Sphere]:
    return {
        "deltoid": (upper, 0.0, 0.0, -0.005, 0.053),
        "biceps": (upper, 0.004, 0.0, -0.13, 0.044),
        "elbow": (upper, 0.0, 0.0, -0.282, 0.036),
        "sleeve": (upper, 0.002, 0.0, -0.135, 0.053),
        "sleeve top": (upper, 0.0, 0.0, -0.005, 0.055),
        "arm blend": (upper, 0.0, -side * 0.004, 0.0, 0.049),
        "forearm top": (fore, 0.0, 0.0, -0.01, 0.036),
        "forearm": (fore, 0.0, 0.0, -0.075, 0.038),
        "wrist": (fore, 0.0, 0.0, -0.245, 0.025),
        "palm front": (hand, 0.014, 0.0, -0.050, 0.026),
        "palm back": (hand, -0.014, 0.0, -0.050, 0.025),
        "fingers": (hand, 0.002, -side * 0.008, -0.138, 0.019),
        "thumb root": (hand, 0.024, 0.0, -0.030, 0.014),
        "thumb tip": (hand, 0.044, -side * 0.010, -0.082, 0.012),
    }


_LIMBS: dict[str, dict[str, Sphere]] = {
    "right_leg": _leg(s.RIGHT_THIGH, s.RIGHT_SHANK, s.RIGHT_FOOT, s.RIGHT_TOES),
    "left_leg": _leg(s.LEFT_THIGH, s.LEFT_SHANK, s.LEFT_FOOT, s.LEFT_TOES),
    "right_arm": _arm(s.RIGHT_UPPER, s.RIGHT_FORE, s.RIGHT_HAND, -1),
    "left_arm": _arm(s.LEFT_UPPER, s.LEFT_FORE, s.LEFT_HAND, 1),
}

_NAMED: dict[tuple[str, str], Sphere] = {
    **{("trunk", name): sphere for name, sphere in _TRUNK.items()},
    **{(limb, name): sphere for limb, spheres in _LIMBS.items() for name, sphere in spheres.items()},
}
SPHERES: tuple[Sphere, ...] = tuple(_NAMED.values())
"""Every sphere of the body; drawing and tests speak of them by index."""
SPHERE_INDEX: dict[tuple[str, str], int] = {name: index for index, name in enumerate(_NAMED)}
"""Index of a sphere by its part (trunk, right_leg, ...) and name."""


def _hull(part: str, role: str, names: str, *, lined: bool = True) -> Flesh:
    return Flesh(role, tuple(SPHERE_INDEX[part, name.strip()] for name in names.split(",")), lined)


def _leg_flesh(part: str, *, toes_bent: bool, sole: str) -> tuple[Flesh, ...]:
    leg = (
        _hull(part, "skin", "thigh, knee"),
        _hull(part, "skin", "shin top, calf, ankle"),
        _hull(part, "shorts", "shorts top, shorts"),
    )
    uppers = ("heel, instep, ball", "toe base, toe in, toe out") if toes_bent else ("heel, instep, toe in, toe out",)
    shoe = [_hull(part, "shoe", names) for names in uppers]
    return (*leg, *shoe, *(_hull(part, "sole", names, lined=False) for names in sole.split(" / ")))


def _arm_flesh(part: str) -> tuple[Flesh, ...]:
    return (
        _hull(part, "skin", "biceps, elbow"),
        _hull(part, "skin", "forearm top, forearm, wrist"),
        _hull(part, "skin", "wrist, palm front, palm back, fingers"),
        _hull(part, "skin", "thumb root, thumb tip"),
        _hull(part, "shirt", "sleeve top, sleeve"),
    )


TRUNK_FLESH: tuple[Flesh, ...] = (
    _hull("trunk", "skin", "neck low, neck high"),
    _hull("trunk", "shorts", "hip R, hip L, seat R, seat L, crotch"),
    _hull("trunk", "shirt", "hem R, hem L, waist R, waist L"),
    _hull("trunk", "shirt", "waist R, waist L, ribs R, ribs L, chest R, chest L"),
    _hull("trunk", "shirt", "chest R, chest L, shoulder R, shoulder L, collar"),
)
_LEGS = ("right_leg", "left_leg")
_TOE_BAND = "sole toe in, sole toe out"
_SOLE, _BENT_SOLE = f"sole heel, {_TOE_BAND}", f"sole heel, sole ball / sole base, {_TOE_BAND}"
LEG_FLESH = {part: _leg_flesh(part, toes_bent=False, sole=_SOLE) for part in _LEGS}
TOES_BENT_FLESH = {part: _leg_flesh(part, toes_bent=True, sole=_BENT_SOLE) for part in _LEGS}
FRONT_LEG_FLESH = {part: _leg_flesh(part, toes_bent=False, sole=_TOE_BAND) for part in _LEGS}
FRONT_TOES_BENT_FLESH = {part: _leg_flesh(part, toes_bent=True, sole=_TOE_BAND) for part in _LEGS}
"""Legs whose toes point at the viewer: of the sole only the band under the toe-cap is seen."""
SHOE_FROM = 3
"""Place of the first hull of the shoe among a leg's hulls."""
ARM_FLESH = {part: _arm_flesh(part) for part in ("right_arm", "left_arm")}


def _joined(limb: str, own: str, of_trunk: str, role: str) -> tuple[Flesh, ...]:
    return (Flesh(role, (SPHERE_INDEX[limb, own], SPHERE_INDEX["trunk", of_trunk]), lined=False),)


BLEND = {
    **{f"{side}_leg": _joined(f"{side}_leg", "blend", f"seat in {side[0].upper()}", "shorts") for side in ("right", "left")},
    **{
        f"{side}_arm": _joined(f"{side}_arm", "arm blend", f"shoulder in {side[0].upper()}", "shirt")
        for side in ("right", "left")
    },
}
"""Fills without a line that join a limb to the trunk."""

FACE = tuple(SPHERE_INDEX["trunk", name] for name in ("brow", "jaw R", "jaw L", "chin R", "chin L"))
NOSE = tuple(SPHERE_INDEX["trunk", name] for name in ("nose root", "nose tip"))
HAIR = tuple(SPHERE_INDEX["trunk", name] for name in ("hair back", "hair top", "hair nape"))
BUN = SPHERE_INDEX["trunk", "bun"]
EARS = (SPHERE_INDEX["trunk", "ear R"], SPHERE_INDEX["trunk", "ear L"])

_TRUNK_REST = (
    *(
        _TRUNK[name]
        for name in ("seat R", "seat L", "hip R", "hip L", "waist R", "waist L", "ribs R", "ribs L", "chest R", "chest L")
    ),
    *((s.THORAX, -0.005, side * s.SHOULDER_ASIDE, 0.37, 0.055) for side in (-1, 1)),
)


def lowest_of_trunk(pelvis: Matrix, angles: Angles) -> float:
    """Return how far the trunk reaches down from the hips (metres, negative)."""
    thorax = about_z(about_x(about_y(pelvis, angles[4]), angles[5]), angles[6])
    waist = out_of(pelvis, (0.0, 0.0, 0.0), s.LUMBAR)
    lowest = 0.0
    for segment, x, y, z, radius in _TRUNK_REST:
        m, up = (pelvis, 0.0) if segment == s.PELVIS else (thorax, waist[2])
        lowest = min(lowest, up + m[6] * x + m[7] * y + m[8] * z - radius)
    return lowest
