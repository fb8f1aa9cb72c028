"""The paper's typeface: three weights of one open font, read from its package once per process, with its letters' widths.

Other scripts are other fonts' business (`fonts_at_hand`, `shaping`), loaded only when a text needs them.
"""

from functools import cache
from importlib.resources import files
from threading import Lock
from typing import NamedTuple
from unicodedata import category

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from pfss_desktop.handout.glyphs import FontFile, Own, Run
from pfss_desktop.handout.text import Letters

PRESS = Lock()
"""ReportLab's fonts serve one document at a time, and the screen's preview and an export may ask at once."""


class Face(NamedTuple):
    """One weight, by the name that ReportLab knows it by. `widths` are in thousandths of the size, by letter.

    Only letters that stand for themselves have a width there: no accents set apart, nothing that the typeface lacks.
    """

    name: str
    widths: dict[str, float]
    own: Own

    def width(self, text: str, size: float) -> float:
        """Return the width in points of a text that has passed `for_paper`, so that every letter can be printed."""
        try:
            return sum(map(self.widths.__getitem__, text)) * size / 1000
        except KeyError:
            from pfss_desktop.handout.shaping import width_of

            return width_of(text, self.own) * size / 1000

    def runs(self, text: str) -> tuple[Run, ...]:
        """Return a line as runs where it needs other fonts or placed accents; none where its letters stand for themselves."""
        if self.widths.keys() >= set(text):
            return ()
        from pfss_desktop.handout.shaping import runs_of

        return runs_of(text, self.own)


class Typeface(NamedTuple):
    """The three weights, and the letters that can be printed with them. No italics: they are harder to read."""

    regular: Face
    semibold: Face
    bold: Face
    letters: Letters


@cache
def paper_typeface() -> Typeface:
    """Return the typeface, read and made known to ReportLab at the first call."""
    _set_up_reportlab()
    regular, semibold, bold = _face("Regular", 400), _face("Semibold", 600), _face("Bold", 700)
    known = frozenset(regular.widths.keys() & semibold.widths.keys() & bold.widths.keys())
    return Typeface(regular, semibold, bold, Letters.of(known, _is_in_another_font))


def _face(style: str, weight: int) -> Face:
    path = str(files("font_source_sans_pro") / "files" / f"SourceSansPro-{style}.ttf")
    font = TTFont(f"Handout-{style}", path)
    pdfmetrics.registerFont(font)
    # ReportLab writes no readable text for letters beyond the basic plane and sets no accents on their letters.
    codes = (code for code in font.face.charToGlyph if code <= 0xFFFF and category(chr(code))[0] != "M")
    return Face(font.fontName, {chr(code): font.face.charWidths[code] for code in codes}, Own(FontFile(path), weight))


def _is_in_another_font(letter: str) -> bool:
    from pfss_desktop.handout.fonts_at_hand import font_for

    return font_for(letter) is not None


def _set_up_reportlab() -> None:
    """Let ReportLab neither fetch nor evaluate anything, and write streams as plain bytes instead of text."""
    rl_config.trustedHosts = None
    rl_config.trustedSchemes = []
    rl_config.toColorCanUse = None
    rl_config.useA85 = 0
