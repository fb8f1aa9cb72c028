"""Text into rows: lines, hanging numbers and labels. Knows widths, not meaning; every text passes `for_paper` here."""

from typing import NamedTuple

from pfss_desktop.handout.bidi import RIGHT_MARK, base_level
from pfss_desktop.handout.line_breaking import LONGEST_LINE, broken_lines, broken_word
from pfss_desktop.handout.marks import BLACK, Colour, Mark, Row, Words
from pfss_desktop.handout.roles import Role
from pfss_desktop.handout.text import for_paper
from pfss_desktop.handout.typeface import Face, Typeface

LEADING = 1.3
"""Line spacing as a multiple of the size (HANDOUT: 1.3)."""
TIGHT = 1.18
"""Line spacing of short lines, which the eye follows without so much help; a default."""
BASELINE = 0.97
"""From the top of a line to its baseline, as a multiple of the size."""

SIGN_GAP = 6.0
"""Points between a number or bullet and the text that hangs from it."""


class Style(NamedTuple):
    """How a text looks, and what it is to its listeners."""

    face: Face
    size: float
    colour: Colour = BLACK
    role: Role = Role.PARAGRAPH
    language: str = ""
    spacing: float = LEADING

    @property
    def leading(self) -> float:
        """From one baseline to the next."""
        return self.size * self.spacing

    def width(self, text: str) -> float:
        """Return the width of a printable text in points."""
        return self.face.width(text, self.size)

    def words(self, text: str, x: float, top: float = 0.0, *, continues: bool = False) -> Words:
        """Return one line of printable text whose line begins at `top`; `continues` where it goes on with the text before."""
        baseline, face = top + self.size * BASELINE, self.face
        looks = (x, baseline, face.name, self.size, text, self.colour)
        return Words(*looks, self.role, continues, self.language, face.runs(text))

    def as_role(self, role: Role) -> "Style":
        """Return the same look in another role."""
        return Style(self.face, self.size, self.colour, role, self.language, self.spacing)

    def start(self, text: str, x: float, width: float) -> float:
        """Return where a line begins in a block that begins at `x`: one that runs from right to left ends at the right."""
        return x + width - self.width(text) if base_level(text) else x

    def fits(self, text: str, width: float) -> bool:
        """Return whether a printable text takes no more than this width."""
        return len(text) <= LONGEST_LINE and self.width(text) <= width


class Typesetter:
    """Sets texts in one typeface."""

    def __init__(self, typeface: Typeface) -> None:
        self.typeface = typeface

    def printable(self, text: str) -> str:
        """Return the text as it can be printed; see `for_paper`."""
        return for_paper(text, self.typeface.letters)

    def lines(self, text: str, style: Style, width: float, first_indent: float = 0.0) -> list[str]:
        """Return the text broken into lines of at most this width, the first one shorter by `first_indent`.

        Empty lines at the ends fall away and several in the middle become one. A word wider than a line is broken anywhere.
        """
        text = self.printable(text).strip("\n ")
        if "\n" not in text and "  " not in text and style.fits(text, width - first_indent):
            return [text] if text else []
        lines: list[str] = []
        for paragraph in text.split("\n"):
            broken = list(broken_lines(paragraph, style.width, width, 0.0 if lines else first_indent))
            if broken or (lines and lines[-1]):
                lines += broken or [""]
        return lines

    def rows(self, text: str, style: Style, x: float, width: float) -> list[Row]:
        """Return the text as rows of one line each."""
        return self.rows_from(self.lines(text, style, width), style, x, width=width)

    def labelled(self, label: str, text: str, styles: tuple[Style, Style], x: float, width: float) -> list[Row]:
        """Return a text with its label in front, in another style; no rows for a text without a visible letter."""
        label_style, style = styles
        label = self.printable(label)
        indent = label_style.width(label) + style.width(" ")
        rows = self.rows_from(self.lines(text, style, width, indent), style, x, indent, width, continues=True)
        # The space at the label's end is there for readers who listen, or copy.
        return _with_mark(rows, label_style.words(f"{label} ", x)) if rows else []

    def hanging(self, sign: str, text: str, styles: tuple[Style, Style], x: float, indent: float, width: float) -> list[Row]:
        """Return a text that hangs from a number or bullet, which ends a little before the text begins.

        A text that runs from right to left has its sign at the right.
        """
        sign_style, style = styles
        if base_level(text):
            sign_x, left, sign = x + width - indent + SIGN_GAP, x, RIGHT_MARK + sign
        else:
            sign_x, left = x + indent - SIGN_GAP - sign_style.width(sign), x + indent
        rows = self.rows(text, style.as_role(Role.ITEM), left, width - indent) or [Row(style.leading)]
        return _with_mark(rows, sign_style.as_role(Role.LABEL).words(sign, sign_x))

    def joined(self, parts: tuple[str, ...], sign: str, style: Style, width: float) -> list[str]:
        """Return parts in lines with a sign between those of one line; a part breaks only where it is wider than a line."""
        lines: list[str] = []
        for part in parts:
            broken = self.lines(part, style, width)
            if lines and len(broken) == 1 and style.width(lines[-1] + sign + broken[0]) <= width:
                lines[-1] += sign + broken[0]
            else:
                lines += broken
        return lines

    def rows_from(
        self,
        lines: list[str],
        style: Style,
        x: float,
        first_indent: float = 0.0,
        width: float | None = None,
        *,
        continues: bool = False,
    ) -> list[Row]:
        """Return the broken lines of one text as rows, the first one moved in; `continues` where a label goes before.

        Where a width is given, lines that run from right to left end at its right.
        """
        rows: list[Row] = []
        for line in lines:
            left = x + (0.0 if rows else first_indent)
            if width is not None:
                left = style.start(line, left, x + width - left)
            rows.append(Row(style.leading, (style.words(line, left, continues=continues or bool(rows)),) if line else ()))
        return rows

    def fitted(self, text: str, style: Style, width: float) -> str:
        """Return a text on one line, ended by an ellipsis where more would follow; for running heads and footers only."""
        whole = " ".join(self.printable(text).split())
        if style.fits(whole, width):
            return whole
        room = width - style.width("…")
        kept = next(broken_word(whole[:LONGEST_LINE], style.width, room))
        return (kept.rstrip() if style.width(kept) <= room else "") + "…"


def _with_mark(rows: list[Row], mark: Mark) -> list[Row]:
    """Return the rows with a mark put before the first one's own, so that it is read first."""
    return [Row(rows[0].height, (mark, *rows[0].marks)), *rows[1:]]
