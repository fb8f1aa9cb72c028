"""Scores over visits as a table for a spreadsheet: CSV in UTF-8, in which no text acts as a formula. No file is opened here."""

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from io import StringIO

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.record import Score
from pfss_desktop.domain.score_history import ScoredVisit
from pfss_desktop.language import _, translated

BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Without it, spreadsheets on Windows take the file for another encoding."""

_ACTS = re.compile(r"(^|[;|\t\r\n])(?=[=+\-@\t\r\n\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH COMMERCIAL AT}])")
"""Where a spreadsheet might take what follows for a formula: at the start of a cell, or behind what it may split cells at."""


def encode_scores(visits: Sequence[ScoredVisit], measure: Callable[[Score], str]) -> bytes:
    """Return the table: a row for each score, the visits in their order, heads and words in the language spoken now.

    `measure` names what a score is of. Numbers are written with a point, dates as 2026-11-22.
    """
    table = StringIO()
    writer = csv.writer(table)
    writer.writerow([_("visit"), _("date"), _("phase"), _("measure"), _("side"), _("label"), _("value"), _("unit")])
    writer.writerows(_rows(visits, measure))
    return (BYTE_ORDER_MARK + table.getvalue()).encode()


def safe_text(text: str) -> str:
    """Return the text with an apostrophe before whatever a spreadsheet might take for a formula."""
    return _ACTS.sub(r"\1'", text)


def _rows(visits: Sequence[ScoredVisit], measure: Callable[[Score], str]) -> Iterator[list[str]]:
    for held in visits:
        for score in held.scores:
            texts = (translated(held.phase), measure(score), _side(score.side), score.label)
            yield [
                str(held.visit.number),
                held.visit.on.isoformat(),
                *map(safe_text, texts),
                f"{score.value:f}",
                safe_text(translated(score.unit)),
            ]


def _side(side: Side | None) -> str:
    return {Side.LEFT: _("left"), Side.RIGHT: _("right")}.get(side, "") if side else ""
