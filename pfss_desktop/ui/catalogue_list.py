"""The catalogue's list: cards to drag from, with a star to press."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from pfss_desktop.language import _
from pfss_desktop.ui.catalogue_delegate import CatalogueDelegate, star_place
from pfss_desktop.ui.thumbnails import Thumbnails

_CARDS_AT_ONCE = 200
"""Cards placed before the next key is answered."""


class CatalogueList(QListView):
    """Drags out, accepts no drop, and lays its cards out anew when its width changes."""

    star_pressed = Signal(QModelIndex)
    """The star of this card was pressed."""
    favourite_asked = Signal()
    """The chosen cards are to be favourites, or not any more."""

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._star = QModelIndex()
        self.setAccessibleName(_("Exercises"))
        self.setAccessibleDescription(_("Enter adds the chosen exercise to the plan, F makes it a favourite."))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.setItemDelegate(CatalogueDelegate(self, thumbnails))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        # Static first: it switches dragging off.
        self.setMovement(QListView.Movement.Static)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        # Ten thousand cards placed at once would hold up a keystroke; what is seen first is placed first.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_CARDS_AT_ONCE)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 120)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F and not event.modifiers():
            self.favourite_asked.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._star = self._star_at(event)
        if not self._star.isValid():
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # Two quick presses of the star are two presses; they add nothing to the plan.
        self._star = self._star_at(event)
        if not self._star.isValid():
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._star.isValid():
            super().mouseMoveEvent(event)
        over = self._over_star(event.position().toPoint()).isValid()
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._star = self._star, QModelIndex()
        if not pressed.isValid():
            super().mouseReleaseEvent(event)
        elif self._over_star(event.position().toPoint()) == pressed:
            self.star_pressed.emit(pressed)

    def _star_at(self, event: QMouseEvent) -> QModelIndex:
        is_left = event.button() is Qt.MouseButton.LeftButton
        return self._over_star(event.position().toPoint()) if is_left else QModelIndex()

    def _over_star(self, at: QPoint) -> QModelIndex:
        index = self.indexAt(at)
        return index if index.isValid() and star_place(self.visualRect(index)).contains(at) else QModelIndex()


class SearchKeys(QObject):
    """Lets the arrow keys, Enter and Escape of the search field work on the list: type, press Enter, and it is in the plan."""

    stepped = Signal(int)
    taken = Signal()
    left = Signal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            return super().eventFilter(watched, event)
        return True
