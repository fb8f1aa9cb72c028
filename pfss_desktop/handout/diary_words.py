"""The diary's words: the grid of the present phase, with its heads and the lines to write the pain on."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from pfss_desktop.domain.diary import GRID_DAYS, diary_of
from pfss_desktop.domain.plan import Phase
from pfss_desktop.language import _


class DiaryLine(NamedTuple):
    """An exercise, and how many boxes to tick it has on each day."""

    label: str
    boxes: tuple[int, ...]


class DiaryPart(NamedTuple):
    """The grid as it is printed; `heads` are weekday, day of the month, and the month where it begins.

    `pains` are the lines for a number each day.
    """

    title: str
    how: str
    heads: tuple[tuple[str, str, str], ...]
    lines: tuple[DiaryLine, ...]
    pains: tuple[str, ...]


def diary_part(phase: Phase, first_day: date, numbers: Mapping[str, int], days: int = GRID_DAYS) -> DiaryPart | None:
    """Return the diary of a phase for so many days, None for one without exercises; `numbers` are those on the sheet."""
    grid = diary_of(phase, first_day, days)
    if not grid.rows:
        return None
    named = _("{number}. {name}")
    return DiaryPart(
        title=_("Your diary for “{phase}”").format(phase=phase.name.strip()),
        how=_(
            "Tick a box each time you do an exercise. You may do it on another day of the week. "
            "Write how much it hurt, from 0 to 10. Bring this sheet to your next visit."
        ),
        heads=tuple(_head(column.on, is_first=at == 0) for at, column in enumerate(grid.columns)),
        lines=tuple(DiaryLine(named.format(number=numbers[row.prescription_id], name=row.name), row.times) for row in grid.rows),
        pains=(_("Pain while I did them"), _("Pain the next morning")),
    )


def _head(on: date, *, is_first: bool) -> tuple[str, str, str]:
    return weekday_words(on), str(on.day), month_words(on) if is_first or on.day == 1 else ""


def month_words(on: date) -> str:
    """Return the month, short."""
    return _MONTHS[on.month - 1]()


def weekday_words(on: date) -> str:
    """Return the day of the week, short."""
    return _WEEKDAYS[on.weekday()]()


# Each word is looked up when it is printed, in the language spoken then.
_WEEKDAYS: tuple[Callable[[], str], ...] = (
    lambda: _("Mon"),
    lambda: _("Tue"),
    lambda: _("Wed"),
    lambda: _("Thu"),
    lambda: _("Fri"),
    lambda: _("Sat"),
    lambda: _("Sun"),
)

_MONTHS: tuple[Callable[[], str], ...] = (
    lambda: _("Jan"),
    lambda: _("Feb"),
    lambda: _("Mar"),
    lambda: _("Apr"),
    lambda: _("May"),
    lambda: _("Jun"),
    lambda: _("Jul"),
    lambda: _("Aug"),
    lambda: _("Sep"),
    lambda: _("Oct"),
    lambda: _("Nov"),
    lambda: _("Dec"),
)
