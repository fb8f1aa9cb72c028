"""Pages of progress: what they say to whom, in which language, and that they are PDFs like the handout."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO

import pytest
from pypdf import PdfReader

from pfss_desktop.catalogue.measures import load_measures
from pfss_desktop.catalogue.sources import load_sources
from pfss_desktop.domain.adherence import Sessions
from pfss_desktop.domain.body import Side
from pfss_desktop.domain.plan import Phase, Plan
from pfss_desktop.domain.record import Score
from pfss_desktop.domain.score_history import ScoredVisit
from pfss_desktop.domain.visits import Visit
from pfss_desktop.handout.progress_pages import render_progress
from pfss_desktop.handout.progress_request import ProgressRequest, Reader
from pfss_desktop.handout.request import HandoutRequest
from pfss_desktop.paths import resources

PLAN = Plan(
    "plan-1",
    "Knee plan",
    "Patellofemoral pain",
    Side.RIGHT,
    goal="Run with my dog <b>again</b>",
    phases=(Phase("calm", "Calm"), Phase("strong", "Strengthen")),
    current_phase="strong",
)


def visit(number: int, phase: str, **values: str) -> ScoredVisit:
    scores = tuple(Score(name.replace("_", "-"), Decimal(value)) for name, value in values.items())
    return ScoredVisit("plan-1", Visit(f"visit-{number}", number, date(2026, 1, 5) + timedelta(weeks=number)), phase, scores)


VISITS = (
    visit(1, "Calm", nprs_worst="7", nprs_usual="3", akps="60", lefs="50"),
    visit(2, "Strengthen", nprs_worst="3", nprs_usual="3", akps="71", lefs="40", groc="3"),
)


@pytest.fixture(scope="module")
def request_() -> ProgressRequest:
    return ProgressRequest(
        handout=HandoutRequest(plan=PLAN, on=date(2026, 3, 2), patient_name="Sample Patient", visit_number=2),
        reader=Reader.PATIENT,
        visits=VISITS,
        measures=load_measures(resources() / "clinical" / "measures.toml").measures,
        sessions=Sessions(20, 14),
        sources=load_sources(resources() / "sources.toml"),
    )


def text_of(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(content)).pages)


def test_the_patient_reads_plain_words_and_no_codes(request_: ProgressRequest) -> None:
    text = text_of(render_progress(request_))
    for words in (
        "Your progress",
        "Run with my dog <b>again</b>",
        "What got better",
        "Worst pain in the last week: 7 at the start, 3 now. That is a real step forward.",
        "Knee score (AKPS): 60 at the start, 71 now. That is likely a step forward.",
        "What needs more time",
        "Usual pain in the last week: 3 at the start, 3 now.",
        "What got worse",
        "Leg score (LEFS): 50 at the start, 40 now.",
        "Please talk about this with your therapist.",
        "How you feel compared with the start: 3.",
        "You told us of 14 of 20 sessions",
        "2 visits, 12 January 2026 to 19 January 2026",
    ):
        assert words in text
    assert "MCID" not in text
    assert "CROSS04" not in text


def test_the_referrer_reads_figures_thresholds_sources_and_adherence_as_reported(request_: ProgressRequest) -> None:
    text = text_of(render_progress(replace(request_, reader=Reader.REFERRER)))
    for words in (
        "Progress report",
        "better by 11: a likely change, may still be chance",
        "MCID 10 [CROSS04, HANSEN23]",
        "[LEFS99] Lower Extremity Functional Scale",
        "14 of 20 sessions since the last visit (70 %), as reported by the patient",
        "Current phase: Strengthen · 2 of 2",
    ):
        assert words in text


def test_it_speaks_the_patients_language(request_: ProgressRequest) -> None:
    text = text_of(render_progress(replace(request_, handout=replace(request_.handout, language="es"))))
    assert "Lo que ha mejorado" in text
    assert "El peor dolor de la última semana: 7 al inicio, 3 ahora." in text


@pytest.mark.parametrize("reader", Reader)
def test_it_is_one_tagged_page_without_the_name_in_its_metadata_and_always_the_same(
    request_: ProgressRequest, reader: Reader
) -> None:
    request = replace(request_, reader=reader, handout=replace(request_.handout, is_named=True))
    content = render_progress(request)
    assert render_progress(request) == content
    read = PdfReader(BytesIO(content))
    assert len(read.pages) == 1
    assert read.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "Sample" not in str(read.metadata)
    assert "Sample" not in request.file_name


def test_charts_tell_their_values_to_those_who_cannot_see_them(request_: ProgressRequest) -> None:
    read = PdfReader(BytesIO(render_progress(request_)))
    told = [str(found) for found in _alts(read)]
    assert any(text.startswith("visit 1: 7, visit 2: 3. better by 4: worthwhile") for text in told)


def _alts(read: PdfReader) -> list[object]:
    found = []
    for number in range(1, int(read.trailer["/Size"])):
        held = read.get_object(number)
        if isinstance(held, dict) and "/Alt" in held:
            found.append(held["/Alt"])
    return found


@pytest.mark.parametrize("reader", Reader)
@pytest.mark.parametrize("count", [0, 1, 30])
def test_any_number_of_visits_makes_a_page(request_: ProgressRequest, reader: Reader, count: int) -> None:
    visits = tuple(visit(number, f"Phase {number % 3}", nprs_worst=str(number % 11)) for number in range(1, count + 1))
    text = text_of(render_progress(replace(request_, reader=reader, visits=visits, sessions=None)))
    assert ("Nothing has been measured yet." in text) is (reader is Reader.PATIENT and count == 0)


@pytest.mark.parametrize("reader", Reader)
def test_hostile_names_and_numbers_print_as_they_stand(request_: ProgressRequest, reader: Reader) -> None:
    hostile = ("<para>", "שלום עולם", "x" * 200, "1/0 & %s {name}")
    visits = tuple(
        replace(held, scores=tuple(Score("free", Decimal("-0.001") * number, Side.LEFT, name, "<u>") for name in hostile))
        for number, held in enumerate(VISITS, 1)
    )
    assert "<para>" in text_of(render_progress(replace(request_, reader=reader, visits=visits)))
