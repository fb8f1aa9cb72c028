"""Figures: from angles to a drawing, a drawing onto the screen, the catalogue's thumbnails, and operators in a PDF.

Run alone: `python -m tests.benchmarks.drawn_figures`. Qt paints into memory; no screen is needed.
"""

import os
import time
from collections.abc import Callable, Iterable
from statistics import median

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPixmap

from pfss_desktop.catalogue.loading import load_catalogue
from pfss_desktop.domain.exercise import Exercise
from pfss_desktop.figures.compose import FigureRequest, draw_figure
from pfss_desktop.figures.drawing import Drawing
from pfss_desktop.figures.figure import make_figure
from pfss_desktop.handout.figure_operators import figure_operators
from pfss_desktop.paths import resources
from pfss_desktop.ui.figure_painter import paint_figure
from tests.benchmarks.figure import Figure

ROUNDS = 9
LARGE, THUMBNAIL = (320, 220), (96, 56)
"""Pixels of the inspector's figure and of the catalogue's small ones."""
PIXELS_PER_MM = 4.0
ON_PAPER = FigureRequest(width=62.0, height=44.0)
OPERATOR_LIMIT = 12_000


def figure_lines() -> list[object]:
    """Measure all exercises of the catalogue; each line prints itself."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication([])
    exercises = load_catalogue(resources() / "catalogue").catalogue.exercises
    lines = [*drawing_lines(exercises), *painting_lines(exercises, 1), *painting_lines(exercises, 2)]
    lines += [thumbnail_line(exercises), operator_line(exercises)]
    del application
    return lines


def drawing_lines(exercises: Iterable[Exercise]) -> list[object]:
    """From angles to a drawing of the large figure with ghost and arrow, each exercise by itself."""
    request = large()
    figures = [make_figure(exercise.poses) for exercise in exercises]

    def from_angles(figure: object) -> None:
        # The postures that a figure keeps are solved anew, or only their drawing would be measured.
        figure.frames_at.cache_clear()
        draw_figure(figure, request)

    times = [_milliseconds(lambda figure=figure: from_angles(figure)) for figure in figures]
    return [
        Figure(f"figure from angles to drawing, median of {len(times)}", median(times), None, 1),
        Figure("figure from angles to drawing, slowest", max(times), None, None),
    ]


def painting_lines(exercises: Iterable[Exercise], pixel_ratio: int) -> list[object]:
    """The large figure's drawing onto the screen's memory."""
    request = large()
    drawings = [draw_figure(make_figure(exercise.poses), request) for exercise in exercises]
    picture = QImage(LARGE[0] * pixel_ratio, LARGE[1] * pixel_ratio, QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(pixel_ratio)
    picture.fill(Qt.GlobalColor.white)
    times = [_milliseconds(lambda drawing=drawing: _paint(picture, drawing, LARGE)) for drawing in drawings]
    name = f"paint a figure of {LARGE[0]} x {LARGE[1]} px, ratio {pixel_ratio}"
    return [Figure(f"{name}, median", median(times), None, 4), Figure(f"{name}, slowest", max(times), None, 4)]


def thumbnail_line(exercises: Iterable[Exercise]) -> object:
    """Every exercise of the catalogue from its poses to a small pixmap."""
    request = FigureRequest(width=THUMBNAIL[0] / PIXELS_PER_MM, height=THUMBNAIL[1] / PIXELS_PER_MM)
    held = list(exercises)

    def all_thumbnails() -> None:
        for exercise in held:
            pixmap = QPixmap(*THUMBNAIL)
            pixmap.fill(Qt.GlobalColor.transparent)
            _paint(pixmap, draw_figure(make_figure(exercise.poses), request), THUMBNAIL)

    return Figure(f"{len(held)} thumbnails from poses to pixmaps", _milliseconds(all_thumbnails), None, 250)


def operator_line(exercises: Iterable[Exercise]) -> object:
    """The largest figure of the handout, in kilobytes of PDF operators before they are compressed."""
    sizes = [len(figure_operators(draw_figure(make_figure(exercise.poses), ON_PAPER))) for exercise in exercises]
    return (
        f"{f'PDF operators of a figure, largest of {len(sizes)}':<52}{max(sizes) / 1000:9.3f} kB {' ' * 8}"
        f"   budget {OPERATOR_LIMIT / 1000:g} kB"
    )


def large() -> FigureRequest:
    """Return the request for the inspector's figure."""
    return FigureRequest(width=LARGE[0] / PIXELS_PER_MM, height=LARGE[1] / PIXELS_PER_MM)


def _paint(device: QImage | QPixmap, drawing: Drawing, room: tuple[int, int]) -> None:
    painter = QPainter(device)
    paint_figure(painter, drawing, QRectF(0, 0, *room))
    painter.end()


def _milliseconds(action: Callable[[], object]) -> float:
    action()
    times = []
    for _round in range(ROUNDS):
        started = time.perf_counter()
        action()
        times.append((time.perf_counter() - started) * 1000)
    return median(times)


if __name__ == "__main__":
    print(*figure_lines(), sep="\n")
