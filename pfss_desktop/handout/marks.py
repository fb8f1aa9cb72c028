"""What a page is made of before any PDF exists: marks in rows, rows in groups. All lengths in points, y counted downwards."""

from collections.abc import Callable
from typing import Any, NamedTuple

from pfss_desktop.handout.glyphs import Run
from pfss_desktop.handout.roles import Role

Colour = tuple[float, float, float]
"""Red, green and blue from 0 to 1."""

BLACK: Colour = (0.0, 0.0, 0.0)
HAIR: Colour = (0.6, 0.6, 0.6)
WHITE: Colour = (1.0, 1.0, 1.0)
TEAL: Colour = (0.05, 0.36, 0.38)
PALE: Colour = (0.90, 0.945, 0.95)


class Words(NamedTuple):
    """One line of text from `x`, its baseline `y` below the top of its row.

    A line with letters that the face lacks has `runs`, which are drawn instead; `text` is then as it is spoken.

    `role` and `language` are what `roles` says of them; `continues` is set on a line that goes on with the text before it.
    """

    x: float
    y: float
    face: str
    size: float
    text: str
    colour: Colour = BLACK
    role: Role = Role.PARAGRAPH
    continues: bool = False
    language: str = ""
    runs: tuple[Run, ...] = ()


class Panel(NamedTuple):
    """A rectangle with rounded corners; `y` is its upper edge. None means no filling, no outline."""

    x: float
    y: float
    width: float
    height: float
    fill: Colour | None = None
    outline: Colour | None = None
    line: float = 1.0
    radius: float = 0.0
    role: Role = Role.DECORATION


class Rule(NamedTuple):
    """A straight line."""

    x: float
    y: float
    to_x: float
    to_y: float
    colour: Colour = HAIR
    line: float = 0.75


class Outline(NamedTuple):
    """A closed figure with straight edges, or, with two points only, a circle from its centre to a point on it."""

    points: tuple[tuple[float, float], ...]
    fill: Colour | None = None
    outline: Colour = BLACK
    line: float = 1.5
    role: Role = Role.DECORATION


Mark = Words | Panel | Rule | Outline


class Row(NamedTuple):
    """Marks that no page break ever parts, and the height they take."""

    height: float
    marks: tuple[Mark, ...] = ()


class Frame(NamedTuple):
    """A panel across the page behind a group's rows, `pad` above and below them; drawn anew on every page the group reaches."""

    pad: float
    fill: Colour | None = None
    outline: Colour | None = None
    line: float = 1.0


Drawing = Callable[[Any, float, float, float, float], str]
"""Draws on a canvas into the box of lower left corner, width and height, and says what it shows; see `FigureDrawing`."""


class Figure(NamedTuple):
    """A drawing of this width and height, its upper left corner at (`x`, `y`) from the group's; rows leave room for it.

    `name` is told to those who cannot see it where the drawing itself does not say what it shows.
    """

    draw: Drawing
    name: str
    width: float
    height: float
    x: float = 0.0
    y: float = 0.0


class Cell(NamedTuple):
    """A group beside others, `x` from the left edge of the text."""

    x: float
    width: float
    group: "Group"


class Stretch(NamedTuple):
    """How a group is made taller where its page has room left: no taller than `most`."""

    most: float
    build: "Callable[[float], Group]"


class Group(NamedTuple):
    """Rows that stay on one page if a page can hold them.

    `gap` is the space above, dropped at the top of a page; `is_parted` draws a hairline in it. `leads` keeps the group on the
    page of the next one, as a heading must be. `again` is the row that opens the rest on the next page, where the group is
    longer than a page. `bookmark` is the outline entry that leads here, `tag` a name to find the group by on its page;
    `is_apart` keeps it out of the section before it, `prescription_id` is that of the exercise it tells of.

    A group with `cells` has no rows of its own: its cells stand beside each other, are read one after the other, and never split.
    """

    rows: tuple[Row, ...]
    gap: float = 0.0
    leads: bool = False
    is_parted: bool = False
    frame: Frame | None = None
    figure: Figure | None = None
    again: Row | None = None
    bookmark: str = ""
    tag: str = ""
    is_apart: bool = False
    prescription_id: str = ""
    cells: tuple[Cell, ...] = ()
    stretch: Stretch | None = None

    @property
    def height(self) -> float:
        """The height without the gap above."""
        if self.cells:
            return max(cell.group.height for cell in self.cells)
        return sum(row.height for row in self.rows) + (2 * self.frame.pad if self.frame else 0.0)


def lowered(mark: Mark, by: float) -> Mark:
    """Return the mark moved down."""
    if isinstance(mark, Rule):
        return mark._replace(y=mark.y + by, to_y=mark.to_y + by)
    if isinstance(mark, Outline):
        return mark._replace(points=tuple((x, y + by) for x, y in mark.points))
    return mark._replace(y=mark.y + by)
