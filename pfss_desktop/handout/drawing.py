"""Pages of marks onto a ReportLab canvas. Turns y round (PDF counts upwards) and says nothing of its own."""

from collections.abc import Iterable, Iterator
from math import dist
from typing import Any

from pfss_desktop.handout.marks import HAIR, Colour, Mark, Outline, Panel, Rule, Words
from pfss_desktop.handout.pagination import Page, Placed
from pfss_desktop.handout.runs_on_paper import draw_runs

CORNER = 5.0
"""Radius of a frame's corners."""


class Pen:
    """Draws on the canvas's present page; the content is `width` wide and its upper left corner is at (`left`, `height`)."""

    def __init__(self, canvas: Any, left: float, width: float, height: float) -> None:  # noqa: ANN401 - ReportLab has no types
        self.canvas = canvas
        self.left = left
        self.width = width
        self.height = height

    def page(self, page: Page) -> None:
        """Draw what was placed on a page, in reading order."""
        for placed in page:
            if placed.group.bookmark:
                self._bookmark(placed)
            self._backdrop(placed)
            self.marks(_lowered_marks(placed))

    def marks(self, marks: Iterable[tuple[Mark, float]]) -> None:
        """Draw marks, each with the top of its row; lines of text that follow each other share one text object."""
        text: Any = None
        looks: tuple[str, float, Colour] | None = None
        for mark, top in marks:
            if isinstance(mark, Words) and not mark.runs:
                if text is None:
                    text, looks = self.canvas.beginText(), None
                looks = self._words(text, mark, top, looks)
                continue
            if text is not None:
                self.canvas.drawText(text)
                text = None
            if isinstance(mark, Words):
                draw_runs(self.canvas, mark, self.left, self.height - top)
            else:
                self._shape(mark, top)
        if text is not None:
            self.canvas.drawText(text)

    def _words(self, text: Any, words: Words, top: float, before: tuple[str, float, Colour] | None) -> tuple[str, float, Colour]:  # noqa: ANN401
        looks = (words.face, words.size, words.colour)
        if before is None or before[:2] != looks[:2]:
            text.setFont(words.face, words.size)
        if before is None or before[2] != looks[2]:
            text.setFillColorRGB(*words.colour)
        text.setTextOrigin(self.left + words.x, self.height - top - words.y)
        text.textLine(words.text)
        return looks

    def _shape(self, mark: Panel | Rule | Outline, top: float) -> None:
        if isinstance(mark, Rule):
            self.canvas.setStrokeColorRGB(*mark.colour)
            self.canvas.setLineWidth(mark.line)
            self.canvas.line(self.left + mark.x, self.height - top - mark.y, self.left + mark.to_x, self.height - top - mark.to_y)
            return
        if mark.outline:
            self.canvas.setStrokeColorRGB(*mark.outline)
            self.canvas.setLineWidth(mark.line)
        if mark.fill:
            self.canvas.setFillColorRGB(*mark.fill)
        stroke, fill = int(mark.outline is not None), int(mark.fill is not None)
        if isinstance(mark, Panel):
            lower = self.height - top - mark.y - mark.height
            self.canvas.roundRect(self.left + mark.x, lower, mark.width, mark.height, mark.radius, stroke=stroke, fill=fill)
        elif len(mark.points) == 2:
            (x, y), rim = mark.points
            self.canvas.circle(self.left + x, self.height - top - y, dist((x, y), rim), stroke=stroke, fill=fill)
        else:
            self._polygon(mark, top, stroke, fill)

    def _polygon(self, outline: Outline, top: float, stroke: int, fill: int) -> None:
        path = self.canvas.beginPath()
        first, *others = ((self.left + x, self.height - top - y) for x, y in outline.points)
        path.moveTo(*first)
        for point in others:
            path.lineTo(*point)
        path.close()
        self.canvas.drawPath(path, stroke=stroke, fill=fill)

    def _backdrop(self, placed: Placed) -> None:
        """Draw the hairline above a group, the frame behind it and the figure beside it."""
        group, top = placed.group, placed.top
        if placed.line_y is not None:
            self._shape(Rule(0.0, 0.0, self.width, 0.0, HAIR), placed.line_y)
        if group.frame:
            frame = group.frame
            self._shape(Panel(0.0, 0.0, self.width, group.height, frame.fill, frame.outline, frame.line, CORNER), top)
        if group.figure:
            figure = group.figure
            self.canvas.saveState()
            lower = self.height - top - figure.height
            figure.draw(self.canvas, figure.prescription, self.left, lower, figure.width, figure.height)
            self.canvas.restoreState()

    def _bookmark(self, placed: Placed) -> None:
        key = f"entry-{self.canvas.getPageNumber()}-{placed.top:.0f}"
        self.canvas.bookmarkHorizontal(key, 0, self.height - placed.top)
        self.canvas.addOutlineEntry(placed.group.bookmark, key, level=0)


def _lowered_marks(placed: Placed) -> Iterator[tuple[Mark, float]]:
    top = placed.top + (placed.group.frame.pad if placed.group.frame else 0.0)
    for row in placed.group.rows:
        for mark in row.marks:
            yield mark, top
        top += row.height
