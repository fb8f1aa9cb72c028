"""Poses are checked when their file is read: joint, value and bounds are named, and only that exercise is left out."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pfss_desktop.catalogue.checking import check_exercise_file
from pfss_desktop.catalogue.loading import compile_catalogue, load_catalogue
from pfss_desktop.catalogue.pose_check import pose_faults
from pfss_desktop.cli import main
from pfss_desktop.figures.compose import FigureRequest, draw_figure
from pfss_desktop.figures.figure import make_figure
from pfss_desktop.paths import resources

OURS = resources() / "catalogue"
TOO_FAR = "poses.end.right.hip_rotation: 95 degrees is beyond what the joint can do; the bounds are -45 to 70"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Our catalogue with a clamshell that opens farther than any hip."""
    shutil.copytree(OURS, tmp_path / "catalogue")
    for name in ("sources.toml", "catalogue.compiled.json"):
        shutil.copy(OURS.parent / name, tmp_path)
    path = tmp_path / "catalogue" / "clamshell.toml"
    text = path.read_text(encoding="utf-8")
    assert "hip_rotation = 35 }" in text
    path.write_text(text.replace("hip_rotation = 35 }", "hip_rotation = 95 }"), encoding="utf-8")
    return tmp_path / "catalogue"


def test_a_joint_bent_too_far_is_told_with_its_bounds_and_the_exercise_left_out(folder: Path) -> None:
    assert list(map(str, check_exercise_file(folder / "clamshell.toml"))) == [TOO_FAR]
    loaded = load_catalogue(folder)
    assert list(map(str, loaded.faults)) == [f"clamshell.toml: {TOO_FAR}"]
    assert loaded.catalogue.get("clamshell") is None
    assert len(loaded.catalogue) == len(list(OURS.glob("*.toml"))) - 1
    assert "clamshell.toml" not in compile_catalogue(folder).exercises


def test_check_tells_it_on_the_command_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(folder / "clamshell.toml")]) == 2
    assert capsys.readouterr().out == f"{TOO_FAR}\n"


def test_faults_of_poses_stand_beside_all_others(folder: Path) -> None:
    path = folder / "clamshell.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("sets = 2", "sets = 21"), encoding="utf-8")
    assert list(map(str, check_exercise_file(path))) == ["dosage.sets: must be a whole number from 1 to 20", TOO_FAR]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"base": "floating"}, "poses.base: is not one of: standing, supine, "),
        ({"start": {"right": {"hip": 3}}}, "poses.start.right.hip: no such joint; known are hip_flexion, "),
        (
            {"start": {"right": {"knee_flexion": float("nan")}}},
            "poses: a place or size must be a number from",
        ),
        ({"props": [{"kind": "dragon"}]}, "poses.props: there is no dragon"),
        ({"travel": "tail"}, "poses.travel: there is no tail"),
        ({"measure": "right tail"}, "poses.measure: there is no right tail"),
        ({"measure": "knee"}, "poses.measure: there is no knee"),
        ({"contacts": {"right_foot": {"on": "moon"}}}, "poses.contacts: there is no moon"),
        ({"contacts": {"right_foot": {"at": [1.0]}}}, "poses: a place or size has too few or too many numbers"),
        ({"camera": [0]}, "poses.camera: must be a list of 2 values"),
        (
            {"props": [{"kind": "stairs", "at": [0, 0], "size": [1e9, 1, 1]}]},
            "poses: a place or size must be a number from -1000 to 1000",
        ),
        (
            {"props": [{"kind": "chair"}], "contacts": {"right_foot": {"on": "chair", "by": [0, 0, 0]}}, "travel": {"of": ""}},
            "poses: cannot be drawn: ",
        ),
        ({"props": [{"kind": "towel"}] * 21}, "poses.props: must be at most 20 entries"),
        ({"colour": "red"}, "poses.colour: no such field; known are "),
    ],
)
def test_each_kind_of_slip_is_told_at_its_place(change: dict[str, Any], told: str) -> None:
    faults = pose_faults({"base": "standing", **change})
    assert len(faults) == 1
    assert str(faults[0]).startswith(told)


def test_an_exercise_without_poses_is_sound() -> None:
    assert pose_faults({}) == ()


SCRAPS = st.sampled_from(
    [0, -1, 90, 1e308, float("nan"), float("inf"), "", "floor", "chair", "right_ankle", "right", [], {}, [0.1], [0, 0, 0], True]
)


@given(exercise=st.sampled_from(load_catalogue(OURS).catalogue.exercises), data=st.data())
def test_poses_changed_at_random_are_refused_or_drawn(exercise: Any, data: st.DataObject) -> None:
    poses = _thawed(exercise.poses)
    for _change in range(data.draw(st.integers(1, 3))):
        table: Any = poses
        while True:
            key = data.draw(st.sampled_from(sorted(table) if isinstance(table, dict) else range(len(table))))
            if not (isinstance(table[key], dict | list) and table[key] and data.draw(st.booleans())):
                break
            table = table[key]
        table[key] = data.draw(SCRAPS)
    if not pose_faults(poses) and poses:
        assert draw_figure(make_figure(poses), FigureRequest()).shapes


def _thawed(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _thawed(inner) for key, inner in value.items()}
    return [_thawed(inner) for inner in value] if isinstance(value, list | tuple) else value
