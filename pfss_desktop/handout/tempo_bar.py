"""The tempo bar: seconds drawn to scale, numbered to count along, with the words beneath. Fillings differ in grey, too."""

from pfss_desktop.handout.galley import Galley
from pfss_desktop.handout.marks import BLACK, TEAL, WHITE, Colour, Mark, Panel, Row, Rule, lowered
from pfss_desktop.handout.roles import Role
from pfss_desktop.handout.tempo_words import COUNTED, Motion, Stretch, TempoPart

SECOND = 17.0
"""Points of a second, wide enough for its number; less where the bar would not fit."""
LONGEST = 0.72
"""Of the width: the longest bar; the unit follows it."""
GO_FILL: Colour = (1.0, 1.0, 1.0)
BACK_FILL: Colour = (0.85, 0.85, 0.85)
FILLS = {Motion.GO: GO_FILL, Motion.HOLD: TEAL, Motion.BACK: BACK_FILL}
INKS = {Motion.GO: BLACK, Motion.HOLD: WHITE, Motion.BACK: BLACK}


def tempo_rows(galley: Galley, tempo: TempoPart, x: float, width: float) -> list[Row]:
    """Return the bar, its parts as long as their seconds, and a line of words beneath; the dosage says the same in words."""
    style = galley.styles.body.as_role(Role.DECORATION)
    total = sum(stretch.seconds for stretch in tempo.stretches)
    is_counted = total <= COUNTED
    second = min(SECOND * style.size / 12, LONGEST * width / total) if is_counted else LONGEST * width / total
    height = style.size + 4
    marks: list[Mark] = []
    at = x
    for stretch in tempo.stretches:
        marks += _stretch(galley, stretch, at, second, height, is_counted=is_counted)
        at += stretch.seconds * second
    unit = galley.setter.printable(tempo.unit)
    marks.append(style.words(unit, at + 6, 0.0))
    return [Row(4.0), Row(height + 1, tuple(marks)), *_words(galley, tempo, x, width, second), Row(2.0)]


def hold_bar(galley: Galley, tempo: TempoPart, x: float, top: float) -> tuple[list[Mark], float, float]:
    """Return the bar of a hold only behind its words, all on one line, and its width and height."""
    style = galley.styles.strong
    (stretch,) = tempo.stretches
    words = galley.setter.printable(tempo.hold)
    words = words[:1].upper() + words[1:]
    second = SECOND * style.size / 12
    height = style.size + 4
    bar_x = x + style.width(words) + 6
    bar = [lowered(mark, top + 2.5) for mark in _stretch(galley, stretch, bar_x, second, height, is_counted=True)]
    return [style.words(words, x, top + 2.5), *bar], bar_x + stretch.seconds * second - x, height + 5


def _stretch(galley: Galley, stretch: Stretch, x: float, second: float, height: float, *, is_counted: bool) -> list[Mark]:
    style = galley.styles.strong.as_role(Role.DECORATION)._replace(colour=INKS[stretch.motion])
    wide = stretch.seconds * second
    marks: list[Mark] = [Panel(x, 0.0, wide, height, FILLS[stretch.motion], BLACK, 1.0)]
    if not is_counted:
        number = str(stretch.seconds)
        return [*marks, style.words(number, x + (wide - style.width(number)) / 2, 0.5)]
    for count in range(1, stretch.seconds + 1):
        number = str(count)
        left = x + (count - 1) * second
        if count > 1:
            marks.append(Rule(left, 0.0, left, height, INKS[stretch.motion], 0.6))
        marks.append(style.words(number, left + (second - style.width(number)) / 2, 0.5))
    return marks


def _words(galley: Galley, tempo: TempoPart, x: float, width: float, second: float) -> list[Row]:
    """Return the words under their parts, or in a line where one is wider than its part."""
    style = galley.styles.body.as_role(Role.DECORATION)
    words = [galley.setter.printable(stretch.word) for stretch in tempo.stretches]
    last = len(words) - 1
    fits = all(
        style.width(word) + 4 <= stretch.seconds * second or at == last
        for at, (word, stretch) in enumerate(zip(words, tempo.stretches, strict=True))
    )
    if not fits:
        return galley.setter.rows(" – ".join(words), style, x, width)
    marks: list[Mark] = []
    left = x
    for word, stretch in zip(words, tempo.stretches, strict=True):
        marks.append(style.words(word, left))
        left += stretch.seconds * second
    return [Row(style.leading, tuple(marks))]
