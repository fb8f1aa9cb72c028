"""The first page: recent plans, patients and templates from a real database."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from pfss_desktop.domain.patient import Patient
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.start_page import StartPage
from pfss_desktop.ui.theme import dress
from tests.pictures import planned


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> StartPage:
    shown = StartPage()
    qtbot.addWidget(shown)
    shown.resize(1200, 700)
    shown.show()
    qtbot.waitExposed(shown)
    shown.unfold(desk.library, desk.background)
    desk.background.settle()
    return shown


def rows(list_of: object) -> list[str]:
    return [list_of.item(row).text().split("\n")[0] for row in range(list_of.count())]


def add_plan(desk: Desk, title: str, patient_id: str | None = None) -> None:
    plan = planned("Calm\n  quad set")
    plan = plan.__class__(id=title.replace(" ", "-"), title=title, phases=plan.phases)
    desk.background.wait_for(lambda: desk.library.add_plan(plan, patient_id, date(2026, 11, 22)))


def test_an_empty_database_says_what_to_do(page: StartPage) -> None:
    texts = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "No plans yet. Start with a new plan or a template; it is saved by itself." in texts
    assert "No patients yet. Add the first one here." in texts
    assert not page.recent.list.isVisible()


def test_a_plan_is_listed_opened_by_enter_and_taken_off(page: StartPage, desk: Desk, qtbot: QtBot) -> None:
    add_plan(desk, "First plan")
    with qtbot.waitSignal(page.recent.answered):
        page.refresh()
    assert rows(page.recent.list) == ["First plan"]

    page.recent.list.setCurrentRow(0)
    page.recent.list.setFocus()
    with qtbot.waitSignal(page.open_asked) as opened:
        QTest.keyClick(page.recent.list, Qt.Key.Key_Return)
    assert opened.args == ["First-plan"]
    with qtbot.waitSignal(page.remove_asked) as removed:
        page.recent._remove.click()
    assert removed.args == ["First-plan", "First plan"]


def test_a_new_patient_is_added_found_and_gets_a_plan(page: StartPage, desk: Desk, qtbot: QtBot) -> None:
    panel = page.patients
    panel._search.setText("Zoë")
    panel._new.click()
    assert panel._form._name.text() == "Zoë"
    panel._form._name.setText("Zoë  Sample\t")
    panel._form._number.setText("A-17")
    panel._form._born.setText("1984-05-30")
    with qtbot.waitSignal(panel.chosen) as chosen:
        QTest.keyClick(panel._form._born, Qt.Key.Key_Return)
    patient_id, name = chosen.args

    assert name == "Zoë Sample"
    stored = desk.background.wait_for(lambda: desk.library.patients("zoe a-17"))
    assert [(found.patient.name, found.patient.born) for found in stored] == [("Zoë Sample", date(1984, 5, 30))]
    with qtbot.waitSignal(page.new_asked) as asked:
        page.recent._new_for.click()
    assert asked.args == [patient_id]


@pytest.mark.parametrize(
    ("name", "born", "told"),
    [
        ("", "", "Not taken over: patient name: must be one line of 1 to 200 printable characters"),
        ("Ann", "30.5.84", "Write the date of birth as year-month-day, such as 1984-05-30, or leave it empty."),
        ("Ann", "1884-05-30", "Not taken over: date of birth: must be 1900 or later"),
    ],
)
def test_a_patient_that_cannot_be_is_refused_with_a_word(page: StartPage, name: str, born: str, told: str) -> None:
    form = page.patients._form
    page.patients._new.click()
    form._name.setText(name)
    form._born.setText(born)
    QTest.keyClick(form._name, Qt.Key.Key_Return)
    assert form._fault.text() == told
    assert form.isVisible()


def test_a_patients_plans_are_shown_alone_and_all_again(page: StartPage, desk: Desk, qtbot: QtBot) -> None:
    ann = Patient("ann", "Ann <i>Sample</i>")
    desk.background.wait_for(lambda: desk.library.add_patient(ann))
    add_plan(desk, "Plan of Ann", "ann")
    add_plan(desk, "Plan of nobody")
    with qtbot.waitSignal(page.recent.answered):
        page.recent.show_patient("ann", ann.name)
    assert rows(page.recent.list) == ["Ann <i>Sample</i> · Plan of Ann"]

    with qtbot.waitSignal(page.recent.answered):
        next(button for button in page.findChildren(QPushButton) if button.text() == "Show plans of all patients").click()
    assert set(rows(page.recent.list)) == {"Ann <i>Sample</i> · Plan of Ann", "Plan of nobody"}


def test_typing_a_name_narrows_the_patients(page: StartPage, desk: Desk, qtbot: QtBot) -> None:
    for number, name in enumerate(("Ann Sample", "Ben Sample", "Anders Other")):
        patient = Patient(f"p{number}", name)
        desk.background.wait_for(lambda patient=patient: desk.library.add_patient(patient))
    QTest.keyClicks(page.patients._search, "an sam")
    qtbot.waitUntil(lambda: rows(page.patients._list) == ["Ann Sample"])


def test_every_label_shows_its_text_letter_by_letter(page: StartPage) -> None:
    assert {label.textFormat() for label in page.findChildren(QLabel)} == {Qt.TextFormat.PlainText}


def test_a_patients_name_is_corrected(page: StartPage, desk: Desk, qtbot: QtBot) -> None:
    panel = page.patients
    desk.background.wait_for(lambda: desk.library.add_patient(Patient("p1", "Ann Smple", "A-1", date(1990, 1, 2))))
    panel.refresh()
    desk.background.settle()
    panel._list.setCurrentRow(0)
    panel._edit.click()
    assert panel._form._born.text() == "1990-01-02"

    panel._form._name.setText("Ann Sample")
    QTest.keyClick(panel._form._name, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: rows(panel._list) == ["Ann Sample"])
    stored = desk.background.wait_for(lambda: desk.library.patients("A-1"))
    assert stored[0].patient == Patient("p1", "Ann Sample", "A-1", date(1990, 1, 2))


def test_the_program_is_dressed_once(qapp: QApplication) -> None:
    before = qapp.font().pointSizeF()
    dress(qapp)
    dress(qapp)
    assert qapp.font().pointSizeF() == before
