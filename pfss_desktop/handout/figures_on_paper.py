"""The figures of a plan for its handout: each prescription's own side, range and resistance, drawn when its page is.

ReportLab is loaded only then, so that the screen may ask for figures cheaply.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pfss_desktop.domain.faults import FaultyFile
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.figures.book import FigureBook, prescribed
from pfss_desktop.figures.compose import FigureRequest
from pfss_desktop.figures.styles import Style
from pfss_desktop.handout.request import FigureDrawing

_POINTS_PER_MILLIMETRE = 72 / 25.4


@dataclass(frozen=True)
class PrescribedFigure:
    """Draws a prescription's figure into the box it is given; two are equal when they draw the same."""

    book: FigureBook
    style: Style

    def __call__(
        self,
        canvas: Any,  # noqa: ANN401 - ReportLab has no types
        prescription: Prescription,
        x: float,
        y: float,
        width: float,
        height: float,
    ) -> str:
        """Draw the figure as large as the box allows and return what it shows in words."""
        from pfss_desktop.handout.figure_operators import draw_on_canvas
        from pfss_desktop.handout.typeface import paper_typeface

        look = FigureRequest(style=self.style, width=width / _POINTS_PER_MILLIMETRE, height=height / _POINTS_PER_MILLIMETRE)
        drawing = self.book.draw(prescription.exercise_id, prescribed(prescription, look))
        if drawing is None:
            return ""
        draw_on_canvas(canvas, drawing, x, y, width, paper_typeface().bold.name)
        return drawing.alt_text


def figures_for(plan: Plan, book: FigureBook, style: Style) -> Mapping[str, FigureDrawing]:
    """Return a drawing for each prescription whose exercise has a figure; faulty poses count as none."""
    drawn = PrescribedFigure(book, style)
    return {held.id: drawn for held in plan.prescriptions() if _has_figure(book, held.exercise_id)}


def _has_figure(book: FigureBook, exercise_id: str) -> bool:
    try:
        return book.figure(exercise_id) is not None
    except FaultyFile:
        return False
