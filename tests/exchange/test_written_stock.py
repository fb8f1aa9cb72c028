"""The clinic's stock and usual exercises as they are kept, and how damaged ones are refused."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pfss_desktop.domain.clinic_stock import ClinicStock, StockedBands
from pfss_desktop.domain.faults import FaultyFile
from pfss_desktop.domain.resistance import BandForm
from pfss_desktop.exchange.written_stock import stock_from, usual_from, written_stock, written_usual
from tests.strategies import HOSTILE_LINES

_lines = st.sampled_from([line for line in HOSTILE_LINES if line.strip() and "\t" not in line])
_steps = st.lists(st.sampled_from("0.25 0.5 1 1.5 2 2.50 10".split()), unique_by=Decimal).map(  # noqa: SIM905
    lambda texts: tuple(sorted(map(Decimal, texts)))
)
_bands = st.builds(
    StockedBands, _lines, st.lists(_lines, min_size=1, max_size=4, unique=True).map(tuple), latex_free=st.booleans()
)
_stocks = st.builds(
    ClinicStock,
    st.lists(_bands, max_size=3, unique_by=lambda held: held.maker).map(tuple),
    _steps,
    _steps,
    st.lists(_lines, max_size=4).map(tuple),
)
STOCK = ClinicStock((StockedBands("TheraBand", ("red",), BandForm.LOOP, latex_free=True),), (Decimal("2.50"),), (), ("step",))


@given(_stocks)
def test_what_is_written_is_read_back(stock: ClinicStock) -> None:
    assert stock_from(written_stock(stock)) == stock


def test_nothing_kept_is_no_stock_at_all() -> None:
    assert stock_from("") is None
    assert usual_from("") == {}
    assert written_usual({1: ()}) == ""


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("bands", [{"maker": "A", "colours": [], "form": "flat", "latex_free": True}]),
        ("bands", [{"maker": "A", "colours": ["red"], "form": "round", "latex_free": True}]),
        ("bands", [{"maker": "A", "colours": ["red"], "form": "flat", "latex_free": "yes"}]),
        ("bands", [{"maker": "A", "colours": ["red"], "form": "flat"}]),
        ("cuff_pounds", ["2", "1"]),
        ("cuff_pounds", [2]),
        ("cuff_kilograms", ["400"]),
        ("cuff_kilograms", ["NaN"]),
        ("things", ["a\u0000b"]),
        ("things", "step"),
        ("more", 1),
    ],
)
def test_a_damaged_stock_is_refused(part: str, value: object) -> None:
    data = {**json.loads(written_stock(STOCK)), part: value}
    with pytest.raises(FaultyFile):
        stock_from(json.dumps(data))


@given(st.integers(1, len(written_stock(STOCK)) - 1))
def test_a_stock_that_was_cut_short_is_refused(length: int) -> None:
    with pytest.raises(FaultyFile):
        stock_from(written_stock(STOCK)[:length])


def test_usual_exercises_by_stage() -> None:
    assert usual_from(written_usual({1: ("quad-set",), 3: ("t-stance", "skipping")})) == {
        1: ("quad-set",),
        3: ("t-stance", "skipping"),
    }
    for damaged in ('{"5": ["a"]}', '{"1": [""]}', "[]", '{"1": "quad-set"}', "{"):
        with pytest.raises(FaultyFile):
            usual_from(damaged)
