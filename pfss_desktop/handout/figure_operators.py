"""Figures on paper: a drawing as raw operators of a PDF content stream, its labels by the canvas. No shape is computed."""

from collections.abc import Iterator

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from pfss_desktop.figures.drawing import Drawing, Shape
from pfss_desktop.figures.hulls import Path

_STEPS = 20
"""Coordinates are whole steps of 1/20 mm: about a dot of a printer of 600 to the inch, and short to write."""


def draw_on_canvas(canvas: Canvas, drawing: Drawing, x: float, y: float, width: float, bold_font: str) -> float:
    """Draw the figure with its lower left corner at x, y (points), so wide (points); return its height in points.

    Labels are written in `bold_font`, which must be registered.
    """
    scale = width / drawing.width
    height = drawing.height * scale
    canvas.saveState()
    canvas.translate(x, y)
    canvas.addLiteral(figure_operators(drawing, scale))
    for label in drawing.labels:
        canvas.setFillColor(HexColor(label.colour))
        canvas.setFont(bold_font, label.size * scale)
        canvas.drawCentredString(label.x * scale, height - (label.y + 0.35 * label.size) * scale, label.text)
    canvas.restoreState()
    return height


def figure_operators(drawing: Drawing, scale: float = mm) -> str:
    """Return the operators that paint the drawing's shapes with the lower left corner at the origin.

    `scale` is the length of a millimetre of the drawing in points.
    """
    step = scale / _STEPS
    words = [f"q {step:.5g} 0 0 {-step:.5g} 0 {drawing.height * scale:.2f} cm 1 j 1 J"]
    fill = stroke = width = ""
    for shape in drawing.shapes:
        if shape.fill is not None and (colour := _colour(shape.fill)) != fill:
            fill = colour
            words.append(f"{colour} rg")
        if shape.stroke is not None:
            if (colour := _colour(shape.stroke)) != stroke:
                stroke = colour
                words.append(f"{colour} RG")
            if (wide := f"{shape.width * _STEPS:.0f} w") != width:
                width = wide
                words.append(wide)
        words.extend(_paths(shape))
        words.append(_painting(shape))
    words.append("Q")
    return "\n".join(words)


def _painting(shape: Shape) -> str:
    if shape.fill is None:
        return "s" if shape.closed else "S"
    if shape.stroke is None:
        return "f"
    return "b" if shape.closed else "B"


def _paths(shape: Shape) -> Iterator[str]:
    last = len(shape.paths) - 1
    for index, path in enumerate(shape.paths):
        yield _path(path)
        # The painting operator itself closes the last outline.
        if shape.closed and index < last and shape.stroke is not None:
            yield "h"


def _path(path: Path) -> str:
    words = []
    for index, segment in enumerate(path):
        letter = "m" if index == 0 else "l" if len(segment) == 2 else "c"
        words.append(" ".join([f"{number * _STEPS:.0f}" for number in segment]) + " " + letter)
    return "\n".join(words)


def _colour(value: str) -> str:
    return " ".join(f"{int(value[i : i + 2], 16) / 255:.3g}" for i in (1, 3, 5))
