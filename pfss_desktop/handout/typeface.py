"""The paper's typeface: three weights of one open font, read from its package once per process, with its letters' widths."""

from functools import cache
from importlib.resources import as_file, files
from threading import Lock
from typing import NamedTuple

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from pfss_desktop.handout.text import Letters

PRESS = Lock()
"""ReportLab's fonts serve one document at a time, and the screen's preview and an export may ask at once."""


class Face(NamedTuple):
    """One weight, by the name that ReportLab knows it by. `widths` are in thousandths of the size, by letter."""

    name: str
    widths: dict[str, float]

    def width(self, text: str, size: float) -> float:
        """Return the width in points of a text that has passed `for_paper`, so that every letter has a width."""
        return sum(map(self.widths.__getitem__, text)) * size / 1000


class Typeface(NamedTuple):
    """The three weights, and the letters that every one of them has. No italics: they are harder to read."""

    regular: Face
    semibold: Face
    bold: Face
    letters: Letters


@cache
def paper_typeface() -> Typeface:
    """Return the typeface, read and made known to ReportLab at the first call."""
    _set_up_reportlab()
    regular, semibold, bold = (_face(weight) for weight in ("Regular", "Semibold", "Bold"))
    letters = Letters.of(frozenset(regular.widths.keys() & semibold.widths.keys() & bold.widths.keys()))
    return Typeface(regular, semibold, bold, letters)


def _face(weight: str) -> Face:
    with as_file(files("font_source_sans_pro") / "files" / f"SourceSansPro-{weight}.ttf") as path:
        font = TTFont(f"Handout-{weight}", str(path))
    pdfmetrics.registerFont(font)
    # ReportLab writes no readable text for letters beyond the basic plane, so they count as missing.
    codes = (code for code in font.face.charToGlyph if code <= 0xFFFF)
    return Face(font.fontName, {chr(code): font.face.charWidths[code] for code in codes})


def _set_up_reportlab() -> None:
    """Let ReportLab neither fetch nor evaluate anything, and write streams as plain bytes instead of text."""
    rl_config.trustedHosts = None
    rl_config.trustedSchemes = []
    rl_config.toColorCanUse = None
    rl_config.useA85 = 0
