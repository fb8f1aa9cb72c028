"""A photo with a frame over it that is moved and sized by pointer, wheel and keys."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pfss_desktop.language import _
from pfss_desktop.ui.photo_frame import PhotoFrame
from pfss_desktop.ui.theme import RADIUS, theme_now
from pfss_desktop.ui.thumbnails import scaled_photo

_STEP = 0.02
"""Of the photo that an arrow key moves the frame."""
_FACTOR = 1.08
"""By which a notch of the wheel, or plus and minus, size the frame."""
_MOVES = {
    Qt.Key.Key_Left: (-_STEP, 0.0),
    Qt.Key.Key_Right: (_STEP, 0.0),
    Qt.Key.Key_Up: (0.0, -_STEP),
    Qt.Key.Key_Down: (0.0, _STEP),
}
_SIZES = {Qt.Key.Key_Plus: _FACTOR, Qt.Key.Key_Equal: _FACTOR, Qt.Key.Key_Minus: 1 / _FACTOR}


class PhotoCrop(QWidget):
    """Shows a photo, dark where it will be cut off; drag, wheel, arrows, plus and minus change the frame."""

    edited = Signal()
    """A person changed the frame."""

    def __init__(self) -> None:
        super().__init__()
        self.frame: PhotoFrame | None = None
        self._image = QImage()
        self._photo = b""
        self._from: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("Part of the photo that is kept"))
        self.setAccessibleDescription(_("Arrow keys move the frame, plus and minus make it larger and smaller."))

    def show_photo(self, photo: bytes, shape: float) -> None:
        """Show this photo with the largest frame of this shape; an empty one shows nothing."""
        self._photo, self._image = photo, scaled_photo(photo, QSize(1200, 1200)) if photo else QImage()
        self.frame = None if self._image.isNull() else PhotoFrame(self._image.width(), self._image.height(), shape)
        self.update()

    def take_shape(self, shape: float) -> None:
        """Give the frame another shape: width divided by height, 0 for the whole photo."""
        if self.frame is not None:
            self._take(self.frame.shaped(shape))

    def sizeHint(self) -> QSize:
        return QSize(420, 320)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        theme = theme_now()
        if self.frame is None:
            painter.setPen(QPen(QColor(theme.muted), 1.5, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), RADIUS, RADIUS)
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), _("Drop a photo here, or choose one below."))
            painter.end()
            return
        room, inner = self._room(), self._inner()
        painter.drawImage(room, self._image)
        outside = QPainterPath()
        outside.addRect(room)
        outside.addRect(inner)
        painter.fillPath(outside, QColor(0, 0, 0, 150))
        painter.setPen(QPen(QColor(theme.accent), 4 if self.hasFocus() else 2))
        painter.drawRect(inner)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None and self.frame is not None:
            way, room = event.position() - self._from, self._room()
            self._from = event.position()
            self._take(self.frame.moved(way.x() / room.width(), way.y() / room.height()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._from = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.frame is not None:
            self._take(self.frame.sized(_FACTOR if event.angleDelta().y() > 0 else 1 / _FACTOR))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self.frame is not None and key in _MOVES:
            self._take(self.frame.moved(*_MOVES[key]))
        elif self.frame is not None and key in _SIZES:
            self._take(self.frame.sized(_SIZES[key]))
        else:
            super().keyPressEvent(event)

    def _take(self, frame: PhotoFrame) -> None:
        self.frame = frame
        self.update()
        self.edited.emit()

    def _room(self) -> QRectF:
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        room = QRectF(0, 0, size.width(), size.height())
        room.moveCenter(QRectF(self.rect()).center())
        return room

    def _inner(self) -> QRectF:
        room = self._room()
        if self.frame is None:
            return room
        left, top, right, bottom = self.frame.part
        return QRectF(
            room.left() + left * room.width(),
            room.top() + top * room.height(),
            (right - left) * room.width(),
            (bottom - top) * room.height(),
        )
