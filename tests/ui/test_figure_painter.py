"""Figures on the screen: inside their rectangle, and nothing of the painter is left changed."""

from decimal import Decimal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from pfss_desktop.domain.resistance import CuffWeight, Mass, MassUnit
from pfss_desktop.figures.compose import FigureRequest, draw_figure
from pfss_desktop.figures.figure import make_figure
from pfss_desktop.ui.figure_painter import paint_figure

STANDING = {"base": "standing", "start": {"left_foot": "floor"}, "camera": [90, 5]}
WHITE = QColor("white").rgb()


def painted(target: QRectF) -> QImage:
    cuff = CuffWeight(Mass(Decimal(2), MassUnit.POUND))
    drawing = draw_figure(make_figure(STANDING), FigureRequest(resistance=cuff, width=40, height=40))
    image = QImage(200, 120, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    painter = QPainter(image)
    before = painter.transform()
    paint_figure(painter, drawing, target)
    assert painter.transform() == before
    painter.end()
    return image


def inked_columns(image: QImage) -> list[int]:
    return [x for x in range(image.width()) if any(image.pixel(x, y) != WHITE for y in range(image.height()))]


def test_a_figure_stays_inside_its_rectangle_and_in_its_middle(qapp: object) -> None:
    columns = inked_columns(painted(QRectF(100, 0, 100, 120)))
    assert 100 <= min(columns) < max(columns) < 200
    assert abs((min(columns) + max(columns)) / 2 - 150) <= 3


def test_a_flat_rectangle_makes_a_small_figure(qapp: object) -> None:
    image = painted(QRectF(0, 0, 200, 40))
    rows = [y for y in range(image.height()) if any(image.pixel(x, y) != WHITE for x in range(image.width()))]
    assert 0 <= min(rows) < max(rows) < 40
