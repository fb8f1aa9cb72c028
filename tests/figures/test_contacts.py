"""Inverse kinematics: feet and hands reach their places with bones of constant length."""

from math import acos, degrees

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pfss_desktop.figures import contacts
from pfss_desktop.figures.skeleton import FOREARM, SHANK, THIGH, UPPER_ARM, Frames
from pfss_desktop.figures.vectors import UPRIGHT, Point, difference, length

near = st.tuples(st.floats(-0.5, 0.5), st.floats(-0.5, 0.5), st.floats(-0.5, 0.5)).filter(lambda p: 0.05 < length(p) < 0.53)


@given(near)
def test_a_leg_reaches_what_is_in_reach(ankle: Point) -> None:
    frames: Frames = []
    contacts.reach_with_leg(frames, UPRIGHT, (0.0, 0.0, 0.0), ankle, None, 0.0)
    (_thigh, hip), (_shank, knee), (_foot, end), _toes = frames
    assert length(difference(end, ankle)) < 1e-6
    assert length(difference(knee, hip)) == pytest.approx(THIGH)
    assert length(difference(end, knee)) == pytest.approx(SHANK)


@given(near)
def test_an_arm_reaches_what_is_in_reach(wrist: Point) -> None:
    frames: Frames = []
    contacts.reach_with_arm(frames, UPRIGHT, (0.0, 0.0, 0.0), wrist, None, 0.0)
    (_upper, shoulder), (_fore, elbow), (_hand, end) = frames
    assert length(difference(end, wrist)) < 1e-6
    assert length(difference(elbow, shoulder)) == pytest.approx(UPPER_ARM)
    assert length(difference(end, elbow)) == pytest.approx(FOREARM)


def test_knees_bend_forward_and_elbows_back() -> None:
    leg: Frames = []
    arm: Frames = []
    contacts.reach_with_leg(leg, UPRIGHT, (0.0, 0.0, 1.0), (0.0, 0.0, 0.4), None, 0.0)
    contacts.reach_with_arm(arm, UPRIGHT, (0.0, 0.0, 1.0), (0.0, 0.0, 0.6), None, 0.0)
    assert leg[1][1][0] > 0.1
    assert arm[1][1][0] < -0.1


def test_a_leg_out_of_reach_is_stretched_towards_its_place() -> None:
    frames: Frames = []
    contacts.reach_with_leg(frames, UPRIGHT, (0.0, 0.0, 0.0), (3.0, 0.0, 0.0), None, 0.0)
    assert frames[2][1] == pytest.approx((THIGH + SHANK, 0.0, 0.0), abs=1e-2)


@given(st.floats(-40, 80), st.floats(-90, 90), st.floats(-1, 1), st.floats(0, 0.5))
def test_a_sole_can_be_read_back_from_the_foot(heel: float, turn: float, x: float, z: float) -> None:
    sole = (x, 0.1, z, heel, turn)
    assert contacts.sole_of(*contacts.sole_frame(sole)) == pytest.approx(sole, abs=1e-6)


def test_the_ball_of_the_foot_stays_when_the_heel_rises() -> None:
    ankle_low, ankle_high = (contacts.sole_frame((0.0, 0.0, 0.0, heel, 0.0))[1] for heel in (0.0, 40.0))
    assert ankle_high[2] > ankle_low[2] + 0.05
    balls = []
    for heel in (10.0, 40.0):
        foot, ankle = contacts.sole_frame((0.0, 0.0, 0.0, heel, 0.0))
        balls.append(contacts.out_of(foot, ankle, (contacts.BALL_AHEAD, 0.0, contacts.BALL_RADIUS - contacts.ANKLE_HEIGHT)))
    assert balls[0] == pytest.approx(balls[1])


def test_a_bridge_with_straight_hips_is_a_straight_line_from_shoulders_to_knees() -> None:
    lean = contacts.bridge_lean((-0.5, 0.0, 0.0), (0.45, 0.0, 0.08), 0.0)
    assert -45 < lean < -15


def test_a_head_is_laid_back_where_the_neck_is_high_and_lifted_where_it_is_low() -> None:
    assert contacts.neck_at_rest(0.088) == pytest.approx(0.0)
    assert contacts.neck_at_rest(0.03) > 10
    assert contacts.neck_at_rest(5.0) == pytest.approx(-(90 - degrees(acos(0.3))))
