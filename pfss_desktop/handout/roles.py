"""What each mark is to someone who listens to the sheet instead of looking at it.

A block says of each text what it is; lists, tables and sections follow from the order (`structure`), so a new block is read well
without knowing PDF:

- `Style.role` is the role of a text set in that style: `galley.styles.section` heads a section, `name` an exercise; all others
  are paragraphs. `style.as_role(Role.CELL)` is the same style in another role.
- `Typesetter.rows`, `labelled` and `hanging` join the lines of a text to one paragraph or list item, over page breaks too. Who
  calls `style.words` line by line passes `continues=True` from the second line on.
- Consecutive items are one list, consecutive cells one table. A row of a table opens with its ROW_HEAD, or is all COLUMN_HEADs.
- Lines and boxes are DECORATION and left out, and so is the row that opens a group again on the next page. An empty box that
  means something, such as a cell to tick, is given a role: `Panel(..., role=Role.CELL)`.
- What comes after a heading belongs to its section, up to the next heading or part of the sheet: the first group of a part
  `is_apart` (`blocks`).
- `Style.language` marks a text in another language than the sheet's. Each language keeps its own place, so that two languages
  may take turns row by row.
"""

from enum import Enum, auto


class Role(Enum):
    """The part a mark plays on its sheet."""

    TITLE = auto()
    """The sheet's own title: one to a language."""
    HEADING = auto()
    """Opens a section: a phase, the pain rule, the diary."""
    SUBHEADING = auto()
    """Opens a part of a section: an exercise, the criteria. Where there is no section it counts as a HEADING."""
    PARAGRAPH = auto()
    LABEL = auto()
    """The number or bullet of the ITEM that follows."""
    ITEM = auto()
    COLUMN_HEAD = auto()
    ROW_HEAD = auto()
    CELL = auto()
    DECORATION = auto()
    """Says nothing that the words do not say."""
    EDGE = auto()
    """Running heads and page numbers, which no one wants to hear in the middle of an exercise."""

    def __init__(self, *_value: object) -> None:
        self.is_silent = self.name in ("DECORATION", "EDGE")
        """Whether a reader's voice passes it over."""
