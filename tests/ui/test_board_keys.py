"""Everything a drag does, done with keys: the same edits, the same plan."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.edits.prescriptions import set_note, set_side
from pfss_desktop.domain.plan import Plan
from pfss_desktop.ui.board_menu import show_board_menu
from pfss_desktop.ui.plan_page import PlanPage
from tests.pictures import drawing, outline, planned

OpenPage = Callable[[Plan], PlanPage]
TWO_PHASES = """
    Calm
      quad set
      heel slide
    Strength
      bridge
      clamshell
"""
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(open_page: OpenPage, qtbot: QtBot) -> PlanPage:
    opened = open_page(planned(TWO_PHASES))
    opened.activateWindow()
    opened.board.setFocus()
    qtbot.waitUntil(opened.board.hasFocus)
    return opened


def press(page: PlanPage, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(page.board, key, keys)


def test_alt_up_moves_within_the_phase_and_then_to_the_one_above(page: PlanPage) -> None:
    page.board.choose(["clamshell"])

    press(page, Qt.Key.Key_Up, ALT)
    assert outline(page.document.plan).splitlines()[3:] == ["Strength", "  clamshell", "  bridge"]
    press(page, Qt.Key.Key_Up, ALT)

    assert outline(page.document.plan) == drawing("""
        Calm
          quad set
          heel slide
          clamshell
        Strength
          bridge
    """)
    assert [held.id for held in page.board.chosen_prescriptions()] == ["clamshell"]


def test_alt_down_moves_a_pair_to_the_phase_below(page: PlanPage) -> None:
    page.board.choose(["quad-set", "heel-slide"])

    press(page, Qt.Key.Key_Down, ALT)

    assert outline(page.document.plan) == drawing("""
        Calm
        Strength
          quad set
          heel slide
          bridge
          clamshell
    """)


def test_alt_down_moves_a_phase(page: PlanPage) -> None:
    page.board.choose(["Calm"])
    press(page, Qt.Key.Key_Down, ALT)
    assert outline(page.document.plan).splitlines()[0] == "Strength"
    press(page, Qt.Key.Key_Up, ALT)
    assert outline(page.document.plan) == drawing(TWO_PHASES)


def test_at_the_edge_of_the_plan_nothing_moves(page: PlanPage) -> None:
    page.board.choose(["quad-set"])
    press(page, Qt.Key.Key_Up, ALT)
    page.board.choose(["clamshell"])
    press(page, Qt.Key.Key_Down, ALT)
    assert outline(page.document.plan) == drawing(TWO_PHASES)
    assert page.document.undo_stack.count() == 0


def test_delete_takes_out_says_so_and_the_notice_undoes_it(page: PlanPage) -> None:
    page.board.choose(["bridge"])

    press(page, Qt.Key.Key_Delete)

    assert outline(page.document.plan).splitlines()[3:] == ["Strength", "  clamshell"]
    assert page.notices.text == "bridge taken out"
    assert [held.id for held in page.board.chosen_prescriptions()] == ["clamshell"]
    QTest.mouseClick(page.notices._action, Qt.MouseButton.LeftButton)
    assert outline(page.document.plan) == drawing(TWO_PHASES)


def test_delete_on_a_phase_takes_it_out_with_its_exercises(page: PlanPage) -> None:
    page.board.choose(["Calm"])
    press(page, Qt.Key.Key_Delete)
    assert outline(page.document.plan) == drawing("""
        Strength
          bridge
          clamshell
    """)
    press(page, Qt.Key.Key_Z, CTRL)
    assert outline(page.document.plan) == drawing(TWO_PHASES)
    press(page, Qt.Key.Key_Y, CTRL)
    assert outline(page.document.plan).splitlines()[0] == "Strength"


def test_ctrl_d_doubles_what_is_chosen(page: PlanPage) -> None:
    page.board.choose(["bridge"])
    press(page, Qt.Key.Key_D, CTRL)
    assert outline(page.document.plan).splitlines()[3:] == ["Strength", "  bridge", "  bridge", "  clamshell"]
    assert page.board.chosen_prescriptions()[0].id != "bridge"


def test_typing_a_word_and_enter_adds_the_exercise_to_the_chosen_phase(page: PlanPage) -> None:
    page.board.choose(["Strength"])
    QTest.keyClick(page.board, Qt.Key.Key_F, CTRL)
    assert page.catalogue.search_field.hasFocus()

    QTest.keyClicks(page.catalogue.search_field, "clamshel")
    QTest.keyClick(page.catalogue.search_field, Qt.Key.Key_Return)

    assert outline(page.document.plan).splitlines()[-1] == "  Clamshell"


def test_enter_in_the_list_adds_behind_the_chosen_exercise(page: PlanPage) -> None:
    page.board.choose(["quad-set"])
    page.catalogue.search_field.setText("wall sit")
    page.catalogue.list.setFocus()
    page.catalogue.list.setCurrentIndex(page.catalogue.model.index(0, 0))

    QTest.keyClick(page.catalogue.list, Qt.Key.Key_Return)

    assert outline(page.document.plan).splitlines()[:3] == ["Calm", "  quad set", "  Wall sit (hold)"]


def test_a_double_click_adds_the_same(page: PlanPage) -> None:
    page.board.choose(["Calm"])
    page.catalogue.search_field.setText("wall sit")
    where = page.catalogue.list.visualRect(page.catalogue.model.index(0, 0)).center()
    viewport = page.catalogue.list.viewport()

    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)

    assert outline(page.document.plan).splitlines()[3] == "  Wall sit (hold)"


def test_a_new_phase_comes_behind_the_chosen_one_and_waits_for_its_name(page: PlanPage) -> None:
    page.board.choose(["Calm"])

    press(page, Qt.Key.Key_N, CTRL | Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(page.focusWidget(), "Balance")

    assert outline(page.document.plan).splitlines() == [
        "Calm", "  quad set", "  heel slide", "Balance", "Strength", "  bridge", "  clamshell"
    ]  # fmt: skip


def test_undo_works_from_inside_a_field(page: PlanPage, qtbot: QtBot) -> None:
    page.board.choose(["bridge"])
    form = page.inspector._prescription
    form._dosage._sets.setFocus()
    form._dosage._sets.setValue(5)
    assert page.document.plan.prescription("bridge").dosage.sets == 5

    QTest.keyClick(form._dosage._sets, Qt.Key.Key_Z, CTRL)

    assert page.document.plan.prescription("bridge").dosage.sets == 3
    assert form._dosage._sets.value() == 3


def test_an_exercise_is_swapped_for_a_harder_one_and_keeps_what_fits(page: PlanPage) -> None:
    page.commands.add_exercises(["clamshell"])
    held = page.board.chosen_prescriptions()[0]
    page.document.edit("Side", set_note(set_side(page.document.plan, held.id, Side.LEFT), held.id, "slowly"))
    harder, _easier = page.commands.links_of_chosen()
    banded = next(exercise for exercise in harder if exercise.id == "clamshell-band")

    menu = show_board_menu(page.actions_, page.commands, page.mapToGlobal(page.rect().center()), page)
    swaps = next(action.menu() for action in menu.actions() if action.text() == "Swap for a harder one")
    next(action for action in swaps.actions() if action.text() == banded.name).trigger()
    menu.close()

    now = page.document.plan.prescription(held.id)
    assert (now.exercise_id, now.side, now.note) == ("clamshell-band", Side.LEFT, "slowly")
    assert now.dosage == banded.dosage
    assert page.notices.text == "Clamshell swapped for Clamshell with band"
    page.document.undo_stack.undo()
    assert page.document.plan.prescription(held.id).exercise_id == "clamshell"


def test_a_row_says_what_where_and_the_how_many_it_is(page: PlanPage) -> None:
    spoken = page.model.index_of("clamshell").data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("clamshell, ")
    assert spoken.endswith(", phase Strength, 2 of 2")
