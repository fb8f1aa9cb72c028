"""Which way letters run: held against another implementation of the same standard."""

import re
import unicodedata

from bidi.bidi import get_display_inner
from hypothesis import given, settings
from hypothesis import strategies as st

from pfss_desktop.handout.bidi import base_level, levels_of, visual_order

MIXED = st.text(st.sampled_from("abשלمع12٣٤()[]-+.,:%$  \u0301\u05b0«!"), min_size=1, max_size=24)


def levels_by_another(text: str, base: int) -> list[int]:
    """The levels that python-bidi prints when it is asked to explain itself: one for each byte of a letter."""
    told = get_display_inner(text, "LR"[base], True).split("paragraphs")[0].split("levels")[1]
    by_byte = [int(level) for level in re.findall(r"Level\(\s+(\d+)", told)]
    levels, at = [], 0
    for letter in text:
        levels.append(by_byte[at])
        at += len(letter.encode())
    return levels


@settings(max_examples=500, deadline=None)
@given(MIXED, st.sampled_from((0, 1)))
def test_levels_are_those_of_the_standard(text: str, base: int) -> None:
    inner = len(text.rstrip(" "))  # the other one leaves spaces at the end to the line breaker
    assert levels_of(text, base)[:inner] == levels_by_another(text, base)[:inner]


@given(st.lists(st.integers(0, 3), max_size=30))
def test_reordering_keeps_everything_and_leaves_left_to_right_alone(levels: list[int]) -> None:
    order = visual_order(levels)
    assert sorted(order) == list(range(len(levels)))
    if set(levels) <= {0}:
        assert order == list(range(len(levels)))


def test_numbers_and_latin_words_stay_readable_inside_hebrew() -> None:
    text = "תרגיל 12 kg"
    shown = "".join(text[number] for number in visual_order(levels_of(text, base_level(text))))
    assert "12" in shown
    assert "kg" in shown
    assert shown.index("kg") < shown.index("12") < shown.index("ליגרת")


def test_the_first_letter_with_a_direction_decides() -> None:
    assert base_level("12. שלום abc") == 1
    assert base_level("abc שלום") == 0
    assert base_level("12 - 13") == 0
    assert unicodedata.bidirectional("ع") == "AL"
    assert base_level("(عربي)") == 1
