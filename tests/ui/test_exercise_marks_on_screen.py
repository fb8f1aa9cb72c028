"""Favourites, hidden and recent exercises in the catalogue, and adding by typing."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from pfss_desktop.domain.clinic_stock import ClinicStock
from pfss_desktop.domain.exercise import Category
from pfss_desktop.domain.patient import HomeEquipment, Patient
from pfss_desktop.domain.plan import Plan
from pfss_desktop.ui.catalogue_delegate import star_place
from pfss_desktop.ui.catalogue_panel import CataloguePanel
from pfss_desktop.ui.clinic_desk import ClinicDesk
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.plan_page import PlanPage
from tests.pictures import outline, planned

CTRL, LEFT = Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def page(open_page: Callable[[Plan], PlanPage], qtbot: QtBot) -> PlanPage:
    opened = open_page(planned("Calm\n  quad set\nStrength\n  bridge"))
    opened.activateWindow()
    opened.board.setFocus()
    qtbot.waitUntil(opened.board.hasFocus)
    return opened


def shown(panel: CataloguePanel) -> list[str]:
    found = (panel.model.exercise(panel.model.index(row, 0)) for row in range(panel.model.rowCount()))
    return [exercise.id for exercise in found if exercise]


def choose(panel: CataloguePanel, *rows: int) -> None:
    panel.list.clearSelection()
    for row in rows:
        panel.list.selectionModel().select(panel.model.index(row, 0), panel.list.selectionModel().SelectionFlag.Select)
    panel.list.setFocus()


def star(panel: CataloguePanel, row: int) -> QPoint:
    return star_place(panel.list.visualRect(panel.model.index(row, 0))).center()


def test_the_star_makes_a_favourite_and_adds_nothing(page: PlanPage, desk: Desk) -> None:
    panel, before = page.catalogue, page.document.plan
    QTest.mouseClick(panel.list.viewport(), LEFT, pos=star(panel, 1))
    second = shown(panel)[1]
    assert desk.clinic.marks.favourites == {second}
    assert panel.list.selectedIndexes() == []
    assert panel.model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole).endswith(", favourite")

    QTest.mouseDClick(panel.list.viewport(), LEFT, pos=star(panel, 1))
    assert page.document.plan == before
    assert desk.clinic.marks.favourites == {second}
    QTest.mouseClick(panel.list.viewport(), LEFT, pos=star(panel, 1))
    assert desk.clinic.marks.favourites == frozenset()


def test_a_press_that_slides_off_the_star_does_nothing(page: PlanPage, desk: Desk) -> None:
    panel = page.catalogue
    QTest.mousePress(panel.list.viewport(), LEFT, pos=star(panel, 0))
    QTest.mouseMove(panel.list.viewport(), star(panel, 0) + QPoint(-60, 60))
    QTest.mouseRelease(panel.list.viewport(), LEFT, pos=star(panel, 0) + QPoint(-60, 60))
    assert desk.clinic.marks.favourites == frozenset()


def test_f_marks_all_that_are_chosen_and_the_chip_lists_them_after_a_restart(page: PlanPage, desk: Desk) -> None:
    panel = page.catalogue
    panel.filters.favourites.click()
    assert panel.nothing.text().startswith("No favourites yet")
    panel.filters.favourites.click()
    choose(panel, 0, 2)
    wanted = {shown(panel)[0], shown(panel)[2]}
    QTest.keyClick(panel.list, Qt.Key.Key_F)
    assert page.notices.text == "2 exercises are favourites now."
    panel.filters.favourites.click()
    assert set(shown(panel)) == wanted

    desk.background.settle()
    again = ClinicDesk(desk.library, desk.background, desk.resources.choices)
    again.ask()
    desk.background.settle()
    assert again.marks.favourites == wanted


def test_what_is_hidden_is_in_no_list_but_its_own_and_comes_back(page: PlanPage, desk: Desk) -> None:
    panel = page.catalogue
    assert not panel.filters.hidden.isVisible()
    first = shown(panel)[0]
    choose(panel, 0)
    next(action for action in panel.marks.new_menu().actions() if action.text() == "Hide").trigger()
    assert first not in shown(panel)
    panel.search_field.setText(desk.resources.catalogue.get(first).name)
    assert first not in shown(panel)
    panel.search_field.clear()

    panel.filters.hidden.click()
    assert shown(panel) == [first]
    choose(panel, 0)
    next(action for action in panel.marks.new_menu().actions() if action.text() == "Show again").trigger()
    assert panel.nothing.text() == "Nothing is hidden any more."
    panel._clear.click()
    assert shown(panel)[0] == first
    assert not panel.filters.hidden.isVisible()


def test_what_was_added_last_is_first_among_the_recent_ones(page: PlanPage, desk: Desk) -> None:
    panel = page.catalogue
    panel.filters.recent.click()
    assert panel.nothing.text().startswith("Nothing was used yet")
    for name in ("clamshell", "wall-sit", "clamshell"):
        page.commands.add_exercises([name])
    assert shown(panel) == ["clamshell", "wall-sit"]
    desk.background.settle()
    assert desk.background.wait_for(desk.library.exercise_marks).recent == ("clamshell", "wall-sit")
    panel.search_field.setText("sit")
    assert shown(panel) == ["wall-sit"]


def test_only_what_can_be_done_with_what_is_on_hand(page: PlanPage, desk: Desk) -> None:
    panel = page.catalogue
    assert not panel.filters.at_home.isVisible()
    page.document.note_opened(replace(page.document.opened, patient=Patient("p", "Ada", equipment=HomeEquipment(("mat",)))))
    panel.filters.at_home.click()
    assert "bridge-double" in shown(panel)
    assert "foam-roll-thigh" not in shown(panel)
    assert "clamshell-band" not in shown(panel)

    desk.clinic.keep_stock(ClinicStock(cuff_pounds=(Decimal(2),), things=("foam roller",)))

    assert "foam-roll-thigh" in shown(panel)
    page.document.note_opened(replace(page.document.opened, patient=None))
    desk.clinic.keep_stock(None)
    assert not panel.filters.at_home.isVisible()
    assert len(shown(panel)) == len(desk.resources.catalogue)


def test_ctrl_k_a_word_down_and_enter_add_and_say_so_and_escape_goes_back(page: PlanPage, qtbot: QtBot) -> None:
    page.board.choose(["Strength"])
    QTest.keyClick(page.board, Qt.Key.Key_K, CTRL)
    field = page.catalogue.search_field
    QTest.keyClicks(field, "clam")
    assert [index.row() for index in page.catalogue.list.selectedIndexes()] == [0]
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert outline(page.document.plan).splitlines()[-1] == "  Clamshell with band"
    assert page.notices.text == "Clamshell with band added to “Strength”"
    QTest.keyClicks(field, "heel slide")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert outline(page.document.plan).splitlines()[-1] == "  Heel slide"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(page.board.hasFocus)
    assert field.text() == ""
    assert len(page.board.chosen_prescriptions()) == 1


def test_where_a_filter_leaves_nothing_enter_looks_in_all_and_enter_adds(page: PlanPage) -> None:
    panel, field = page.catalogue, page.catalogue.search_field
    panel.filters.phase.choose(4)
    page.board.choose(["Calm"])
    QTest.keyClick(page.board, Qt.Key.Key_K, CTRL)
    QTest.keyClicks(field, "quad set")
    assert (panel.model.rowCount(), panel._clear.text()) == (0, "Look in all exercises")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert shown(panel)[0] == "quad-set"
    assert outline(page.document.plan).splitlines()[:2] == ["Calm", "  quad set"]
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert outline(page.document.plan).splitlines()[2] == "  Quad set"


def test_a_goal_is_a_chip_or_in_the_menu_and_only_one_is_chosen(page: PlanPage) -> None:
    filters = page.catalogue.filters
    filters.goals[Category.HIP].click()
    filters.more_goals.choose(Category.CORE)
    assert filters.filters().category is Category.CORE
    assert not any(chip.isChecked() for chip in filters.goals.values())
    filters.goals[Category.HIP].click()
    assert filters.filters().category is Category.HIP
    assert filters.more_goals.value() is None
    filters.more_goals.choose(Category.RUNNING)
    filters.more_goals.choose(None)
    assert filters.goals[None].isChecked()
    filters.equipment.choose("step")
    page.catalogue.clear()
    assert filters.filters().equipment == ""


def test_a_chip_with_a_menu_says_what_was_chosen_to_the_eye_and_to_the_ear(page: PlanPage) -> None:
    chip = page.catalogue.filters.phase
    assert (chip.text(), chip.accessibleName()) == ("Phase", "Phase: Any phase")
    next(action for action in chip.menu().actions() if action.text() == "Phase 2").trigger()
    assert (chip.text(), chip.accessibleName(), chip.value()) == ("Phase 2", "Phase: Phase 2", 2)
    next(action for action in chip.menu().actions() if action.text() == "Any phase").trigger()
    assert chip.value() is None


def test_the_star_says_what_it_is_for(page: PlanPage, qtbot: QtBot) -> None:
    view = page.catalogue.list
    at = star(page.catalogue, 0)
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at)))
    assert QToolTip.text() == "Make it a favourite (F)"
    QToolTip.hideText()
