"""The blocks of a sheet in their order, and those at its top. Page breaks are pagination's business."""

from collections.abc import Callable, Iterator, Mapping

from pfss_desktop.handout.change_blocks import changes_group
from pfss_desktop.handout.code_block import code_group
from pfss_desktop.handout.content import Sheet
from pfss_desktop.handout.diary_blocks import diary_groups
from pfss_desktop.handout.education_blocks import topic_groups
from pfss_desktop.handout.galley import PAD, Galley, stacked
from pfss_desktop.handout.logo_block import placed_logo
from pfss_desktop.handout.marks import BLACK, TEAL, Figure, Group, Row, Rule, Words
from pfss_desktop.handout.phase_blocks import criteria_group, equipment_groups, phase_groups
from pfss_desktop.handout.pointer import pointer_group
from pfss_desktop.handout.reference_block import reference_group
from pfss_desktop.handout.safety_blocks import flare_group, pain_group, stop_group
from pfss_desktop.handout.sections import Section, phase_run
from pfss_desktop.handout.summary_block import summary_group
from pfss_desktop.handout.typesetting import Style

LETTERHEAD_SHARE = 0.36
"""Of the text width; the rest is the title's."""


def sheet_groups(galley: Galley, sheet: Sheet, figures: Mapping[str, Figure]) -> Iterator[Group]:
    """Yield every group of a sheet from top to bottom, part by part in the sheet's order; `figures` are by prescription id."""
    yield head_group(galley, sheet)
    run = phase_run(sheet.sections)
    for section in sheet.sections:
        if section is Section.EXERCISES:
            yield from _apart(_exercises(galley, sheet, run, figures))
        elif section not in run:
            yield from _apart(_PARTS[section](galley, sheet))
    reference = reference_group(galley, sheet.reference)
    if reference:
        yield reference._replace(is_apart=True)


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


def _summary(galley: Galley, sheet: Sheet) -> Iterator[Group]:
    if sheet.summary:
        yield summary_group(galley, sheet.summary)


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
        yield pain_group(galley, sheet.pain)._replace(leads=_goes_on(sheet, Section.PAIN_RULE))


def _flare_up(galley: Galley, sheet: Sheet) -> Iterator[Group]:
    if sheet.flare_up:
        yield flare_group(galley, sheet.flare_up)._replace(leads=_goes_on(sheet, Section.FLARE_UP))


def _code(galley: Galley, sheet: Sheet) -> Iterator[Group]:
    if sheet.code_part:
        yield code_group(galley, sheet.code_part)


def _goes_on(sheet: Sheet, section: Section) -> bool:
    """Return whether the next part is about the same: what to do about pain is read in one piece, and so is what to fill in."""
    following = sheet.sections[sheet.sections.index(section) + 1 :][:1]
    return bool(following) and following[0] in _KIN[section]


def _when_and_where(galley: Galley, sheet: Sheet) -> Iterator[Group]:
    """Yield questions with lines to write on."""
    inner = galley.width - 2 * PAD
    style = galley.styles.strong
    rows: list[Row] = []
    for question in sheet.when_and_where:
        *others, last = galley.setter.rows(question, style, PAD, inner * 0.6)
        wide = max(style.width(mark.text) for mark in last.marks if isinstance(mark, Words))
        line = Rule(PAD + wide + 8, style.leading - 1, galley.width - PAD, style.leading - 1, BLACK, 0.8)
        rows += [Row(4.0), *others, Row(last.height + 4, (*last.marks, line))]
    if rows:
        yield galley.boxed(rows, gap=24.0)._replace(leads=bool(sheet.diary) and _goes_on(sheet, Section.WHEN_AND_WHERE))


def _education(galley: Galley, sheet: Sheet) -> Iterator[Group]:
    for topic in sheet.topics:
        yield from topic_groups(galley, topic)


def _diary(galley: Galley, sheet: Sheet) -> Iterator[Group]:
    if sheet.diary:
        yield from diary_groups(galley, sheet.diary)


def _stops(galley: Galley, sheet: Sheet) -> Iterator[Group]:
    for stop in sheet.stops:
        yield stop_group(galley, stop, leads=stop is not sheet.stops[-1])


_ABOUT_PAIN = (Section.PAIN_RULE, Section.FLARE_UP, Section.STOP)
_KIN: Mapping[Section, tuple[Section, ...]] = {
    Section.PAIN_RULE: _ABOUT_PAIN,
    Section.FLARE_UP: _ABOUT_PAIN,
    Section.WHEN_AND_WHERE: (Section.DIARY,),
}

_PARTS: Mapping[Section, Callable[[Galley, Sheet], Iterator[Group]]] = {
    Section.SUMMARY: _summary,
    Section.GOAL: _goal,
    Section.CHANGES: _changes,
    Section.EQUIPMENT: _equipment,
    Section.CRITERIA: _criteria,
    Section.WHEN_AND_WHERE: _when_and_where,
    Section.PAIN_RULE: _pain,
    Section.FLARE_UP: _flare_up,
    Section.STOP: _stops,
    Section.EDUCATION: _education,
    Section.DIARY: _diary,
    Section.CODE: _code,
}


def head_group(galley: Galley, sheet: Sheet) -> Group:
    """Return the head: what the sheet is, of what and for whom, and who gives it when."""
    styles, setter = galley.styles, galley.setter
    right_width = galley.width * LETTERHEAD_SHARE
    left_width = galley.width - right_width - 16
    left: list[Row] = []
    for text, style in ((sheet.title, styles.title), (sheet.plan_title, styles.subtitle), (sheet.about, styles.body)):
        left += setter.rows(text, style, 0.0, left_width)
    logo = placed_logo(sheet.logo, galley.width, right_width, styles.body.size)
    beside, above = (logo.beside, logo.above) if logo else (0.0, 0.0)
    right: list[Row] = []
    for number, text in enumerate((*sheet.giver, sheet.date)):
        style = styles.strong if sheet.giver and number == 0 else styles.body
        right += _right_aligned(galley, text, style, right_width - beside, galley.width - beside)
    left_marks, left_end = stacked(left)
    right_marks, right_end = stacked(right, 7.0 + above)
    logo_end = logo.figure.y + logo.figure.height if logo else 0.0
    bottom = max(left_end, right_end, logo_end) + 8
    rule = Rule(0.0, bottom, galley.width, bottom, TEAL, 2.5)
    return Group((Row(bottom + 2, (*left_marks, *right_marks, rule)),), figure=logo.figure if logo else None)


def _right_aligned(galley: Galley, text: str, style: Style, width: float, right: float) -> Iterator[Row]:
    """Yield the lines of a text of this width that end at `right`."""
    for number, line in enumerate(galley.setter.lines(text, style, width)):
        yield Row(style.leading, (style.words(line, right - style.width(line), continues=number > 0),))
