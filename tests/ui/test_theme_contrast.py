"""Both themes' colours in the pairs in which the window puts them: words 4.5:1, marks 3:1 (WCAG 2.2, 1.4.3 and 1.4.11)."""

import pytest
from PySide6.QtGui import QColor

from pfss_desktop.ui.theme import DARK, LIGHT, Theme
from tests.ui.seen_faults import contrast

GROUNDS = ("ground", "panel", "card", "chosen")
WORDS = (
    *((ink, ground) for ink in ("text", "muted", "accent", "good") for ground in GROUNDS),
    ("on_accent", "accent"),
    ("on_side", "side"),
    ("on_resistance", "resistance"),
    ("on_warning", "warning"),
    ("panel", "text"),
)
"""Ink and ground: words on pages, panels, cards and chosen rows, chips, badges, notices."""
MARKS = (*(("accent", ground) for ground in GROUNDS), ("on_accent", "accent"))
"""Focus frames, the frame of what is chosen, the bar of the present phase; the focus of filled buttons."""


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), WORDS)
def test_words_are_readable(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(QColor(getattr(theme, ink)), QColor(getattr(theme, ground))) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_marks_are_seen(theme: Theme, mark: str, ground: str) -> None:
    assert contrast(QColor(getattr(theme, mark)), QColor(getattr(theme, ground))) >= 3
