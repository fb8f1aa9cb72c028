"""Groups onto pages: nothing splits that a page can hold, no heading stands alone at the bottom, no page is empty."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pfss_desktop.handout.marks import Group, Row

ENOUGH = 0.5
"""Part of a page that must be used before an overlong run of groups may leave the rest of it empty."""

MUCH = 0.2
"""Part of a page that what leads a group must take before the group may stand on the next page without it."""


class Room(NamedTuple):
    """The part of a page that groups may fill, counted from its upper edge; the first page begins higher, at `first_top`."""

    top: float
    bottom: float
    first_top: float

    @property
    def height(self) -> float:
        """What fits on one page."""
        return self.bottom - self.top


class Placed(NamedTuple):
    """A group, or the part of it on this page, with its top edge; `line_y` is where the hairline above goes, if any.

    One that stands beside others begins at `left` and is `width` wide; without a width it goes across the page.
    """

    group: Group
    top: float
    line_y: float | None = None
    left: float = 0.0
    width: float | None = None


Page = tuple[Placed, ...]


def paginated(groups: Iterable[Group], room: Room, bands: int = 0) -> tuple[Page, ...]:
    """Return the pages that hold all groups in order; at least one page.

    No page gets more than `bands` groups that stretch, unless that is 0.
    """
    pages = _Pages(room, bands)
    for run in _runs(groups):
        pages.place_run(run)
    return tuple(tuple(page) for page in pages.pages)


def _runs(groups: Iterable[Group]) -> Iterator[list[Group]]:
    """Yield headings together with what they head."""
    run: list[Group] = []
    for group in groups:
        run.append(group)
        if not group.leads:
            yield run
            run = []
    if run:
        yield run


class _Pages:
    """Pages as they fill up."""

    def __init__(self, room: Room, bands: int) -> None:
        self.room = room
        self.bands = bands
        self.pages: list[list[Placed]] = [[]]
        self.y = room.first_top

    def place_run(self, run: list[Group]) -> None:
        if not self._fits(run) and self.pages[-1] and not self._begins_here(run):
            self._turn_page()
        if self._fits(run):
            for group in run:
                self._put(group)
            return
        for group in run:
            # After much that leads, what a page can hold is rather put on the next one than parted.
            used = self.y - self.room.top
            if used > MUCH * self.room.height and group.height <= self.room.height and not self._fits([group]):
                self._turn_page()
            self._place_overlong(group)

    def _begins_here(self, run: list[Group]) -> bool:
        """Return whether a run that has to be parted anyway goes on where the page still has room, rather than on a new one."""
        if run[-1].height <= self.room.height:
            return False
        led = self.y + sum(group.height + group.gap for group in run[:-1])
        return len(run) == 1 or led - self.room.top <= ENOUGH * self.room.height

    def _place_overlong(self, group: Group) -> None:
        """Place one group of a run that no page can hold: whole if it fits, else on a new page or in parts from here on."""
        well_used = self.y - self.room.top > ENOUGH * self.room.height
        opening = group if group.cells else group._replace(rows=group.rows[: _least(group)])
        if self.pages[-1] and not self._fits([group]) and (well_used or not self._fits([opening])):
            self._turn_page()
        while not self._fits([group]):
            part, rest = self._parted(group)
            self._put(part)
            if rest is None:
                return
            group = rest
            self._turn_page()
        self._put(group)

    def _parted(self, group: Group) -> tuple[Group, Group | None]:
        """Return the rows that fit here, at least one that is new, and the rest under its own heading, if there is a rest."""
        if group.cells:
            return group, None
        left = self.room.bottom - self.y - self._gap(group) - (2 * group.frame.pad if group.frame else 0.0)
        count, used = 0, 0.0
        while count < len(group.rows) and (count < _least(group) or used + group.rows[count].height <= left):
            used += group.rows[count].height
            count += 1
        rest: tuple[Row, ...] = group.rows[count:]
        if not rest:
            return group, None
        if group.again is not None:
            rest = (group.again, *rest)
        return group._replace(rows=group.rows[:count], leads=False), group._replace(rows=rest, figure=None, bookmark="")

    def _fits(self, run: list[Group]) -> bool:
        height = sum(group.height + group.gap for group in run) - run[0].gap + self._gap(run[0])
        return self.y + height <= self.room.bottom + 0.01 and self._has_band_for(run)

    def _has_band_for(self, run: list[Group]) -> bool:
        if not self.bands:
            return True
        more = sum(group.stretch is not None for group in run)
        return not more or more + sum(placed.group.stretch is not None for placed in self.pages[-1]) <= self.bands

    def _gap(self, group: Group) -> float:
        return group.gap if self.pages[-1] else 0.0

    def _put(self, group: Group) -> None:
        gap = self._gap(group)
        line_y = self.y + gap / 2 if group.is_parted and gap else None
        self.pages[-1].append(Placed(group, self.y + gap, line_y))
        self.y += gap + group.height

    def _turn_page(self) -> None:
        self.pages.append([])
        self.y = self.room.top


def _least(group: Group) -> int:
    """Return how many rows a page must take: one more than the repeated heading, or the rest would never end."""
    return 2 if group.again is not None and group.rows[0] is group.again else 1
