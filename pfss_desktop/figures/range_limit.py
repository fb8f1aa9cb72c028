"""How much of a movement a prescribed range leaves: the parts of the way at which the joint is at the limit's ends."""

from pfss_desktop.domain.body import Joint, RangeLimit
from pfss_desktop.figures.joints import ANGLE_INDEX, ANGLE_NAMES
from pfss_desktop.figures.motion import Motion
from pfss_desktop.figures.poses import Poses

_STEPS = 24


def measured_angle(poses: Poses, motion: Motion) -> int | None:
    """Return the index of the angle the exercise is about: as the pose says, else the working joint that moves most."""
    if poses.measure:
        side, name = poses.measure.split(" ", 1)
        return ANGLE_INDEX[side, name.replace(" ", "_")]
    sides = {limb.split()[0] for limb in poses.working if limb != "trunk"} or {"right"}
    moving = [
        (_spread(motion, i), -i)
        for i, (side, name) in enumerate(ANGLE_NAMES)
        if side in sides and name in {joint.value for joint in Joint}
    ]
    most, index = max(moving, default=(0.0, 0))
    return -index if most > 0 else None


def measured_joint(poses: Poses, motion: Motion) -> Joint | None:
    """Return the joint that a range limit of this exercise is about, None where there is none, as in a held position."""
    index = measured_angle(poses, motion)
    name = "" if index is None else ANGLE_NAMES[index][1]
    return next((joint for joint in Joint if joint.value == name), None)


def _spread(motion: Motion, index: int) -> float:
    values = [key.angles[index] for key in motion.keys]
    return max(values) - min(values)


def span_within(poses: Poses, motion: Motion, limit: RangeLimit | None) -> tuple[float, float]:
    """Return the first and last part of the way (0 to 1) that the limit allows; the whole way without one.

    Where the limit leaves nothing of the movement, both are the end that is nearer to it.
    """
    if limit is None or len(motion.keys) < 2:
        return (0.0, 1.0)
    index = limited_angle(poses, motion, limit.joint)
    if index is None:
        return (0.0, 1.0)
    low, high = limit.low_degrees, limit.high_degrees
    values = [motion.angles(step / _STEPS)[index] for step in range(_STEPS + 1)]
    allowed = [step for step, value in enumerate(values) if low <= value <= high]
    if not allowed:
        nearest = min(range(_STEPS + 1), key=lambda step: max(low - values[step], values[step] - high))
        return (nearest / _STEPS, nearest / _STEPS)
    first, last = allowed[0], allowed[-1]
    start = first / _STEPS if first == 0 else _crossing(values, first - 1, first, low, high)
    end = last / _STEPS if last == _STEPS else _crossing(values, last + 1, last, low, high)
    return (start, end)


def limited_angle(poses: Poses, motion: Motion, joint: Joint) -> int | None:
    """Return the index of the angle that a limit of this joint is about, None where the exercise does not move it."""
    index = measured_angle(poses, motion)
    if index is not None and ANGLE_NAMES[index][1] == joint.value:
        return index
    sides = [limb.split()[0] for limb in poses.working if limb != "trunk"] or ["right"]
    own = ANGLE_INDEX[sides[0], joint.value]
    return own if len({key.angles[own] for key in motion.keys}) > 1 else None


def _crossing(values: list[float], outside: int, inside: int, low: float, high: float) -> float:
    """Return the part of the way at which the angle passes the limit, between two neighbouring steps."""
    bound = low if values[outside] < low else high
    share = (bound - values[inside]) / (values[outside] - values[inside])
    return (inside + (outside - inside) * share) / _STEPS
