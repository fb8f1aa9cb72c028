"""Figures on the screen: strokes and fills of a drawing by QPainter. No shape is computed here."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen

from pfss_desktop.figures.drawing import Drawing, Label, Shape


def paint_figure(painter: QPainter, drawing: Drawing, target: QRectF, font: QFont | None = None) -> None:
    """Paint the drawing into the target rectangle, as large as fits and centred; labels in this font (else the painter's)."""
    scale = min(target.width() / drawing.width, target.height() / drawing.height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(
        target.x() + (target.width() - drawing.width * scale) / 2, target.y() + (target.height() - drawing.height * scale) / 2
    )
    painter.scale(scale, scale)
    for shape in drawing.shapes:
        _paint_shape(painter, shape)
    for label in drawing.labels:
        _paint_label(painter, label, font)
    painter.restore()


def _paint_shape(painter: QPainter, shape: Shape) -> None:
    # Colours are opaque and outlines overlap, so each may be painted by itself: Qt is several times slower with all in one path.
    brush = QBrush(QColor(shape.fill)) if shape.fill is not None else None
    pen = None
    if shape.stroke is not None:
        pen = QPen(QColor(shape.stroke), shape.width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    for outline in shape.paths:
        path = QPainterPath()
        path.moveTo(*outline[0])
        for segment in outline[1:]:
            if len(segment) == 2:
                path.lineTo(*segment)
            else:
                path.cubicTo(*segment)
        if shape.closed:
            path.closeSubpath()
        if brush is not None:
            painter.fillPath(path, brush)
        if pen is not None:
            painter.strokePath(path, pen)


def _paint_label(painter: QPainter, label: Label, font: QFont | None) -> None:
    # Fonts have whole pixel sizes in some places, so the text is written ten times as large and scaled down.
    letters = QFont(font if font is not None else painter.font())
    letters.setBold(True)
    letters.setPixelSize(100)
    painter.save()
    painter.setFont(letters)
    painter.setPen(QColor(label.colour))
    painter.translate(QPointF(label.x, label.y))
    painter.scale(label.size / 100, label.size / 100)
    painter.drawText(QRectF(-1000, -100, 2000, 200), Qt.AlignmentFlag.AlignCenter, label.text)
    painter.restore()
