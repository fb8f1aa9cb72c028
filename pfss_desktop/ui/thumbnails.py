"""Small figures and photos as pictures, drawn when first asked for and kept, for lists that are painted again and again."""

from dataclasses import replace

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPainterPath, QPixmap

from pfss_desktop.domain.exercise import Exercise
from pfss_desktop.domain.faults import FaultyFile
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.figures.book import FigureBook, prescribed
from pfss_desktop.figures.compose import FigureRequest
from pfss_desktop.ui.figure_painter import paint_figure
from pfss_desktop.ui.theme import DARK, RADIUS, theme_now

KEPT = 1500
"""Pictures kept; more than any plan and catalogue show at once."""
PAPER = "#f3f6f9"
"""The light ground of figures in the dark theme: their lines are dark."""
_MILLIMETRES_PER_PIXEL = 0.4


class Thumbnails:
    """Pictures by what they show and how large; an exercise without photo and figure, or with faulty poses, has none."""

    def __init__(self, book: FigureBook) -> None:
        self._book = book
        self._kept: dict[tuple[str, FigureRequest, float, bool], QPixmap] = {}

    def forget(self) -> None:
        """Draw everything anew when it is asked for: the figures or photos are others now."""
        self._kept.clear()

    def of_exercise(self, exercise: Exercise, size: QSize, ratio: float) -> QPixmap | None:
        """Return the exercise's figure at this size in pixels, on a screen of this pixel ratio; None where there is none."""
        return self._picture(exercise.id, FigureRequest(), size, ratio)

    def of_prescription(self, held: Prescription, size: QSize, ratio: float) -> QPixmap | None:
        """Return the figure with the prescription's side, range and resistance; None where there is none."""
        return self._picture(held.exercise_id, prescribed(held, FigureRequest()), size, ratio)

    def _picture(self, exercise_id: str, request: FigureRequest, size: QSize, ratio: float) -> QPixmap | None:
        room = replace(request, width=size.width() * _MILLIMETRES_PER_PIXEL, height=size.height() * _MILLIMETRES_PER_PIXEL)
        is_dark = theme_now() is DARK
        key = (exercise_id, room, ratio, is_dark)
        if key not in self._kept:
            picture = self._draw(exercise_id, room, size, ratio, is_dark=is_dark)
            if picture is None:
                return None
            if len(self._kept) >= KEPT:
                self._kept.clear()
            self._kept[key] = picture
        return self._kept[key]

    def _draw(self, exercise_id: str, room: FigureRequest, size: QSize, ratio: float, *, is_dark: bool) -> QPixmap | None:
        if photo := self._book.photo(exercise_id):
            return _photo(photo, size, ratio)
        try:
            drawing = self._book.draw(exercise_id, room)
        except FaultyFile:
            return None
        if drawing is None:
            return None
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(0, 0, 0, 0))
        painter = QPainter(picture)
        if is_dark:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(QColor(PAPER))
            painter.setPen(QColor(PAPER))
            painter.drawRoundedRect(QRectF(0, 0, size.width(), size.height()), RADIUS, RADIUS)
        paint_figure(painter, drawing, QRectF(0, 0, size.width(), size.height()))
        painter.end()
        return picture


def _photo(photo: bytes, size: QSize, ratio: float) -> QPixmap | None:
    """Return the photo in the middle of a picture of this size, its corners rounded; None where it cannot be read."""
    image = scaled_photo(photo, size * ratio)
    if image.isNull():
        return None
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(0, 0, image.width() / ratio, image.height() / ratio)
    box.moveCenter(QRectF(0, 0, size.width(), size.height()).center())
    frame = QPainterPath()
    frame.addRoundedRect(box, RADIUS / 2, RADIUS / 2)
    painter.setClipPath(frame)
    painter.drawImage(box, image)
    painter.end()
    return picture


def scaled_photo(photo: bytes, room: QSize) -> QImage:
    """Return a photo as large as fits into the room, in pixels; a null image where it cannot be read."""
    content = QBuffer()
    content.setData(QByteArray(photo))
    content.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(content)
    # Scaled while it is decoded, which for a JPEG takes a fraction of the time.
    reader.setScaledSize(reader.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
