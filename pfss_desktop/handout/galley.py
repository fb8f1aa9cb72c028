"""What every block is set with: the text styles, the text width, and the few shapes that blocks have in common."""

from typing import NamedTuple

from pfss_desktop.handout.content import Labelled
from pfss_desktop.handout.layout import BODY, LARGE_BODY, Form
from pfss_desktop.handout.marks import BLACK, TEAL, Colour, Frame, Group, Mark, Row, lowered
from pfss_desktop.handout.roles import Role
from pfss_desktop.handout.typeface import Face, Typeface
from pfss_desktop.handout.typesetting import LEADING, TIGHT, Style, Typesetter

HANG = 22.0
"""Indent of steps behind their numbers, and of ticked lines behind their boxes."""
PAD = 9.0
"""Inside a box, left and right."""
FRAME_PAD = 8.0
"""Inside a box, above and below."""


class Styles:
    """The text styles of a sheet by the body size in points; headings grow more slowly than the body, never below it.

    `is_narrow` is for cells: headings close to the body, lines closer to each other. All text is black: a mono laser prints
    coloured or grey letters as ragged dots.
    """

    def __init__(self, typeface: Typeface, body: float = BODY, language: str = "", *, is_narrow: bool = False) -> None:
        """`language` is a tag such as "es" where it is not the sheet's own."""
        self._typeface = typeface
        self._language = language
        self._is_narrow = is_narrow
        scale = (body / BODY) ** 0.6
        spacing = TIGHT if is_narrow else LEADING

        def style(face: Face, size: float, role: Role = Role.PARAGRAPH) -> Style:
            return Style(face, max(body, size * scale), role=role, language=language, spacing=spacing)

        # The title stays on its line beside the letterhead.
        self.title = style(typeface.bold, 25 / scale**0.6, Role.TITLE)
        self.subtitle = style(typeface.semibold, 14)
        self.name = style(typeface.bold, 13.5 if is_narrow else 16.5, Role.SUBHEADING)
        self.section = style(typeface.bold, 15, Role.HEADING)
        self.dosage = style(typeface.semibold, 12 if is_narrow else 13)
        self.body = style(typeface.regular, 0)
        self.strong = style(typeface.semibold, 0)
        self.chip_side = style(typeface.bold, 0)
        self.small = style(typeface.regular, 0)._replace(size=10.5 * scale)

    def of_list(self, body: float) -> "Styles":
        """Return the same faces for a list: names hardly larger than the rest."""
        styles = self.of_body(body, is_narrow=True)
        styles.title = styles.title._replace(size=20.0)
        styles.name = styles.name._replace(size=1.1 * body)
        styles.small = styles.small._replace(size=max(10.0, 0.8 * body))
        return styles

    def in_language(self, tag: str) -> "Styles":
        """Return the same styles for texts in another language than the sheet's."""
        return Styles(self._typeface, self.body.size, tag, is_narrow=self._is_narrow)

    def of_body(self, body: float, *, is_narrow: bool = False) -> "Styles":
        """Return the same faces in other sizes."""
        return Styles(self._typeface, body, self._language, is_narrow=is_narrow)


class Grid(NamedTuple):
    """Equal cells in columns and rows, each `cell_height` tall where there is room; none may pass `overlong` points."""

    form: Form
    columns: int
    rows: int
    cell_height: float
    overlong: float


class Galley(NamedTuple):
    """A typesetter with styles and the text width in points; exercises stand in the `grid`, or without one below each other."""

    setter: Typesetter
    styles: Styles
    width: float
    grid: Grid | None = None

    @property
    def is_large(self) -> bool:
        """Whether the letters are too large for a narrow column of text."""
        return self.styles.body.size >= LARGE_BODY

    def paragraph(self, text: str, style: Style, gap: float) -> Group:
        """Return a text across the page."""
        return Group(tuple(self.setter.rows(text, style, 0.0, self.width)), gap=gap)

    def labelled(self, part: Labelled, x: float, width: float, above: float = 0.0) -> list[Row]:
        """Return a labelled text with some space above it; no rows for an empty text."""
        rows = self.setter.labelled(part.label, part.text, (self.styles.strong, self.styles.body), x, width)
        return [Row(above), *rows] if rows and above else rows

    def boxed(self, rows: list[Row], gap: float, outline: Colour = TEAL, line: float = 1.2) -> Group:
        """Return rows in a box across the page; the rows keep PAD from its sides."""
        return Group(tuple(rows), gap=gap, frame=Frame(FRAME_PAD, None, outline, line))

    def boxed_strongly(self, rows: list[Row], gap: float) -> Group:
        """Return rows in a box that cannot be overlooked."""
        return self.boxed(rows, gap, BLACK, 1.8)


def stacked(rows: list[Row], top: float = 0.0) -> tuple[tuple[Mark, ...], float]:
    """Return the marks of rows put below each other into one row, and where they end."""
    marks: list[Mark] = []
    for row in rows:
        marks += [lowered(mark, top) for mark in row.marks]
        top += row.height
    return tuple(marks), top
