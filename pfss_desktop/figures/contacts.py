"""What touches stays: two-bone inverse kinematics for planted feet and hands, and the hips placed so that contacts rest.

All lengths in metres. Which limb touches what, and when, is decided in `motion`; the flesh is in `body`.
"""

from math import acos, asin, atan2, cos, degrees, hypot, radians, sin, sqrt

from pfss_desktop.figures.skeleton import (
    ANKLE_HEIGHT,
    BALL_AHEAD,
    BALL_RADIUS,
    FOREARM,
    HEEL_BEHIND,
    HEEL_RADIUS,
    HIP_ASIDE,
    SHANK,
    THIGH,
    TOES_LOCAL,
    UPPER_ARM,
    Frames,
)
from pfss_desktop.figures.vectors import (
    UPRIGHT,
    Matrix,
    Point,
    about_y,
    about_z,
    along,
    cross,
    difference,
    dot,
    from_axes,
    length,
    out_of,
    unit,
)

Sole = tuple[float, float, float, float, float]
"""A planted foot: the place under the ankle of the flat foot (x, y, z), heel raised and toes turned left in degrees."""

UPPER_BACK: Point = (-0.092, 0.0, 0.50)
"""Where the upper back touches the floor in a bridge, in the pelvis' frame with a straight spine."""


_SHRUG = 0.055
"""How far the shoulder blade lets the shoulder joint go, in metres; design value."""


def sole_frame(sole: Sole) -> tuple[Matrix, Point]:
    """Return a planted foot's matrix and ankle: it turns about the ball when the heel rises, about the heel when the toes do."""
    x, y, z, heel, turn = sole
    level = about_z(UPRIGHT, turn)
    pivot = (BALL_AHEAD, 0.0, BALL_RADIUS) if heel > 0 else (-HEEL_BEHIND, 0.0, HEEL_RADIUS)
    foot = about_y(level, heel)
    place = out_of(level, (x, y, z), pivot)
    return foot, out_of(foot, place, (-pivot[0], 0.0, ANKLE_HEIGHT - pivot[2]))


def sole_of(foot: Matrix, ankle: Point) -> Sole:
    """Return the planted foot that has its ankle here and its toes pointing as this foot's do; the inverse of `sole_frame`."""
    heel = degrees(asin(max(-1.0, min(1.0, -foot[6]))))
    turn = degrees(atan2(foot[3], foot[0]))
    ankle_at_zero = sole_frame((0.0, 0.0, 0.0, heel, turn))[1]
    x, y, z = difference(ankle, ankle_at_zero)
    return (x, y, z, heel, turn)


def reach_with_leg(frames: Frames, hint: Matrix, hip: Point, ankle: Point, foot: Matrix | None, dorsiflexion: float) -> None:
    """Append a leg whose ankle is at a place (or as near as it can be), the knee pointing where the hint's front does."""
    thigh, bend = _two_bones(hip, ankle, THIGH, SHANK, (hint[0], hint[3], hint[6]))
    frames.append((thigh, hip))
    knee = out_of(thigh, hip, (0.0, 0.0, -THIGH))
    shank = about_y(thigh, bend)
    frames.append((shank, knee))
    end = out_of(shank, knee, (0.0, 0.0, -SHANK))
    if foot is None:
        foot = about_y(shank, -dorsiflexion)
        frames.append((foot, end))
        frames.append((foot, out_of(foot, end, TOES_LOCAL)))
        return
    frames.append((foot, end))
    # Toes of a raised heel stay flat on the ground.
    rise = degrees(asin(max(-1.0, min(1.0, -foot[6]))))
    frames.append((about_y(foot, -rise) if rise > 0 else foot, out_of(foot, end, TOES_LOCAL)))


def reach_with_arm(frames: Frames, hint: Matrix, shoulder: Point, wrist: Point, hand: Matrix | None, turn: float) -> None:
    """Append an arm whose wrist is at a place (or as near as it can be), the elbow pointing where the hint's back does."""
    upper, bend = _two_bones(shoulder, wrist, UPPER_ARM, FOREARM, (-hint[0], -hint[3], -hint[6]))
    upper = about_z(upper, 180.0)
    frames.append((upper, shoulder))
    elbow = out_of(upper, shoulder, (0.0, 0.0, -UPPER_ARM))
    bent = about_y(upper, -bend)
    fore = about_z(bent, turn)
    frames.append((fore, elbow))
    end = out_of(fore, elbow, (0.0, 0.0, -FOREARM))
    frames.append((hand or fore, end))


def shrugged(shoulder: Point, wrist: Point) -> Point:
    """Return the shoulder joint drawn a little towards a wrist that is too far away, as the shoulder blade lets it."""
    way = difference(wrist, shoulder)
    short = length(way) - (UPPER_ARM + FOREARM - 0.002)
    return along(shoulder, unit(way), min(short, _SHRUG)) if short > 0 else shoulder


def hand_frame(palm: str, side: int, fingers: Point) -> Matrix | None:
    """Return the matrix of a flat hand on floor or wall, its fingers along a level direction; None where the forearm leads it."""
    if palm not in ("floor", "wall"):
        return None
    towards = (0.0, 0.0, -1.0) if palm == "floor" else fingers
    points = fingers if palm == "floor" else (0.0, 0.0, 1.0)
    left = towards if side < 0 else (-towards[0], -towards[1], -towards[2])
    up = (-points[0], -points[1], -points[2])
    return from_axes(cross(left, up), left, up)


def hips_over_ankle(pelvis: Matrix, thigh: Matrix, knee_flexion: float, ankle: Point, side: int) -> Point:
    """Return where the hips are when this ankle is planted and hip and knee are bent as given."""
    shank = about_y(thigh, knee_flexion)
    knee = out_of(shank, ankle, (0.0, 0.0, SHANK))
    return hips_over_knee(pelvis, thigh, knee, side)


def hips_over_knee(pelvis: Matrix, thigh: Matrix, knee: Point, side: int) -> Point:
    """Return where the hips are when this knee is planted and the hip is bent as given."""
    hip = out_of(thigh, knee, (0.0, 0.0, THIGH))
    return out_of(pelvis, hip, (0.0, -HIP_ASIDE * side, 0.0))


def hips_on_wall(hips_x: float, hips_y: float, ankle: Point, side: int, knee_flexion: float) -> Point:
    """Return where the hips are when the back slides on a wall and the knee is bent as given."""
    reach_squared = THIGH * THIGH + SHANK * SHANK + 2 * THIGH * SHANK * cos(radians(knee_flexion))
    aside = hips_y + HIP_ASIDE * side - ankle[1]
    height = sqrt(max(reach_squared - (hips_x - ankle[0]) ** 2 - aside * aside, 0.0))
    return (hips_x, hips_y, ankle[2] + height)


def bridge_lean(shoulders: Point, ankle: Point, hip_flexion: float) -> float:
    """Return how far the trunk of a bridge leans from flat (degrees), shoulders and ankle planted and the hip bent as given.

    Upper back, knee and ankle are a triangle of known sides; where they cannot meet, the nearest position is taken.
    """
    bend = radians(hip_flexion)
    local_x, local_z = THIGH * sin(bend) - UPPER_BACK[0], -THIGH * cos(bend) - UPPER_BACK[2]
    knee_far = hypot(local_x, local_z)
    dx, dz = ankle[0] - shoulders[0], ankle[2] - shoulders[2]
    apart = hypot(dx, dz)
    cosine = (apart * apart + knee_far * knee_far - SHANK * SHANK) / (2 * apart * knee_far)
    rising = atan2(dz, dx) + acos(max(-1.0, min(1.0, cosine)))
    # Lying flat, the pelvis' up is the world's backward and its front is the world's up.
    flat = atan2(local_x, -local_z)
    return degrees(flat - rising)


def roll_lean(bends: tuple[float, float], ankle_height: float) -> float:
    """Return how far the trunk of a bridge on a ball leans from flat, from hip and knee flexion, all in degrees.

    The ankle stays at its height (metres); the ball rolls, so nothing says how far away the ankle is.
    """
    hip, knee = radians(bends[0]), radians(bends[1])
    local_x = THIGH * sin(hip) + SHANK * sin(hip - knee) - UPPER_BACK[0]
    local_z = -THIGH * cos(hip) - SHANK * cos(hip - knee) - UPPER_BACK[2]
    far = hypot(local_x, local_z)
    return degrees(atan2(local_x, -local_z) - asin(max(-1.0, min(1.0, ankle_height / far))))


def neck_at_rest(joint_height: float) -> float:
    """Return how far the head of one who lies on the back tilts up from level (degrees), so that its back is on the floor."""
    return degrees(asin(max(-0.3, min(0.9, (0.088 - joint_height) / 0.192))))


def _two_bones(root: Point, target: Point, first: float, second: float, bulge: Point) -> tuple[Matrix, float]:
    """Return the first bone's matrix and the bend (degrees) that bring the second bone's end to the target.

    The middle joint moves towards `bulge`; the matrix has it in front.
    """
    way = difference(target, root)
    far = length(way)
    aim = unit(way)
    far = max(abs(first - second) + 1e-6, min(first + second - 1e-6, far))
    front = difference(bulge, along((0.0, 0.0, 0.0), aim, dot(bulge, aim)))
    if length(front) < 1e-3:
        front = cross(aim, (0.0, 1.0, 0.0))
    front = unit(front)
    at_root = acos(max(-1.0, min(1.0, (first * first + far * far - second * second) / (2 * first * far))))
    c, s = cos(at_root), sin(at_root)
    down = (aim[0] * c + front[0] * s, aim[1] * c + front[1] * s, aim[2] * c + front[2] * s)
    left = cross(front, aim)
    up = (-down[0], -down[1], -down[2])
    at_middle = acos(max(-1.0, min(1.0, (first * first + second * second - far * far) / (2 * first * second))))
    return from_axes(cross(left, up), left, up), 180.0 - degrees(at_middle)
