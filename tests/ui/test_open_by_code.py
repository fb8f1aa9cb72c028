"""A sheet comes back: its code opens the plan at once, typed by hand or sent by a scanner."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pfss_desktop.domain.library import FoundVisit
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.visit_code import code_of, scanned_text
from pfss_desktop.domain.visits import OpenPlan
from pfss_desktop.ui.code_field import CodeDialog
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.plan_page import PlanPage
from tests.pictures import planned


@pytest.fixture
def stored(desk: Desk) -> OpenPlan:
    return desk.background.wait_for(lambda: desk.library.add_plan(planned("Calm\n  quad set"), None, date(2026, 11, 8)))


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, stored: OpenPlan) -> Iterator[CodeDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    shown = CodeDialog(desk.library, desk.background, parent)
    shown.open()
    qtbot.waitExposed(shown)
    yield shown
    parent.close()


def scan(dialog: CodeDialog, text: str) -> None:
    QTest.keyClicks(dialog.code.field, text)
    QTest.keyClick(dialog.code.field, Qt.Key.Key_Return)


def test_a_scanned_code_tells_of_its_visit_and_closes_the_question(dialog: CodeDialog, stored: OpenPlan, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.found) as told:
        scan(dialog, scanned_text(code_of(stored.visit.id)))
    [found] = told.args
    assert (found.plan_id, found.visit.id, found.is_latest) == (stored.plan.id, stored.visit.id, True)


def test_a_slip_is_said_and_what_was_typed_stays_to_be_mended(dialog: CodeDialog, stored: OpenPlan, desk: Desk) -> None:
    code = code_of(stored.visit.id)
    wrong = ("A" if code[0] != "A" else "B") + code[1:]
    scan(dialog, wrong)
    desk.background.settle()
    assert "slip" in dialog.code.fault.text()
    assert dialog.code.field.text() == wrong
    QTest.keyClick(dialog.code.field, Qt.Key.Key_Backspace)
    assert not dialog.code.fault.isVisible()


def test_a_former_visits_sheet_opens_the_plan_and_shows_that_visit(
    qtbot: QtBot, desk: Desk, open_page: Callable[[Plan], PlanPage]
) -> None:
    page = open_page(planned("Calm\n  quad set"))
    first = page.document.opened
    page.visits.begin()
    desk.background.settle()
    assert page.document.opened.visit.number == 2

    with qtbot.waitSignal(page.visits.looked_at) as shown:
        page.visits.tell_found(FoundVisit(first.visit, first.plan.id, first.plan.title, "", is_latest=False))
    assert shown.args[0].visit.number == 1
    assert "visit 1" in page.notices.text
