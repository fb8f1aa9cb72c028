"""The PDF as its reader gets it: words in order, nothing split, nothing private, nothing fetched."""

import hashlib
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from pfss_desktop.domain.dosage import CountUnit, Dosage, RepRange
from pfss_desktop.domain.exercise import Laterality, PatientText
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.plan import PainRule, Phase, Plan
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.handout.render import render_handout
from pfss_desktop.handout.request import Letterhead, Paper, PhaseChoice
from pfss_desktop.handout.sections import DEFAULT_SECTIONS, Section
from pfss_desktop.handout.typeface import paper_typeface
from tests.handout.plans_at_hand import plan_of, plan_of_phases, prescription, request_for
from tests.handout.reading_back import fonts_of, page_of, page_texts, reader_of, squeezed, whole_text

HOSTILE = 'do NOT lift <more than 5 kg> today & <b>bold</b> &lt; <img src="x.png"/> %(name)s {0} </para>'

NO_DIARY = tuple(section for section in DEFAULT_SECTIONS if section is not Section.DIARY)
"""The diary names every exercise once more."""


def assert_in_order(text: str, *parts: str) -> None:
    at = 0
    for part in parts:
        found = text.find(part, at)
        assert found >= 0, f"{part!r} is missing after {text[max(0, at - 40) : at]!r}"
        at = found + len(part)


def test_a_sheet_reads_from_top_to_bottom() -> None:
    text = whole_text(request_for(plan_of(prescription(1), prescription(2, text=PatientText("Bridge", ("Lift your hips.",))))))
    assert_in_order(
        text,
        "Your knee exercise plan",
        "Kneecap pain, twelve weeks",
        "Margaret O'Neill · right knee · visit 2",
        "Harbour Street Physiotherapy",
        "Jonas Lindqvist, PT",
        "020 7946 0018",
        "22 November 2026",
        "In short",
        "You have 2 exercises. On the fullest day, plan about 30 minutes.",
        "Do your exercises on 5 days a week.",
        "Pain up to 3 out of 10 is all right. At 6 or more, stop.",
        "Bring this sheet to your next visit.",
        "Your goal: I want to walk down the stairs to my garden.",
        "How much pain is all right?",
        "Go on Pain 0 to 3",
        "Go easy Pain 4 to 5",
        "Stop Pain 6 to 10",
        "The next morning:",
        "Before you start, read: When to stop, on page 3.",
        "Phase 1 · Strengthen",
        "weeks 3–6 · 2 exercises · about 30 minutes a day",
        "Aim: Get the thigh strong again.",
        "Have ready: mat, 2 lb cuff weight",
        "1. Straight leg raise",
        "3 sets of 12 · rest 1 minute between sets",
        "twice a day · 5 days a week",
        "Right leg",
        "Hold 5 seconds",
        "Use: 2 lb ankle cuff",
        "Bend your knee no more than 45°",
        "1. Lie on your back. Bend your other knee.",
        "2. Tighten your thigh and lock the knee.",
        "3. Lift the leg to the height of the other knee.",
        "4. Hold, then lower slowly.",
        "Think: Tighten first, then lift.",
        "Take care: Keep your back flat.",
        "From your therapist: Do it on the firm side of the bed.",
        "2. Bridge",
        "1. Lift your hips.",
        "You have reached the end of “Strengthen” when you can tick these:",
        "You can do 3 sets of 12.",
        "If your knee flares up",
        "Not better after 2 days? Call your clinic (020 7946 0018).",
        "Stop, and call your clinic (020 7946 0018), if:",
        "Stop, and see a doctor right away, if:",
        "calf is swollen, sore and warm",
        "Questions? Call 020 7946 0018",
        "Code 3F2A9C1E-2",
        "Page 3 of 4",
        "When will you do your exercises? Where?",
        "Your diary for “Strengthen”",
        "Sun 22 Nov Mon 23",
        "1. Straight leg raise",
        "2. Bridge",
        "Pain while I did them",
        "Pain the next morning",
        "Page 4 of 4",
    )


def test_a_side_that_is_not_set_is_a_line_to_fill_in() -> None:
    text = whole_text(request_for(plan_of(prescription(side=None))))
    assert "Leg: ________" in text
    assert "Right leg" not in text
    assert "Left leg" not in text


def test_a_walk_says_its_minutes_and_no_leg() -> None:
    walk = prescription(laterality=Laterality.ALTERNATING, side=None, dosage=Dosage(minutes=15, days_per_week=5))
    text = whole_text(request_for(plan_of(walk)))
    assert "15 minutes · once a day · 5 days a week" in text
    assert not re.search(r"\b(legs?:?) (each|together|_)", text)


def test_a_range_of_landings_for_each_leg() -> None:
    hop = prescription(laterality=Laterality.ALTERNATING, dosage=Dosage(sets=2, reps=RepRange(4, 8), counted=CountUnit.CONTACTS))
    assert "2 sets of 4 to 8 landings for each leg" in whole_text(request_for(plan_of(hop)))


@pytest.mark.parametrize(
    ("rule", "levels"),
    [
        (PainRule(3, 5), ("Pain 0 to 3", "Pain 4 to 5", "Pain 6 to 10")),
        (PainRule(2, 3), ("Pain 0 to 2", "Pain 3", "Pain 4 to 10")),
        (PainRule(0, 1), ("Pain 0", "Pain 1", "Pain 2 to 10")),
        (PainRule(8, 9), ("Pain 0 to 8", "Pain 9", "Pain 10")),
    ],
)
def test_the_lights_show_the_plans_own_thresholds(rule: PainRule, levels: tuple[str, str, str]) -> None:
    text = whole_text(request_for(plan_of(prescription(), pain_rule=rule)))
    go, careful, stop = levels
    assert_in_order(text, f"Go on {go} This is safe.", f"Go easy {careful} Do fewer", f"Stop {stop} Stop this exercise")


def test_with_all_phases_only_one_is_to_be_done_now() -> None:
    plan = replace(plan_of_phases(1, 1, 1), current_phase="phase-2")
    text = whole_text(request_for(plan))
    assert_in_order(
        text,
        "Phase 1 · Stage 1",
        "You have left this phase behind.",
        "1. Exercise 1",
        "Phase 2 · Stage 2",
        "Do this phase now.",
        "2. Exercise 2",
        "Phase 3 · Stage 3",
        "Not yet.",
        "3. Exercise 3",
    )


def test_the_current_phase_alone_keeps_its_number_and_has_no_other() -> None:
    plan = replace(plan_of_phases(1, 2, 1), current_phase="phase-2")
    text = whole_text(request_for(plan, phases=PhaseChoice.CURRENT))
    assert_in_order(text, "Phase 2 · Stage 2", "1. Exercise 2", "2. Exercise 3")
    assert "Stage 1" not in text
    assert "Exercise 1" not in text
    assert "Exercise 4" not in text
    assert "Do this phase now." not in text


def test_a_name_that_says_phase_is_not_given_a_second_number() -> None:
    plan = plan_of(phases=(Phase("p", "Phase 2: Strengthen", prescriptions=(prescription(),)),))
    text = whole_text(request_for(plan))
    assert "Phase 2: Strengthen" in text
    assert "Phase 1" not in text


def test_an_empty_plan_and_an_empty_phase_say_so_kindly() -> None:
    assert "There are no exercises in this plan yet. Your therapist will choose them with you." in whole_text(
        request_for(plan_of(phases=()))
    )
    assert "There are no exercises in this phase yet. Your therapist will choose them with you." in whole_text(
        request_for(plan_of())
    )


def test_with_nothing_known_of_clinic_and_patient_the_sheet_still_stands() -> None:
    request = request_for(plan_of(prescription(), goal="", affected_side=None), patient_name="", visit_number=None)
    text = whole_text(replace(request, letterhead=Letterhead()))
    assert_in_order(text, "Your knee exercise plan", "Kneecap pain, twelve weeks", "22 November 2026", "Before you start")
    assert "Stop, and call your clinic, if:" in text
    assert "· visit" not in text
    assert "Questions?" not in text
    assert "Your goal" not in text


@pytest.mark.parametrize("paper", list(Paper))
def test_no_exercise_splits_and_no_phase_begins_without_one(paper: Paper) -> None:
    texts = page_texts(request_for(plan_of_phases(5, 7, 4, 6), paper=paper, sections=NO_DIARY))
    first_of_phase = {1: 1, 2: 6, 3: 13, 4: 17}
    for number in range(1, 23):
        assert page_of(texts, f"{number}. Exercise {number} ") == page_of(texts, f"Cue of {number}.")
    for phase, number in first_of_phase.items():
        assert page_of(texts, f"Phase {phase} · Stage {phase} ") == page_of(texts, f"{number}. Exercise {number} ")


@pytest.mark.parametrize("paper", list(Paper))
def test_pages_are_counted_and_sized(paper: Paper) -> None:
    request = request_for(plan_of_phases(4, 4), paper=paper)
    texts = page_texts(request)
    assert [re.findall(r"Page (\d+) of (\d+)", text) for text in texts] == [
        [(str(number), str(len(texts)))] for number in range(1, len(texts) + 1)
    ]
    for page in reader_of(request).pages:
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(paper.size, abs=0.01)


def test_every_page_after_the_first_says_whose_it_is() -> None:
    _first, *others = page_texts(request_for(plan_of_phases(6, 6)))
    assert others
    assert all(text.startswith("Your knee exercise plan · Margaret O'Neill · right knee · visit 2") for text in others)


def test_the_pain_rule_comes_before_the_exercises_with_the_page_of_the_signs_to_stop_for() -> None:
    texts = page_texts(request_for(plan_of_phases(6, 6)))
    page = page_of(texts, "Stop, and see a doctor right away")
    assert page_of(texts, "How much pain is all right?") == 1
    assert f"When to stop, on page {page}." in " ".join(texts[:2])


def test_no_page_is_empty_whatever_the_number_of_exercises() -> None:
    for count in range(1, 13):
        for text in page_texts(request_for(plan_of_phases(count))):
            assert len(text) > 250


def test_a_hundred_exercises_take_a_reasonable_number_of_pages() -> None:
    texts = page_texts(request_for(plan_of_phases(100), sections=NO_DIARY))
    assert 20 <= len(texts) <= 40
    assert_in_order(" ".join(texts), *(f"{number}. Exercise {number} " for number in range(1, 101)))


def test_a_note_longer_than_a_page_goes_on_under_the_exercises_name() -> None:
    note = " ".join(f"word{number}" for number in range(490))
    texts = page_texts(request_for(plan_of(prescription(note=note), prescription(2))))
    assert any("1. Straight leg raise (continued)" in text for text in texts)
    said = re.findall(r"word\d+", " ".join(texts))
    assert said == note.split()


def test_the_longest_of_everything_is_printed_whole() -> None:
    longest = prescription(
        text=PatientText("N" * 200, ("S" * 4000,) * 8, "C" * 4000, "W" * 4000), note="T" * 4000, equipment=("q" * 200,) * 100
    )
    phase = Phase("p", "P" * 200, "G" * 4000, criteria=("K" * 4000,) * 20, prescriptions=(longest, prescription(2)))
    plan = Plan("p" * 64, "L" * 200, goal="O" * 4000, phases=(phase,))
    letterhead = Letterhead("l" * 200, "h" * 200, "0" * 200)
    text = squeezed(whole_text(request_for(plan, patient_name="M" * 200, letterhead=letterhead)))
    for letter, count in (("S", 32_000), ("C", 4000), ("T", 4000), ("K", 80_000), ("G", 4000), ("O", 4000), ("q", 200)):
        assert text.count(letter) >= count


def test_markup_is_printed_as_it_was_typed() -> None:
    held = prescription(text=PatientText(HOSTILE, (HOSTILE,), HOSTILE, HOSTILE), note=HOSTILE)
    phase = Phase("p", HOSTILE, HOSTILE, criteria=(HOSTILE,), prescriptions=(held,))
    request = request_for(
        Plan("p", HOSTILE, goal=HOSTILE, phases=(phase,)), patient_name=HOSTILE, letterhead=Letterhead(HOSTILE, HOSTILE, HOSTILE)
    )
    assert squeezed(whole_text(request)).count(squeezed(HOSTILE)) >= 13


PRINTABLE = sorted(paper_typeface().letters.plain - {"\n", " "})
TYPED = st.text(st.sampled_from([*PRINTABLE, *" <>&/\\\"'{}%()[]" * 8]), min_size=1, max_size=120).filter(
    lambda text: text.strip()
)


@settings(max_examples=40, deadline=None)
@given(st.lists(TYPED, min_size=9, max_size=9))
def test_texts_in_any_letters_of_the_typeface_come_back_unaltered(typed: list[str]) -> None:
    name, first, second, cue, caution, note, goal, phase_goal, criterion = typed
    held = prescription(text=PatientText(name, (first, second), cue, caution), note=note)
    phase = Phase("p", "Stage", phase_goal, criteria=(criterion,), prescriptions=(held,))
    text = squeezed(whole_text(request_for(Plan("p", "Plan", goal=goal, phases=(phase,)))))
    for one in typed:
        assert squeezed(one) in text


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(), max_size=300))
def test_no_note_whatever_keeps_a_handout_from_being_printed(typed: str) -> None:
    held = replace(prescription(), note="")
    object.__setattr__(held, "note", typed)  # as if the domain's own checks had a hole
    assert "1. Straight leg raise" in whole_text(request_for(plan_of(held)))


OPENED: list[str] = []
WATCHING: list[bool] = []


def _note_opened(event: str, arguments: tuple[Any, ...]) -> None:
    if WATCHING and event in ("open", "socket.connect", "socket.getaddrinfo", "os.listdir"):
        OPENED.append(f"{event} {arguments}")


sys.addaudithook(_note_opened)


@contextmanager
def watching_files() -> Iterator[list[str]]:
    OPENED.clear()
    WATCHING.append(True)
    try:
        yield OPENED
    finally:
        WATCHING.clear()


def test_an_image_named_in_a_text_is_neither_read_nor_printed(tmp_path: Path) -> None:
    canary = tmp_path / "canary.png"
    Image.new("RGB", (4, 4), "red").save(canary)
    sources = (str(canary), canary.as_uri(), "http://127.0.0.1:9/canary.png")
    steps = tuple(f'<img src="{source}" width="40" height="40"/>' for source in sources)
    request = request_for(plan_of(prescription(text=PatientText("Look", steps), note=steps[0])))
    paper_typeface()
    with watching_files() as opened:
        content = render_handout(request)
    assert opened == []
    reader = PdfReader(BytesIO(content))
    assert all("/XObject" not in page["/Resources"] for page in reader.pages)  # type: ignore[operator]
    assert all("/Annots" not in page for page in reader.pages)
    assert squeezed(steps[0]) in squeezed(whole_text(request))


def test_the_metadata_says_what_it_is_and_not_whose() -> None:
    plan = plan_of(prescription(), title="Margaret's plan")
    reader = reader_of(request_for(plan))
    assert dict(reader.metadata or {}) == {
        "/Title": "Your knee exercise plan",
        "/Author": "Harbour Street Physiotherapy",
        "/Subject": "Code 3F2A9C1E-2",
        "/Creator": "PFSS Desktop",
        "/Producer": "ReportLab",
        "/CreationDate": "D:20261122000000Z",
        "/ModDate": "D:20261122000000Z",
        "/Keywords": "",
        "/Trapped": "/False",
    }
    assert reader.root_object["/Lang"] == "en"
    metadata = reader.root_object["/Metadata"].get_object().get_data().decode()  # type: ignore[attr-defined]
    said = [words for words in re.split(r"\s*<[^>]*>\s*", metadata) if words]
    assert said == ["Your knee exercise plan", "Harbour Street Physiotherapy", "en"]
    assert b"Margaret" not in b"".join(content_outside_pages(reader))


def content_outside_pages(reader: PdfReader) -> Iterator[bytes]:
    """Every object of the file but the pages' own content streams, as text."""
    streams = {id(page["/Contents"].get_object()) for page in reader.pages}
    for number in range(1, len(reader.xref[0]) + 1):
        held = reader.get_object(number)
        if id(held) not in streams:
            yield repr(held).encode()


def test_the_outline_leads_to_every_phase_to_the_pain_rule_and_to_the_signs_to_stop() -> None:
    request = request_for(plan_of_phases(4, 5, 3))
    reader = reader_of(request)
    texts = page_texts(request)
    entries = [(str(entry.title), (reader.get_destination_page_number(entry) or 0) + 1) for entry in reader.outline]  # type: ignore[union-attr, arg-type]
    phases = [(f"Phase {number} · Stage {number}", page_of(texts, f"Phase {number} · Stage {number} ")) for number in (1, 2, 3)]
    parts = (
        "If your knee flares up",
        "Stop, and call your clinic (020 7946 0018), if:",
        "Stop, and see a doctor right away, if:",
        "Your diary for “Stage 1”",
    )
    pain = ("How much pain is all right?", 1)
    assert entries == [pain, *phases, *((title, page_of(texts, f"{title} ")) for title in parts)]


def test_two_phases_of_the_same_name_have_entries_of_their_own() -> None:
    plan = plan_of_phases(1, 1)
    plan = replace(plan, phases=tuple(replace(phase, name="Phase") for phase in plan.phases))
    entries = [str(entry.title) for entry in reader_of(request_for(plan)).outline]  # type: ignore[union-attr]
    assert entries[:3] == ["How much pain is all right?", "Phase", "Phase"]


def test_all_fonts_are_embedded_subsets() -> None:
    held = prescription(note="Đứng thẳng. Σηκώστε. Поднимите.")
    fonts = fonts_of(request_for(plan_of(held)))
    assert fonts
    for font in fonts:
        assert "/FontFile2" in font["/FontDescriptor"].get_object()
        assert re.fullmatch(r"/[A-Z]{6}\+SourceSansPro-\w+", font["/BaseFont"])
        assert "/ToUnicode" in font


def test_a_handout_is_small() -> None:
    assert len(render_handout(request_for(plan_of_phases(4, 4, 4)))) < 120_000


def test_the_same_request_gives_the_same_bytes() -> None:
    request = request_for(plan_of_phases(3, 3))
    assert render_handout(request) == render_handout(request)
    assert render_handout(request) != render_handout(replace(request, on=date(2026, 11, 23)))


def test_the_same_request_gives_the_same_bytes_in_another_process() -> None:
    words = (
        "import hashlib; from tests.handout.plans_at_hand import *; from pfss_desktop.handout.render import render_handout; "
        "print(hashlib.sha256(render_handout(request_for(plan_of_phases(3, 3)))).hexdigest())"
    )
    other = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert other.stdout.strip() == hashlib.sha256(render_handout(request_for(plan_of_phases(3, 3)))).hexdigest()


def test_handouts_may_be_asked_for_from_several_threads_at_once() -> None:
    accented = "".join(letter for letter in PRINTABLE if "À" <= letter <= "ſ")
    requests = [request_for(plan_of(prescription(note=accented[start:]))) for start in range(0, 160, 40)]
    expected = [render_handout(request) for request in requests]
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as threads:
            assert list(threads.map(render_handout, requests * 20)) == expected * 20
    finally:
        sys.setswitchinterval(usual)


def test_the_name_of_the_file_says_when_and_which_plan() -> None:
    assert request_for(plan_of()).file_name == "2026-11-22_plan-3f2a9c1e.pdf"


def test_the_patients_name_goes_into_the_files_own_words_only_where_it_is_asked_for() -> None:
    request = request_for(plan_of(), is_named=True)
    assert request.file_name == "2026-11-22_Margaret_O_Neill_plan-3f2a9c1e.pdf"
    assert (reader_of(request).metadata or {})["/Title"] == "Your knee exercise plan · Margaret O'Neill"
    assert request_for(plan_of(), is_named=True, patient_name="").file_name == request_for(plan_of()).file_name
    hostile = request_for(plan_of(), is_named=True, patient_name='../../x:<y>|"?*\\ CON. ' + "n" * 150).file_name
    assert re.fullmatch(r"2026-11-22_x_y_CON_n{32}_plan-3f2a9c1e\.pdf", hostile)


def test_the_preview_can_open_it() -> None:
    document = pypdfium2.PdfDocument(render_handout(request_for(plan_of_phases(2))))
    try:
        page = document[0]
        bitmap = page.render(scale=1)
        assert (bitmap.width, bitmap.height) == (596, 842)
        page.close()
    finally:
        document.close()


class BoxDrawn:
    """Notes where it was asked to draw, and draws a square there."""

    def __init__(self) -> None:
        self.boxes: list[tuple[str, float, float, float, float]] = []

    def __call__(self, canvas: Any, prescription: Prescription, x: float, y: float, width: float, height: float) -> str:
        self.boxes.append((prescription.id, x, y, width, height))
        canvas.setFillColorRGB(1, 0, 0)
        canvas.rect(x, y, width, height, fill=1)
        return "A red square."


def test_a_figure_has_its_column_and_only_where_there_is_one() -> None:
    drawn = BoxDrawn()
    request = request_for(plan_of(prescription(1), prescription(2)), figures={"rx-2": drawn, "unknown": drawn}, sections=NO_DIARY)
    reader = PdfReader(BytesIO(render_handout(request)))
    ((held, x, y, width, height),) = drawn.boxes
    assert held == "rx-2"
    assert (width, height) == pytest.approx((62 / 25.4 * 72, 44 / 25.4 * 72))
    starts: dict[str, tuple[float, float]] = {}

    def note_start(text: str, _user: Any, matrix: Any, _font: Any, _size: float) -> None:
        if text.strip():
            starts[text.strip()] = (matrix[4], matrix[5])

    for page in reader.pages:
        page.extract_text(visitor_text=note_start)
    assert starts["1. Straight leg raise"][0] == pytest.approx(x)
    assert starts["2. Straight leg raise"][0] == pytest.approx(x + width + 16)
    assert y < starts["2. Straight leg raise"][1] < y + height


def test_a_request_refuses_what_cannot_be() -> None:
    with pytest.raises(OutOfBounds):
        request_for(plan_of(), visit_number=0)
    with pytest.raises(OutOfBounds):
        request_for(plan_of(), patient_name="two\nlines")
    with pytest.raises(OutOfBounds):
        Letterhead(clinic="x" * 201)


def test_asking_for_a_handout_does_not_load_reportlab() -> None:
    words = "import sys, pfss_desktop.handout.request; print('reportlab' in sys.modules)"
    other = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert other.stdout.strip() == "False"
