"""One exercise of the list for the fridge door: a small figure, how much and how often, and boxes to tick for a week."""

from typing import NamedTuple

from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.handout.content import DOT, ExercisePart
from pfss_desktop.handout.dosage_words import amount_at_a_glance
from pfss_desktop.handout.galley import Galley
from pfss_desktop.handout.marks import HAIR, Figure, Group, Mark, Row, Rule, lowered
from pfss_desktop.handout.roles import Role
from pfss_desktop.handout.signs import tick_box
from pfss_desktop.handout.typesetting import Style
from pfss_desktop.language import _

DAYS = 7
MOST_TIMES = 4
"""Rows of boxes for the times of a day; who does an exercise more often keeps count in other ways."""


class Measures(NamedTuple):
    """Lengths of a row in points, all in proportion to the size of its text."""

    figure_width: float
    figure_height: float
    box: float
    gap: float
    is_narrow: bool

    @classmethod
    def of(cls, body: float, *, is_narrow: bool) -> "Measures":
        """Return the lengths for text of this size, in one column or in a narrow one of two."""
        if is_narrow:
            return cls(4.4 * body, 3.1 * body, 0.92 * body, 0.36 * body, is_narrow=True)
        return cls(5.6 * body, 3.7 * body, 1.0 * body, 0.35 * body, is_narrow=False)

    @property
    def boxes(self) -> float:
        """The width of a week's boxes."""
        return DAYS * self.box + (DAYS - 1) * self.gap


def fridge_row(galley: Galley, exercise: ExercisePart, held: Prescription, figure: Figure | None, measures: Measures) -> Group:
    """Return an exercise as wide as the galley, with a hairline below it."""
    x = measures.figure_width + 0.7 * galley.styles.body.size
    beside = galley.width - x - measures.boxes - galley.styles.body.size
    whole = galley.width - x if measures.is_narrow else beside
    rows = _name(galley, exercise, x, whole)
    above = sum(row.height for row in rows) if measures.is_narrow else 0.0
    # The boxes stand beside the side; those for a second time of the day reach down beside the amount.
    rows += _amount(galley, exercise, held, x, (beside, whole if held.dosage.times_per_day == 1 else beside))
    boxes = _boxes(galley, held, measures)
    high = min(held.dosage.times_per_day, MOST_TIMES) * (measures.box + measures.gap)
    rows += _often(galley, exercise, x, whole)
    text = sum(row.height for row in rows)
    tall = max(text, above + high + 2, measures.figure_height) + 0.3 * galley.styles.body.size
    line = Rule(0.0, tall + 1, galley.width, tall + 1, HAIR, 0.6)
    first = rows[0]
    marks = (*first.marks, *(lowered(mark, above + 2) for mark in boxes), line)
    rest = tall + 4 - text
    shown = figure._replace(width=measures.figure_width, height=measures.figure_height) if figure else None
    whole_row = (Row(first.height, marks), *rows[1:], Row(rest))
    return Group(whole_row, figure=shown, tag="fridge", prescription_id=exercise.prescription_id)


def days_row(galley: Galley, measures: Measures, x: float) -> Row:
    """Return the names of the days above the boxes of a column that begins at `x`."""
    style = galley.styles.small.as_role(Role.DECORATION)
    left = x + galley.width - measures.boxes
    names = [_("Mo"), _("Tu"), _("We"), _("Th"), _("Fr"), _("Sa"), _("Su")]
    marks = []
    for number, name in enumerate(names):
        line = galley.setter.fitted(name, style, measures.box + measures.gap + 2)
        marks.append(style.words(line, left + number * (measures.box + measures.gap) + (measures.box - style.width(line)) / 2))
    return Row(style.leading, tuple(marks))


def _name(galley: Galley, exercise: ExercisePart, x: float, width: float) -> list[Row]:
    title = _("{number}. {name}").format(number=exercise.number, name=exercise.name)
    return galley.setter.rows(title, galley.styles.name, x, width)


def _amount(galley: Galley, exercise: ExercisePart, held: Prescription, x: float, widths: tuple[float, float]) -> list[Row]:
    """Return side and amount on one line, or the side on its own; a part such as "hold 5 seconds" stays whole.

    The first line is as wide as the first of `widths`, others as the second.
    """
    width, second = widths
    setter, styles = galley.setter, galley.styles
    amount = amount_at_a_glance(held)
    label = f"{exercise.side}{DOT}".rstrip()
    if exercise.side and amount:
        rows = setter.labelled(label, DOT.join(amount), (styles.chip_side, styles.body), x, width)
        if len(rows) == 1:
            return rows
    rows = setter.rows(exercise.side, styles.chip_side, x, width)
    return rows + setter.rows_from(setter.joined(amount, DOT, styles.body, second if rows else width), styles.body, x)


def _often(galley: Galley, exercise: ExercisePart, x: float, width: float) -> list[Row]:
    style: Style = galley.styles.body
    parts = (*exercise.often, *((exercise.mark,) if exercise.mark else ()), *exercise.facts)
    return galley.setter.rows_from(galley.setter.joined(parts, DOT, style, width), style, x)


def _boxes(galley: Galley, held: Prescription, measures: Measures) -> list[Mark]:
    """Return boxes for each day of a week, one below the other for the times of a day."""
    left, step = galley.width - measures.boxes, measures.box + measures.gap
    times = min(held.dosage.times_per_day, MOST_TIMES)
    return [
        mark for time in range(times) for day in range(DAYS) for mark in tick_box(left + day * step, time * step, measures.box)
    ]
