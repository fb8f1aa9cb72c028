"""Dates are typed and shown as the locale writes them, and read back as the same day."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale

from pfss_desktop.domain.typed_dates import DateOrder, date_from
from pfss_desktop.ui.date_text import day_text, typed_day, typed_order

DAY = date(1990, 4, 3)


@pytest.fixture
def locale() -> Iterator[None]:
    former = QLocale()
    yield
    QLocale.setDefault(former)


@pytest.mark.parametrize(
    ("name", "order", "typed"),
    [
        ("en_US", DateOrder.MONTH_FIRST, "4/3/1990"),
        ("en_GB", DateOrder.DAY_FIRST, "3/4/1990"),
        ("es_ES", DateOrder.DAY_FIRST, "3/4/1990"),
        ("de_DE", DateOrder.DAY_FIRST, "3.4.1990"),
        ("sv_SE", DateOrder.YEAR_FIRST, "1990-04-03"),
        ("C", DateOrder.YEAR_FIRST, "1990-04-03"),
    ],
)
def test_a_day_is_written_the_way_it_is_read(locale: None, name: str, order: DateOrder, typed: str) -> None:
    QLocale.setDefault(QLocale(name))
    assert (typed_order(), typed_day(DAY)) == (order, typed)


def test_every_locale_reads_what_it_writes(locale: None) -> None:
    names = QLocale.matchingLocales(QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry)
    assert len(names) > 100
    for each in names:
        QLocale.setDefault(each)
        assert date_from(typed_day(DAY), typed_order()) == DAY, each.name()
        assert "1990" in day_text(DAY) or not day_text(DAY).isascii()
