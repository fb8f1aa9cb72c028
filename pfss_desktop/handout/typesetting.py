"""Text into rows: breaking lines, hanging numbers and labels. Knows widths, not meaning; every text passes `for_paper` here."""

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

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
        baseline = top + self.size * BASELINE
        return Words(x, baseline, self.face.name, self.size, text, self.colour, self.role, continues, self.language)

    def as_role(self, role: Role) -> "Style":
        """Return the same look in another role."""
        return Style(self.face, self.size, self.colour, role, self.language)


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
        if "\n" not in text and "  " not in text and style.width(text) <= width - first_indent:
            return [text] if text else []
        lines: list[str] = []
        for paragraph in text.split("\n"):
            words = [word for word in paragraph.split(" ") if word]
            if words:
                lines.extend(_filled(words, style, width, 0.0 if lines else first_indent))
            elif lines and lines[-1]:
                lines.append("")
        return lines

    def rows(self, text: str, style: Style, x: float, width: float) -> list[Row]:
        """Return the text as rows of one line each."""
        return self.rows_from(self.lines(text, style, width), style, x)

    def labelled(self, label: str, text: str, styles: tuple[Style, Style], x: float, width: float) -> list[Row]:
        """Return a text with its label in front, in another style; no rows for a text without a visible letter."""
        label_style, style = styles
        label = self.printable(label)
        indent = label_style.width(label) + style.width(" ")
        rows = self.rows_from(self.lines(text, style, width, indent), style, x, indent, continues=True)
        # The space at the label's end is there for readers who listen, or copy.
        return _with_mark(rows, label_style.words(f"{label} ", x)) if rows else []

    def hanging(self, sign: str, text: str, styles: tuple[Style, Style], x: float, indent: float, width: float) -> list[Row]:
        """Return a text that hangs from a number or bullet, which ends a little before the text begins."""
        sign_style, style = styles
        sign_x = x + indent - 6 - sign_style.width(sign)
        rows = self.rows(text, style.as_role(Role.ITEM), x + indent, width - indent) or [Row(style.leading)]
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
        self, lines: list[str], style: Style, x: float, first_indent: float = 0.0, *, continues: bool = False
    ) -> list[Row]:
        """Return the broken lines of one text as rows, the first one moved in; `continues` where a label goes before."""
        return [
            Row(
                style.leading,
                (style.words(line, x if number else x + first_indent, continues=continues or number > 0),) if line else (),
            )
            for number, line in enumerate(lines)
        ]

    def fitted(self, text: str, style: Style, width: float) -> str:
        """Return a text on one line, ended by an ellipsis where more would follow; for running heads and footers only."""
        whole = " ".join(self.printable(text).split())
        if style.width(whole) <= width:
            return whole
        room = width - style.width("…")
        kept, used = "", 0.0
        for letter in whole:
            used += style.width(letter)
            if used > room:
                break
            kept += letter
        return kept.rstrip() + "…"


def _with_mark(rows: list[Row], mark: Mark) -> list[Row]:
    """Return the rows with a mark put before the first one's own, so that it is read first."""
    return [Row(rows[0].height, (mark, *rows[0].marks)), *rows[1:]]


def _filled(words: list[str], style: Style, width: float, indent: float) -> Iterator[str]:
    """Yield lines as full as they go."""
    space = style.width(" ")
    line: list[str] = []
    used = indent
    for word in words:
        wide = style.width(word)
        if used + wide + (space if line else 0) <= width:
            used += wide + (space if line else 0)
            line.append(word)
            continue
        if line or indent:
            yield " ".join(line)
            indent = 0.0
        if wide > width:
            *full, word = _broken(word, style, width)
            yield from full
            wide = style.width(word)
        line, used = [word], wide
    yield " ".join(line)


def _broken(word: str, style: Style, width: float) -> Iterator[str]:
    """Yield a long word in pieces that fit; an accent stays with its letter."""
    piece, used = "", 0.0
    for letter in word:
        wide = style.width(letter)
        if piece and used + wide > width and not unicodedata.combining(letter):
            yield piece
            piece, used = "", 0.0
        piece += letter
        used += wide
    yield piece
