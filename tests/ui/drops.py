"""Sends a drag to a widget as Qt does and says whether it was accepted at each stage."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QTreeView

_BUTTON, _KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
_ACTIONS = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction


def drag_over(view: QTreeView, at: QPoint, data: QMimeData) -> bool:
    """Enter and move with this data; the caller keeps the data alive."""
    for kind in (QDragEnterEvent, QDragMoveEvent):
        event = kind(at, _ACTIONS, data, _BUTTON, _KEYS)
        QApplication.sendEvent(view.viewport(), event)
        if not event.isAccepted():
            return False
    return True


def drop(view: QTreeView, at: QPoint, data: QMimeData) -> bool:
    """Enter, move and drop; True where the drop was accepted."""
    if not drag_over(view, at, data):
        return False
    event = QDropEvent(QPointF(at), _ACTIONS, data, _BUTTON, _KEYS)
    QApplication.sendEvent(view.viewport(), event)
    return event.isAccepted()


def leave(view: QTreeView) -> None:
    """Leave the view without dropping, as Escape does."""
    QApplication.sendEvent(view.viewport(), QDragLeaveEvent())


def upper_half(view: QTreeView, item_id: str) -> QPoint:
    """Return a point in the upper half of a row: a drop there goes before it."""
    box = view.visualRect(view.model().index_of(item_id))
    return QPoint(box.center().x(), box.top() + box.height() // 4)


def lower_half(view: QTreeView, item_id: str) -> QPoint:
    """Return a point in the lower half of a row: a drop there goes behind it."""
    box = view.visualRect(view.model().index_of(item_id))
    return QPoint(box.center().x(), box.bottom() - box.height() // 4)


def middle(view: QTreeView, item_id: str) -> QPoint:
    """Return the middle of a row: on a phase, a drop there goes to its end."""
    return view.visualRect(view.model().index_of(item_id)).center()
