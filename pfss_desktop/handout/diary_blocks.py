"""The diary on paper: exercises by days with a box for every time, and below them the pain of each day."""

from typing import NamedTuple

from pfss_desktop.handout.diary_words import DiaryPart
from pfss_desktop.handout.galley import Galley
from pfss_desktop.handout.layout import BODY
from pfss_desktop.handout.marks import BLACK, HAIR, WHITE, Group, Mark, Panel, Row, Rule
from pfss_desktop.handout.roles import Role
from pfss_desktop.handout.signs import tick_box
from pfss_desktop.language import _

LABEL_SHARE = 0.30
"""Of the width: the exercises' names."""
WEEK = 7
SPACE = 5.0
"""Above and below what stands in a cell."""
BOX = 11.5
APART = 2.5
"""Side of a box to tick, and the space between two."""
STACKED = 3
"""Up to so many boxes stand below each other; more stand in two columns."""


def diary_groups(galley: Galley, part: DiaryPart) -> tuple[Group, ...]:
    """Return title, words and the grid; in bands of a week each where the letters are too large for all days side by side."""
    days = len(part.heads)
    grid = _Grid(galley, part, 0, days)
    bands = [grid] if grid.fits else [_Grid(galley, part, first, min(WEEK, days - first)) for first in range(0, days, WEEK)]
    rows = galley.setter.rows(part.title, galley.styles.section, 0.0, galley.width)
    rows += galley.setter.rows(part.how, galley.styles.body, 0.0, galley.width)
    head = Group(tuple(rows), gap=24.0, leads=True, bookmark=galley.setter.printable(part.title), tag="diary")
    return (head, *(Group((band.head(), *band.body()), gap=8.0, again=band.head()) for band in bands))


class _Grid(NamedTuple):
    """Some days of the diary, from `first` on."""

    galley: Galley
    part: DiaryPart
    first: int
    days: int

    @property
    def scale(self) -> float:
        """How much larger than usual the letters are."""
        return self.galley.styles.body.size / BODY

    @property
    def label_width(self) -> float:
        return LABEL_SHARE * self.galley.width

    @property
    def column(self) -> float:
        return (self.galley.width - self.label_width) / self.days

    @property
    def fits(self) -> bool:
        """Whether every head has room in its column."""
        style = self.galley.styles.body
        return (
            max(style.width(self.galley.setter.printable(word)) for head in self.part.heads for word in head) + 2 <= self.column
        )

    def head(self) -> Row:
        """Return weekdays, days of the month, and the month where it begins."""
        styles, setter = self.galley.styles, self.galley.setter
        marks: list[Mark] = [Panel(0.0, 0.0, self.label_width, styles.body.leading, role=Role.COLUMN_HEAD)]
        lines = 2
        for at, words in enumerate(self.part.heads[self.first : self.first + self.days]):
            shown = self._head(words)
            lines = max(lines, len(shown))
            for line, (text, look) in enumerate(zip(shown, (styles.body, styles.strong, styles.body), strict=False)):
                style = look.as_role(Role.COLUMN_HEAD)
                text = setter.fitted(text, style, self.column)
                x = self.x(at) + (self.column - style.width(text)) / 2
                marks.append(style.words(text, x, line * styles.body.leading, continues=line > 0))
        height = lines * styles.body.leading + 3
        return Row(height, (*marks, Rule(0.0, height, self.galley.width, height, BLACK, 1.2), *self._weeks(height)))

    def _head(self, words: tuple[str, str, str]) -> tuple[str, ...]:
        """Return the lines of a day's head; the month has one of its own where it has no room beside the day."""
        weekday, day, month = words
        if not month:
            return weekday, day
        both = _("{day} {month}").format(day=day, month=month)
        if self.galley.styles.strong.width(self.galley.setter.printable(both)) + 2 <= self.column:
            return weekday, both
        return words

    def body(self) -> list[Row]:
        """Return a row for each exercise and for each kind of pain."""
        rows = [self._exercise(line.label, line.boxes[self.first : self.first + self.days]) for line in self.part.lines]
        return rows + [self._pain(label, is_first=number == 0) for number, label in enumerate(self.part.pains)]

    def x(self, at: int) -> float:
        """Return the left edge of a column."""
        return self.label_width + at * self.column

    def _exercise(self, label: str, boxes: tuple[int, ...]) -> Row:
        side = min(BOX * self.scale, (self.column - 4) / 2)
        deep = max(_lines(count) for count in boxes)
        height = max(self._label_height(label), deep * (side + APART) - APART + 2 * SPACE, 22.0 * self.scale)
        marks = list(self._label(label, height))
        for at, count in enumerate(boxes):
            marks.append(Panel(self.x(at), 0.0, self.column, height, role=Role.CELL))
            marks += self._boxes(self.x(at), count, side, height)
        return Row(height, (*marks, Rule(0.0, height, self.galley.width, height), *self._weeks(height)))

    def _boxes(self, x: float, count: int, side: float, height: float) -> list[Mark]:
        """Return as many boxes to tick, in the middle of their cell."""
        lines = _lines(count)
        top = (height - lines * (side + APART) + APART) / 2
        beside = 1 if count <= STACKED else 2
        marks: list[Mark] = []
        for box in range(count):
            line, at = divmod(box, beside)
            wide = min(beside, count - line * beside)
            left = x + (self.column - wide * (side + APART) + APART) / 2 + at * (side + APART)
            marks += tick_box(left, top + line * (side + APART), side)
        return marks

    def _pain(self, label: str, *, is_first: bool) -> Row:
        above = 6.0 if is_first else 0.0
        height = max(self._label_height(label), 26.0 * self.scale)
        cells = [
            Panel(self.x(at) + 1.5, above + 2, self.column - 3, height - 4, WHITE, BLACK, 0.8, 2.0, Role.CELL)
            for at in range(self.days)
        ]
        return Row(above + height, (*self._label(label, height, above), *cells))

    def _label_height(self, text: str) -> float:
        style = self.galley.styles.body
        return len(self.galley.setter.lines(text, style, self.label_width - 8)) * style.leading + SPACE

    def _label(self, text: str, height: float, above: float = 0.0) -> tuple[Mark, ...]:
        """Return the label in the middle of its row's height."""
        style = self.galley.styles.body.as_role(Role.ROW_HEAD)
        lines = self.galley.setter.lines(text, style, self.label_width - 8)
        top = above + (height - len(lines) * style.leading) / 2
        if not lines:
            # A name without a letter that shows still opens its row.
            return (Panel(0.0, top, self.label_width - 8, 0.0, role=Role.ROW_HEAD),)
        return tuple(style.words(line, 0.0, top + at * style.leading, continues=at > 0) for at, line in enumerate(lines))

    def _weeks(self, height: float) -> tuple[Mark, ...]:
        """Return the lines between two weeks."""
        return tuple(Rule(self.x(at), 0.0, self.x(at), height, HAIR, 1.5) for at in range(WEEK, self.days, WEEK))


def _lines(count: int) -> int:
    """Return how many lines so many boxes take."""
    return count if count <= STACKED else -(-count // 2)
