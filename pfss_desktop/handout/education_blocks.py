"""An education topic on paper: its title, its sections, and the table of a schedule."""

from collections.abc import Iterator

from pfss_desktop.handout.content import TopicPart, TopicSection
from pfss_desktop.handout.galley import HANG, Galley
from pfss_desktop.handout.marks import BLACK, TEAL, Group, Mark, Panel, Row, Rule
from pfss_desktop.handout.roles import Role
from pfss_desktop.handout.signs import tick_box
from pfss_desktop.handout.typesetting import Style

BETWEEN = 10.0
"""Space between columns."""


def topic_groups(galley: Galley, topic: TopicPart) -> Iterator[Group]:
    """Yield a topic's groups; a topic that a page can hold stays on one, as its title does with its first section."""
    title = galley.setter.rows(topic.title, galley.styles.section, 0.0, galley.width)
    line = Row(5.0, (Rule(0.0, 3.0, galley.width, 3.0, TEAL, 1.5),))
    yield Group((*title, line), gap=26.0, leads=True, bookmark=galley.setter.printable(topic.title))
    for section in topic.sections:
        is_last = section is topic.sections[-1] and not topic.table
        yield Group(tuple(_section(galley, section)), gap=7.0, leads=not is_last)
    if topic.table:
        yield table_group(galley, topic.table, topic.ticks)


def _section(galley: Galley, section: TopicSection) -> list[Row]:
    setter, styles, width = galley.setter, galley.styles, galley.width
    rows = setter.rows(section.heading, styles.strong.as_role(Role.SUBHEADING), 0.0, width)
    for number, paragraph in enumerate(section.paragraphs):
        rows += [*([Row(4.0)] if number else []), *setter.rows(paragraph, styles.body, 0.0, width)]
    for bullet in section.bullets:
        rows += setter.hanging("•", bullet, (styles.strong, styles.body), 0.0, HANG, width)
    return rows


def table_group(galley: Galley, table: tuple[tuple[str, ...], ...], ticks: tuple[int, ...]) -> Group:
    """Return rows under their heads; the last column has boxes to tick."""
    columns = _columns(galley, table)
    heads, *stages = table
    head = _line(galley, heads, columns, galley.styles.strong.as_role(Role.COLUMN_HEAD))
    rows = [
        _line(galley, stage, columns, galley.styles.body.as_role(Role.CELL), count)
        for stage, count in zip(stages, ticks, strict=True)
    ]
    return Group((head, *rows), gap=9.0, again=head)


def _columns(galley: Galley, table: tuple[tuple[str, ...], ...]) -> list[tuple[float, float]]:
    """Return left edge and width of each column: as wide as its texts, and the rest shared out; narrower where all cannot fit."""
    wanted = [
        max(galley.styles.strong.width(galley.setter.printable(text)) for text in column) + BETWEEN
        for column in zip(*table, strict=True)
    ]
    spare = galley.width - sum(wanted)
    widths = [want + spare / len(wanted) for want in wanted] if spare >= 0 else _narrowed(galley, table, wanted)
    columns: list[tuple[float, float]] = []
    x = 0.0
    for width in widths:
        columns.append((x, width - BETWEEN))
        x += width
    return columns


def _narrowed(galley: Galley, table: tuple[tuple[str, ...], ...], wanted: list[float]) -> list[float]:
    """Return columns that fit: each as wide as its longest word, and what is left shared out by what is wanted beyond."""
    style, setter = galley.styles.strong, galley.setter
    least = [
        max((style.width(setter.printable(word)) for text in column for word in text.split()), default=0.0) + BETWEEN
        for column in zip(*table, strict=True)
    ]
    left = galley.width - sum(least)
    if left < 0:
        return [want * galley.width / sum(wanted) for want in wanted]
    beyond = [max(0.0, want - word) for want, word in zip(wanted, least, strict=True)]
    return [word + left * more / (sum(beyond) or 1.0) for word, more in zip(least, beyond, strict=True)]


def _line(galley: Galley, cells: tuple[str, ...], columns: list[tuple[float, float]], style: Style, ticks: int = 0) -> Row:
    marks: list[Mark] = []
    height = style.leading
    for number, (text, (x, width)) in enumerate(zip(cells, columns, strict=True)):
        look = style.as_role(Role.ROW_HEAD) if number == 0 and style.role is Role.CELL else style
        lines = galley.setter.lines(text, style, width)
        marks += [look.words(line, x, 3 + at * style.leading, continues=at > 0) for at, line in enumerate(lines)]
        if not lines:
            marks.append(Panel(x, 0.0, width, style.leading, role=look.role))
        height = max(height, len(lines) * style.leading)
    side = style.size
    last, _width = columns[-1]
    for tick in range(ticks):
        marks += tick_box(last + tick * (side + 5), 5.0, side)
    height += 7
    marks.append(Rule(0.0, height, galley.width, height, *((BLACK, 1.2) if not ticks else ())))
    return Row(height, tuple(marks))
