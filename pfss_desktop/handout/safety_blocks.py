"""The pain rule as three lights, and the boxes that say when to stop."""

from pfss_desktop.handout.content import Labelled
from pfss_desktop.handout.galley import HANG, PAD, Galley, stacked
from pfss_desktop.handout.marks import BLACK, Group, Mark, Panel, Row
from pfss_desktop.handout.roles import Role
from pfss_desktop.handout.safety import FlarePart, PainLevel, PainPart, StopList
from pfss_desktop.handout.signs import FILLS, light_sign, stop_sign
from pfss_desktop.language import _

SIGN = 30.0
"""Width and height of a light's sign."""
BETWEEN = 8.0
"""Space between the lights."""
TITLE_SIGN = 18.0


def pain_group(galley: Galley, pain: PainPart) -> Group:
    """Return the pain rule; it never splits."""
    rows = galley.setter.rows(pain.title, galley.styles.section, 0.0, galley.width)
    rows += galley.setter.rows(pain.scale, galley.styles.body, 0.0, galley.width)
    rows += [Row(5.0), _lights(galley, pain.levels), Row(6.0)]
    rows += galley.labelled(Labelled(pain.next_morning_label, pain.next_morning), 0.0, galley.width)
    return Group(tuple(rows), gap=24.0, tag="pain", bookmark=galley.setter.printable(pain.title))


def flare_group(galley: Galley, flare: FlarePart) -> Group:
    """Return what to do in a flare-up, step by step."""
    inner = galley.width - 2 * PAD
    rows = galley.setter.rows(flare.title, galley.styles.section, PAD, inner)
    rows += [*galley.setter.rows(flare.sign, galley.styles.body, PAD, inner), Row(2.0)]
    for number, step in enumerate(flare.steps, 1):
        sign = _("{number}.").format(number=number)
        rows += galley.setter.hanging(sign, step, (galley.styles.strong, galley.styles.body), PAD, HANG, inner)
    return galley.boxed(rows, gap=14.0)._replace(bookmark=galley.setter.printable(flare.title))


def stop_group(galley: Galley, stop: StopList, *, leads: bool) -> Group:
    """Return one list of signs to stop for, in a strong box; `leads` where another one follows on the same page."""
    inner = galley.width - 2 * PAD
    indent = TITLE_SIGN + 8
    first, *others = galley.setter.rows(stop.title, galley.styles.section, PAD + indent, inner - indent)
    rows = [Row(first.height, (*stop_sign(PAD, 1.0, TITLE_SIGN), *first.marks)), *others, Row(2.0)]
    for sign in stop.signs:
        rows += galley.setter.hanging("•", sign, (galley.styles.strong, galley.styles.body), PAD, HANG, inner)
    bookmark = galley.setter.printable(stop.title)
    return galley.boxed_strongly(rows, gap=14.0)._replace(leads=leads, tag="stop", bookmark=bookmark)


def _lights(galley: Galley, levels: tuple[PainLevel, ...]) -> Row:
    """Return the lights side by side; each has a sign, a word, an outline and a filling of its own. Read aloud, each is a row."""
    wide = (galley.width - BETWEEN * (len(levels) - 1)) / len(levels)
    columns = [_light(galley, level, number * (wide + BETWEEN), wide) for number, level in enumerate(levels)]
    height = max(end for _marks, end in columns) + 8
    marks: list[Mark] = []
    for number, (level, (column, _end)) in enumerate(zip(levels, columns, strict=True)):
        x = number * (wide + BETWEEN)
        marks.append(Panel(x, 0.0, wide, height, FILLS[level.light], BLACK, 0.8 + 0.7 * number, 5.0))
        marks += column
    return Row(height, tuple(marks))


def _light(galley: Galley, level: PainLevel, x: float, wide: float) -> tuple[list[Mark], float]:
    setter, styles = galley.setter, galley.styles
    text_x = x + PAD + SIGN + 8
    text_width = x + wide - PAD - text_x
    heading = setter.rows(level.word, styles.section.as_role(Role.ROW_HEAD), text_x, text_width)
    heading += setter.rows(level.levels, styles.strong.as_role(Role.CELL), text_x, text_width)
    heading_marks, end = stacked(heading, 6.0)
    advice = setter.rows(level.advice, styles.body.as_role(Role.CELL), x + PAD, wide - 2 * PAD)
    advice_marks, end = stacked(advice, max(end, SIGN + 12) + 2)
    return [*light_sign(level.light, x + PAD, 9.0, SIGN), *heading_marks, *advice_marks], end
