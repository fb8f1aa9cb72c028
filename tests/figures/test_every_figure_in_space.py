"""Every exercise, at its start and in twenty frames to its end: contacts, floor, walls, limbs, angles, trunk."""

import pytest
from figure_geometry import (
    below_floor,
    figure_of,
    holding_hands,
    in_trunk,
    inside,
    limb_lengths,
    measured,
    parts_of_the_way,
    planted_feet,
    poses_of_all,
)

from pfss_desktop.figures.joints import ANGLE_NAMES
from pfss_desktop.figures.range_limit import measured_angle

STILL = 0.002
FLOOR = 0.005
HOVER = 0.01
PRESSED_FLESH = 0.04
"""Skin, muscle and clothes give way where a hand lies on the waist or an arm on the thigh; metres, design value."""

every_exercise = pytest.mark.parametrize("exercise_id", poses_of_all())


def test_all_ninety_have_poses() -> None:
    assert len(poses_of_all()) == 90


@every_exercise
def test_planted_feet_stay(exercise_id: str) -> None:
    figure = figure_of(exercise_id)
    moved = [(part, side, away) for part in parts_of_the_way(figure) for side, away in planted_feet(figure, part) if away > STILL]
    assert moved == []


@every_exercise
def test_hands_stay_where_they_hold(exercise_id: str) -> None:
    figure = figure_of(exercise_id)
    moved = [
        (part, side, away) for part in parts_of_the_way(figure) for side, away in holding_hands(figure, part) if away > STILL
    ]
    assert moved == []


@every_exercise
def test_nothing_is_below_the_floor(exercise_id: str) -> None:
    figure = figure_of(exercise_id)
    sunk = [
        (part, name, deep)
        for part in parts_of_the_way(figure)
        for name, deep in below_floor(figure.motion.frames(part))
        if deep > FLOOR
    ]
    assert sunk == []


CARRIED = frozenset(("bosu", "bike", "elliptical", "leg press", "chair", "step", "box", "stairs", "roller"))
IN_THE_AIR = ("diagonal-hop", "double-leg-hop", "lateral-hop", "single-leg-hop", "skipping", "run-walk-program")


@every_exercise
def test_nobody_floats(exercise_id: str) -> None:
    figure = figure_of(exercise_id)
    if exercise_id in IN_THE_AIR or CARRIED & {placed.prop.kind for placed in figure.props}:
        starting = min(-deep for _name, deep in below_floor(figure.motion.frames(0.0)))
        assert starting < 0.35, "carried by a thing, or off the ground later"
        return
    for part in parts_of_the_way(figure):
        assert min(-deep for _name, deep in below_floor(figure.motion.frames(part))) <= HOVER, part


@every_exercise
def test_nothing_is_inside_a_wall_or_step(exercise_id: str) -> None:
    figure = figure_of(exercise_id)
    solid = [prop for prop in figure.props if prop.prop.kind in ("wall", "step", "box")]
    inner = [
        (part, prop.prop.kind, name, deep)
        for part in parts_of_the_way(figure)
        for prop in solid
        for name, deep in inside(prop, figure.motion.frames(part))
        if deep > FLOOR
    ]
    assert inner == []


@every_exercise
def test_limbs_keep_their_length(exercise_id: str) -> None:
    figure = figure_of(exercise_id)
    first = limb_lengths(figure.motion.frames(0.0))
    for part in parts_of_the_way(figure):
        assert limb_lengths(figure.motion.frames(part)) == pytest.approx(first, abs=1e-6)


@every_exercise
def test_the_working_joint_is_bent_as_prescribed(exercise_id: str) -> None:
    figure = figure_of(exercise_id)
    index = measured_angle(figure.poses, figure.motion)
    if index is None:
        assert len(figure.motion.keys) == 1 or exercise_id in WORK_IN_THE_TRUNK
        return
    side, joint = ANGLE_NAMES[index]
    for part in parts_of_the_way(figure):
        seen = measured(figure.motion.frames(part), side, joint)
        if seen is not None:
            wanted = figure.motion.angles(part)[index]
            assert seen == pytest.approx(abs(wanted) if joint == "knee_flexion" else wanted, abs=0.5), f"{side} {joint} at {part}"


WORK_IN_THE_TRUNK = ("stretch-hamstring-seated", "stretch-itb-tfl-standing")


@every_exercise
def test_no_limb_goes_through_the_trunk(exercise_id: str) -> None:
    figure = figure_of(exercise_id)
    through = [
        (part, name, deep)
        for part in parts_of_the_way(figure)
        for name, deep in in_trunk(figure.motion.frames(part))
        if deep > PRESSED_FLESH
    ]
    assert through == []
