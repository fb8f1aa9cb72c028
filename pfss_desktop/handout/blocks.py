"""The parts of a sheet as groups of rows: what stands where, how large, in which box. Page breaks are pagination's business."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pfss_desktop.domain.plan import Plan
from pfss_desktop.handout.content import ExercisePart, Labelled, PhasePart, Sheet
from pfss_desktop.handout.marks import BLACK, GREY, PALE, TEAL, Figure, Frame, Group, Mark, Panel, Row, Rule, lowered
from pfss_desktop.handout.request import FigureDrawing
from pfss_desktop.handout.safety import PainLevel, PainPart, StopList
from pfss_desktop.handout.signs import FILLS, light_sign, stop_sign, tick_box, warning_sign
from pfss_desktop.handout.typeface import Typeface
from pfss_desktop.handout.typesetting import Style, Typesetter
from pfss_desktop.language import _

FIGURE_WIDTH = 62 / 25.4 * 72
"""62 mm: the figure's column at the left of an exercise."""
FIGURE_HEIGHT = 44 / 25.4 * 72
FIGURE_GUTTER = 16.0
HANG = 22.0
"""Indent of steps behind their numbers, and of ticked lines behind their boxes."""
PAD = 9.0
"""Inside a box, left and right."""


class Styles:
    """The text styles of a sheet. Body 13 pt: this typeface is small for its size, and 12 pt is the least that seniors can read."""

    def __init__(self, typeface: Typeface, body: float = 13.0) -> None:
        scale = body / 13.0
        self.title = Style(typeface.bold, 27 * scale)
        self.subtitle = Style(typeface.semibold, 15 * scale)
        self.name = Style(typeface.bold, 18 * scale)
        self.section = Style(typeface.bold, 16 * scale)
        self.dosage = Style(typeface.semibold, 15 * scale, TEAL)
        self.body = Style(typeface.regular, body)
        self.strong = Style(typeface.semibold, body)
        self.small = Style(typeface.regular, 11 * scale, GREY)


@dataclass(frozen=True, slots=True)
class Blocks:
    """Builds the groups of a sheet for one text width. `figures` are drawings by prescription id; `plan` is whose they are."""

    setter: Typesetter
    styles: Styles
    width: float
    plan: Plan
    figures: Mapping[str, FigureDrawing]

    def groups(self, sheet: Sheet) -> Iterator[Group]:
        """Yield every group from top to bottom."""
        yield self._head(sheet)
        if sheet.goal.text.strip():
            yield self._boxed(self._labelled(sheet.goal, PAD, self.width - 2 * PAD), gap=12.0)
        if not sheet.phases:
            yield Group(tuple(self.setter.rows(sheet.no_phases, self.styles.body, 0.0, self.width)), gap=18.0)
        for phase in sheet.phases:
            yield from self._phase(phase)
        yield self._pain(sheet.pain)
        for stop in sheet.stops:
            yield self._stop(stop)

    def _head(self, sheet: Sheet) -> Group:
        right_width = self.width * 0.36
        left_width = self.width - right_width - 16
        left: list[Row] = []
        for text, style in ((sheet.title, self.styles.title), (sheet.plan_title, self.styles.subtitle), (sheet.about, self.styles.body)):
            left.extend(self.setter.rows(text, style, 0.0, left_width))
        right: list[Row] = [Row(6.0)]
        for number, text in enumerate((*sheet.giver, sheet.date)):
            style = self.styles.strong if sheet.giver and number == 0 else self.styles.body
            right.extend(self._right_aligned(text, style, right_width))
        marks, height = _stacked(left, 0.0)
        right_marks, right_height = _stacked(right, 0.0)
        bottom = max(height, right_height) + 8
        rule = Rule(0.0, bottom, self.width, bottom, TEAL, 2.5)
        return Group((Row(bottom + 2, (*marks, *right_marks, rule)),))

    def _right_aligned(self, text: str, style: Style, width: float) -> Iterator[Row]:
        for line in self.setter.lines(text, style, width):
            yield Row(style.leading, (style.words(line, self.width - style.width(line)),))

    def _phase(self, phase: PhasePart) -> Iterator[Group]:
        yield self._bar(phase)
        about = [*self._labelled(phase.goal, 0.0, self.width), *self._labelled(phase.equipment, 0.0, self.width)]
        if about:
            yield Group(tuple(about), gap=7.0, leads=True)
        if not phase.exercises:
            yield Group(tuple(self.setter.rows(phase.no_exercises, self.styles.body, 0.0, self.width)), gap=12.0)
        for number, exercise in enumerate(phase.exercises):
            yield self._exercise(exercise, is_first=number == 0)
        if phase.criteria:
            yield self._criteria(phase)

    def _bar(self, phase: PhasePart) -> Group:
        styles = self.styles
        inner = self.width - 2 * PAD - 6
        amount = self.setter.lines(phase.amount, styles.body, inner)
        amount_width = styles.body.width(amount[0]) if len(amount) == 1 else inner
        beside = inner - amount_width - 16
        name = self.setter.lines(phase.heading, styles.section, beside) if beside > 0.4 * inner else []
        marks: list[Mark]
        if len(name) == 1:
            marks = [styles.section.words(name[0], PAD + 6, 6.0)]
            marks += [styles.body.words(line, self.width - PAD - amount_width, 8.5) for line in amount]
            height = 6 + styles.section.leading
        else:
            rows = [*self.setter.rows(phase.heading, styles.section, PAD + 6, inner)]
            rows += self.setter.rows(phase.amount, styles.body, PAD + 6, inner)
            stacked, below = _stacked(rows, 6.0)
            marks, height = list(stacked), below
        if phase.turn:
            style = styles.strong if phase.is_now else styles.body
            stacked, height = _stacked(self.setter.rows(phase.turn, style, PAD + 6, inner), height)
            marks += stacked
        height += 7
        panels = (Panel(0.0, 0.0, self.width, height, PALE, None, radius=5.0), Panel(0.0, 0.0, 6.0, height, TEAL, None))
        return Group((Row(height, (*panels, *marks)),), gap=20.0, leads=True, bookmark=phase.heading)

    def _exercise(self, exercise: ExercisePart, *, is_first: bool) -> Group:
        figure = self._figure(exercise)
        x = figure.width + FIGURE_GUTTER if figure else 0.0
        width = self.width - x
        title = _("{number}. {name}").format(number=exercise.number, name=exercise.name)
        rows = self.setter.rows(title, self.styles.name, x, width)
        rows += self.setter.rows(exercise.dosage, self.styles.dosage, x, width)
        rows += self._chips(exercise.facts, x, width)
        rows.append(Row(4.0))
        for number, step in enumerate(exercise.steps, 1):
            sign = _("{number}.").format(number=number)
            rows += self.setter.hanging(sign, step, (self.styles.body, self.styles.body), x, HANG, width)
        rows += self._labelled(exercise.cue, x, width, above=3.0)
        rows += self._caution(exercise.caution, x, width)
        rows += self._labelled(exercise.note, x, width, above=3.0)
        height = sum(row.height for row in rows)
        if figure and height < figure.height:
            rows.append(Row(figure.height - height))
        again = _("{number}. {name} (continued)").format(number=exercise.number, name=exercise.name)
        again_line = self.setter.fitted(again, self.styles.strong, self.width)
        return Group(
            tuple(rows),
            gap=10.0 if is_first else 24.0,
            is_parted=not is_first,
            figure=figure,
            again=Row(self.styles.strong.leading + 4, (self.styles.strong.words(again_line, x),)),
        )

    def _figure(self, exercise: ExercisePart) -> Figure | None:
        draw = self.figures.get(exercise.prescription_id)
        if draw is None:
            return None
        return Figure(self.plan.prescription(exercise.prescription_id), draw, FIGURE_WIDTH, FIGURE_HEIGHT)

    def _chips(self, facts: tuple[str, ...], x: float, width: float) -> list[Row]:
        """Return short statements in outlined boxes, as many beside each other as fit."""
        style = self.styles.strong
        rows: list[Row] = []
        beside: list[Mark] = []
        at, height = 0.0, 0.0
        for fact in facts:
            lines = self.setter.lines(fact, style, width - 2 * PAD)
            wide = max(map(style.width, lines), default=0.0) + 2 * PAD
            if beside and (at + wide > width or len(lines) > 1):
                rows.append(Row(height + 6, tuple(beside)))
                beside, at, height = [], 0.0, 0.0
            tall = len(lines) * style.leading + 5
            beside.append(Panel(x + at, 4.0, wide, tall, None, BLACK, 0.9, 4.0))
            beside += [style.words(line, x + at + PAD, 6.0 + number * style.leading) for number, line in enumerate(lines)]
            at += wide + 7
            height = max(height, tall)
        if beside:
            rows.append(Row(height + 6, tuple(beside)))
        return rows

    def _caution(self, caution: Labelled, x: float, width: float) -> list[Row]:
        rows = self._labelled(caution, x + HANG, width - HANG)
        if not rows:
            return []
        sign = warning_sign(x, 1.0, 15.0)
        return [Row(3.0), Row(rows[0].height, (*sign, *rows[0].marks)), *rows[1:]]

    def _labelled(self, part: Labelled, x: float, width: float, above: float = 0.0) -> list[Row]:
        rows = self.setter.labelled(part.label, part.text, (self.styles.strong, self.styles.body), x, width)
        return [Row(above), *rows] if rows and above else rows

    def _boxed(self, rows: list[Row], gap: float) -> Group:
        return Group(tuple(rows), gap=gap, frame=Frame(8.0, None, TEAL, 1.2))

    def _criteria(self, phase: PhasePart) -> Group:
        inner = self.width - 2 * PAD
        rows = self.setter.rows(phase.criteria_title, self.styles.strong, PAD, inner)
        for criterion in phase.criteria:
            lines = self.setter.rows(criterion, self.styles.body, PAD + HANG, inner - HANG)
            if lines:
                rows += [Row(3.0), Row(lines[0].height, (*tick_box(PAD + 1, 3.0, 12.0), *lines[0].marks)), *lines[1:]]
        return self._boxed(rows, gap=18.0)

    def _pain(self, pain: PainPart) -> Group:
        rows = self.setter.rows(pain.title, self.styles.section, 0.0, self.width)
        rows += self.setter.rows(pain.scale, self.styles.body, 0.0, self.width)
        rows += [Row(5.0), self._lights(pain.levels), Row(6.0)]
        rows += self._labelled(Labelled(pain.next_morning_label, pain.next_morning), 0.0, self.width)
        return Group(tuple(rows), gap=24.0)

    def _lights(self, levels: tuple[PainLevel, ...]) -> Row:
        """Return the lights side by side; each has a sign, a word and a filling of its own grey."""
        space = 8.0
        wide = (self.width - space * (len(levels) - 1)) / len(levels)
        columns = [self._light(level, number * (wide + space), wide) for number, level in enumerate(levels)]
        height = max(below for _marks, below in columns) + 8
        marks: list[Mark] = []
        for number, (level, (column, _below)) in enumerate(zip(levels, columns, strict=True)):
            marks.append(Panel(number * (wide + space), 0.0, wide, height, FILLS[level.light], BLACK, 0.8 + 0.7 * number, 5.0))
            marks += column
        return Row(height, tuple(marks))

    def _light(self, level: PainLevel, x: float, wide: float) -> tuple[list[Mark], float]:
        sign_size = 30.0
        text_x = x + PAD + sign_size + 8
        marks: list[Mark] = [*light_sign(level.light, x + PAD, 9.0, sign_size)]
        heading = self.setter.rows(level.word, self.styles.section, text_x, x + wide - PAD - text_x)
        heading += self.setter.rows(level.levels, self.styles.strong, text_x, x + wide - PAD - text_x)
        heading_marks, below = _stacked(heading, 6.0)
        advice, below = _stacked(self.setter.rows(level.advice, self.styles.body, x + PAD, wide - 2 * PAD), max(below, 42.0) + 2)
        return [*marks, *heading_marks, *advice], below

    def _stop(self, stop: StopList) -> Group:
        inner = self.width - 2 * PAD
        title = self.setter.rows(stop.title, self.styles.section, PAD + 26, inner - 26)
        rows = [Row(title[0].height, (*stop_sign(PAD, 1.0, 18.0), *title[0].marks)), *title[1:], Row(2.0)]
        for sign in stop.signs:
            rows += self.setter.hanging("•", sign, (self.styles.strong, self.styles.body), PAD, HANG, inner)
        return Group(tuple(rows), gap=14.0, frame=Frame(8.0, None, BLACK, 1.8))


def _stacked(rows: list[Row], top: float) -> tuple[tuple[Mark, ...], float]:
    """Return the marks of rows put below each other in one, and where they end."""
    marks: list[Mark] = []
    for row in rows:
        marks += [lowered(mark, top) for mark in row.marks]
        top += row.height
    return tuple(marks), top
