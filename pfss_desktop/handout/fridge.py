"""The list for the fridge door: all exercises of a phase on one page, in the largest letters that fit."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.handout.content import DOT, PhasePart, Sheet
from pfss_desktop.handout.fridge_row import Measures, days_row, fridge_row
from pfss_desktop.handout.galley import Galley, stacked
from pfss_desktop.handout.layout import LARGE_BODY
from pfss_desktop.handout.logo_block import placed_logo
from pfss_desktop.handout.marks import TEAL, Figure, Group, Mark, Row, Rule
from pfss_desktop.handout.pagination import Page, Placed, Room
from pfss_desktop.handout.safety import PainLevel
from pfss_desktop.handout.signs import light_sign
from pfss_desktop.language import _

SIZES = ((18.0, 1), (16.0, 1), (15.0, 1), (14.0, 1), (13.0, 1), (12.0, 1), (11.0, 1), (12.0, 2), (11.0, 2), (10.0, 2))
"""Text in points, and columns, in the order in which they are tried. Ten points are the least to be read at a door; a default."""
COLUMN_GUTTER = 18.0


class FridgeDoor(NamedTuple):
    """Makes the lists of a sheet; prescriptions and figures are by prescription id."""

    galley: Galley
    sheet: Sheet
    prescriptions: Mapping[str, Prescription]
    figures: Mapping[str, Figure]
    room: Room

    def pages(self, *, large: bool) -> tuple[Page, ...]:
        """Return one page for each phase; more only where its exercises do not fit in the smallest letters, or in large print."""
        sizes = ((LARGE_BODY, 1),) if large else SIZES
        pages: list[Page] = []
        for phase in self.sheet.phases:
            pages += self._of_phase(phase, sizes, is_first=not pages)
        if not pages:
            pages.append(self._empty())
        return tuple(pages)

    def _of_phase(self, phase: PhasePart, sizes: tuple[tuple[float, int], ...], *, is_first: bool) -> list[Page]:
        made: list[Page] = []
        for body, columns in sizes:
            made = list(_List(self, phase, body, columns).pages(is_first=is_first))
            if len(made) == 1:
                break
        return made

    def _empty(self) -> Page:
        top = self.room.first_top
        head = _head(self.galley, self.sheet)
        text = self.galley.paragraph(self.sheet.no_phases, self.galley.styles.body, 0.0)
        return (Placed(head, top), Placed(text, top + head.height + 18.0))


class _List:
    """The list of one phase in letters of one size."""

    def __init__(self, door: FridgeDoor, phase: PhasePart, body: float, columns: int) -> None:
        self._door = door
        self._phase = phase
        styles = door.galley.styles.of_list(body)
        self._columns = columns
        self._page = door.galley._replace(styles=styles)
        wide = (door.galley.width - COLUMN_GUTTER * (columns - 1)) / columns
        self._column = self._page._replace(width=wide)
        self._measures = Measures.of(body, is_narrow=columns > 1)

    def pages(self, *, is_first: bool) -> Iterator[Page]:
        """Yield the pages: as few as may be, their columns equally long."""
        waiting = list(self._rows())
        foot = _foot(self._page, self._door.sheet)
        bottom = self._door.room.bottom - foot.height
        while True:
            top = self._door.room.first_top if is_first else self._door.room.top
            placed: list[Placed] = []
            for group in self._opening(is_first=is_first):
                placed.append(Placed(group, top))
                top += group.height
            count = self._fitting(waiting, bottom - top)
            placed += self._placed(waiting[:count], top, bottom)
            yield (*placed, Placed(foot, bottom))
            waiting = waiting[count:]
            if not waiting:
                return
            is_first = False

    def _rows(self) -> Iterator[Group]:
        for exercise in self._phase.exercises:
            key = exercise.prescription_id
            yield fridge_row(self._column, exercise, self._door.prescriptions[key], self._door.figures.get(key), self._measures)
        if not self._phase.exercises:
            yield self._page.paragraph(self._phase.no_exercises, self._page.styles.body, 0.0)

    def _opening(self, *, is_first: bool) -> Iterator[Group]:
        if is_first:
            yield _head(self._page, self._door.sheet)
        yield _bar(self._page, self._phase)
        wide = self._column.width + COLUMN_GUTTER
        rows = [days_row(self._column, self._measures, number * wide) for number in range(self._columns)]
        yield Group((Row(rows[0].height + 2, tuple(mark for row in rows for mark in row.marks)),))

    def _fitting(self, waiting: list[Group], high: float) -> int:
        """Return how many rows the columns of a page hold, at least one."""
        count, column, used = 0, 0, 0.0
        for group in waiting:
            if used + group.height > high:
                column, used = column + 1, 0.0
                if column == self._columns:
                    break
            used += group.height
            count += 1
        return max(1, count)

    def _placed(self, groups: list[Group], top: float, bottom: float) -> Iterator[Placed]:
        share = sum(group.height for group in groups) / self._columns
        column, y = 0, top
        for number, group in enumerate(groups):
            is_over = y + group.height > bottom or y + group.height / 2 > top + share
            rest = sum(each.height for each in groups[number:])
            if column + 1 < self._columns and number and is_over and rest <= (self._columns - column - 1) * (bottom - top):
                column, y = column + 1, top
            yield Placed(group, y, None, column * (self._column.width + COLUMN_GUTTER), self._column.width)
            y += group.height


def _head(galley: Galley, sheet: Sheet) -> Group:
    styles = galley.styles
    logo = placed_logo(sheet.logo, galley.width, galley.width, styles.body.size)
    wide = galley.width - (logo.beside if logo else 0.0)
    rows = galley.setter.rows(sheet.title, styles.title, 0.0, wide)
    rows += galley.setter.rows(DOT.join(part for part in (sheet.about, sheet.date) if part), styles.body, 0.0, wide)
    if logo is None:
        return Group(tuple(rows))
    rest = logo.figure.y + logo.figure.height - sum(row.height for row in rows)
    return Group((*rows, Row(max(0.0, rest))), figure=logo.figure)


def _bar(galley: Galley, phase: PhasePart) -> Group:
    rows = galley.setter.rows(phase.heading, galley.styles.section, 0.0, galley.width)
    rows += galley.setter.rows(phase.amount, galley.styles.body, 0.0, galley.width)
    marks, end = stacked(rows, 5.0)
    line = Rule(0.0, end + 2, galley.width, end + 2, TEAL, 2.0)
    bookmark = galley.setter.printable(phase.heading)
    return Group((Row(end + 7, (*marks, line)),), bookmark=bookmark)


def _foot(galley: Galley, sheet: Sheet) -> Group:
    """Return the pain rule in a line, and where the rest is to be read."""
    told = _("Steps, cautions and when to stop are on your exercise sheet.")
    rows = [Row(8.0)]
    if sheet.pain:
        wide = galley.width / len(sheet.pain.levels)
        columns = [_light(galley, level, number * wide, wide) for number, level in enumerate(sheet.pain.levels)]
        rows.append(Row(max(end for _marks, end in columns) + 3, tuple(mark for marks, _end in columns for mark in marks)))
    rows += galley.setter.rows(told, galley.styles.small, 0.0, galley.width)
    return Group((*rows, Row(4.0)), tag="pain")


def _light(galley: Galley, level: PainLevel, x: float, wide: float) -> tuple[list[Mark], float]:
    size = 1.9 * galley.styles.body.size
    text_x = x + size + 7
    rows = galley.setter.rows(level.word, galley.styles.strong, text_x, wide - size - 10)
    rows += galley.setter.rows(level.levels, galley.styles.body, text_x, wide - size - 10)
    marks, end = stacked(rows)
    return [*light_sign(level.light, x, 2.0, size), *marks], max(end, size + 2)
