"""The line of short statements under an exercise's dosage: what has changed, which leg, what to use, how long to hold."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from pfss_desktop.handout.change_blocks import mark_chip
from pfss_desktop.handout.content import ExercisePart
from pfss_desktop.handout.galley import PAD, Galley
from pfss_desktop.handout.marks import BLACK, WHITE, Mark, Panel, Row
from pfss_desktop.handout.roles import Role
from pfss_desktop.handout.signs import sole
from pfss_desktop.handout.tempo_bar import hold_bar
from pfss_desktop.handout.tempo_words import TempoPart
from pfss_desktop.language import _

SPACE = 7.0
"""Between two chips."""
ABOVE = 4.0
SOLE = 0.95
"""Width of a foot as a multiple of the text's size."""


class Chip(NamedTuple):
    """One statement: its size, and its marks at a given left edge."""

    width: float
    height: float
    at: Callable[[float], list[Mark]]


def chip_rows(galley: Galley, exercise: ExercisePart, x: float, width: float) -> list[Row]:
    """Return the chips, as many beside each other as fit."""
    rows: list[Row] = []
    beside: list[Mark] = []
    used = height = 0.0
    for chip in _chips(galley, exercise, width):
        if beside and used + chip.width > width:
            rows.append(Row(height + ABOVE + 1, tuple(beside)))
            beside, used, height = [], 0.0, 0.0
        beside += chip.at(x + used)
        used += chip.width + SPACE
        height = max(height, chip.height)
    return [*rows, Row(height + ABOVE + 1, tuple(beside))] if beside else rows


def _chips(galley: Galley, exercise: ExercisePart, width: float) -> Iterator[Chip]:
    if exercise.mark:
        yield Chip(
            mark_chip(galley, exercise.mark, 0.0, ABOVE)[1],
            galley.styles.chip_side.leading + 4,
            lambda x: list(mark_chip(galley, exercise.mark, x, ABOVE)[0]),
        )
    if galley.setter.printable(exercise.side).strip():
        yield _fact(galley, exercise.side, width, exercise.feet, is_side=True)
    if exercise.tempo and exercise.tempo.hold:
        yield _hold(galley, exercise.tempo)
    for fact in exercise.facts:
        if galley.setter.printable(fact).strip():
            yield _fact(galley, fact, width, None, is_side=False)


def _hold(galley: Galley, tempo: TempoPart) -> Chip:
    _marks, width, height = hold_bar(galley, tempo, 0.0, ABOVE)
    return Chip(width, height, lambda x: hold_bar(galley, tempo, x, ABOVE)[0])


def _fact(galley: Galley, fact: str, width: float, feet: tuple[bool, bool] | None, *, is_side: bool) -> Chip:
    """Return a statement in an outline; that of the side is the strongest, with the feet in front."""
    style = galley.styles.chip_side if is_side else galley.styles.strong
    indent = _feet_width(galley) if feet else 0.0
    lines = galley.setter.lines(fact, style, width - 2 * PAD - indent)
    wide = max(map(style.width, lines)) + 2 * PAD + indent
    tall = len(lines) * style.leading + 5

    def at(x: float) -> list[Mark]:
        marks: list[Mark] = [Panel(x, ABOVE, wide, tall, None, BLACK, 2.0 if is_side else 0.8, 4.0)]
        marks += _feet(galley, feet, x + PAD, ABOVE, tall) if feet else []
        text_x = x + PAD + indent
        return marks + [
            style.words(line, text_x, ABOVE + 2 + number * style.leading, continues=number > 0)
            for number, line in enumerate(lines)
        ]

    return Chip(wide, tall, at)


def _feet_width(galley: Galley) -> float:
    """Return the room of both feet and the space to the words behind them."""
    return 2 * SOLE * galley.styles.body.size + 2.5 + 6


def _feet(galley: Galley, feet: tuple[bool, bool], x: float, y: float, tall: float) -> list[Mark]:
    """Return both feet as the patient sees them, looking down: left and right with their letters, the working one black."""
    size = galley.styles.body.size
    style = galley.styles.chip_side.as_role(Role.DECORATION)
    wide, high = SOLE * size, 1.35 * size
    top = y + (tall - high) / 2
    marks: list[Mark] = []
    for number, (letter, works) in enumerate(zip((_("L"), _("R")), feet, strict=True)):
        left = x + number * (wide + 2.5)
        shown = galley.setter.fitted(letter, style, wide)
        words = style.words(shown, left + (wide - style.width(shown)) / 2, top + (high - style.leading) / 2)
        marks += [sole(left, top, wide, high, works=works), words._replace(colour=WHITE if works else BLACK)]
    return marks
