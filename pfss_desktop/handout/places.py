"""Where each exercise stands on the pages of a handout, as they were laid out. No ReportLab here."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pfss_desktop.handout.pagination import Page


class ExercisePlace(NamedTuple):
    """The box of an exercise, or of a part of it, on a page counted from 0; in points from the page's upper left corner."""

    prescription_id: str
    page: int
    left: float
    top: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        """Return whether a point of the same page lies in the box."""
        return self.left <= x < self.left + self.width and self.top <= y < self.top + self.height


class MadeHandout(NamedTuple):
    """A handout's bytes as a PDF, the size of its pages in points, how many there are, and its exercises in reading order."""

    content: bytes
    size: tuple[float, float]
    page_count: int
    places: tuple[ExercisePlace, ...]


def places_of(pages: Iterable[Page], left: float, width: float) -> Iterator[ExercisePlace]:
    """Yield the exercises of pages whose text begins at `left` and is `width` wide."""
    for number, page in enumerate(pages):
        for placed in page:
            group = placed.group
            if group.prescription_id:
                wide = width if placed.width is None else placed.width
                yield ExercisePlace(group.prescription_id, number, left + placed.left, placed.top, wide, group.height)
