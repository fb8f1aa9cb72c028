"""Where the pages of a handout lie below each other on the screen. Lengths in pixels, unless they say points. No widgets."""

from typing import NamedTuple

from PySide6.QtCore import QRectF

from pfss_desktop.handout.places import ExercisePlace
from pfss_desktop.ui.theme import GAP


class PageStack(NamedTuple):
    """Pages of one size in points, drawn `scale` pixels to the point in a column that is at least `room` wide."""

    size: tuple[float, float]
    page_count: int
    scale: float
    room: float

    @property
    def page_width(self) -> float:
        """The width of a page."""
        return self.size[0] * self.scale

    @property
    def step(self) -> float:
        """From the top of a page to the top of the next."""
        return self.size[1] * self.scale + 2 * GAP

    @property
    def width(self) -> float:
        """The whole width, with the margins."""
        return max(self.room, self.page_width + 2 * GAP)

    @property
    def height(self) -> float:
        """The whole height, with the margins."""
        return self.page_count * self.step

    def page(self, number: int) -> QRectF:
        """Return the rectangle of a page."""
        left = (self.width - self.page_width) / 2
        return QRectF(left, GAP + number * self.step, self.page_width, self.size[1] * self.scale)

    def place(self, place: ExercisePlace) -> QRectF:
        """Return the rectangle of an exercise."""
        page, scale = self.page(place.page), self.scale
        return QRectF(page.x() + place.left * scale, page.y() + place.top * scale, place.width * scale, place.height * scale)

    def numbers(self, top: float, bottom: float) -> range:
        """Return the pages that can be seen between these levels."""
        first = int(max(0.0, top) // self.step)
        return range(min(first, self.page_count), min(self.page_count, int(max(0.0, bottom) // self.step) + 1))

    def point(self, x: float, y: float) -> tuple[int, float, float]:
        """Return the page at a point, and the point on that page in points; it may lie beside the page."""
        number = min(max(0, int(y // self.step)), max(0, self.page_count - 1))
        page = self.page(number)
        return number, (x - page.x()) / self.scale, (y - page.y()) / self.scale
