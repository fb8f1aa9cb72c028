"""The small mark behind a name on the board: there is a check about this."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from pfss_desktop.language import _
from pfss_desktop.ui.theme import GAP, Theme, small


def badge_width(check: str, font: QFont) -> int:
    """Return the pixels that the mark takes behind a name in this font; 0 where nothing is pointed out."""
    return QFontMetrics(small(font)).horizontalAdvance(_("check")) + 3 * GAP if check else 0


def paint_badge(painter: QPainter, theme: Theme, font: QFont, line: QRect, width: int) -> None:
    """Draw the mark of this width at the left end of a line; nothing for no width."""
    if not width:
        return
    height = QFontMetrics(small(font)).height()
    box = QRect(line.left() + GAP, line.center().y() - height // 2, width - GAP, height)
    painter.setFont(small(font))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.warning))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QColor(theme.on_warning))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _("check"))
