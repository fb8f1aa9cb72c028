"""What stands, stands on the drawn floor; what would only peep out is left out; two sides that move have two arrows."""

import pytest
from figure_geometry import figure_of, flesh, parts_of_the_way, poses_of_all

from pfss_desktop.figures.compose import FigureRequest, draw_figure
from pfss_desktop.figures.figure import has_mat, make_figure
from pfss_desktop.figures.projection import View
from pfss_desktop.figures.styles import Style
from pfss_desktop.figures.travel import travel_paths

TOUCHING = 0.01
RIM = 0.008
COLOURS = Style().colours()

every_exercise = pytest.mark.parametrize("exercise_id", poses_of_all())


@every_exercise
def test_whatever_touches_the_floor_is_on_the_drawn_floor(exercise_id: str) -> None:
    figure = figure_of(exercise_id)
    if has_mat(figure.poses) or figure.floor_top is None:
        return
    view = View.of(*figure.poses.camera)
    low, high = figure.box[3] + RIM, figure.floor_top - RIM
    off = [
        (part, ball.part, ball.name)
        for part in parts_of_the_way(figure)
        for ball in flesh(figure.motion.frames(part))
        if ball.centre[2] - ball.radius < TOUCHING and not high <= view.point((ball.centre[0], ball.centre[1], 0.0))[1] <= low
    ]
    assert off == []


def test_the_floor_seen_from_above_is_an_area_and_from_the_side_a_line() -> None:
    poses = poses_of_all()["mini-squat"]
    above, level = (make_figure({**poses, "camera": [90, height]}) for height in (10, 0))
    assert COLOURS["ground"] in {shape.fill for shape in draw_figure(above, FigureRequest()).shapes}
    assert COLOURS["ground"] not in {shape.fill for shape in draw_figure(level, FigureRequest()).shapes}


def test_a_start_posture_has_a_head_only_where_the_end_leaves_it_in_sight() -> None:
    assert "head" in figure_of("squat-full").ghosts
    assert {"head", "trunk"} & figure_of("bridge-double").ghosts == {"trunk"}


def test_a_mirrored_arrow_is_drawn_on_both_sides() -> None:
    poses = poses_of_all()["stretch-adductor-butterfly"]
    both = make_figure({**poses, "camera": [90, 14]})
    right, left = travel_paths(both.poses, both.motion.frames, View.of(90, 14), 0.0, 1.0)
    assert left == [(pytest.approx(-x), pytest.approx(y)) for x, y in right]
    single = make_figure({**poses, "travel": "right_knee"})
    assert len(travel_paths(single.poses, single.motion.frames, View.of(90, 14), 0.0, 1.0)) == 1
