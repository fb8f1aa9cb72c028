"""A sheet in two languages, each text beside its translation; what is too wide for half a page stands above its translation."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pfss_desktop.handout.blocks import sheet_groups
from pfss_desktop.handout.code_block import code_group
from pfss_desktop.handout.content import Sheet
from pfss_desktop.handout.diary_blocks import diary_groups
from pfss_desktop.handout.galley import Galley
from pfss_desktop.handout.marks import Cell, Figure, Group, Outline, Panel, Rule
from pfss_desktop.handout.pagination import Page, Room, paginated
from pfss_desktop.handout.placing import settled
from pfss_desktop.handout.pointer import PAIN, POINTER, with_true_pointer
from pfss_desktop.translations import speaking_language

GUTTER = 18.0
FIGURE_SHARE = 0.25
"""Of the text width, where a figure stands beside the two texts."""
TOO_TALL = 2.5
"""A group that grows by more than this in half the width is not made to be so narrow."""
MOST_OF_A_PAGE = 0.8
"""A pair taller than this part of a page is not set side by side, since cells never split."""
SECOND = "second "
"""Before the tags of the second language's groups."""


class TwoLanguages(NamedTuple):
    """A sheet, and the same one written in a second language, whose tag this is."""

    galley: Galley
    first: Sheet
    second: Sheet
    tag: str

    @property
    def sheet(self) -> Sheet:
        """The first sheet with the texts of head and edges in both languages."""
        first, second = self.first, self.second
        return first._replace(
            title=_both(first.title, second.title),
            plan_title=_both(first.plan_title, second.plan_title),
            about=_both(first.about, second.about),
            date=_both(first.date, second.date),
            phone=_both(first.phone, second.phone),
        )

    def pages(self, figures: Mapping[str, Figure], room: Room) -> tuple[Page, ...]:
        """Return the pages that hold both."""
        pages = settled(paginated(self._groups(figures, room.height), room), room.bottom)
        pages = with_true_pointer(self.galley, self.first, pages)
        with speaking_language(self.tag):
            spoken = self.galley._replace(styles=self.galley.styles.in_language(self.tag))
            return with_true_pointer(spoken, self.second, pages, SECOND)

    def _groups(self, figures: Mapping[str, Figure], room: float) -> Iterator[Group]:
        width = self.galley.width
        styles = self.galley.styles.of_body(self.galley.styles.body.size, is_narrow=True)
        half = self.galley._replace(width=_half(width), styles=styles)
        third = self.galley._replace(width=_third(width), styles=styles)
        first, second = _without_filling_in(self.sheet), _without_filling_in(self.second)
        in_first = [_parts(sheet_groups(one, first, shown)) for one, shown in ((self.galley, figures), (half, {}), (third, {}))]
        with speaking_language(self.tag):
            spoken = [one._replace(styles=one.styles.in_language(self.tag)) for one in (self.galley, half, third)]
            in_second = [_parts(sheet_groups(one, second, {})) for one in spoken]
        head, *_others = in_first[0]
        yield from head
        for part in list(zip(*in_first, *in_second, strict=True))[1:]:
            yield from self._part(part, room)
        yield from self._filled_in_once()

    def _filled_in_once(self) -> Iterator[Group]:
        """Yield what is there once only, at the end: two diaries would be filled in by turns."""
        if self.first.diary:
            yield from diary_groups(self.galley, self.first.diary)
        one, other = self.first.code_part, self.second.code_part
        if one and other:
            yield code_group(self.galley, one._replace(title=_both(one.title, other.title), told=_both(one.told, other.told)))

    def _part(self, part: tuple[list[Group], ...], room: float) -> Iterator[Group]:
        """Yield a part of the sheet: its groups in both languages, in the whole width, in half of it and in less."""
        if len({len(groups) for groups in part}) > 1:
            # What is laid out anew for its width, such as the diary, has no groups that belong together.
            yield from part[0]
            yield from map(_of_second, part[3])
            return
        for whole, first_half, first_third, below, second_half, second_third in zip(*part, strict=True):
            band = None
            if whole.figure:
                band = _beside(whole, (first_third, second_third), self.galley.width)
            elif _is_fit(first_half, whole, _half(self.galley.width)) and _is_fit(second_half, below, _half(self.galley.width)):
                band = _beside(whole, (first_half, second_half), self.galley.width)
            # What is taller than a page splits only where it goes across it.
            yield from (band,) if band and band.height < MOST_OF_A_PAGE * room else _below(whole, below)


def _without_filling_in(sheet: Sheet) -> Sheet:
    return sheet._replace(diary=None, code_part=None)


def _parts(groups: Iterator[Group]) -> list[list[Group]]:
    """Return the groups part by part; the head is the first part."""
    parts: list[list[Group]] = [[]]
    for group in groups:
        if group.is_apart:
            parts.append([])
        parts[-1].append(group)
    return parts


def _both(first: str, second: str) -> str:
    """Return a text in both languages, once where they say the same."""
    return first if first == second else f"{first} / {second}"


def _half(width: float) -> float:
    return (width - GUTTER) / 2


def _third(width: float) -> float:
    return (width * (1 - FIGURE_SHARE) - 2 * GUTTER) / 2


def _beside(whole: Group, pair: tuple[Group, Group], width: float) -> Group:
    """Return a group with its texts beside each other, to the right of its figure if it has one."""
    wide = _third(width) if whole.figure else _half(width)
    left = width * FIGURE_SHARE + GUTTER if whole.figure else 0.0
    cells = tuple(
        Cell(
            left + number * (wide + GUTTER),
            wide,
            group._replace(bookmark="", tag="", figure=None, is_apart=False, prescription_id=""),
        )
        for number, group in enumerate(pair)
    )
    figure = None
    if whole.figure:
        scale = width * FIGURE_SHARE / whole.figure.width
        figure = whole.figure._replace(width=width * FIGURE_SHARE, height=whole.figure.height * scale)
    return whole._replace(rows=(), frame=None, figure=figure, again=None, cells=cells)


def _below(first: Group, second: Group) -> Iterator[Group]:
    """Yield a group and its translation below it, on one page where that can be."""
    yield first._replace(leads=first.leads or first.height + second.height < 400)
    yield _of_second(second)


def _of_second(group: Group) -> Group:
    """Return a group that stands below what it translates."""
    return group._replace(bookmark="", tag=f"{SECOND}{group.tag}", gap=min(group.gap, 12.0), is_apart=False)


def _is_fit(narrow: Group, whole: Group, width: float) -> bool:
    """Return whether a group can be read at this width: nothing sticks out, and it does not become a tower."""
    return narrow.tag not in (POINTER, PAIN) and narrow.height <= TOO_TALL * whole.height and _right_edge(narrow) <= width + 1


def _right_edge(group: Group) -> float:
    edges = [0.0]
    for row in group.rows:
        for mark in row.marks:
            if isinstance(mark, Panel):
                edges.append(mark.x + mark.width)
            elif isinstance(mark, Rule):
                edges.append(max(mark.x, mark.to_x))
            elif isinstance(mark, Outline):
                edges.append(max(x for x, _y in mark.points))
    return max(edges)
