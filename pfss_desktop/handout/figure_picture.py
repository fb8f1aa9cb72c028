"""A page as a picture of dots, for programs that take no PDF."""

from io import BytesIO

import pypdfium2

from pfss_desktop.handout.typeface import PRESS

POINTS_PER_INCH = 72


def png_of(page: bytes, dots_per_inch: int = 300) -> bytes:
    """Return the first page of a PDF as a PNG on white, with its resolution noted in it; the same page gives the same bytes."""
    # PDFium serves one caller at a time, as ReportLab does.
    with PRESS, pypdfium2.PdfDocument(page) as document:
        picture = document[0].render(scale=dots_per_inch / POINTS_PER_INCH).to_pil().convert("RGB")
    stream = BytesIO()
    picture.save(stream, "PNG", dpi=(dots_per_inch, dots_per_inch))
    return stream.getvalue()
