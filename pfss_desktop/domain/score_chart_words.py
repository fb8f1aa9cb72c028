"""A chart of scores in words: its title, which way is better, and all that is in it for those who cannot see it."""

from pfss_desktop.domain.outcome_words import change_words, number_words, side_word, value_words
from pfss_desktop.domain.outcomes import Better
from pfss_desktop.domain.score_chart import ChartGroup
from pfss_desktop.domain.score_history import Series
from pfss_desktop.language import _, translated


def group_title(group: ChartGroup, *, plain: bool = False) -> str:
    """Return what a chart is of; `plain` is for patients."""
    measure = group.measure
    name = group.label or translated(measure.plain if plain else measure.short)
    side = group.lines[0].side if len(group.lines) == 1 else None
    if side:
        name = _("{name}, {side}").format(name=name, side=side_word(side))
    return _("{name} ({unit})").format(name=name, unit=translated(group.unit)) if group.unit else name


def better_words(group: ChartGroup) -> str:
    """Return which way is better; empty where that is not known."""
    return {
        Better.HIGHER: _("higher is better"),
        Better.LOWER: _("lower is better"),
        Better.UNKNOWN: "",
    }[group.measure.better]


def change_in_words(line: Series) -> str:
    """Return the change of a line in all; empty where there is none to tell."""
    change = line.change_in_all()
    return change_words(change, line.unit) if change else ""


def line_words(line: Series) -> str:
    """Return a line's first and last value and the change between them."""
    last = value_words(line.points[-1].value, line.unit)
    first = value_words(line.points[0].value, line.unit)
    told = last if len(line.points) == 1 else _("{first} → {last}").format(first=first, last=last)
    whole = " · ".join(part for part in (told, change_in_words(line)) if part)
    return _("{side}: {told}").format(side=side_word(line.side), told=whole) if line.side else whole


def spoken_chart(group: ChartGroup) -> str:
    """Return every value of a chart by visit, as one text."""
    told = []
    for line in group.lines:
        values = ", ".join(
            _("visit {number}: {value}").format(number=point.visit_number, value=number_words(point.value))
            for point in line.points
        )
        told.append(_("{side}: {told}").format(side=side_word(line.side), told=values) if line.side else values)
        if change := change_in_words(line):
            told.append(change)
    return ". ".join((*told, *filter(None, (better_words(group),))))
