"""Paints a list's rows in two lines: what it is, and smaller what there is to know of it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from pfss_desktop.ui.theme import GAP, bold, small, theme_now


class TwoLines(QStyledItemDelegate):
    """The item's text holds both lines, with a line end between them."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        view.setMouseTracking(True)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        lines = QFontMetrics(bold(option.font)).height() + QFontMetrics(small(option.font)).height()
        return QSize(100, lines + GAP + GAP // 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        theme = theme_now()
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        is_under_pointer = bool(option.state & QStyle.StateFlag.State_MouseOver)
        heading, _line_end, details = str(index.data()).partition("\n")
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen or is_under_pointer:
            painter.setBrush(QColor(theme.chosen))
            painter.setPen(QColor(theme.accent) if is_chosen else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 6, 6)
        box = option.rect.adjusted(GAP, GAP // 2, -GAP, -GAP // 2)
        upper = QRect(box.left(), box.top(), box.width(), QFontMetrics(bold(option.font)).height())
        lower = QRect(box.left(), upper.bottom() + 1, box.width(), box.bottom() - upper.bottom())
        for line, text, font, colour in (
            (upper, heading, bold(option.font), theme.text),
            (lower, details, small(option.font), theme.muted),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), fitting)
        painter.restore()
