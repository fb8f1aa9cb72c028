"""Shows where on the board a drop would go: a line between rows or between phases, or a frame around a phase."""

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QTreeView

from pfss_desktop.ui import drag_data
from pfss_desktop.ui.plan_model import PlanModel
from pfss_desktop.ui.theme import GAP, Theme

_WIDE = 4
"""Pixels around the mark that its pen may touch."""


class DropMark:
    """The mark of one view; it asks for its own pixels only to be painted, so that a drag stays quick over a long plan."""

    def __init__(self, view: QTreeView, model: PlanModel) -> None:
        self._view = view
        self._model = model
        self._mark: QRect | None = None

    def show_at(self, at: QPoint, data: QMimeData) -> None:
        """Show where these data would go when dropped at this point of the viewport."""
        self._move(self._phase_line(at, data) if data.hasFormat(drag_data.PHASE) else self._row_mark(at))

    def hide(self) -> None:
        """Show nothing."""
        self._move(None)

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Draw the mark where there is one."""
        if self._mark is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), 3))
            painter.drawRoundedRect(self._mark, 2, 2)

    def _move(self, mark: QRect | None) -> None:
        if mark != self._mark:
            for rect in (self._mark, mark):
                if rect is not None:
                    self._view.viewport().update(rect.adjusted(-_WIDE, -_WIDE, _WIDE, _WIDE))
            self._mark = mark

    def _row_mark(self, at: QPoint) -> QRect:
        index = self._view.indexAt(at)
        position = QAbstractItemView.DropIndicatorPosition
        if not index.isValid():
            return self._line(self._bottom())
        box = self._view.visualRect(index)
        where = self._view.dropIndicatorPosition()
        if where is position.OnItem:
            return box.adjusted(GAP, GAP, -GAP, -2)
        return self._line(box.top() if where is position.AboveItem else box.bottom())

    def _phase_line(self, at: QPoint, data: QMimeData) -> QRect:
        """Return the line between two phases that a phase dropped here comes to lie at."""
        index = self._view.indexAt(at)
        position = QAbstractItemView.DropIndicatorPosition
        where = self._view.dropIndicatorPosition()
        if not index.isValid():
            row, parent = -1, QModelIndex()
        elif where is position.OnItem:
            row, parent = -1, index
        else:
            row, parent = index.row() + (where is position.BelowItem), index.parent()
        carried = drag_data.carried(data, drag_data.PHASE)
        phase = self._model.index(self._model.phase_row(row, parent, carried[0] if carried else ""), 0)
        return self._line(self._view.visualRect(phase).top() + GAP // 2 if phase.isValid() else self._bottom())

    def _line(self, level: int) -> QRect:
        # A place out of sight is marked at the edge it lies behind.
        around = self._view.viewport()
        return QRect(2 * GAP, max(2, min(level, around.height() - 3)), around.width() - 4 * GAP, 1)

    def _bottom(self) -> int:
        last = self._model.index(self._model.rowCount() - 1, 0)
        inside = self._model.rowCount(last) if last.isValid() else 0
        last = self._model.index(inside - 1, 0, last) if inside else last
        return self._view.visualRect(last).bottom() if last.isValid() else GAP
