"""Figures on paper: small, drawn where they should be, and the same picture as on the screen."""

import io
from decimal import Decimal

import pypdfium2
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from reportlab.pdfgen.canvas import Canvas

from pfss_desktop.domain.resistance import Band, CuffWeight, Mass, MassUnit
from pfss_desktop.figures.compose import FigureRequest, draw_figure
from pfss_desktop.figures.drawing import Drawing
from pfss_desktop.figures.figure import make_figure
from pfss_desktop.handout.figure_operators import draw_on_canvas, figure_operators
from pfss_desktop.ui.figure_painter import paint_figure

LEG_RAISE = {
    "base": "supine",
    "working": ["right leg"],
    "travel": "right_ankle",
    "contacts": {"left_foot": "floor"},
    "start": {"left": {"hip_flexion": 45, "knee_flexion": 92}},
    "end": {"right": {"hip_flexion": 32}},
}


def leg_raise(resistance: Band | CuffWeight | None = None) -> Drawing:
    return draw_figure(make_figure(LEG_RAISE), FigureRequest(resistance=resistance))


def page_of(drawing: Drawing, width: float = 170.0) -> pypdfium2.PdfPage:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(width, width * drawing.height / drawing.width), initialFontName="Times-Roman")
    assert draw_on_canvas(canvas, drawing, 0, 0, width, "Helvetica-Bold") == pytest.approx(width * drawing.height / drawing.width)
    canvas.save()
    return pypdfium2.PdfDocument(buffer.getvalue())[0]


def test_a_figure_is_small_and_balanced() -> None:
    operators = figure_operators(leg_raise(Band("red")))
    assert len(operators) <= 12_000
    words = operators.split()
    assert words.count("q") == words.count("Q") == 1


def test_the_cuff_label_is_text_on_the_page() -> None:
    page = page_of(leg_raise(CuffWeight(Mass(Decimal(2), MassUnit.POUND))))
    assert page.get_textpage().get_text_range().strip() == "2 lb"


def test_paper_shows_what_the_screen_shows(qapp: object) -> None:
    drawing = leg_raise(Band("blue"))
    paper = page_of(drawing).render(scale=2).to_pil().convert("RGB")
    image = QImage(paper.width, paper.height, QImage.Format.Format_RGB888)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    paint_figure(painter, drawing, QRectF(0, 0, paper.width, paper.height))
    painter.end()
    apart = 0
    for x in range(0, paper.width, 2):
        for y in range(0, paper.height, 2):
            colour = image.pixelColor(x, y)
            seen = paper.getpixel((x, y))
            apart += max(abs(a - b) for a, b in zip(seen, (colour.red(), colour.green(), colour.blue()), strict=True)) > 90
    assert apart < 0.01 * (paper.width // 2) * (paper.height // 2)
    corner = paper.getpixel((2, 2))
    assert corner == (255, 255, 255)
