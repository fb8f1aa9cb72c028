"""The timeline tells all visits of a plan at a glance; any two are compared, and a former one is looked at or brought back."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pfss_desktop.domain.dosage import Dosage, RepRange
from pfss_desktop.domain.edits.phases import rename_phase
from pfss_desktop.domain.edits.prescriptions import remove_exercises, set_dosage
from pfss_desktop.domain.edits.visits import set_record
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.record import Score, VisitRecord
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.plan_page import PlanPage
from pfss_desktop.ui.timeline_dialog import ComparisonDialog, TimelineDialog
from tests.pictures import planned


@pytest.fixture
def page(open_page: Callable[[Plan], PlanPage], desk: Desk) -> PlanPage:
    """Three visits: one with a score, one with more sets, one with an exercise less and a phase renamed."""
    shown = open_page(planned("Calm\n  quad set\n  bridge"))
    edit = shown.document.edit
    edit("Score", set_record(shown.document.plan, VisitRecord((Score("nprs-worst", Decimal(6)),))))
    shown.visits.begin()
    edit("More", set_dosage(shown.document.plan, "quad-set", Dosage(9, RepRange.exactly(10))))
    shown.visits.begin()
    edit("Less", remove_exercises(shown.document.plan, ["bridge"]))
    edit("Name", rename_phase(shown.document.plan, "Calm", "Calm down"))
    desk.background.settle()
    return shown


@pytest.fixture
def dialog(page: PlanPage, desk: Desk) -> TimelineDialog:
    page.visits.ask_timeline()
    desk.background.settle()
    return page.findChild(TimelineDialog)


def cells(dialog: TimelineDialog, column: int) -> list[str]:
    return [dialog.table.item(row, column).text() for row in range(dialog.table.rowCount())]


def choose(dialog: TimelineDialog, row: int) -> None:
    """Choose one visit, whatever key the test before has left pressed."""
    rows = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    dialog.table.selectionModel().select(dialog.table.model().index(row, 0), rows)


def test_a_row_tells_phase_amount_changes_and_scores(dialog: TimelineDialog) -> None:
    assert [text.split(" · ")[0] for text in cells(dialog, 0)] == ["Visit 3", "Visit 2", "Visit 1"]
    assert cells(dialog, 1) == ["Calm down", "Calm", "Calm"]
    assert cells(dialog, 2) == ["1", "2", "2"]
    assert cells(dialog, 3) == ["−1", "↑1", "first visit"]
    assert cells(dialog, 4) == ["", "", "1 score"]


def test_two_former_visits_are_compared_by_keys(dialog: TimelineDialog) -> None:
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    QTest.keyClick(dialog.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert [opened.visit.number for opened in dialog.chosen()] == [1, 2]
    dialog._compare.click()
    shown = dialog.findChild(ComparisonDialog)
    assert "Harder · 1" in shown.tree.lines()
    assert any(line.strip().startswith("Sets: 3 → 9") for line in shown.tree.lines())


def test_only_what_fits_the_choice_can_be_done(dialog: TimelineDialog) -> None:
    def allowed() -> tuple[bool, ...]:
        return tuple(button.isEnabled() for button in (dialog._look, dialog._compare, dialog._bring_back))

    assert allowed() == (False, False, False)
    choose(dialog, 2)
    assert allowed() == (True, False, True)
    dialog.table.selectAll()
    assert allowed() == (False, False, False)


def test_a_former_visit_is_brought_back_from_here_and_the_record_stays(
    dialog: TimelineDialog, page: PlanPage, desk: Desk, qtbot: QtBot
) -> None:
    record = VisitRecord((Score("nprs-worst", Decimal(3)),))
    page.document.edit("Score", set_record(page.document.plan, record))
    choose(dialog, 2)
    with qtbot.waitSignal(dialog.bring_back_asked):
        dialog._bring_back.click()
    desk.background.settle()
    assert [held.text.name for held in page.document.plan.prescriptions()] == ["quad set", "bridge"]
    assert page.document.plan.record == record


def test_the_same_day_is_no_new_visit_unless_something_was_changed_or_measured(page: PlanPage, desk: Desk) -> None:
    page.visits.begin()
    desk.background.settle()
    assert page.document.opened.visit.number == 4
    page.visits.begin()
    desk.background.settle()
    assert page.document.opened.visit.number == 4
    assert page.document.opened.visit.on == date.today()  # noqa: DTZ011
