"""One sheet in other guises: the therapist's copy, ink, and two languages side by side."""

from pathlib import Path

import pytest

from pfss_desktop.catalogue.loading import load_catalogue
from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.domain.dosage import Dosage, RepRange, Tempo
from pfss_desktop.handout.layout import Copy, Form, Layout, LayoutRefused
from pfss_desktop.handout.marks import Outline, Panel, Rule
from pfss_desktop.handout.pages import booklet_of
from pfss_desktop.handout.therapist_words import parameters
from pfss_desktop.handout.typeface import PRESS, paper_typeface
from tests.handout.plans_at_hand import plan_of, plan_of_phases, prescription, request_for
from tests.handout.reading_back import page_of, page_texts, reader_of, whole_text


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(Path("resources/catalogue")).catalogue


def test_the_therapists_copy_adds_ids_parameters_joints_and_sources(catalogue: Catalogue) -> None:
    plan = plan_of(prescription(exercise_id="quad-set"), condition="Patellofemoral pain")
    text = whole_text(request_for(plan, layout=Layout(copy=Copy.THERAPIST), catalogue=catalogue, visit_id="visit-7"))
    for words in (
        "Therapist's copy",
        "Exercise id: quad-set",
        "Parameters: 3 × 12; hold 5 s; rest 60 s; 2/day; 5 days/week;",
        "knee flexion 5° to 0°",
        "Muscles: quadriceps",
        "CPG19: Willy RW et al.",
        "Plan id: 3f2a9c1e77aa",
        "Visit id: visit-7",
        "Condition: Patellofemoral pain",
    ):
        assert words in text


def test_the_patients_copy_has_none_of_it(catalogue: Catalogue) -> None:
    plan = plan_of(prescription(exercise_id="quad-set"))
    text = whole_text(request_for(plan, catalogue=catalogue, visit_id="visit-7"))
    assert not [word for word in ("quad-set", "Parameters", "Willy", "visit-7", "copy") if word in text]


def test_a_source_is_told_once_however_many_exercises_name_it(catalogue: Catalogue) -> None:
    plan = plan_of(*(prescription(number, exercise_id="quad-set") for number in range(1, 5)))
    text = whole_text(request_for(plan, layout=Layout(copy=Copy.THERAPIST), catalogue=catalogue))
    assert text.count("Willy RW et al.") == 1


def test_the_short_hand_of_a_dosage() -> None:
    dosage = Dosage(
        sets=2, reps=RepRange(8, 12), hold_seconds=3, rest_seconds=45, tempo=Tempo(2, 4), times_per_day=1, days_per_week=7
    )
    told = parameters(prescription(dosage=dosage))
    assert told.startswith("2 × 8–12; hold 3 s; tempo 2-3-4 (out, hold, back); rest 45 s; 1/day; 7 days/week; about ")


@pytest.mark.parametrize("layout", [Layout(ink=True), Layout(large=True), Layout(Form.FRIDGE, ink=True)])
def test_in_ink_nothing_of_the_page_has_a_colour(layout: Layout) -> None:
    with PRESS:
        pages = booklet_of(request_for(plan_of_phases(2, 2), layout=layout), paper_typeface()).pages
    marks = [mark for page in pages for placed in page for row in placed.group.rows for mark in row.marks]
    colours = {mark.colour for mark in marks if isinstance(mark, Rule)}
    for mark in marks:
        if isinstance(mark, Panel | Outline):
            colours |= {mark.fill or (0.0, 0.0, 0.0), mark.outline or (0.0, 0.0, 0.0)}
    assert colours
    assert all(red == green == blue for red, green, blue in colours)


def test_each_text_stands_beside_its_translation() -> None:
    text = whole_text(request_for(plan_of(prescription()), beside="es"))
    for english, spanish in (
        ("Your knee exercise plan", "Su plan de ejercicios para la rodilla"),
        ("Right leg", "Pierna derecha"),
        ("3 sets of 12", "3 series de 12"),
        ("How much pain is all right?", "¿Cuánto dolor está bien?"),
        ("Your knee swells up.", "Se le hincha la rodilla."),
        ("22 November 2026", "22 de noviembre de 2026"),
    ):
        assert english in text
        assert spanish in text


def test_the_name_of_the_patient_and_the_letterhead_stand_once() -> None:
    first = reader_of(request_for(plan_of(prescription()), beside="es")).pages[0].extract_text()
    assert first.count("Harbour Street Physiotherapy") == 1
    assert first.count("Jonas Lindqvist, PT") == 1


def test_both_lines_before_the_exercises_point_to_the_right_page() -> None:
    pages = page_texts(request_for(plan_of_phases(2), beside="es"))
    stop = page_of(pages, "Stop, and call your clinic")
    told = " ".join(pages[:2]).partition("Before you start")[2]
    english, _title, spanish = told.partition("Antes de empezar")
    for line in (english, spanish.partition("Fase 1")[0]):
        assert str(stop) in line


def test_two_languages_need_the_flowing_form() -> None:
    with pytest.raises(LayoutRefused, match="flowing form"):
        request_for(plan_of(), beside="es", layout=Layout(Form.TWO))
