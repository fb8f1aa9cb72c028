"""One exercise on paper: name, dosage, the boxed facts, steps, cue, caution and note, beside its figure if there is one."""

from pfss_desktop.handout.change_blocks import mark_chip
from pfss_desktop.handout.content import DOT, ExercisePart, Labelled
from pfss_desktop.handout.galley import HANG, PAD, Galley
from pfss_desktop.handout.marks import BLACK, Figure, Group, Mark, Panel, Row
from pfss_desktop.handout.signs import warning_sign
from pfss_desktop.language import _

FIGURE_WIDTH = 62 / 25.4 * 72
"""62 mm: the figure's column at the left of an exercise."""
FIGURE_HEIGHT = 44 / 25.4 * 72
FIGURE_GUTTER = 16.0
CHIP_SPACE = 7.0


def exercise_group(galley: Galley, exercise: ExercisePart, figure: Figure | None, *, is_first: bool) -> Group:
    """Return an exercise; without a figure its text takes the full width. Only one that is longer than a page ever splits."""
    x = figure.width + FIGURE_GUTTER if figure else 0.0
    rows = exercise_rows(galley, exercise, x, galley.width - x)
    height = sum(row.height for row in rows)
    if figure and height < figure.height:
        rows.append(Row(figure.height - height))
    return Group(
        tuple(rows),
        gap=12.0 if is_first else 18.0,
        is_parted=not is_first,
        figure=figure,
        again=_again(galley, exercise, x),
    )


def exercise_rows(galley: Galley, exercise: ExercisePart, x: float, width: float) -> list[Row]:
    """Return the text of an exercise, from `x` on and this wide."""
    setter, styles = galley.setter, galley.styles
    title = _("{number}. {name}").format(number=exercise.number, name=exercise.name)
    rows = setter.rows(title, styles.name, x, width)
    rows += _dosage(galley, exercise, x, width)
    rows += _chips(galley, exercise, x, width)
    rows.append(Row(4.0))
    for number, step in enumerate(exercise.steps, 1):
        sign = _("{number}.").format(number=number)
        rows += setter.hanging(sign, step, (styles.body, styles.body), x, HANG, width)
    rows += galley.labelled(exercise.cue, x, width, above=3.0)
    rows += _caution(galley, exercise.caution, x, width)
    rows += galley.labelled(exercise.note, x, width, above=3.0)
    return rows


def _dosage(galley: Galley, exercise: ExercisePart, x: float, width: float) -> list[Row]:
    """Return how much and how often on one line, or else on a line each; a part such as "5 days a week" stays whole."""
    setter, style = galley.setter, galley.styles.dosage
    lines = setter.joined((*exercise.amount, *exercise.often), DOT, style, width)
    if len(lines) > 1:
        lines = [*setter.joined(exercise.amount, DOT, style, width), *setter.joined(exercise.often, DOT, style, width)]
    return setter.rows_from(lines, style, x)


def _chips(galley: Galley, exercise: ExercisePart, x: float, width: float) -> list[Row]:
    """Return short statements in outlined boxes, as many beside each other as fit; the side's box has the strongest line."""
    rows: list[Row] = []
    beside: list[Mark] = []
    at = height = 0.0
    if exercise.mark:
        chip, wide = mark_chip(galley, exercise.mark, x, 4.0)
        beside += chip
        at, height = wide + CHIP_SPACE, galley.styles.chip_side.leading + 5
    for fact in (exercise.side, *exercise.facts):
        style = galley.styles.chip_side if fact is exercise.side else galley.styles.strong
        lines = galley.setter.lines(fact, style, width - 2 * PAD)
        if not lines:
            continue
        wide = max(map(style.width, lines)) + 2 * PAD
        if beside and (at + wide > width or len(lines) > 1):
            rows.append(Row(height + 5, tuple(beside)))
            beside, at, height = [], 0.0, 0.0
        tall = len(lines) * style.leading + 5
        beside.append(Panel(x + at, 4.0, wide, tall, None, BLACK, 2.0 if fact is exercise.side else 0.8, 4.0))
        beside += [
            style.words(line, x + at + PAD, 6.0 + number * style.leading, continues=number > 0)
            for number, line in enumerate(lines)
        ]
        at += wide + CHIP_SPACE
        height = max(height, tall)
    if beside:
        rows.append(Row(height + 5, tuple(beside)))
    return rows


def _caution(galley: Galley, caution: Labelled, x: float, width: float) -> list[Row]:
    rows = galley.labelled(caution, x + HANG, width - HANG)
    if not rows:
        return []
    return [Row(3.0), Row(rows[0].height, (*warning_sign(x, 1.0, 15.0), *rows[0].marks)), *rows[1:]]


def _again(galley: Galley, exercise: ExercisePart, x: float) -> Row:
    style = galley.styles.strong
    text = _("{number}. {name} (continued)").format(number=exercise.number, name=exercise.name)
    line = galley.setter.fitted(text, style, galley.width - x)
    return Row(style.leading + 4, (style.words(line, x),))
