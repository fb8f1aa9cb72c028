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
    """The grid as it is printed; `heads` are weekday and day of the month, `pains` the lines for a number each day."""

    title: str
    how: str
    heads: tuple[tuple[str, str], ...]
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
            "Write how much it hurt, from 0 to 10. Bring this page to your next visit."
        ),
        heads=tuple((weekday_words(column.on), str(column.on.day)) for column in grid.columns),
        lines=tuple(DiaryLine(named.format(number=numbers[row.prescription_id], name=row.name), row.times) for row in grid.rows),
        pains=(_("Pain while I did them"), _("Pain the next morning")),
    )


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
