"""A chart of scores on paper, in black and greys: shapes and dashes tell the sides apart."""

from dataclasses import dataclass
from typing import Any

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.outcome_words import number_words
from pfss_desktop.domain.score_chart import Box, Chart, ChartGroup, ChartLine, chart_of
from pfss_desktop.domain.score_chart_words import better_words, group_title, spoken_chart
from pfss_desktop.domain.score_history import ScoredVisit
from pfss_desktop.handout.galley import Galley
from pfss_desktop.handout.marks import Figure, Group, Row
from pfss_desktop.handout.roles import Role
from pfss_desktop.handout.runs_on_paper import draw_line
from pfss_desktop.handout.typesetting import Style
from pfss_desktop.handout.words import date_words
from pfss_desktop.language import translated

HEIGHT = 118.0
"""Points of a chart without its title."""
DOT = 3.2
LEFT_MARGIN, RIGHT_MARGIN, FOOT = 28.0, 30.0, 15.0
BAND_GREY, LINE_GREY = 0.93, 0.75


def chart_group(galley: Galley, group: ChartGroup, visits: tuple[ScoredVisit, ...]) -> Group:
    """Return a chart under its title, as wide as the galley."""
    title = galley.setter.rows(group_title(group, plain=True), galley.styles.strong.as_role(Role.SUBHEADING), 0.0, galley.width)
    better = galley.setter.rows(better_words(group), galley.styles.small, 0.0, galley.width)
    top = sum(row.height for row in (*title, *better))
    figure = Figure(_PaperChart(galley, group, visits), group_title(group, plain=True), galley.width, HEIGHT, 0.0, top)
    return Group((*title, *better, Row(HEIGHT)), gap=8.0, figure=figure)


@dataclass(frozen=True)
class _PaperChart:
    """Draws one chart."""

    galley: Galley
    group: ChartGroup
    visits: tuple[ScoredVisit, ...]

    def __call__(self, canvas: Any, x: float, y: float, width: float, height: float) -> str:  # noqa: ANN401 - ReportLab has no types
        """Draw into the box and return all its values in words."""
        style = self.galley.styles.small
        # Geometry counts downwards from the upper edge, the canvas upwards.
        chart = chart_of(self.group, self.visits, Box(LEFT_MARGIN, style.leading, width - RIGHT_MARGIN, height - FOOT))
        canvas.translate(x, y + height)
        self._bands(canvas, chart, style)
        self._ticks(canvas, chart, style)
        for line in chart.lines:
            self._line(canvas, line, style)
        self._dates(canvas, chart, style)
        return spoken_chart(self.group)

    def _bands(self, canvas: Any, chart: Chart, style: Style) -> None:  # noqa: ANN401
        box = chart.box
        for band in chart.bands:
            wide = band.right - band.left
            if band.number % 2 == 0:
                canvas.setFillGray(BAND_GREY)
                canvas.rect(band.left, -box.bottom, wide, box.bottom, stroke=0, fill=1)
            name = self.galley.setter.fitted(translated(band.name), style, wide - 4) if band.name else ""
            if len(name) > 3:
                self._text(canvas, name, style, band.left + (wide - style.width(name)) / 2, style.size)

    def _ticks(self, canvas: Any, chart: Chart, style: Style) -> None:  # noqa: ANN401
        box = chart.box
        canvas.setLineWidth(0.5)
        for tick in chart.ticks:
            canvas.setStrokeGray(LINE_GREY)
            canvas.line(box.left, -tick.y, box.right, -tick.y)
            told = number_words(tick.value)
            self._text(canvas, told, style, box.left - 4 - style.width(told), tick.y + style.size * 0.35)
        if chart.goal:
            canvas.setStrokeGray(0.2)
            canvas.setDash(5, 3)
            canvas.line(box.left, -chart.goal.y, box.right, -chart.goal.y)
            canvas.setDash()

    def _line(self, canvas: Any, line: ChartLine, style: Style) -> None:  # noqa: ANN401
        canvas.setStrokeGray(0)
        canvas.setLineWidth(1.3)
        if line.side is Side.LEFT:
            canvas.setDash(2, 2)
        for one, other in zip(line.dots, line.dots[1:], strict=False):
            canvas.line(one.x, -one.y, other.x, -other.y)
        canvas.setDash()
        canvas.setFillGray(0)
        for dot in line.dots:
            _marker(canvas, dot.x, -dot.y, line.side)
        last = line.dots[-1]
        self._text(canvas, number_words(last.point.value), style, last.x + DOT + 3, last.y + style.size * 0.35)

    def _dates(self, canvas: Any, chart: Chart, style: Style) -> None:  # noqa: ANN401
        first, last = (date_words(held.visit.on) for held in (self.visits[0], self.visits[-1]))
        low = chart.box.bottom + style.size + 2
        self._text(canvas, first, style, chart.box.left, low)
        if last != first:
            self._text(canvas, last, style, chart.box.right - style.width(last), low)

    def _text(self, canvas: Any, text: str, style: Style, x: float, baseline: float) -> None:  # noqa: ANN401
        draw_line(canvas, style.words(self.galley.setter.printable(text), 0.0), x, -baseline)


def _marker(canvas: Any, x: float, y: float, side: Side | None) -> None:  # noqa: ANN401
    """Draw a circle, or a triangle that points to the side."""
    if side is None:
        canvas.circle(x, y, DOT, stroke=0, fill=1)
        return
    tip = -DOT - 1 if side is Side.LEFT else DOT + 1
    path = canvas.beginPath()
    path.moveTo(x + tip, y)
    path.lineTo(x - tip, y + DOT + 1)
    path.lineTo(x - tip, y - DOT - 1)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)
