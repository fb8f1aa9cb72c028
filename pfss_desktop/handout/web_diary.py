"""The diary on the web page: a table for each week, narrow enough for a phone, with a box for every time."""

from pfss_desktop.handout.diary_words import DiaryPart
from pfss_desktop.handout.html import NONE, Html, own, tag, text
from pfss_desktop.language import _

WEEK = 7


def diary_part(part: DiaryPart) -> Html:
    """Return the diary; the page keeps nothing, and says so."""
    lost = _("This page does not keep your ticks: they are gone when you close it. To keep a diary, print the page.")
    weeks = range(0, len(part.heads), WEEK)
    return tag(
        "section",
        tag("h2", own(part.title)),
        tag("p", text(part.how)),
        tag("p", tag("strong", text(lost)), class_="screen"),
        *(_week(part, range(first, min(first + WEEK, len(part.heads)))) for first in weeks),
        id="diary",
    )


def _week(part: DiaryPart, days: range) -> Html:
    heads = [_head(part.heads[day]) for day in days]
    bodies = [_exercise(line.label, line.boxes, part, days) for line in part.lines]
    bodies += [_pain(label, part, days) for label in part.pains]
    return tag("table", tag("thead", tag("tr", *heads)), *bodies, class_="diary", aria_label=part.title)


def _head(words: tuple[str, str, str]) -> Html:
    weekday, *others = words
    lines = [line for word in others if word for line in (Html("<br>"), text(word))]
    return tag("th", text(weekday), *lines, scope="col")


def _exercise(label: str, boxes: tuple[int, ...], part: DiaryPart, days: range) -> Html:
    """Return an exercise and its boxes, nothing where it has none in this week."""
    if not any(boxes[day] for day in days):
        return NONE
    cells = [tag("td", *(_box(label, day, at, boxes[day], part) for at in range(1, boxes[day] + 1))) for day in days]
    return _named_row(label, cells)


def _pain(label: str, part: DiaryPart, days: range) -> Html:
    cells = [
        tag("td", tag("input", type="text", inputmode="numeric", maxlength=2, aria_label=_cell_name(label, day, part)))
        for day in days
    ]
    return _named_row(label, cells)


def _named_row(label: str, cells: list[Html]) -> Html:
    name = tag("tr", tag("th", own(label), colspan=len(cells), scope="rowgroup"))
    return tag("tbody", name, tag("tr", *cells))


def _box(label: str, day: int, at: int, count: int, part: DiaryPart) -> Html:
    name = _cell_name(label, day, part)
    if count > 1:
        name = _("{what}, {number} of {count}").format(what=name, number=at, count=count)
    return tag("input", type="checkbox", aria_label=name)


def _cell_name(label: str, day: int, part: DiaryPart) -> str:
    weekday, number, _month = part.heads[day]
    return _("{what}, {weekday} {day}").format(what=label, weekday=weekday, day=number)
