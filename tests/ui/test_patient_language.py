"""The handout is in the patient's language, which is chosen with the patient; the screen keeps the therapist's."""

from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from pfss_desktop.domain.edits.prescriptions import set_note
from pfss_desktop.domain.patient import Patient
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.patient_form import PatientForm
from pfss_desktop.ui.plan_page import PlanPage
from tests.pictures import planned

ANA = Patient("ana", "Ana Ruiz", language="es")


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> Iterator[PlanPage]:
    desk.background.wait_for(lambda: desk.library.add_patient(ANA))
    page = PlanPage(desk.background.wait_for(lambda: desk.library.add_plan(planned("Phase 1"), ANA.id, date(2026, 11, 22))), desk)
    qtbot.addWidget(page)
    page.show()
    yield page
    page.leave()
    page.release()


def test_a_spanish_patient_gets_a_spanish_sheet_from_an_english_screen(page: PlanPage, qtbot: QtBot) -> None:
    page.commands.add_exercises(["clamshell"])
    assert page.handout.request().language == "es"
    with qtbot.waitSignal(page.paper.shown):
        page._tabs.setCurrentWidget(page.paper)
    assert page.paper._own_words.isHidden()

    [held] = page.document.plan.prescriptions()
    with qtbot.waitSignal(page.paper.shown):
        page.document.edit("note", set_note(page.document.plan, held.id, "Rub it with the blue towel"))
    assert not page.paper._own_words.isHidden()
    assert page.paper._own_words.text() == "Not translated, printed as it is: Rub it with the blue towel"


def test_the_form_of_a_patient_offers_the_languages_and_keeps_the_one_chosen(qtbot: QtBot) -> None:
    form = PatientForm()
    qtbot.addWidget(form)
    form.begin_with(ANA)
    assert form._language.currentText() == "Español"
    form._language.choose("en")
    with qtbot.waitSignal(form.changed) as told:
        form._done.click()
    assert told.args is not None
    assert told.args[0] == Patient("ana", "Ana Ruiz", language="en")

    form.begin("Ben")
    with qtbot.waitSignal(form.added) as told:
        form._done.click()
    assert told.args is not None
    assert told.args[0].language == "en"
