"""A sheet's code leads to its visit however it is typed, and a slip never leads to another."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pfss_desktop.domain.identity import new_id
from pfss_desktop.domain.visit_code import NotVisitCode, code_of, ids_with, scanned_text

visit_ids = st.uuids().map(lambda drawn: drawn.hex)
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def leads_to(code: str, visit_id: str) -> bool:
    span = ids_with(code)
    return span.first <= visit_id < span.end


def test_a_code_is_ten_letters_in_two_groups() -> None:
    assert code_of("0123456789abcdef0123456789abcdef") == "04HMA-SW9N5"
    assert len(code_of(new_id())) == 11


def test_an_id_from_elsewhere_has_no_code() -> None:
    assert [code_of(name) for name in ("visit-1", "", "0123456789AB", "zzzzzzzzzzzzzzz")] == ["", "", "", ""]


@given(visit_ids)
def test_a_code_leads_back_to_its_visit(visit_id: str) -> None:
    assert leads_to(code_of(visit_id), visit_id)


@given(visit_ids, visit_ids)
def test_a_code_leads_to_no_visit_with_another_front(visit_id: str, other: str) -> None:
    assert leads_to(code_of(visit_id), other) == (code_of(visit_id) == code_of(other))


@given(visit_ids)
def test_a_code_may_be_typed_carelessly_or_scanned(visit_id: str) -> None:
    code = code_of(visit_id)
    careless = f"  {code.lower().replace('-', ' ').replace('0', 'o').replace('1', 'l')} "
    assert leads_to(careless, visit_id)
    assert leads_to(scanned_text(code) + "\n", visit_id)


@given(visit_ids, st.integers(0, 9), st.sampled_from(LETTERS))
def test_one_wrong_letter_is_always_found_out(visit_id: str, at: int, wrong: str) -> None:
    code = code_of(visit_id).replace("-", "")
    mistyped = code[:at] + wrong + code[at + 1 :]
    if mistyped == code:
        assert leads_to(mistyped, visit_id)
    else:
        with pytest.raises(NotVisitCode, match="slip"):
            ids_with(mistyped)


@given(visit_ids, st.integers(0, 8))
def test_two_swapped_neighbours_are_always_found_out(visit_id: str, at: int) -> None:
    code = code_of(visit_id).replace("-", "")
    swapped = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
    if swapped != code:
        with pytest.raises(NotVisitCode, match="slip"):
            ids_with(swapped)


@given(st.text(max_size=40))
def test_any_text_is_a_code_or_is_refused_in_words(typed: str) -> None:
    with suppress(NotVisitCode):
        span = ids_with(typed)
        assert span.first < span.end
