"""One exercise on paper: name, dosage, the boxed facts, steps, cue, caution and note, beside its figure if there is one."""

from collections.abc import Callable

from pfss_desktop.handout.chips import chip_rows
from pfss_desktop.handout.content import DOT, ExercisePart, Labelled
from pfss_desktop.handout.galley import HANG, Galley
from pfss_desktop.handout.marks import Figure, Group, Mark, Row
from pfss_desktop.handout.reference_block import reference_rows
from pfss_desktop.handout.signs import cross_sign, tick_box, warning_sign
from pfss_desktop.handout.tempo_bar import tempo_rows
from pfss_desktop.language import _

FIGURE_WIDTH = 62 / 25.4 * 72
"""62 mm: the figure's column at the left of an exercise."""
FIGURE_HEIGHT = 44 / 25.4 * 72
FIGURE_GUTTER = 16.0


def exercise_group(galley: Galley, exercise: ExercisePart, figure: Figure | None, *, is_first: bool) -> Group:
    """Return an exercise; without a figure its text takes the full width. Only one that is longer than a page ever splits."""
    x = figure.width + FIGURE_GUTTER if figure else 0.0
    if figure and galley.is_large:
        rows = rows_around(galley, exercise, figure.height, (0.0, x), galley.width)
        x = 0.0
    else:
        rows = exercise_rows(galley, exercise, x, galley.width - x)
    height = sum(row.height for row in rows)
    if figure and height < figure.height:
        rows.append(Row(figure.height - height))
    rows = with_shown(galley, exercise.shown, rows, None if galley.is_large else figure)
    return Group(
        tuple(rows),
        gap=12.0 if is_first else 16.0,
        is_parted=not is_first,
        figure=figure,
        again=_again(galley, exercise, x),
        prescription_id=exercise.prescription_id,
    )


def exercise_rows(galley: Galley, exercise: ExercisePart, x: float, width: float) -> list[Row]:
    """Return the text of an exercise, from `x` on and this wide."""
    return [*_what(galley, exercise, x, width), Row(4.0), *_how(galley, exercise, x, width)]


def rows_around(
    galley: Galley, exercise: ExercisePart, figure_height: float, edges: tuple[float, float], right: float
) -> list[Row]:
    """Return the text in large letters: what and how much from the second of `edges` on, beside a figure; then from the first."""
    left, beside = edges
    what = _what(galley, exercise, beside, right - beside)
    spare = figure_height - sum(row.height for row in what)
    return [*what, Row(max(4.0, spare + 4.0)), *_how(galley, exercise, left, right - left)]


def _what(galley: Galley, exercise: ExercisePart, x: float, width: float) -> list[Row]:
    setter, styles = galley.setter, galley.styles
    title = _("{number}. {name}").format(number=exercise.number, name=exercise.name)
    rows = setter.rows(title, styles.name, x, width)
    rows += _dosage(galley, exercise, x, width)
    rows += chip_rows(galley, exercise, x, width)
    if exercise.tempo and not exercise.tempo.hold:
        rows += tempo_rows(galley, exercise.tempo, x, width)
    return rows


def _how(galley: Galley, exercise: ExercisePart, x: float, width: float) -> list[Row]:
    setter, styles = galley.setter, galley.styles
    rows: list[Row] = []
    for number, step in enumerate(exercise.steps, 1):
        sign = _("{number}.").format(number=number)
        rows += setter.hanging(sign, step, (styles.body, styles.body), x, HANG, width)
    rows += galley.labelled(exercise.cue, x, width, above=3.0)
    rows += _signed(galley, exercise.mistake, cross_sign, x, width)
    rows += _signed(galley, exercise.caution, warning_sign, x, width)
    rows += galley.labelled(exercise.note, x, width, above=3.0)
    return rows + reference_rows(galley, exercise.reference, x, width)


def _dosage(galley: Galley, exercise: ExercisePart, x: float, width: float) -> list[Row]:
    """Return how much and how often on one line, or else on a line each; a part such as "5 days a week" stays whole."""
    setter, style = galley.setter, galley.styles.dosage
    lines = setter.joined((*exercise.amount, *exercise.often), DOT, style, width)
    if len(lines) > 1:
        lines = [*setter.joined(exercise.amount, DOT, style, width), *setter.joined(exercise.often, DOT, style, width)]
    # Each line is a paragraph of its own: run together, "rest 30 seconds" and "twice a day" would be misheard.
    return [row for line in lines for row in setter.rows_from([line], style, x)]


def _signed(
    galley: Galley, part: Labelled, sign: Callable[[float, float, float], tuple[Mark, ...]], x: float, width: float
) -> list[Row]:
    """Return a labelled text behind its sign."""
    rows = galley.labelled(part, x + HANG, width - HANG)
    if not rows:
        return []
    return [Row(3.0), Row(rows[0].height, (*sign(x, 1.0, 15.0), *rows[0].marks)), *rows[1:]]


def with_shown(galley: Galley, words: str, rows: list[Row], figure: Figure | None, x: float = 0.0) -> list[Row]:
    """Return the rows with the therapist's tick below the figure, level with the last line of text where there is room."""
    if not words:
        return rows
    style = galley.styles.body
    tick = (*tick_box(x + 1.0, 2.0, style.size), style.words(galley.setter.printable(words), x + style.size + 7))
    last = rows[-1]
    above = sum(row.height for row in rows) - last.height
    if figure and last.marks and above >= figure.height and last.height >= style.leading:
        return [*rows[:-1], Row(last.height, (*last.marks, *tick))]
    return [*rows, Row(3.0), Row(style.leading, tick)]


def _again(galley: Galley, exercise: ExercisePart, x: float) -> Row:
    style = galley.styles.strong
    text = _("{number}. {name} (continued)").format(number=exercise.number, name=exercise.name)
    line = galley.setter.fitted(text, style, galley.width - x)
    return Row(style.leading + 4, (style.words(line, x),))
