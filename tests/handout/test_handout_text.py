"""The one door for texts: what comes through, what is cleaned away, what is reported."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pfss_desktop.handout.render import missing_letters
from pfss_desktop.handout.request import HandoutRequest
from pfss_desktop.handout.text import for_paper, missing_from
from pfss_desktop.handout.typeface import paper_typeface
from tests.handout.plans_at_hand import plan_of, prescription, request_for

LOST = "\U0010abcd"
"""A letter for private use that no font has."""
OTHER = "\U0010abce"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Hold, then lower.", "Hold, then lower."),
        ("do NOT lift <more than 5 kg> today", "do NOT lift <more than 5 kg> today"),
        ("&amp; stays &amp;", "&amp; stays &amp;"),
        ("Đứng thẳng, gối hơi gập", "Đứng thẳng, gối hơi gập"),
        ("Σηκώστε το πόδι", "Σηκώστε το πόδι"),
        ("Поднимите ногу", "Поднимите ногу"),
        ("bell\x07 and null\x00", "bell and null"),
        ("a\ud800b", "ab"),
        ("left\u202eright", "leftright"),
        ("soft\u00adhyphen, joiner\u200d, mark\u200e, bom\ufeff", "softhyphen, joiner, mark, bom"),
        ("line\r\nend\rhere", "line\nend\nhere"),
        ("tab\there, em\u2003space", "tab here, em space"),
        ("5\u202fkg", "5\u00a0kg"),
        ("e\u0301", "é"),
        ("שלום", "שלום"),
        ("فاطمة 12", "فاطمة 12"),
        ("क्षेत्र", "क्षेत्र"),
        ("می\u200cخواهم", "می\u200cخواهم"),  # Persian needs its non-joiner
        ("well done \U0001f44d\ufe0f!", "well done \U0001f44d!"),
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f468\u200d\U0001f469\u200d\U0001f467"),
        (f"{LOST}{LOST}", "[?]"),
        (f"a {LOST}{LOST} b {LOST}", "a [?] b [?]"),
    ],
)
def test_a_text_on_its_way_to_paper(typed: str, printed: str) -> None:
    assert for_paper(typed, paper_typeface().letters) == printed


@given(st.text(st.characters(), max_size=200))
def test_whatever_is_typed_every_printed_letter_is_in_some_font(typed: str) -> None:
    typeface = paper_typeface()
    printed = for_paper(typed, typeface.letters)
    unseen = "\n\u200c\u200d\u200e\u200f"
    assert all(typeface.letters.has(letter) or letter in unseen for letter in printed)
    assert typeface.regular.width(printed.replace("\n", " "), 10) >= 0


@given(st.text(st.characters(), max_size=200))
def test_a_text_is_printed_the_same_when_it_passes_twice(typed: str) -> None:
    letters = paper_typeface().letters
    once = for_paper(typed, letters)
    assert for_paper(once, letters) == once


def test_missing_letters_are_told_each_once_in_order() -> None:
    assert missing_from(("ab", LOST + OTHER, "a" + OTHER), paper_typeface().letters) == (LOST, OTHER)


def test_a_request_tells_what_it_cannot_print_wherever_it_stands() -> None:
    held = prescription(note=f"Nice {LOST}")
    request = request_for(plan_of(held, goal=f"{OTHER} שלום"), patient_name="Σοφία")
    assert missing_letters(request) == (OTHER, LOST)


def test_a_plain_request_has_nothing_missing() -> None:
    assert missing_letters(request_for(plan_of(prescription()))) == ()


def test_what_the_program_itself_says_can_be_printed() -> None:
    bare: HandoutRequest = request_for(plan_of(phases=()), patient_name="")
    assert missing_letters(bare) == ()
