"""What people type and paste becomes tidy text: nothing invisible, nothing that reads other than it is, nothing lost."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pfss_desktop.domain.bounds import check_line, check_text, tidy_line, tidy_text
from pfss_desktop.domain.faults import OutOfBounds

HOSTILE = st.text(
    st.one_of(st.characters(), st.sampled_from("\x00\r\n\t\x85\u2028\u2029\u202e\u2066\u200d\ud800\udfff\ufeff\uffff e\u0301")),
    max_size=60,
)


@given(HOSTILE)
def test_tidying_twice_is_tidying_once(typed: str) -> None:
    assert tidy_text(tidy_text(typed)) == tidy_text(typed)
    assert tidy_line(tidy_line(typed)) == tidy_line(typed)


@given(HOSTILE)
def test_tidied_text_is_what_the_domain_accepts(typed: str) -> None:
    check_text("note", tidy_text(typed))
    check_line("name", tidy_line(typed), empty=True)


@given(HOSTILE)
def test_tidied_text_holds_no_control_but_newline_and_tab_and_can_be_written(typed: str) -> None:
    tidied = tidy_text(typed)

    assert {letter for letter in tidied if unicodedata.category(letter) in ("Cc", "Cs")} <= {"\n", "\t"}
    assert not set(tidied) & set("\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    tidied.encode("utf-8")


@given(HOSTILE)
def test_a_tidied_line_is_one_line_without_outer_or_double_spaces(typed: str) -> None:
    line = tidy_line(typed)

    assert len(line.splitlines()) <= 1
    assert line == line.strip()
    assert "  " not in line


@given(st.text(st.characters(categories=("L", "N", "P", "S"))))
def test_letters_figures_and_signs_of_any_script_all_stay(typed: str) -> None:
    assert tidy_text(typed) == unicodedata.normalize("NFC", typed.replace("\ufffe", "").replace("\uffff", ""))


@pytest.mark.parametrize(
    ("typed", "text", "line"),
    [
        ("a\r\nb\rc\u2028d\u2029e", "a\nb\nc\nd\ne", "a b c d e"),
        ("  two\t words ", "  two\t words ", "two words"),
        ("e\u0301", "é", "é"),
        ("do NOT lift <more than 5 kg>", "do NOT lift <more than 5 kg>", "do NOT lift <more than 5 kg>"),
        ("left \u202egel thgir\u202c", "left gel thgir", "left gel thgir"),
        ("bell\x07 null\x00", "bell null", "bell null"),
        ("half \ud83d", "half ", "half"),
        ("\ufeffstart", "\ufeffstart", "\ufeffstart"),
        ("नमस्ते مرحبا 膝 👩\u200d🦽", "नमस्ते مرحبا 膝 👩\u200d🦽", "नमस्ते مرحبا 膝 👩\u200d🦽"),
    ],
)
def test_what_is_pasted_becomes(typed: str, text: str, line: str) -> None:
    assert (tidy_text(typed), tidy_line(typed)) == (text, line)


@pytest.mark.parametrize(
    "letter", ["a", "\u0301", "\x00", "\u202e", "\n", " ", "\ud800", "\r\n", "\u1100\u1161", "\u0958", "e\u0323\u0307"]
)
def test_a_hundred_thousand_letters_are_tidied_and_refused_not_cut(letter: str) -> None:
    tidied = tidy_text(letter * 100_000)

    assert tidied == tidy_text(tidied)
    with pytest.raises(OutOfBounds, match="at most 4000"):
        check_text("note", "a" * 100_000 + tidied)


def test_a_mountain_of_accents_in_the_wrong_order_does_not_stop_the_program() -> None:
    # Sorting these into composed form would take a quarter of a minute.
    typed = "a" + "\u0301" * 50_000 + "\u0323" * 50_000

    assert tidy_text(typed) == typed


def test_a_text_that_fits_once_it_is_composed_is_composed() -> None:
    assert tidy_text("\u03b1\u0313\u0300\u0345" * 4000) == "\u1f82" * 4000


def test_a_line_has_no_line_separator_either() -> None:
    for end in "\n\u2028\u2029":
        with pytest.raises(OutOfBounds, match="one line"):
            check_line("name", f"two{end}lines")
