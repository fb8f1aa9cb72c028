"""Paints an exercise of the catalogue as a small card: its figure, its name, muscles and position."""

import math

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from pfss_desktop.language import _, translated
from pfss_desktop.ui.catalogue_model import CatalogueModel, second_line
from pfss_desktop.ui.theme import GAP, RADIUS, bold, small, theme_now
from pfss_desktop.ui.thumbnails import Thumbnails

Index = QModelIndex | QPersistentModelIndex
_NARROWEST = 124
"""Pixels of the narrowest card that still shows its exercise."""
_NAME_LINES = 2
_STAR = 24
"""Pixels across which a press on the star counts (WCAG 2.2, 2.5.8)."""


class CatalogueDelegate(QStyledItemDelegate):
    """Draws cards in as many columns as the list has room for."""

    def __init__(self, view: QAbstractItemView, thumbnails: Thumbnails) -> None:
        super().__init__(view)
        self._view = view
        self._thumbnails = thumbnails

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width() - 1
        columns = max(1, width // _NARROWEST)
        lines = _NAME_LINES * QFontMetrics(bold(option.font)).height() + QFontMetrics(small(option.font)).height()
        card = width // columns
        return QSize(card, _picture_height(card) + lines + 3 * GAP)

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
        inner = card.adjusted(GAP, GAP // 2, -GAP, -GAP // 2)
        room = QSize(inner.width(), _picture_height(option.rect.width()))
        picture = self._thumbnails.of_exercise(exercise, room, self._view.devicePixelRatio())
        if picture is not None:
            painter.drawPixmap(inner.left(), inner.top() + 2, picture)
        below = QRect(inner.left(), inner.top() + room.height() + GAP // 2, inner.width(), inner.height())
        painter.setFont(bold(option.font))
        painter.setPen(QColor(theme.text))
        used = _lines(painter, below, translated(exercise.name), _NAME_LINES)
        painter.setFont(small(option.font))
        painter.setPen(QColor(theme.muted))
        _lines(painter, below.adjusted(0, used, 0, 0), second_line(exercise), 1)
        is_favourite = bool(index.data(CatalogueModel.FavouriteRole))
        if is_favourite or is_chosen or is_under_pointer:
            _draw_star(painter, star_place(option.rect), theme.accent if is_favourite else theme.muted, is_full=is_favourite)
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> bool:
        if index.isValid() and star_place(option.rect).contains(event.pos()):
            is_favourite = bool(index.data(CatalogueModel.FavouriteRole))
            text = _("No favourite any more (F)") if is_favourite else _("Make it a favourite (F)")
            QToolTip.showText(event.globalPos(), text, view)
            return True
        return super().helpEvent(event, view, option, index)


def star_place(card: QRect) -> QRect:
    """Return where a card's star is, large enough to be hit."""
    return QRect(card.right() - _STAR - 6, card.top() + 6, _STAR, _STAR)


def _draw_star(painter: QPainter, place: QRect, colour: str, *, is_full: bool) -> None:
    middle, radius = QRectF(place).center(), _STAR * 0.36
    corners = QPolygonF()
    for number in range(10):
        turn, reach = math.pi * number / 5, radius if number % 2 == 0 else radius * 0.45
        corners.append(middle + QPointF(math.sin(turn) * reach, -math.cos(turn) * reach))
    painter.setPen(QPen(QColor(colour), 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(QColor(colour) if is_full else Qt.BrushStyle.NoBrush)
    painter.drawPolygon(corners)


def _picture_height(card_width: int) -> int:
    return round((card_width - 2 * GAP) * 0.62)


def _lines(painter: QPainter, box: QRect, text: str, most: int) -> int:
    """Draw a text in at most so many lines, the last one cut with dots, and return the pixels down that it took."""
    metrics = painter.fontMetrics()
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < most - 1:
        line = words.pop(0)
        while words and metrics.horizontalAdvance(f"{line} {words[0]}") <= box.width():
            line = f"{line} {words.pop(0)}"
        lines.append(line)
    if words:
        lines.append(" ".join(words))
    for number, line in enumerate(lines):
        row = QRect(box.left(), box.top() + number * metrics.height(), box.width(), metrics.height())
        fitting = metrics.elidedText(line, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(row, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), fitting)
    return len(lines) * metrics.height()
