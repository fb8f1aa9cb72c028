"""A phase on paper: its bar, aim and equipment, the exercises, and the criteria to move on."""

from collections.abc import Iterator, Mapping

from pfss_desktop.handout.content import PhasePart
from pfss_desktop.handout.exercise_arrangement import exercise_groups
from pfss_desktop.handout.galley import HANG, PAD, Galley, stacked
from pfss_desktop.handout.marks import BLACK, PALE, TEAL, Figure, Group, Mark, Panel, Row
from pfss_desktop.handout.roles import Role
from pfss_desktop.handout.sections import Section
from pfss_desktop.handout.signs import tick_box

EDGE = 6.0
"""Width of the bar's dark left edge."""


def phase_groups(galley: Galley, phase: PhasePart, run: tuple[Section, ...], figures: Mapping[str, Figure]) -> Iterator[Group]:
    """Yield a phase's groups, its parts in the order of `run`; the bar and all before the exercises stay with the first one."""
    yield _bar(galley, phase)
    at = run.index(Section.EXERCISES)
    opens = run[0] is Section.EQUIPMENT and at > 0
    about = galley.labelled(phase.goal, 0.0, galley.width)
    about += galley.labelled(phase.equipment, 0.0, galley.width) if opens else []
    if about:
        yield Group(tuple(about), gap=6.0, leads=True)
    for group in _parts(galley, phase, run[1:at] if opens else run[:at]):
        yield group._replace(leads=True)
    if not phase.exercises:
        yield galley.paragraph(phase.no_exercises, galley.styles.body, gap=12.0)
    yield from exercise_groups(galley, phase.exercises, figures)
    yield from _parts(galley, phase, run[at + 1 :])


def equipment_groups(galley: Galley, phases: tuple[PhasePart, ...]) -> Iterator[Group]:
    """Yield what to have ready, phase by phase, away from the exercises."""
    for phase in phases:
        rows = galley.labelled(phase.equipment, 0.0, galley.width)
        if rows:
            yield Group(tuple(rows), gap=12.0)


def criteria_group(galley: Galley, phase: PhasePart) -> Group:
    """Return when the phase is finished, with boxes to tick."""
    inner = galley.width - 2 * PAD
    rows = galley.setter.rows(phase.criteria_title, galley.styles.strong.as_role(Role.SUBHEADING), PAD, inner)
    for criterion in phase.criteria:
        lines = galley.setter.rows(criterion, galley.styles.body.as_role(Role.ITEM), PAD + HANG, inner - HANG)
        if lines:
            rows += [Row(3.0), Row(lines[0].height, (*tick_box(PAD + 1, 3.0, 12.0), *lines[0].marks)), *lines[1:]]
    return galley.boxed(rows, gap=14.0)


def _parts(galley: Galley, phase: PhasePart, sections: tuple[Section, ...]) -> Iterator[Group]:
    for section in sections:
        if section is Section.EQUIPMENT:
            yield from equipment_groups(galley, (phase,))
        elif phase.criteria:
            yield criteria_group(galley, phase)


def _bar(galley: Galley, phase: PhasePart) -> Group:
    x, inner = PAD + EDGE, galley.width - 2 * PAD - EDGE
    marks, end = _bar_line(galley, phase, x, inner) or _bar_lines(galley, phase, x, inner)
    if phase.turn:
        style = galley.styles.strong if phase.is_now else galley.styles.body
        turn, end = stacked(galley.setter.rows(phase.turn, style, x, inner), end)
        marks = (*marks, *turn)
    height = end + 7
    # The phase to do now has an outline; the others of the same sheet have none.
    outline = BLACK if phase.turn and phase.is_now else None
    panels = (Panel(0.0, 0.0, EDGE, height, TEAL), Panel(EDGE, 0.0, galley.width - EDGE, height, PALE, outline, 1.5))
    return Group((Row(height, (*panels, *marks)),), gap=20.0, leads=True, bookmark=galley.setter.printable(phase.heading))


def _bar_line(galley: Galley, phase: PhasePart, x: float, inner: float) -> tuple[tuple[Mark, ...], float] | None:
    """Return heading and amount on one line, or None where they need more."""
    setter, heading_style, amount_style = galley.setter, galley.styles.section, galley.styles.body
    amount = setter.lines(phase.amount, amount_style, inner)
    if len(amount) > 1:
        return None
    amount_width = amount_style.width(amount[0]) if amount else 0.0
    heading = setter.lines(phase.heading, heading_style, inner)
    if len(heading) > 1 or heading_style.width(heading[0]) + 16 + amount_width > inner:
        return None
    # Both stand on the baseline of the larger heading.
    lower = 6 + 0.97 * (heading_style.size - amount_style.size)
    right = [amount_style.words(line, galley.width - PAD - amount_width, lower) for line in amount]
    return (heading_style.words(heading[0], x, 6.0), *right), 6 + heading_style.leading


def _bar_lines(galley: Galley, phase: PhasePart, x: float, inner: float) -> tuple[tuple[Mark, ...], float]:
    rows = galley.setter.rows(phase.heading, galley.styles.section, x, inner)
    rows += galley.setter.rows(phase.amount, galley.styles.body, x, inner)
    return stacked(rows, 6.0)
