"""The blocks of a sheet in their order, and those at its top. Page breaks are pagination's business."""

from collections.abc import Iterator, Mapping

from pfss_desktop.handout.change_blocks import changes_group
from pfss_desktop.handout.content import Labelled, Sheet
from pfss_desktop.handout.galley import PAD, Galley, stacked
from pfss_desktop.handout.marks import TEAL, Figure, Group, Row, Rule
from pfss_desktop.handout.phase_blocks import phase_groups
from pfss_desktop.handout.safety_blocks import pain_group, stop_group
from pfss_desktop.handout.typesetting import Style
from pfss_desktop.language import _

LETTERHEAD_SHARE = 0.36
"""Of the text width; the rest is the title's."""


def sheet_groups(galley: Galley, sheet: Sheet, figures: Mapping[str, Figure]) -> Iterator[Group]:
    """Yield every group of a sheet from top to bottom; `figures` are by prescription id."""
    yield _head(galley, sheet)
    goal = galley.labelled(sheet.goal, PAD, galley.width - 2 * PAD)
    if goal:
        yield galley.boxed(goal, gap=12.0)
    if sheet.changes:
        yield changes_group(galley, sheet.changes)
    if sheet.phases:
        yield pointer_group(galley, sheet, 10)
    else:
        yield galley.paragraph(sheet.no_phases, galley.styles.body, gap=18.0)
    for phase in sheet.phases:
        yield from phase_groups(galley, phase, figures)
    yield pain_group(galley, sheet.pain)
    for stop in sheet.stops:
        yield stop_group(galley, stop, leads=stop is not sheet.stops[-1])


def pointer_group(galley: Galley, sheet: Sheet, page: int) -> Group:
    """Return the line that sends the reader to the pain rule before the first exercise; `page` is where it stands."""
    where = _("“{title}” and when to stop, on page {page}.").format(title=sheet.pain.title, page=page)
    part = Labelled(_("Before you start, read:"), where)
    return Group(tuple(galley.labelled(part, 0.0, galley.width)), gap=12.0, tag="pointer", is_apart=True)


def _head(galley: Galley, sheet: Sheet) -> Group:
    styles, setter = galley.styles, galley.setter
    right_width = galley.width * LETTERHEAD_SHARE
    left_width = galley.width - right_width - 16
    left: list[Row] = []
    for text, style in ((sheet.title, styles.title), (sheet.plan_title, styles.subtitle), (sheet.about, styles.body)):
        left += setter.rows(text, style, 0.0, left_width)
    right: list[Row] = []
    for number, text in enumerate((*sheet.giver, sheet.date)):
        style = styles.strong if sheet.giver and number == 0 else styles.body
        right += _right_aligned(galley, text, style, right_width)
    left_marks, left_end = stacked(left)
    right_marks, right_end = stacked(right, 7.0)
    bottom = max(left_end, right_end) + 8
    rule = Rule(0.0, bottom, galley.width, bottom, TEAL, 2.5)
    return Group((Row(bottom + 2, (*left_marks, *right_marks, rule)),))


def _right_aligned(galley: Galley, text: str, style: Style, width: float) -> Iterator[Row]:
    for number, line in enumerate(galley.setter.lines(text, style, width)):
        yield Row(style.leading, (style.words(line, galley.width - style.width(line), continues=number > 0),))
