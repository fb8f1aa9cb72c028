"""Pages of a PDF as pictures, for the screen and for the printer. PDFium serves one caller at a time."""

from collections.abc import Iterable, Iterator
from typing import Any

from PySide6.QtGui import QImage

_POINTS_PER_INCH = 72


def page_pictures(content: bytes, dots_per_inch: float, numbers: Iterable[int] | None = None) -> Iterator[QImage]:
    """Yield pages, counted from 0, or all of them, as pictures of their own memory; each is made when it is asked for."""
    import pypdfium2

    from pfss_desktop.handout.typeface import PRESS

    with PRESS:
        document = pypdfium2.PdfDocument(content)
    try:
        for number in range(len(document)) if numbers is None else numbers:
            with PRESS:
                picture = _picture(document[number], dots_per_inch / _POINTS_PER_INCH)
            yield picture
    finally:
        with PRESS:
            document.close()


def pictures_by_number(content: bytes, numbers: Iterable[int], width: int, points: float) -> dict[int, QImage]:
    """Return these pages of so many points' width, each `width` pixels wide, by their numbers."""
    wanted = tuple(numbers)
    # PDFium rounds up: a hair less gives exactly this width.
    resolution = (width - 0.01) / points * _POINTS_PER_INCH
    return dict(zip(wanted, page_pictures(content, resolution, wanted), strict=True))


def _picture(page: Any, scale: float) -> QImage:  # noqa: ANN401 - pypdfium2 has no types
    bitmap = page.render(scale=scale, prefer_bgrx=True, maybe_alpha=False)
    picture = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, _FORMATS[bitmap.n_channels]).copy()
    bitmap.close()
    page.close()
    return picture


_FORMATS = {1: QImage.Format.Format_Grayscale8, 3: QImage.Format.Format_BGR888, 4: QImage.Format.Format_RGB32}
