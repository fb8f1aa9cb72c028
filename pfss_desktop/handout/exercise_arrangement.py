"""The exercises of a phase in their places: one after the other, or in a grid of equal cells."""

from collections.abc import Iterator, Mapping

from pfss_desktop.handout.content import ExercisePart
from pfss_desktop.handout.exercise_block import exercise_group
from pfss_desktop.handout.exercise_cell import ExerciseCell
from pfss_desktop.handout.galley import Galley, Grid
from pfss_desktop.handout.layout import Form
from pfss_desktop.handout.marks import Cell, Figure, Group, Stretch
from pfss_desktop.language import _

GUTTER = 10.0
"""Between cells, across and down."""

HEADING = 74.0
"""Room that is kept for a phase's bar and aim above a full grid, in points."""
SIZES = {Form.ONE: 15.0, Form.TWO: 13.5}
"""Text of few exercises to a page, in points: what is left of the page makes the letters larger. A default."""
COLUMNS = {Form.ONE: 1, Form.TWO: 1, Form.THREE: 1, Form.FOUR: 2, Form.SIX: 2}


def grid_for(form: Form, room: float) -> Grid | None:
    """Return the grid of a form on pages with so much room, or None for a form without one.

    A cell may be taller than a row, so that fewer stand on a page; one taller than three rows of six, or than most of the page,
    gives way to a text across the page.
    """
    if form not in COLUMNS:
        return None
    columns = COLUMNS[form]
    rows = form.per_page // columns
    height = (room - HEADING - rows * GUTTER) / rows
    return Grid(
        form, columns, rows, height, room - HEADING - GUTTER if columns == 1 else min(1.5 * height, room - HEADING - GUTTER)
    )


def exercise_groups(galley: Galley, exercises: tuple[ExercisePart, ...], figures: Mapping[str, Figure]) -> Iterator[Group]:
    """Yield the exercises of a phase in the galley's form; none is ever parted unless it is taller than a page."""
    if galley.grid is None:
        for number, exercise in enumerate(exercises):
            yield exercise_group(galley, exercise, figures.get(exercise.prescription_id), is_first=number == 0)
        return
    if galley.grid.form is Form.SIX and exercises:
        told = _("This is the short form. Your therapist has shown you the steps.")
        yield Group(tuple(galley.setter.rows(told, galley.styles.body, 0.0, galley.width)), gap=6.0, leads=True)
    yield from _bands(galley, galley.grid, exercises, figures)


def _bands(galley: Galley, grid: Grid, exercises: tuple[ExercisePart, ...], figures: Mapping[str, Figure]) -> Iterator[Group]:
    """Yield rows of cells; an exercise too long for a cell has a row of its own, with its whole text."""
    wide = (galley.width - GUTTER * (grid.columns - 1)) / grid.columns
    body = max(galley.styles.body.size, SIZES.get(grid.form, 0.0))
    column = galley._replace(width=wide, styles=galley.styles.of_body(body, is_narrow=grid.form.per_page > 2))
    waiting: list[ExerciseCell] = []
    for exercise in exercises:
        figure = figures.get(exercise.prescription_id)
        # The short form has no steps; what was written for this patient, and every caution, stays.
        told = exercise._replace(steps=()) if grid.form is Form.SIX else exercise
        cell = ExerciseCell.of(column, grid.form, told, figure)
        if cell.least > grid.overlong:
            if waiting:
                yield _band(grid, waiting)
                waiting = []
            yield exercise_group(galley, exercise, figure, is_first=False)._replace(gap=GUTTER, is_parted=False)
            continue
        waiting.append(cell)
        if len(waiting) == grid.columns:
            yield _band(grid, waiting)
            waiting = []
    if waiting:
        yield _band(grid, waiting)


def _band(grid: Grid, beside: list[ExerciseCell]) -> Group:
    cells = tuple(beside)
    least = max(cell.least for cell in cells)

    def build(height: float) -> Group:
        height = max(height, least)
        # Figures of one height, so that the names below them stand in line.
        figure = min(cell.figure_height(height) for cell in cells)
        placed = tuple(
            Cell(number * (cell.width + GUTTER), cell.width, cell.group(height, figure)) for number, cell in enumerate(cells)
        )
        return Group((), gap=GUTTER, cells=placed, stretch=Stretch(grid.cell_height, build))

    return build(least)
