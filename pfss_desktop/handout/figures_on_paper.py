"""The pictures of a plan for its handout: photos, and figures with each prescription's own side, range and resistance.

Each is drawn when its page is.

ReportLab is loaded only then, so that the screen may ask for figures cheaply.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pfss_desktop.domain.faults import FaultyFile
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.figures.book import FigureBook, prescribed
from pfss_desktop.figures.compose import FigureRequest, draw_figure
from pfss_desktop.figures.figure import Figure
from pfss_desktop.figures.styles import Style
from pfss_desktop.handout.request import FigureDrawing
from pfss_desktop.language import _, translated

_POINTS_PER_MILLIMETRE = 72 / 25.4


@dataclass(frozen=True)
class PrescribedFigure:
    """Draws a prescription's figure into the box it is given; two are equal when they draw the same."""

    figure: Figure
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
        drawing = draw_figure(self.figure, prescribed(prescription, look))
        draw_on_canvas(canvas, drawing, x, y, width, paper_typeface().bold.name)
        return drawing.alt_text


@dataclass(frozen=True)
class OwnPhoto:
    """Draws the photo of an own exercise; never mirrored, as the side is told in words beside it."""

    photo: bytes

    def __call__(
        self,
        canvas: Any,  # noqa: ANN401 - ReportLab has no types
        prescription: Prescription,
        x: float,
        y: float,
        width: float,
        height: float,
    ) -> str:
        """Draw the photo as large as the box allows, in its middle, and return what it is in words."""
        from reportlab.lib.utils import ImageReader

        picture = ImageReader(BytesIO(self.photo))
        canvas.drawImage(picture, x, y, width, height, preserveAspectRatio=True, anchor="c")
        return _("Photo: {name}").format(name=translated(prescription.text.name))


def figures_for(plan: Plan, book: FigureBook, style: Style) -> Mapping[str, FigureDrawing]:
    """Return a drawing for each prescription whose exercise has a photo or a figure; faulty poses count as none."""
    drawn = ((held.id, _picture(book, held.exercise_id, style)) for held in plan.prescriptions())
    return {held_id: picture for held_id, picture in drawn if picture is not None}


def _picture(book: FigureBook, exercise_id: str, style: Style) -> FigureDrawing | None:
    if photo := book.photo(exercise_id):
        return OwnPhoto(photo)
    try:
        figure = book.figure(exercise_id)
    except FaultyFile:
        return None
    return None if figure is None else PrescribedFigure(figure, style)
