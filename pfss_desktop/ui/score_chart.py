"""One chart of scores, painted by Qt: shapes tell the sides apart, so that it can be read without colours."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.outcome_words import number_words
from pfss_desktop.domain.score_chart import Box, Chart, ChartGroup, ChartLine, chart_of
from pfss_desktop.domain.score_chart_words import better_words, group_title, line_words, spoken_chart
from pfss_desktop.domain.score_history import ScoredVisit
from pfss_desktop.language import _, translated
from pfss_desktop.ui.date_text import day_text
from pfss_desktop.ui.plain import plain_tip
from pfss_desktop.ui.theme import GAP, bold, small, theme_now

DOT = 4.5
"""Pixels from the middle of a marker to its edge."""


class ScoreChart(QWidget):
    """Shows one group of lines over visits with the phases behind it; the keyboard reaches it and hears all its values."""

    def __init__(self, group: ChartGroup, visits: tuple[ScoredVisit, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = group
        self._visits = visits
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Chart: {title}").format(title=group_title(group)))
        self.setAccessibleDescription(spoken_chart(group))
        self.setToolTip(plain_tip("\n".join((translated(group.measure.name), *map(line_words, group.lines)))))

    def chart(self) -> Chart:
        """Return where everything stands at the widget's present size."""
        line = self.fontMetrics().height()
        box = Box(34.0, 2.0 * line + GAP, self.width() - 30.0, self.height() - line - GAP)
        return chart_of(self._group, self._visits, box)

    def sizeHint(self) -> QSize:
        return QSize(260, 8 * self.fontMetrics().height() + 2 * GAP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def paint(self, painter: QPainter) -> None:
        """Paint the chart; the painter's antialiasing is the caller's choice."""
        chart, theme = self.chart(), theme_now()
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        self._heading(painter)
        painter.setFont(small(self.font()))
        self._bands(painter, chart)
        self._ticks(painter, chart)
        if chart.goal:
            painter.setPen(QPen(QColor(theme.good), 1.2, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(chart.box.left, chart.goal.y), QPointF(chart.box.right, chart.goal.y))
        for line in chart.lines:
            self._line(painter, line)
        self._dates(painter, chart)

    def _heading(self, painter: QPainter) -> None:
        theme, width = theme_now(), self.width() - 2 * GAP
        height = self.fontMetrics().height()
        painter.setFont(bold(self.font()))
        painter.setPen(QColor(theme.text))
        better = better_words(self._group)
        quiet = small(self.font())
        room = width
        if better:
            painter.setFont(quiet)
            taken = painter.fontMetrics().horizontalAdvance(better)
            painter.setPen(QColor(theme.muted))
            painter.drawText(QRectF(GAP + width - taken, 2, taken, height), Qt.AlignmentFlag.AlignRight, better)
            room = width - taken - GAP
        painter.setFont(bold(self.font()))
        painter.setPen(QColor(theme.text))
        title = painter.fontMetrics().elidedText(group_title(self._group), Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(QRectF(GAP, 2, room, height), title)

    def _bands(self, painter: QPainter, chart: Chart) -> None:
        theme, box = theme_now(), chart.box
        height = painter.fontMetrics().height()
        for band in chart.bands:
            area = QRectF(band.left, box.top - height, band.right - band.left, box.bottom - box.top + height)
            if band.number % 2 == 0:
                painter.fillRect(area, QColor(theme.ground))
            painter.setPen(QColor(theme.muted))
            name = painter.fontMetrics().elidedText(translated(band.name), Qt.TextElideMode.ElideRight, int(area.width()) - 4)
            if len(name) > 3:
                painter.drawText(area.adjusted(2, 0, -2, 0), Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter, name)
            if band.number:
                painter.setPen(QPen(QColor(theme.line), 1, Qt.PenStyle.DotLine))
                painter.drawLine(area.topLeft(), area.bottomLeft())

    def _ticks(self, painter: QPainter, chart: Chart) -> None:
        theme, box = theme_now(), chart.box
        height = painter.fontMetrics().height()
        for tick in chart.ticks:
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(QPointF(box.left, tick.y), QPointF(box.right, tick.y))
            painter.setPen(QColor(theme.muted))
            place = QRectF(0, tick.y - height / 2, box.left - 4, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number_words(tick.value))

    def _line(self, painter: QPainter, line: ChartLine) -> None:
        theme = theme_now()
        colour = QColor(theme.on_resistance if line.side is Side.LEFT else theme.accent)
        style = Qt.PenStyle.DashLine if line.side is Side.LEFT else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colour, 1.8, style))
        painter.drawPolyline(QPolygonF([QPointF(dot.x, dot.y) for dot in line.dots]))
        painter.setPen(QPen(QColor(theme.panel), 1))
        painter.setBrush(colour)
        for dot in line.dots:
            _marker(painter, dot.x, dot.y, line.side)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        last = line.dots[-1]
        painter.setPen(QColor(theme.text))
        height = painter.fontMetrics().height()
        text = number_words(last.point.value)
        painter.drawText(QRectF(last.x + DOT + 3, last.y - height / 2, 60, height), Qt.AlignmentFlag.AlignVCenter, text)

    def _dates(self, painter: QPainter, chart: Chart) -> None:
        painter.setPen(QColor(theme_now().muted))
        box, height = chart.box, painter.fontMetrics().height()
        area = QRectF(box.left, box.bottom + 4, box.right - box.left, height)
        first, last = self._visits[0].visit.on, self._visits[-1].visit.on
        if first == last:
            painter.drawText(area, Qt.AlignmentFlag.AlignHCenter, day_text(first))
            return
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft, day_text(first))
        painter.drawText(area, Qt.AlignmentFlag.AlignRight, day_text(last))


def _marker(painter: QPainter, x: float, y: float, side: Side | None) -> None:
    """Paint a circle, or a triangle that points to the side."""
    if side is None:
        painter.drawEllipse(QPointF(x, y), DOT, DOT)
        return
    tip = -DOT - 1 if side is Side.LEFT else DOT + 1
    painter.drawPolygon(QPolygonF([QPointF(x + tip, y), QPointF(x - tip, y - DOT - 1), QPointF(x - tip, y + DOT + 1)]))
