"""Scores as a table that a spreadsheet opens: every score a row, numbers as numbers, and no text that acts as a formula."""

import csv
from datetime import date
from decimal import Decimal
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.record import Score
from pfss_desktop.domain.score_history import ScoredVisit
from pfss_desktop.domain.visits import Visit
from pfss_desktop.exchange.scores_csv import encode_scores, safe_text
from tests.strategies import lines, records

ACTING = ("=", "+", "-", "@", "\t", "\r")


def read(content: bytes, delimiter: str = ",") -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def visit(number: int, *scores: Score, phase: str = "Calm") -> ScoredVisit:
    return ScoredVisit("plan-1", Visit(f"visit-{number}", number, date(2026, 11, number)), phase, scores)


def test_each_score_of_each_visit_is_a_row() -> None:
    first = visit(1, Score("nprs-worst", Decimal(7)), Score("free", Decimal("-2.50"), Side.LEFT, "Knee bend", "°"))
    content = encode_scores([first, visit(2), visit(9, Score("nprs-worst", Decimal(3)))], lambda score: score.measure)
    assert read(content) == [
        ["visit", "date", "phase", "measure", "side", "label", "value", "unit"],
        ["1", "2026-11-01", "Calm", "nprs-worst", "", "", "7", ""],
        ["1", "2026-11-01", "Calm", "free", "left", "Knee bend", "-2.50", "°"],
        ["9", "2026-11-09", "Calm", "nprs-worst", "", "", "3", ""],
    ]


@given(records(["held"], ["phase"]), lines(), st.sampled_from(["", "=", "+", "-", "@", "\t", "\r", "＝", "a;="]))
def test_no_text_acts_as_a_formula_and_every_number_stays_one(record: object, phase: str, before: str) -> None:
    scores = getattr(record, "scores", ())
    held = ScoredVisit("plan-1", Visit("visit-1", 1, date(2026, 11, 22)), before + phase, scores)
    content = encode_scores([held], lambda score: before + score.measure)
    _head, *rows = read(content)
    assert len(rows) == len(scores)
    for row, score in zip(rows, scores, strict=True):
        number, on, *texts, value, unit = row
        assert (number, on, Decimal(value)) == ("1", "2026-11-22", score.value)
        assert not any(text.startswith(ACTING) for text in (*texts, unit))
    # A spreadsheet of a country that writes decimal commas splits at semicolons.
    cells = [cell for row in read(content, ";") for cell in row[1:]]
    assert not any(cell.startswith(ACTING) for cell in cells)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("@x", "'@x"),
        ("\t=1", "'\t'=1"),
        ("stairs;-1", "stairs;'-1"),
        ("step-down, 3 + 4 = 7", "step-down, 3 + 4 = 7"),
        ("", ""),
    ],
)
def test_only_what_might_act_gets_an_apostrophe(text: str, shown: str) -> None:
    assert safe_text(text) == shown
