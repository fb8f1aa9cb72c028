"""Joint angles become places in space: forward kinematics of one adult of 1.70 m. No contacts, no flesh, no camera.

Segment lengths follow the usual fractions of body height (Drillis and Contini), rounded to the centimetre.
"""

import msgspec

from pfss_desktop.figures.joints import LEFT_ARM, LEFT_LEG, RIGHT_ARM, RIGHT_LEG, Angles
from pfss_desktop.figures.vectors import Matrix, Point, about_x, about_y, about_z, out_of

THIGH = 0.42
SHANK = 0.41
ANKLE_HEIGHT = 0.08
BALL_AHEAD = 0.12
HEEL_BEHIND = 0.045
UPPER_ARM = 0.285
FOREARM = 0.255
HIP_ASIDE = 0.09
SHOULDER_ASIDE = 0.165

LUMBAR: Point = (-0.01, 0.0, 0.11)
NECK: Point = (-0.006, 0.0, 0.40)
_SHOULDER_BACK, _SHOULDER_UP = -0.005, 0.375

PELVIS, THORAX, HEAD = 0, 1, 2
RIGHT_THIGH, RIGHT_SHANK, RIGHT_FOOT, RIGHT_TOES = 3, 4, 5, 6
LEFT_THIGH, LEFT_SHANK, LEFT_FOOT, LEFT_TOES = 7, 8, 9, 10
RIGHT_UPPER, RIGHT_FORE, RIGHT_HAND = 11, 12, 13
LEFT_UPPER, LEFT_FORE, LEFT_HAND = 14, 15, 16
SIDES = ((-1, "right"), (1, "left"))
"""Sign of a side's left axis, and its name."""

BALL_RADIUS = 0.031
HEEL_RADIUS = 0.038
TOES_LOCAL: Point = (BALL_AHEAD, 0.0, BALL_RADIUS - ANKLE_HEIGHT)

Frames = list[tuple[Matrix, Point]]
"""For each segment its matrix and the place of its upper joint."""


class Landmark(msgspec.Struct, frozen=True):
    """A named place on the body: a segment and a point inside its frame, in metres."""

    segment: int
    local: Point


def _both(name: str, right: int, left: int, local: Point) -> dict[str, Landmark]:
    mirrored = (local[0], -local[1], local[2])
    return {f"right_{name}": Landmark(right, local), f"left_{name}": Landmark(left, mirrored)}


LANDMARKS: dict[str, Landmark] = {
    "pelvis": Landmark(PELVIS, (0.0, 0.0, 0.0)),
    "chest": Landmark(THORAX, (0.0, 0.0, 0.22)),
    "upper_back": Landmark(THORAX, (-0.082, 0.0, 0.36)),
    "head": Landmark(HEAD, (0.03, 0.0, 0.19)),
    **_both("hip", RIGHT_THIGH, LEFT_THIGH, (0.0, 0.0, 0.0)),
    **_both("thigh", RIGHT_THIGH, LEFT_THIGH, (0.0, 0.0, -0.2)),
    **_both("knee", RIGHT_SHANK, LEFT_SHANK, (0.0, 0.0, 0.0)),
    **_both("shin", RIGHT_SHANK, LEFT_SHANK, (0.0, 0.0, -0.24)),
    **_both("ankle", RIGHT_SHANK, LEFT_SHANK, (0.0, 0.0, -0.36)),
    **_both("heel", RIGHT_FOOT, LEFT_FOOT, (-HEEL_BEHIND, 0.0, -0.05)),
    **_both("forefoot", RIGHT_FOOT, LEFT_FOOT, (BALL_AHEAD, 0.0, -0.05)),
    **_both("shoulder", RIGHT_UPPER, LEFT_UPPER, (0.0, 0.0, 0.0)),
    **_both("elbow", RIGHT_FORE, LEFT_FORE, (0.0, 0.0, 0.0)),
    **_both("hand", RIGHT_HAND, LEFT_HAND, (0.0, 0.0, -0.07)),
    **_both("waist", PELVIS, PELVIS, (0.035, -0.175, 0.1)),
}
"""Places that a pose may name: for holding, for props, and for the path of the arrow."""


def landmark(frames: Frames, name: str) -> Point:
    """Return where a named place of the body is. Raises KeyError for an unknown name."""
    mark = LANDMARKS[name]
    matrix, origin = frames[mark.segment]
    return out_of(matrix, origin, mark.local)


def pelvis_frame(base: Matrix, angles: Angles) -> Matrix:
    """Return the pelvis in the world: turned, then laid as the base position says, then leaning, listing and rolled."""
    turn, lean, listing, roll = angles[0], angles[1], angles[2], angles[3]
    turned = about_z((1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0), turn) if turn else None
    start = base if turned is None else _product(turned, base)
    return about_z(about_x(about_y(start, lean), listing), roll)


def add_trunk(frames: Frames, pelvis: Matrix, hips: Point, angles: Angles) -> None:
    """Append pelvis, thorax and head."""
    frames.append((pelvis, hips))
    thorax = about_z(about_x(about_y(pelvis, angles[4]), angles[5]), angles[6])
    waist = out_of(pelvis, hips, LUMBAR)
    frames.append((thorax, waist))
    head = about_z(about_x(about_y(thorax, angles[7]), angles[8]), angles[9])
    frames.append((head, out_of(thorax, waist, NECK)))


def hip_joint(pelvis: Matrix, hips: Point, side: int) -> Point:
    """Return the centre of a hip joint; side is -1 for right, 1 for left."""
    return out_of(pelvis, hips, (0.0, HIP_ASIDE * side, 0.0))


def shoulder_joint(frames: Frames, side: int) -> Point:
    """Return the centre of a shoulder joint; side is -1 for right, 1 for left."""
    thorax, waist = frames[THORAX]
    return out_of(thorax, waist, (_SHOULDER_BACK, SHOULDER_ASIDE * side, _SHOULDER_UP))


def thigh_frame(pelvis: Matrix, angles: Angles, side: int) -> Matrix:
    """Return the thigh's matrix: flexion first, so that flexion is what is seen from the side."""
    i = RIGHT_LEG if side < 0 else LEFT_LEG
    return about_z(about_x(about_y(pelvis, -angles[i]), side * angles[i + 1]), side * angles[i + 2])


def add_leg(frames: Frames, thigh: Matrix, hip: Point, angles: Angles, side: int) -> None:
    """Append thigh, shank, foot and toes, the knee and ankle bent by their angles."""
    i = RIGHT_LEG if side < 0 else LEFT_LEG
    frames.append((thigh, hip))
    knee = out_of(thigh, hip, (0.0, 0.0, -THIGH))
    shank = about_y(thigh, angles[i + 3])
    frames.append((shank, knee))
    ankle = out_of(shank, knee, (0.0, 0.0, -SHANK))
    foot = about_y(shank, -angles[i + 4])
    frames.append((foot, ankle))
    frames.append((about_y(foot, -angles[i + 5]), out_of(foot, ankle, TOES_LOCAL)))


def upper_arm_frame(frames: Frames, angles: Angles, side: int) -> Matrix:
    """Return the upper arm's matrix, in the thorax' frame."""
    i = RIGHT_ARM if side < 0 else LEFT_ARM
    return about_z(about_x(about_y(frames[THORAX][0], -angles[i]), side * angles[i + 1]), side * angles[i + 2])


def add_arm(frames: Frames, upper: Matrix, shoulder: Point, angles: Angles, side: int) -> None:
    """Append upper arm, forearm and hand."""
    i = RIGHT_ARM if side < 0 else LEFT_ARM
    frames.append((upper, shoulder))
    elbow = out_of(upper, shoulder, (0.0, 0.0, -UPPER_ARM))
    fore = about_z(about_y(upper, -angles[i + 3]), side * angles[i + 4])
    frames.append((fore, elbow))
    wrist = out_of(fore, elbow, (0.0, 0.0, -FOREARM))
    frames.append((about_x(fore, -side * angles[i + 5]), wrist))


def _product(a: Matrix, b: Matrix) -> Matrix:
    return (
        a[0] * b[0] + a[1] * b[3] + a[2] * b[6],
        a[0] * b[1] + a[1] * b[4] + a[2] * b[7],
        a[0] * b[2] + a[1] * b[5] + a[2] * b[8],
        a[3] * b[0] + a[4] * b[3] + a[5] * b[6],
        a[3] * b[1] + a[4] * b[4] + a[5] * b[7],
        a[3] * b[2] + a[4] * b[5] + a[5] * b[8],
        a[6] * b[0] + a[7] * b[3] + a[8] * b[6],
        a[6] * b[1] + a[7] * b[4] + a[8] * b[7],
        a[6] * b[2] + a[7] * b[5] + a[8] * b[8],
    )
