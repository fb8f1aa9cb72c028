"""Choosing pages for the patient: ticks become the plan's, the page is shown as it reads, undo takes a tick back."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pfss_desktop.domain.education import EducationTopic
from pfss_desktop.domain.faults import Fault, FileFault
from pfss_desktop.domain.library import LoadedTopics
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.plan import Phase, Plan
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.education_dialog import EducationDialog, choose_education
from pfss_desktop.ui.education_page import page_html
from pfss_desktop.ui.plan_page import PlanPage
from tests.pictures import prescribed

OpenPage = Callable[[Plan], PlanPage]


def plan(exercise_id: str = "quad-set") -> Plan:
    return Plan("p-education", "Knee plan", phases=(Phase("only", "Only", prescriptions=(prescribed(exercise_id, "rx"),)),))


@pytest.fixture
def opened(open_page: OpenPage, desk: Desk, qtbot: QtBot) -> tuple[PlanPage, EducationDialog]:
    page = open_page(plan())
    dialog = choose_education(page.document, desk, page)
    qtbot.waitExposed(dialog)
    return page, dialog


def rows(dialog: EducationDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def choose(dialog: EducationDialog, title: str) -> None:
    dialog.list.setCurrentRow(rows(dialog).index(title))


def test_topics_of_the_present_phase_come_first(
    opened: tuple[PlanPage, EducationDialog], open_page: OpenPage, desk: Desk
) -> None:
    _page, dialog = opened
    texts = rows(dialog)
    assert texts[0] == "Suggested in this phase"
    assert texts[1] == "What is wrong with my knee?"
    assert texts.index("Your run and walk plan") > texts.index("For those who ask")
    hops = open_page(Plan("p-hops", "Hops", phases=(Phase("h", "Hops", prescriptions=(prescribed("double-leg-hop", "rx"),)),)))
    late = choose_education(hops.document, desk, hops)
    assert rows(late).index("Your run and walk plan") < rows(late).index("For those who ask")


def test_space_ticks_a_topic_and_undo_takes_it_back(opened: tuple[PlanPage, EducationDialog], qtbot: QtBot) -> None:
    page, dialog = opened
    choose(dialog, "Does tape help?")
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    choose(dialog, "What is wrong with my knee?")
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert page.document.plan.education == ("what-it-is", "tape")
    page.document.undo_stack.undo()
    assert page.document.plan.education == ("tape",)
    dialog.reject()


def test_the_page_beside_the_list_is_the_chosen_one(opened: tuple[PlanPage, EducationDialog]) -> None:
    _page, dialog = opened
    assert "What is wrong with my knee?" in dialog.page.toPlainText()
    choose(dialog, "Your run and walk plan")
    shown = dialog.page.toPlainText()
    for words in ("Warm up for 10 to 15 minutes", "all the way", "RTRSOLD", "For you, not printed"):
        assert words in shown
    assert "reading grade 1 (6 or less is easy)" in dialog._reading.text()


def test_what_is_ticked_is_asked_of_the_handout(opened: tuple[PlanPage, EducationDialog], qtbot: QtBot) -> None:
    page, dialog = opened
    choose(dialog, "Ice or heat?")
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert [topic.title for topic in page.handout.request().education] == ["Ice or heat?"]


def test_the_patients_language_is_the_pages(open_page: OpenPage, desk: Desk) -> None:
    page = open_page(plan())
    desk.background.wait_for(lambda: desk.library.add_patient(Patient("p-ana", "Ana", born=date(1990, 5, 1), language="es")))
    opened = page.document.opened
    page.document.note_opened(desk.background.wait_for(lambda: desk.library.assign_patient(opened, "p-ana")))
    dialog = choose_education(page.document, desk, page)
    assert "What is wrong with my knee?" in rows(dialog)
    choose(dialog, "What is wrong with my knee?")
    assert "¿Qué le pasa a mi rodilla?" in dialog.page.toPlainText()
    assert "reading ease" in dialog._reading.text()
    assert "Load against capacity" in dialog.page.toPlainText()  # what is for the therapist is in the screen's language


def test_a_topic_that_could_not_be_read_is_named(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(plan())
    loaded = LoadedTopics(faults=(FileFault("tape.en.toml", Fault("title", "is missing")),))
    dialog = EducationDialog(page.document, loaded, LoadedTopics(), 1, {}, page)
    dialog.open()
    texts = [label.text() for label in dialog.findChildren(type(dialog._count))]
    assert any("tape.en.toml" in text for text in texts)
    assert dialog.page.toPlainText() == ""


def test_markup_in_a_topic_is_shown_as_it_stands(desk: Desk) -> None:
    topic = desk.resources.education.in_language("en").topics[0]
    hostile = EducationTopic("x", "en", "<b>T</b>", topic.sections, note="<img src='file:///etc/passwd'>")
    html = page_html(hostile, {})
    assert "<b>T" not in html
    assert "<img" not in html


def test_the_plans_own_form_tells_how_many_and_asks(opened: tuple[PlanPage, EducationDialog], qtbot: QtBot) -> None:
    page, dialog = opened
    choose(dialog, "Ice or heat?")
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    dialog.reject()
    form = page.inspector._plan
    assert form._pages.text() == "1 topic…"
    with qtbot.waitSignal(page.inspector.education_asked):
        form._pages.click()
