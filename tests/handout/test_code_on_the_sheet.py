"""The code on a sheet is read by a scanner and by eyes, and says nothing of the patient."""

from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from pfss_desktop.domain.visit_code import code_of, ids_with
from pfss_desktop.handout.layout import Layout
from pfss_desktop.handout.render import render_handout
from pfss_desktop.handout.request import HandoutRequest
from pfss_desktop.handout.sections import DEFAULT_SECTIONS, Section
from tests.handout.plans_at_hand import ON, plan_of, prescription
from tests.handout.reading_back import whole_text

VISIT = "9f86d081884c7d659a2feaa0c55ad015"
REQUEST = HandoutRequest(plan=plan_of(prescription()), on=ON, visit_number=2, visit_id=VISIT, patient_name="Jo Example")


def scanned(content: bytes, dots_per_inch: int = 150) -> list[str]:
    """Every square of dots on the last page, as a grey scan of so many dots to the inch shows it."""
    document = pypdfium2.PdfDocument(BytesIO(content))
    image = document[len(document) - 1].render(scale=dots_per_inch / 72, grayscale=True).to_pil()
    return [found.text for found in zxingcpp.read_barcodes(image)]


@pytest.mark.parametrize("layout", [Layout(), Layout(large=True), Layout(ink=True)])
@pytest.mark.parametrize("dots_per_inch", [100, 150, 300])
def test_a_scanner_reads_the_code_from_paper(layout: Layout, dots_per_inch: int) -> None:
    assert scanned(render_handout(replace(REQUEST, layout=layout)), dots_per_inch) == [f"PFSS:{code_of(VISIT)}"]


@settings(max_examples=15, deadline=None)
@given(st.uuids().map(lambda drawn: drawn.hex))
def test_whatever_the_visit_what_is_scanned_leads_to_it(visit_id: str) -> None:
    [text] = scanned(render_handout(replace(REQUEST, visit_id=visit_id, sections=(Section.EXERCISES, Section.CODE))))
    span = ids_with(text)
    assert span.first <= visit_id < span.end


def test_the_code_stands_in_letters_beside_its_dots_and_at_the_foot() -> None:
    code = code_of(VISIT)
    text = whole_text(REQUEST)
    assert f"The code says nothing about you. {code}" in text
    assert f"Code {code} Page 1" in text


def test_the_part_can_be_left_out_and_a_plan_that_was_never_stored_has_none() -> None:
    left_out = replace(REQUEST, sections=tuple(part for part in DEFAULT_SECTIONS if part is not Section.CODE))
    for request in (left_out, replace(REQUEST, visit_id="")):
        assert "finds your plan with this code" not in whole_text(request)
        assert scanned(render_handout(request)) == []
