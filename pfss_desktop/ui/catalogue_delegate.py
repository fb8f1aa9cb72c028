"""Paints an exercise of the catalogue as a small card: name, muscles and position, phase."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from pfss_desktop.language import _
from pfss_desktop.ui.catalogue_model import CatalogueModel, second_line
from pfss_desktop.ui.theme import GAP, RADIUS, bold, small, theme_now

Index = QModelIndex | QPersistentModelIndex


class CatalogueDelegate(QStyledItemDelegate):
    """Draws cards as wide as the list."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = QFontMetrics(bold(option.font)).height() + QFontMetrics(small(option.font)).height()
        return QSize(self._view.viewport().width(), lines + 3 * GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        exercise = index.data(CatalogueModel.ExerciseRole)
        if exercise is None:
            return
        theme = theme_now()
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        is_under_pointer = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = option.rect.adjusted(2, 2, -2, -2)
        painter.setBrush(QColor(theme.chosen if is_chosen else theme.card))
        edge = theme.accent if is_chosen or is_under_pointer else theme.line
        painter.setPen(QPen(QColor(edge), 2 if is_chosen else 1))
        painter.drawRoundedRect(QRectF(card).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        inner = card.adjusted(GAP + 2, GAP // 2 + 2, -GAP - 2, -GAP // 2)
        upper = QRect(inner.left(), inner.top(), inner.width(), QFontMetrics(bold(option.font)).height())
        lower = QRect(inner.left(), upper.bottom() + 1, inner.width(), inner.bottom() - upper.bottom())
        painter.setFont(small(option.font))
        painter.setPen(QColor(theme.muted))
        phase = _("Phase {number}").format(number=exercise.phase)
        painter.drawText(lower, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), phase)
        lower.setRight(lower.right() - painter.fontMetrics().horizontalAdvance(phase) - GAP)
        _line(painter, lower, second_line(exercise))
        painter.setFont(bold(option.font))
        painter.setPen(QColor(theme.text))
        _line(painter, upper, exercise.name)
        painter.restore()


def _line(painter: QPainter, box: QRect, text: str) -> None:
    fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), fitting)
