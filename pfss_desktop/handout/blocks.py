"""The blocks of a sheet in their order, and those at its top. Page breaks are pagination's business."""

from collections.abc import Callable, Iterator, Mapping

from pfss_desktop.handout.change_blocks import changes_group
from pfss_desktop.handout.content import Sheet
from pfss_desktop.handout.galley import PAD, Galley, stacked
from pfss_desktop.handout.marks import TEAL, Figure, Group, Row, Rule
from pfss_desktop.handout.phase_blocks import criteria_group, equipment_groups, phase_groups
from pfss_desktop.handout.pointer import pointer_group
from pfss_desktop.handout.safety_blocks import pain_group, stop_group
from pfss_desktop.handout.sections import Section, phase_run
from pfss_desktop.handout.typesetting import Style

LETTERHEAD_SHARE = 0.36
"""Of the text width; the rest is the title's."""


def sheet_groups(galley: Galley, sheet: Sheet, figures: Mapping[str, Figure]) -> Iterator[Group]:
    """Yield every group of a sheet from top to bottom, part by part in the sheet's order; `figures` are by prescription id."""
    yield _head(galley, sheet)
    run = phase_run(sheet.sections)
    for section in sheet.sections:
        if section is Section.EXERCISES:
            yield from _apart(_exercises(galley, sheet, run, figures))
        elif section not in run:
            yield from _apart(_PARTS[section](galley, sheet))


def _apart(groups: Iterator[Group]) -> Iterator[Group]:
    """Yield the groups of a part, which does not belong to the one before it."""
    for number, group in enumerate(groups):
        yield group if number else group._replace(is_apart=True)


def _exercises(galley: Galley, sheet: Sheet, run: tuple[Section, ...], figures: Mapping[str, Figure]) -> Iterator[Group]:
    if not sheet.phases:
        yield galley.paragraph(sheet.no_phases, galley.styles.body, gap=18.0)
        return
    pointer = pointer_group(galley, sheet)
    if pointer:
        yield pointer
    for phase in sheet.phases:
        yield from phase_groups(galley, phase, run, figures)


def _goal(galley: Galley, sheet: Sheet) -> Iterator[Group]:
    goal = galley.labelled(sheet.goal, PAD, galley.width - 2 * PAD)
    if goal:
        yield galley.boxed(goal, gap=12.0)


def _changes(galley: Galley, sheet: Sheet) -> Iterator[Group]:
    if sheet.changes:
        yield changes_group(galley, sheet.changes)


def _equipment(galley: Galley, sheet: Sheet) -> Iterator[Group]:
    yield from equipment_groups(galley, sheet.phases)


def _criteria(galley: Galley, sheet: Sheet) -> Iterator[Group]:
    for phase in sheet.phases:
        if phase.criteria:
            yield criteria_group(galley, phase)


def _pain(galley: Galley, sheet: Sheet) -> Iterator[Group]:
    if sheet.pain:
        following = sheet.sections[sheet.sections.index(Section.PAIN_RULE) + 1 :]
        # What to do about pain is read in one piece.
        yield pain_group(galley, sheet.pain)._replace(leads=following[:1] == (Section.STOP,))


def _stops(galley: Galley, sheet: Sheet) -> Iterator[Group]:
    for stop in sheet.stops:
        yield stop_group(galley, stop, leads=stop is not sheet.stops[-1])


_PARTS: Mapping[Section, Callable[[Galley, Sheet], Iterator[Group]]] = {
    Section.GOAL: _goal,
    Section.CHANGES: _changes,
    Section.EQUIPMENT: _equipment,
    Section.CRITERIA: _criteria,
    Section.PAIN_RULE: _pain,
    Section.STOP: _stops,
}


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
