"""One exercise in a cell of a grid: a frame, the figure above its text or beside it, as large as the cell's height allows."""

from typing import NamedTuple

from pfss_desktop.handout.content import ExercisePart
from pfss_desktop.handout.exercise_block import exercise_rows, rows_around, with_shown
from pfss_desktop.handout.galley import FRAME_PAD, Galley
from pfss_desktop.handout.layout import Form
from pfss_desktop.handout.marks import BLACK, Figure, Frame, Group, Row

PAD = 9.0
"""Inside a cell, left and right."""
BELOW_FIGURE = 6.0
BESIDE_FIGURE = 14.0


class FigureRoom(NamedTuple):
    """The room of a figure: above the text across the cell, or, with a `share` of the cell's width, beside it."""

    least: float
    most: float
    share: float = 0.0


FIGURE_ROOMS = {
    Form.ONE: FigureRoom(150.0, 380.0),
    Form.TWO: FigureRoom(150.0, 240.0, 0.44),
    Form.THREE: FigureRoom(110.0, 160.0, 0.36),
    Form.FOUR: FigureRoom(62.0, 150.0),
    Form.SIX: FigureRoom(56.0, 130.0),
}
"""Heights in points; at the least, about 20 mm, cuff and band are still told apart. A default."""
LARGE_ROOM = FigureRoom(120.0, 120.0, 0.36)
"""In large print the text goes on below the figure."""


class ExerciseCell(NamedTuple):
    """An exercise that can be set at any height from `least` on."""

    prescription_id: str
    width: float
    least: float
    text: tuple[Row, ...]
    text_height: float
    room: FigureRoom
    figure: Figure | None

    @classmethod
    def of(cls, galley: Galley, form: Form, exercise: ExercisePart, figure: Figure | None) -> "ExerciseCell":
        """Return the cell of an exercise, as wide as the galley."""
        room = FIGURE_ROOMS[form]
        inner = galley.width - 2 * PAD
        beside = figure is not None and room.share > 0
        x = PAD + (inner * room.share + BESIDE_FIGURE if beside else 0.0)
        if beside and galley.is_large:
            room = LARGE_ROOM
            x = PAD + inner * room.share + BESIDE_FIGURE
            rows = rows_around(galley, exercise, room.least, (PAD, x), galley.width - PAD)
        else:
            rows = exercise_rows(galley, exercise, x, galley.width - PAD - x)
        # Below a figure beside the text there is room for the therapist's tick.
        below = figure._replace(height=room.most) if figure and beside and not galley.is_large else None
        text = tuple(with_shown(galley, exercise.shown, rows, below, PAD))
        text_height = sum(row.height for row in text)
        content = text_height
        if figure:
            content = max(text_height, room.least) if beside else text_height + room.least + BELOW_FIGURE
        return cls(exercise.prescription_id, galley.width, content + 2 * FRAME_PAD, text, text_height, room, figure)

    def figure_height(self, height: float) -> float:
        """Return how tall the figure may be in a cell of this height."""
        inner = height - 2 * FRAME_PAD
        free = inner if self.room.share else inner - self.text_height - BELOW_FIGURE
        return min(self.room.most, max(self.room.least, free))

    def group(self, height: float, figure_height: float) -> Group:
        """Return the cell at this height, at least `least`, with its figure so tall."""
        inner = height - 2 * FRAME_PAD
        rows = list(self.text)
        figure = self._figure(figure_height)
        if figure and not self.room.share:
            rows.insert(0, Row(figure.height + BELOW_FIGURE))
        rest = inner - sum(row.height for row in rows)
        if rest > 0:
            rows.append(Row(rest))
        frame = Frame(FRAME_PAD, None, BLACK, 0.8)
        return Group(tuple(rows), frame=frame, figure=figure, prescription_id=self.prescription_id)

    def _figure(self, high: float) -> Figure | None:
        if self.figure is None:
            return None
        wide = self.width - 2 * PAD
        return self.figure._replace(x=PAD, y=FRAME_PAD, width=wide * (self.room.share or 1.0), height=high)
