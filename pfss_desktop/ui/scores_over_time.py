"""Scores over visits: a small chart for each measure, side by side where there is room, and the same as a table."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from pfss_desktop.domain.outcome_words import number_words, score_name, thresholds_words
from pfss_desktop.domain.outcomes import Measure
from pfss_desktop.domain.score_chart import chart_groups
from pfss_desktop.domain.score_history import ScoredVisit, Series, scored, series_of
from pfss_desktop.language import _, translated
from pfss_desktop.ui.date_text import day_text
from pfss_desktop.ui.score_chart import ScoreChart
from pfss_desktop.ui.segments import Segments
from pfss_desktop.ui.theme import GAP

COLUMN = 300
"""Pixels that a chart needs to be read at ease; more room makes more columns."""
CHARTS, TABLE = "charts", "table"


class ScoresOverTime(QWidget):
    """Shows the visits it is given, for a plan's page as well as for a patient's; nothing can be changed here."""

    def __init__(self, measures: Sequence[Measure], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measures = tuple(measures)
        self._visits: tuple[ScoredVisit, ...] | None = None
        self._charts: tuple[ScoreChart, ...] = ()
        self._empty = QLabel(_("No scores yet. Once a visit has some, they are shown here over time."))
        self._empty.setProperty("role", "muted")
        self._empty.setWordWrap(True)
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._view: Segments[str] = Segments(_("Show scores as"), [(_("Charts"), CHARTS), (_("Table"), TABLE)])
        self._view.choose(CHARTS)
        self._holder = QWidget()
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self.table = _table()
        self._hint = QLabel(_("Dashed line: from here on the change since the start is worthwhile. ◀ left, ▶ right."))
        self._hint.setProperty("role", "muted")
        self._hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._empty, self._view, self._holder, self._hint, self.table):
            column.addWidget(widget)
        self._view.chosen.connect(self._show_view)
        self._show_view()

    def charts(self) -> tuple[ScoreChart, ...]:
        """Return the charts in their order."""
        return self._charts

    def show_visits(self, visits: Sequence[ScoredVisit]) -> None:
        """Show the visits that measured anything, in the order given: the first first."""
        kept = scored(visits)
        if kept == self._visits:
            return
        self._visits = kept
        lines = series_of(kept, self._measures)
        for chart in self._charts:
            self._grid.removeWidget(chart)
            chart.hide()
            chart.deleteLater()
        self._charts = tuple(ScoreChart(group, kept) for group in chart_groups(lines))
        self._arrange()
        _fill(self.table, kept, lines)
        self._show_view()

    def show_as(self, view: str) -> None:
        """Show CHARTS or the TABLE."""
        self._view.choose(view)
        self._show_view()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = max(1, self.width() // COLUMN)
        for number, chart in enumerate(self._charts):
            self._grid.addWidget(chart, number // columns, number % columns)

    def _show_view(self) -> None:
        has_any, is_table = bool(self._charts), self._view.value() == TABLE
        self._empty.setVisible(not has_any)
        self._view.setVisible(has_any)
        self._holder.setVisible(has_any and not is_table)
        self._hint.setVisible(has_any and not is_table)
        self.table.setVisible(has_any and is_table)


def _table() -> QTableWidget:
    table = QTableWidget()
    table.setAccessibleName(_("Scores of all visits"))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setWordWrap(True)
    table.setMinimumHeight(240)
    # A name may be 200 letters long.
    table.horizontalHeader().setMaximumSectionSize(220)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    return table


def _fill(table: QTableWidget, visits: Sequence[ScoredVisit], lines: Sequence[Series]) -> None:
    """Put a row for each visit, the latest first, and a column for each line."""
    table.clear()
    table.setColumnCount(len(lines) + 1)
    table.setRowCount(len(visits))
    heads = [QTableWidgetItem(_("Phase"))]
    for line in lines:
        name = score_name(line.measure, line.score(line.points[0]), short=True)
        unit = translated(line.unit)
        head = QTableWidgetItem(_("{name} ({unit})").format(name=name, unit=unit) if unit else name)
        head.setToolTip(thresholds_words(line.measure))
        heads.append(head)
    for column, head in enumerate(heads):
        table.setHorizontalHeaderItem(column, head)
    for place, held in enumerate(visits):
        row = len(visits) - 1 - place
        table.setVerticalHeaderItem(row, QTableWidgetItem(f"{held.visit.number} · {day_text(held.visit.on)}"))
        table.setItem(row, 0, QTableWidgetItem(translated(held.phase)))
    for column, line in enumerate(lines, 1):
        for point in line.points:
            item = QTableWidgetItem(number_words(point.value))
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            table.setItem(len(visits) - 1 - point.place, column, item)
