"""Where a large figure or photo is shown; its words are for screen readers."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pfss_desktop.figures.drawing import Drawing
from pfss_desktop.ui.figure_painter import paint_figure
from pfss_desktop.ui.theme import DARK, RADIUS, theme_now
from pfss_desktop.ui.thumbnails import PAPER, scaled_photo


class FigureStage(QWidget):
    """The ground on which a figure stands, or in whose middle a photo is."""

    def __init__(self, height: int = 220) -> None:
        super().__init__()
        self.drawing: Drawing | None = None
        self._photo = b""
        self._scaled = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        return QSize(320, self.minimumHeight())

    def show_photo(self, photo: bytes, words: str) -> None:
        """Show this photo instead of a drawing, or none where it is empty."""
        self._photo, self._scaled = photo, QImage()
        if photo:
            self.drawing = None
            self.setAccessibleName(words)
        self.update()

    def show_drawing(self, drawing: Drawing | None) -> None:
        """Show this drawing; its words are for screen readers."""
        self.drawing = drawing
        self.setAccessibleName(drawing.alt_text if drawing else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_now()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(PAPER if theme is DARK else theme.ground))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        if self.drawing is not None:
            paint_figure(painter, self.drawing, QRectF(self.rect()))
        elif self._photo:
            self._paint_photo(painter)
        painter.end()

    def _paint_photo(self, painter: QPainter) -> None:
        ratio = self.devicePixelRatio()
        room = self.size() * ratio
        if self._scaled.isNull() or (self._scaled.width() != room.width() and self._scaled.height() != room.height()):
            self._scaled = scaled_photo(self._photo, room)
        box = QRectF(0, 0, self._scaled.width() / ratio, self._scaled.height() / ratio)
        box.moveCenter(QRectF(self.rect()).center())
        painter.drawImage(box, self._scaled)
