"""Pages of marks onto a ReportLab canvas. Turns y round (PDF counts upwards) and says nothing of its own."""

from collections.abc import Iterator
from math import dist
from typing import Any

from pfss_desktop.handout.marks import HAIR, Colour, Figure, Mark, Outline, Panel, Rule, Words
from pfss_desktop.handout.pagination import Page, Placed
from pfss_desktop.handout.roles import Role
from pfss_desktop.handout.runs_on_paper import draw_runs
from pfss_desktop.handout.structure import Element, Structure

CORNER = 5.0
"""Radius of a frame's corners."""


class Pen:
    """Draws on the canvas's present page; the content is `width` wide and its upper left corner is at (`left`, `height`).

    Whatever it paints lies within marked content: of an element of the `structure`, or of an artifact.
    """

    def __init__(self, canvas: Any, left: float, width: float, height: float) -> None:  # noqa: ANN401 - ReportLab has no types
        self.canvas = canvas
        self.left = left
        self.width = width
        self.height = height
        self.structure = Structure()
        self._within: Element | Role | None = None
        self._text: Any = None
        self._line_y = 0.0
        self._looks: tuple[str, float, Colour | None] = ("", 0.0, None)

    def page(self, page: Page) -> None:
        """Draw what was placed on a page, in reading order."""
        self.structure.turn_page()
        left, width = self.left, self.width
        for placed in page:
            if placed.group.bookmark:
                self._bookmark(placed)
            self.left, self.width = left + placed.left, width if placed.width is None else placed.width
            if placed.group.is_apart:
                self.structure.leave_section()
            self._backdrop(placed)
            self._group(placed)
        self.left, self.width = left, width
        self._leave()

    def _group(self, placed: Placed) -> None:
        """Draw the marks of a group, and its figure after its heading."""
        figure = placed.group.figure
        for mark, top in _lowered_marks(placed):
            if figure and not (isinstance(mark, Words) and mark.role is Role.SUBHEADING):
                self._figure(figure, placed.top)
                figure = None
            if isinstance(mark, Words):
                self._words(mark, top)
            else:
                self._shape(mark, top)
        if figure:
            self._figure(figure, placed.top)

    def _enter(self, content: Element | Role) -> None:
        """Open the marked content of what comes next, unless it is open."""
        if content is self._within:
            return
        self._leave()
        self._within = content
        if isinstance(content, Element):
            self.canvas.addLiteral(f"/{content.kind} <</MCID {self.structure.numbered(content)}>> BDC")
        elif content is Role.EDGE:
            self.canvas.addLiteral("/Artifact <</Type /Pagination>> BDC")
        else:
            self.canvas.addLiteral("/Artifact BMC")

    def _leave(self) -> None:
        """Close the marked content that is open, if any."""
        self._end_text()
        if self._within is not None:
            self.canvas.addLiteral("EMC")
            self._within = None

    def _end_text(self) -> None:
        if self._text is not None:
            self.canvas.drawText(self._text)
            self._text = None

    def _words(self, words: Words, top: float) -> None:
        x, y = self.left + words.x, self.height - top - words.y
        content: Element | Role = words.role
        if not words.role.is_silent:
            content = self.structure.text(words.role, words.text, words.language, continues=words.continues)
        if content is not self._within:
            self._enter(content)
        elif y != self._line_y:
            self._space(words, x, y)
        self._line_y = y
        if words.runs:
            self._end_text()
            draw_runs(self.canvas, words, x, y)
            self._looks = (words.face, words.size, words.colour)
            return
        face, size, colour = self._looks
        if self._text is None:
            self._text = self.canvas.beginText(x, y)
            face = ""
        else:
            self._text.setTextOrigin(x, y)
        if face != words.face or size != words.size:
            self._text.setFont(words.face, words.size)
        if colour != words.colour:
            self._text.setFillColorRGB(*words.colour)
        self._looks = (words.face, words.size, words.colour)
        self._text.textLine(words.text)

    def _space(self, words: Words, x: float, y: float) -> None:
        """Draw a space between two lines of one text: a line's end is none to a reader's voice. It is not seen."""
        if self._text is None:
            self._text = self.canvas.beginText(x, y)
            self._text.setFont(words.face, words.size)
            self._looks = (words.face, words.size, self._looks[2])
        self._text.textOut(" ")

    def _shape(self, mark: Panel | Rule | Outline, top: float) -> None:
        self._end_text()
        if isinstance(mark, Rule) or mark.role.is_silent:
            self._enter(Role.DECORATION)
        else:
            self._enter(self.structure.box(mark.role))
        self._paint(mark, top)

    def _paint(self, mark: Panel | Rule | Outline, top: float) -> None:
        if isinstance(mark, Rule):
            self.canvas.setStrokeColorRGB(*mark.colour)
            self.canvas.setLineWidth(mark.line)
            self.canvas.line(self.left + mark.x, self.height - top - mark.y, self.left + mark.to_x, self.height - top - mark.to_y)
            return
        if mark.outline:
            self.canvas.setStrokeColorRGB(*mark.outline)
            self.canvas.setLineWidth(mark.line)
        if mark.fill:
            self._looks = ("", 0.0, None)
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
        """Draw the hairline above a group and the frame behind it."""
        if placed.line_y is not None:
            self._shape(Rule(0.0, 0.0, self.width, 0.0, HAIR), placed.line_y)
        frame = placed.group.frame
        if frame:
            self._shape(
                Panel(0.0, 0.0, self.width, placed.group.height, frame.fill, frame.outline, frame.line, CORNER), placed.top
            )

    def _figure(self, figure: Figure, top: float) -> None:
        """Draw a figure; what it says to those who cannot see it is known once it is drawn."""
        self._end_text()
        left, lower = self.left + figure.x, self.height - top - figure.y - figure.height
        element = self.structure.figure((left, lower, left + figure.width, lower + figure.height))
        self._enter(element)
        self.canvas.saveState()
        shown = figure.draw(self.canvas, left, lower, figure.width, figure.height)
        self.canvas.restoreState()
        element.alt = shown or figure.name

    def _bookmark(self, placed: Placed) -> None:
        key = f"entry-{self.canvas.getPageNumber()}-{placed.top:.0f}"
        self.canvas.bookmarkHorizontal(key, 0, self.height - placed.top)
        self.canvas.addOutlineEntry(placed.group.bookmark, key, level=0)


def _lowered_marks(placed: Placed) -> Iterator[tuple[Mark, float]]:
    group = placed.group
    top = placed.top + (group.frame.pad if group.frame else 0.0)
    for row in group.rows:
        for mark in row.marks:
            # What was said on the page before is for the eyes only.
            yield mark._replace(role=Role.DECORATION) if row is group.again and not isinstance(mark, Rule) else mark, top
        top += row.height
