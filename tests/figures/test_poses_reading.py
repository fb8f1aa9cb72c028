"""What a therapist writes is read with its faults named: exercise, joint, value and bounds."""

from typing import Any

import pytest

from pfss_desktop.domain.faults import FaultyFile
from pfss_desktop.figures.figure import make_figure
from pfss_desktop.figures.joints import ANGLE_INDEX
from pfss_desktop.figures.poses import read_poses


def faults_of(poses: dict[str, Any]) -> list[str]:
    with pytest.raises(FaultyFile) as caught:
        make_figure(poses, "heel-slide")
    return [str(fault) for fault in caught.value.faults]


def test_an_angle_beyond_the_joint_names_exercise_joint_value_and_bounds() -> None:
    poses = {"base": "supine", "end": {"right": {"knee_flexion": 190}}}
    assert faults_of(poses) == [
        "heel-slide: poses.end.right.knee_flexion: 190 degrees is beyond what the joint can do; the bounds are -5 to 150"
    ]


def test_every_fault_is_listed_at_once() -> None:
    poses = {
        "base": "supine",
        "start": {"both": {"hip_flexion": -60}, "trunk": {"neck_flexion": 99}},
        "end": {"left": {"knee_bend": 10}},
    }
    found = faults_of(poses)
    assert len(found) == 3
    assert "heel-slide: poses.end.left.knee_bend: no such joint" in found[2]


def test_an_unknown_field_is_a_fault() -> None:
    assert "cammera" in faults_of({"base": "supine", "cammera": [0, 10]})[0]


def test_an_unknown_base_position_is_a_fault() -> None:
    assert "flying" in faults_of({"base": "flying"})[0]


@pytest.mark.parametrize(
    "wrong",
    [
        {"travel": "right_nose"},
        {"props": [{"kind": "rocket"}]},
        {"contacts": {"right_hand": "left_elbo"}},
        {"measure": "right knee flection"},
        {"props": [{"kind": "ball", "on": "right_nee"}]},
    ],
)
def test_an_unknown_name_is_a_fault(wrong: dict[str, Any]) -> None:
    assert "there is no" in faults_of({"base": "supine", **wrong})[0]


def test_one_side_may_differ_from_both() -> None:
    poses = read_poses({"base": "standing", "start": {"both": {"hip_flexion": 10}, "left": {"hip_flexion": 40}}}, "x")
    angles = make_figure(poses, "x").motion.angles(0.0)
    assert angles[ANGLE_INDEX["right", "hip_flexion"]] == 10
    assert angles[ANGLE_INDEX["left", "hip_flexion"]] == 40


@pytest.mark.parametrize(
    "wrong",
    [
        {"contacts": {"right_foot": {"at": [1.0]}}},
        {"props": [{"kind": "ball", "size": [0.1, 0.2, 0.3]}]},
        {"props": [{"kind": "step", "at": [float("nan"), 0.0]}]},
        {"start": {"hips": [float("inf"), 0.0, 0.0]}},
        {"camera": [float("nan"), 0.0]},
    ],
)
def test_places_and_sizes_that_cannot_be_are_faults(wrong: dict[str, Any]) -> None:
    assert "a place or size" in faults_of({"base": "sitting", **wrong})[0]


def test_without_an_id_the_fault_names_the_field_alone() -> None:
    with pytest.raises(FaultyFile) as caught:
        read_poses({"base": "supine", "end": {"right": {"knee_flexion": 190}}})
    assert caught.value.faults[0].field == "poses.end.right.knee_flexion"
