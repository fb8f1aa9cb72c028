"""What has changed since last time, on paper: a box with a word for each kind of change, never a colour alone."""

from pfss_desktop.handout.content import ChangeList, ChangesPart
from pfss_desktop.handout.galley import PAD, Galley
from pfss_desktop.handout.marks import BLACK, WHITE, Group, Mark, Panel, Row, lowered

BETWEEN = 10.0
"""Space between the column of words and what they stand for."""
ABOVE = 5.0
"""Space above each kind of change."""


def changes_group(galley: Galley, part: ChangesPart) -> Group:
    """Return the box; each kind of change has its word at the left."""
    inner = galley.width - 2 * PAD
    rows = galley.setter.rows(part.title, galley.styles.section, PAD, inner)
    rows += galley.setter.rows(part.phase, galley.styles.strong, PAD, inner)
    words = galley.styles.chip_side
    column = max((words.width(told.mark) for told in part.lists), default=0.0) + 2 * PAD
    for told in part.lists:
        rows += _list(galley, told, column, inner)
    return galley.boxed(rows, gap=12.0)._replace(bookmark=galley.setter.printable(part.title))


def mark_chip(galley: Galley, mark: str, x: float, y: float) -> tuple[tuple[Mark, ...], float]:
    """Return a change's word, white in a black box, so that it stands out on a photocopy too, and the box's width."""
    style = galley.styles.chip_side
    line = galley.setter.printable(mark)
    wide = style.width(line) + 2 * PAD
    panel = Panel(x, y, wide, style.leading + 4, BLACK, BLACK, 0.5, 4.0)
    return (panel, style.words(line, x + PAD, y + 2)._replace(colour=WHITE)), wide


def _list(galley: Galley, told: ChangeList, column: float, inner: float) -> list[Row]:
    x = PAD + column + BETWEEN
    lines: list[Row] = []
    width = inner - column - BETWEEN
    for line in told.lines:
        lines += galley.labelled(line, x, width) if line.label else galley.setter.rows(line.text, galley.styles.body, x, width)
    if not lines:
        return []
    chip, _wide = mark_chip(galley, told.mark, PAD, 0.0)
    # The first line stands level with the word in the box, which is a little higher than a line.
    first = Row(lines[0].height + 2, (*chip, *(lowered(mark, 2.0) for mark in lines[0].marks)))
    spare = galley.styles.chip_side.leading + 4 - first.height - sum(row.height for row in lines[1:])
    return [Row(ABOVE), first, *lines[1:], *([Row(spare)] if spare > 0 else [])]
