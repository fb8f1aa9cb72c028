"""A list whose rows have two lines: what it is, and smaller what there is to know of it."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from pfss_desktop.ui.plain import plain_tip
from pfss_desktop.ui.theme import GAP, bold, small, theme_now

_ID = Qt.ItemDataRole.UserRole + 1


class TwoLineList(QListWidget):
    """Rows with an id, a heading and details; a row is opened by double click or Enter."""

    opened = Signal(str)
    """Id of the row that was opened."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSpacing(2)
        self.setItemDelegate(TwoLineDelegate(self))
        self.itemActivated.connect(lambda item: self.opened.emit(item.data(_ID)))

    def fill(self, rows: Iterable[tuple[str, str, str]]) -> None:
        """Show these rows of id, heading and details instead of the former ones."""
        self.clear()
        for row_id, heading, details in rows:
            item = QListWidgetItem(f"{heading}\n{details}")
            item.setData(_ID, row_id)
            item.setToolTip(plain_tip(details))
            self.addItem(item)

    def chosen(self) -> tuple[str, str] | None:
        """Return id and heading of the chosen row, or None."""
        item = self.currentItem()
        return (item.data(_ID), item.text().partition("\n")[0]) if item is not None else None


class TwoLineDelegate(QStyledItemDelegate):
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
