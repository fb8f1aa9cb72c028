"""Groups in their places on a page: sharing the room that is left, and standing beside each other."""

from collections.abc import Iterator, Sequence

from pfss_desktop.handout.pagination import Page, Placed


def settled(pages: Sequence[Page], bottom: float) -> tuple[Page, ...]:
    """Return pages whose room above `bottom` is shared out and whose cells stand in their places."""
    return tuple(tuple(_side_by_side(_stretched(page, bottom))) for page in pages)


def _stretched(page: Sequence[Placed], bottom: float) -> Sequence[Placed]:
    """Return the page with the groups that stretch made equally tall, as far as the room above `bottom` and their bounds go."""
    able = [placed.group for placed in page if placed.group.stretch]
    if not able:
        return page
    spare = bottom - max(placed.top + placed.group.height for placed in page)
    level = _level([group.height for group in able], spare)
    grown: list[Placed] = []
    lower = 0.0
    for placed in page:
        group, line_y = placed.group, placed.line_y
        if group.stretch and min(level, group.stretch.most) > group.height:
            group = group.stretch.build(min(level, group.stretch.most))._replace(gap=group.gap)
        grown.append(placed._replace(group=group, top=placed.top + lower, line_y=None if line_y is None else line_y + lower))
        lower += group.height - placed.group.height
    return grown


def _side_by_side(page: Sequence[Placed]) -> Iterator[Placed]:
    """Yield what stands on a page with the cells of each group in their places, in reading order."""
    for placed in page:
        yield placed
        for cell in placed.group.cells:
            yield Placed(cell.group, placed.top, None, cell.x, cell.width)


def _level(heights: list[float], spare: float) -> float:
    """Return the height to which the lower ones can be raised so that all of them together grow by `spare`."""
    heights = sorted(heights)
    used = 0.0
    for count, height in enumerate(heights, 1):
        used += height
        level = (used + max(0.0, spare)) / count
        if count == len(heights) or level <= heights[count]:
            return level
    return 0.0
