"""Dates on the screen, as the locale writes them."""

import re
from datetime import date

from PySide6.QtCore import QDate, QLocale

from pfss_desktop.domain.typed_dates import DateOrder


def day_text(day: date) -> str:
    """Return a day as it is read, such as "17 May 1990"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


def typed_day(day: date) -> str:
    """Return a day in figures as the locale writes it, with the whole year: what a person would type."""
    order, between = _locale_date()
    if order is DateOrder.YEAR_FIRST:
        return day.isoformat()
    parts = (day.day, day.month) if order is DateOrder.DAY_FIRST else (day.month, day.day)
    return between.join(map(str, (*parts, day.year)))


def typed_order() -> DateOrder:
    """Return which of day, month and year the locale writes first."""
    return _locale_date()[0]


def _locale_date() -> tuple[DateOrder, str]:
    """Return the order of a date in figures and what stands between them; ISO where it writes months as words."""
    pattern = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    found = re.fullmatch(r"(d{1,2}|M{1,2})\s*([-./])\s*(?:d{1,2}|M{1,2})[-./\s]+y+\.?", pattern)
    if found is None:
        return DateOrder.YEAR_FIRST, "-"
    return (DateOrder.DAY_FIRST if found[1].startswith("d") else DateOrder.MONTH_FIRST), found[2]
