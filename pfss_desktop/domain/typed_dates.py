"""Dates as people type them: a whole one for a form, and the beginning of one for a search."""

import re
from datetime import date
from enum import StrEnum
from itertools import product

from pfss_desktop.domain.faults import UserError
from pfss_desktop.language import _


class DateOrder(StrEnum):
    """Which of day, month and year is written first where the locale decides."""

    DAY_FIRST = "day, month, year"
    MONTH_FIRST = "month, day, year"
    YEAR_FIRST = "year, month, day"


class NotDate(UserError):
    """What was typed is no date; says how one is written."""


def date_from(typed: str, order: DateOrder) -> date:
    """Return the date that was typed as three numbers with any of `-`, `.` and `/` between them; raise NotDate.

    A year of four figures in front is always year, month, day, and a point always stands after the day. Else `order` decides, but
    for a date that can be read in one way only. Years are never guessed from two figures.
    """
    parts = [part for part in re.split(r"[-./\s]+", typed.strip()) if part]
    if len(parts) == 3 and all(part.isascii() and part.isdecimal() and len(part) <= 4 for part in parts):
        for year, month, day in _readings(typed, parts, order):
            try:
                return date(int(year), int(month), int(day)) if len(year) == 4 else _refused()
            except ValueError:
                continue
    return _refused()


def born_patterns(typed: str) -> tuple[str, ...]:
    """Return SQLite GLOB patterns over `1990-05-17` that a word of a search may mean as a date of birth; none for other words.

    The word may be unfinished, as it is while it is being typed. What can be read in two ways is read in both.
    """
    if _YEAR.fullmatch(typed):
        return (f"{typed}-*",)
    parts = re.split(r"[-./]", typed)
    if not 2 <= len(parts) <= 3 or not all(part.isascii() and part.isdecimal() for part in parts if part) or not parts[0]:
        return ()
    patterns: list[str] = []
    for names in _orders(typed, parts):
        fields = {
            name: _field_patterns(name, part, is_last=place + 1 == len(parts))
            for place, (name, part) in enumerate(zip(names, parts, strict=False))
        }
        choices = [fields.get(name, (_ANY[name],)) for name in ("year", "month", "day")]
        patterns += ["-".join(pattern) for pattern in product(*choices)]
    return tuple(dict.fromkeys(patterns))


def _readings(typed: str, parts: list[str], order: DateOrder) -> list[tuple[str, str, str]]:
    first, second, third = parts
    if len(first) == 4 or (order is DateOrder.YEAR_FIRST and len(third) < 3):
        return [(first, second, third)]
    day_first, month_first = (third, second, first), (third, first, second)
    is_day_first = "." in typed or order is not DateOrder.MONTH_FIRST
    return [day_first, month_first] if is_day_first else [month_first, day_first]


def _refused() -> date:
    raise NotDate(_("This is no date. Write day, month and year in figures, the year with four, such as 1990-05-17."))


def _orders(typed: str, parts: list[str]) -> list[tuple[str, str, str]]:
    if len(parts[0]) == 4:
        return [("year", "month", "day")]
    day_first, month_first = ("day", "month", "year"), ("month", "day", "year")
    return [day_first] if "." in typed else [day_first, month_first]


def _field_patterns(name: str, part: str, *, is_last: bool) -> tuple[str, ...]:
    """Return the patterns of one field; none where the figures cannot be it."""
    if not part:
        return (_ANY[name],)
    if name == "year":
        if len(part) == 2 and part not in _CENTURIES:
            return (f"??{part}",)
        return (part + "?" * (4 - len(part)),) if len(part) <= 4 else ()
    if len(part) > 2:
        return ()
    started = (f"{part}?",) if is_last and len(part) == 1 else ()
    return (part.zfill(2), *started)


_CENTURIES = ("19", "20")
"""Two figures that are taken for the beginning of a year; all others for its end."""
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_ANY = {"year": "????", "month": "??", "day": "??"}
