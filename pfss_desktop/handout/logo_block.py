"""The logo at the head of the first page: its place beside or above the clinic's name, and its drawing."""

from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any, NamedTuple

from pfss_desktop.handout.content import LogoPart
from pfss_desktop.handout.logo import LogoRefused, logo_size
from pfss_desktop.handout.marks import Figure

HEIGHT = 40.0
"""Points, 14 mm; a logo wider than WIDTH is lower."""
WIDTH = 110.0
GAP = 10.0
"""Between logo and words."""
LEAST_WORDS = 8.5
"""Ems of text beside a logo: room for a long word such as "Physiotherapy"."""


@dataclass(frozen=True, slots=True)
class LogoDrawing:
    """Draws a logo; two are equal when they draw the same."""

    logo: bytes
    name: str
    is_grey: bool = False

    def __call__(self, canvas: Any, x: float, y: float, width: float, height: float) -> str:  # noqa: ANN401 - ReportLab has no types
        """Draw into the box and return whose logo it is."""
        from reportlab.lib.utils import ImageReader

        picture: Any = BytesIO(self.logo)
        if self.is_grey:
            from PIL import Image

            picture = Image.open(picture).convert("L")
        canvas.drawImage(ImageReader(picture), x, y, width, height)
        return self.name

    def in_grey(self) -> "LogoDrawing":
        """Return the same logo without colours."""
        return replace(self, is_grey=True)


class PlacedLogo(NamedTuple):
    """A logo in the right corner of a head, and what it leaves to the words: less width beside it, or less height below it."""

    figure: Figure
    beside: float
    above: float


def placed_logo(part: LogoPart | None, right: float, column: float, body: float) -> PlacedLogo | None:
    """Return the logo with its right edge at `right`, in a column of this width with text of `body` points.

    None where there is no logo, and for a damaged one: the sheet matters more.
    """
    if part is None:
        return None
    try:
        wide, high = logo_size(part.logo)
    except LogoRefused:
        return None
    scale = min(HEIGHT / high, WIDTH / wide)
    width, height = wide * scale, high * scale
    figure = Figure(LogoDrawing(part.logo, part.name), part.name, width, height, right - width, 4.0)
    if column - width - GAP >= LEAST_WORDS * body:
        return PlacedLogo(figure, width + GAP, 0.0)
    return PlacedLogo(figure, 0.0, height + GAP / 2)
