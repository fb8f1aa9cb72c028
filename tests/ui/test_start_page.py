"""The first page: recent plans, patients and templates from a real database."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from pfss_desktop.domain.patient import Patient
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.patient_form import PatientForm
from pfss_desktop.ui.patient_form_dialog import PatientFormDialog
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
    page.recent.list.setCurrentRow(0)
    page.recent._remove.click()
    qtbot.waitUntil(lambda: rows(page.recent.list) == [])
    assert page.patients_room.notices.text == "Taken off the list: First plan"
    page.patients_room.notices._action.click()
    qtbot.waitUntil(lambda: rows(page.recent.list) == ["First plan"])


def form_in(page: StartPage) -> PatientForm:
    """The form of a patient that is open now."""
    return next(dialog.form for dialog in page.window().findChildren(PatientFormDialog) if dialog.isVisible())


def patients_in(page: StartPage) -> list[str]:
    model = page.patients_room.panel.list.model
    return [model.index(row).data().split("\n")[0] for row in range(model.rowCount())]


def test_a_new_patient_is_added_found_and_gets_a_plan(page: StartPage, desk: Desk, qtbot: QtBot) -> None:
    panel = page.patients_room.panel
    panel.list.search.setText("Zoë")
    panel._new.click()
    form = form_in(page)
    assert form._name.text() == "Zoë"
    form._name.setText("Zoë  Sample\t")
    form._number.setText("A-17")
    form._born.setText("30.5.1984")
    assert form._read_as.text().startswith("30 May 1984")
    with qtbot.waitSignal(panel.added) as added:
        QTest.keyClick(form._born, Qt.Key.Key_Return)
    patient = added.args[0]

    stored = desk.background.wait_for(lambda: desk.library.patients("zoe a-17 1984"))
    assert [(found.patient.name, found.patient.born) for found in stored] == [("Zoë Sample", date(1984, 5, 30))]
    with qtbot.waitSignal(page.new_asked) as asked:
        page.patients_room.page.plans._new.click()
    assert asked.args == [patient.id]


@pytest.mark.parametrize(
    ("name", "born", "told"),
    [
        ("", "", "Not taken over: patient name: must be one line of 1 to 200 printable characters"),
        (
            "Ann",
            "30.5.84",
            "This is no date. Write day, month and year in figures, the year with four, such as 1990-05-17.",
        ),
        ("Ann", "2984-05-30", "This date of birth is still to come. Look at the year again."),
        ("Ann", "1884-05-30", "Not taken over: date of birth: must be 1900 or later"),
    ],
)
def test_a_patient_that_cannot_be_is_refused_with_a_word(page: StartPage, name: str, born: str, told: str) -> None:
    page.patients_room.panel._new.click()
    form = form_in(page)
    form._name.setText(name)
    form._born.setText(born)
    QTest.keyClick(form._name, Qt.Key.Key_Return)
    assert form._fault.text() == told
    assert form.isVisible()


def test_typing_a_name_narrows_the_patients(page: StartPage, desk: Desk, qtbot: QtBot) -> None:
    for number, name in enumerate(("Ann Sample", "Ben Sample", "Anders Other")):
        patient = Patient(f"p{number}", name)
        desk.background.wait_for(lambda patient=patient: desk.library.add_patient(patient))
    QTest.keyClicks(page.patients_room.panel.list.search, "an sam")
    qtbot.waitUntil(lambda: patients_in(page) == ["Ann Sample"])


def test_every_label_shows_its_text_letter_by_letter(page: StartPage) -> None:
    assert {label.textFormat() for label in page.findChildren(QLabel)} == {Qt.TextFormat.PlainText}


def test_the_program_is_dressed_once(qapp: QApplication) -> None:
    before = qapp.font().pointSizeF()
    dress(qapp)
    dress(qapp)
    assert qapp.font().pointSizeF() == before


def test_a_scanner_types_its_code_at_once(page: StartPage) -> None:
    assert page.window().focusWidget() is page.code.field
    page.recent.list.setFocus()
    page.await_code()
    assert page.window().focusWidget() is page.code.field
