"""Strokes that phases and rows of the board have in common: card, bar, frame, a line of text."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from pfss_desktop.ui.theme import RADIUS, Theme


def card_part(painter: QPainter, theme: Theme, part: QRect, *, top: bool, bottom: bool) -> None:
    """Draw this slice of a card: the rounding of ends that are not its own lies outside the clipped row."""
    box = QRectF(part).adjusted(0.5, 0.5 if top else -3 * RADIUS, -0.5, -1.5 if bottom else 3 * RADIUS)
    painter.setBrush(QColor(theme.card))
    painter.setPen(QColor(theme.line))
    painter.drawRoundedRect(box, RADIUS, RADIUS)


def now_bar(painter: QPainter, theme: Theme, part: QRect) -> None:
    """Draw the bar at the left of the phase that the patient is in; the word "now" says the same."""
    painter.fillRect(QRect(part.left(), part.top(), 4, part.height()), QColor(theme.accent))


def chosen_frame(painter: QPainter, theme: Theme, box: QRect) -> None:
    """Draw the frame around what is chosen."""
    painter.setBrush(QColor(theme.chosen))
    painter.setPen(QPen(QColor(theme.accent), 2))
    painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 6, 6)


def elided(painter: QPainter, box: QRect, text: str) -> int:
    """Draw one line of text, cut with dots where it does not fit, and return the pixels it took."""
    metrics = painter.fontMetrics()
    fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, box.width()))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), fitting)
    return metrics.horizontalAdvance(fitting)


def text_right(painter: QPainter, colour: str, font: QFont, box: QRect, text: str) -> int:
    """Draw one line of text at the right and return the pixels it took."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)
    return painter.fontMetrics().horizontalAdvance(text)
