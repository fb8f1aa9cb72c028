"""Reads a handout back as a patient's eyes or a screen reader would: text page by page."""

from io import BytesIO
from typing import Any

from pypdf import PdfReader

from pfss_desktop.handout.render import render_handout
from pfss_desktop.handout.request import HandoutRequest


def reader_of(request: HandoutRequest) -> PdfReader:
    """The rendered handout, opened."""
    return PdfReader(BytesIO(render_handout(request)))


def page_texts(request: HandoutRequest) -> list[str]:
    """The text of each page, every run of white space made one space."""
    return [" ".join(page.extract_text().split()) for page in reader_of(request).pages]


def whole_text(request: HandoutRequest) -> str:
    """The text of all pages."""
    return " ".join(page_texts(request))


def squeezed(text: str) -> str:
    """A text without white space, for comparing what line breaks have parted."""
    return "".join(text.split())


def page_of(texts: list[str], words: str) -> int:
    """The number of the only page that says this."""
    (number,) = (number for number, text in enumerate(texts, 1) if words in text)
    return number


def fonts_of(request: HandoutRequest) -> list[Any]:
    """Every font object of every page."""
    return [
        font.get_object()
        for page in reader_of(request).pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    ]
