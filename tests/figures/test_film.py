"""The strip of pictures that moves on the web page: the same drawing as everywhere, at the prescribed tempo."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pfss_desktop.catalogue.loading import load_catalogue
from pfss_desktop.figures.book import FigureBook
from pfss_desktop.figures.compose import FigureRequest, draw_figure
from pfss_desktop.figures.film import UNITS, film_of
from pfss_desktop.figures.tempo import Pace
from pfss_desktop.paths import resources

BOOK = FigureBook(load_catalogue(resources() / "catalogue").catalogue)
LOOK = FigureRequest(width=62, height=44)


@given(
    st.builds(Pace, st.floats(0.3, 30), st.floats(0, 5), st.floats(0.3, 30)),
    st.integers(1, 30),
    st.floats(0.001, 0.999),
)
def test_at_any_moment_the_picture_shown_is_the_one_nearest_to_the_posture_of_the_clock(
    pace: Pace, steps: int, moment: float
) -> None:
    seconds = moment * pace.seconds
    shown = [picture for since, picture in pace.cuts(steps) if since <= seconds][-1]
    assert abs(shown / steps - pace.part_at(seconds)) <= 0.5 / steps + 1e-6


def test_the_cuts_come_in_time_and_end_where_they_began() -> None:
    cuts = list(Pace(2, 5, 3).cuts(20))
    assert [seconds for seconds, _picture in cuts] == sorted(seconds for seconds, _picture in cuts)
    assert [picture for _seconds, picture in cuts] == [*range(21), *range(19, -1, -1)]
    assert 2 + 5 < cuts[21][0] < cuts[-1][0] < 2 + 5 + 3


@pytest.mark.parametrize("exercise_id", ["slr-seated", "lateral-band-walk", "wall-sit"])
def test_each_picture_of_the_film_is_the_drawing_to_a_sixteenth_of_a_millimetre(exercise_id: str) -> None:
    figure = BOOK.figure(exercise_id)
    assert figure is not None
    drawings = [draw_figure(figure, LOOK), *(draw_figure(figure, replace(LOOK, frame=part)) for part in (0.0, 0.4, 1.0))]
    film = film_of(drawings[0], tuple(drawings[1:]), "f1")
    page = ElementTree.fromstring(f"<svg><defs>{film.shared}</defs><g>{film.still}</g>{film.strip}</svg>".replace("&nbsp;", " "))
    shared = {element.get("id"): element for element in page.find("defs") or ()}
    assert len(page.findall("g")) == len(drawings)
    for group, drawing in zip(page.findall("g"), drawings, strict=True):
        drawn = [shared[element.get("href", "")[1:]] if element.tag == "use" else element for element in group]
        paths = [element for element in drawn if element.tag == "path"]
        assert len(paths) == len(drawing.shapes)
        for path, shape in zip(paths, drawing.shapes, strict=True):
            ends = [segment[-2:] for outline in shape.paths for segment in outline]
            for (x, y), (true_x, true_y) in zip(_ends(path.get("d", "")), ends, strict=True):
                assert abs(x / UNITS - true_x) <= 0.51 / UNITS
                assert abs(y / UNITS - true_y) <= 0.51 / UNITS


def test_what_several_pictures_share_is_written_once() -> None:
    figure = BOOK.figure("slr-seated")
    assert figure is not None
    drawing = draw_figure(figure, LOOK)
    film = film_of(drawing, (drawing, drawing), "f7")
    assert film.still.count("<path") == film.strip.count("<path") == 0
    assert film.strip.count("<use") == 2 * film.still.count("<use")


def _ends(data: str) -> list[tuple[int, int]]:
    """The end of every segment of a path of relative steps."""
    ends, x, y = [], 0, 0
    for letter, words in re.findall(r"([Mlc])([^Mlcz]*)", data):
        numbers = [int(word) for word in re.findall(r"-?\d+", words)]
        x, y = (numbers[-2], numbers[-1]) if letter == "M" else (x + numbers[-2], y + numbers[-1])
        ends.append((x, y))
    return ends
