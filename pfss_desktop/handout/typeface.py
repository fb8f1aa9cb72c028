"""The paper's typeface: three weights of one open font, read from its package once per process, with its letters' widths."""

from collections.abc import Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One weight, by the name that ReportLab knows it by. `widths` are in thousandths of the size, by code point."""

    name: str
    widths: dict[int, float]

    def width(self, text: str, size: float) -> float:
        """Return the width in points of a text that has passed `for_paper`, so that every letter has a width."""
        return sum(map(self.widths.__getitem__, map(ord, text))) * size / 1000


@dataclass(frozen=True, slots=True, eq=False)
class Typeface:
    """The three weights; `letters` are the code points that every one of them has. No italics: they are harder to read."""

    regular: Face
    semibold: Face
    bold: Face
    letters: Set[int]


@cache
def paper_typeface() -> Typeface:
    """Return the typeface, read and made known to ReportLab at the first call."""
    _set_up_reportlab()
    regular, semibold, bold = (_face(weight) for weight in ("Regular", "Semibold", "Bold"))
    return Typeface(regular, semibold, bold, regular.widths.keys() & semibold.widths.keys() & bold.widths.keys())


def _face(weight: str) -> Face:
    with as_file(files("font_source_sans_pro") / "files" / f"SourceSansPro-{weight}.ttf") as path:
        font = TTFont(f"Handout-{weight}", str(path))
    pdfmetrics.registerFont(font)
    return Face(font.fontName, {code: font.face.charWidths[code] for code in font.face.charToGlyph})


def _set_up_reportlab() -> None:
    """Let ReportLab neither fetch nor evaluate anything, and write streams as plain bytes instead of text."""
    rl_config.trustedHosts = None
    rl_config.trustedSchemes = []
    rl_config.toColorCanUse = None
    rl_config.useA85 = 0
