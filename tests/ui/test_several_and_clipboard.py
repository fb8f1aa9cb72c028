"""Several exercises at once, the clipboard, and what is done to a whole phase."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.edits.phases import set_affected_side
from pfss_desktop.domain.edits.prescriptions import set_note, set_side
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.prescription_part import Part
from pfss_desktop.ui import drag_data
from pfss_desktop.ui.clip_commands import CLIP, clipboard_data
from pfss_desktop.ui.plan_page import PlanPage
from tests.pictures import drawing, outline, picture, planned
from tests.ui.drops import drag_over, drop, lower_half, upper_half

OpenPage = Callable[[Plan], PlanPage]
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
PLAIN = Qt.KeyboardModifier.NoModifier
TWO_PHASES = """
    Calm
      quad set
      leg slide
    Strength
      bridge
      clamshell
"""


@pytest.fixture
def page(open_page: OpenPage, qtbot: QtBot) -> PlanPage:
    return shown(open_page, qtbot, planned(TWO_PHASES))


def shown(open_page: OpenPage, qtbot: QtBot, plan: Plan) -> PlanPage:
    opened = open_page(plan)
    opened.activateWindow()
    opened.board.setFocus()
    qtbot.waitUntil(opened.board.hasFocus)
    return opened


def press(page: PlanPage, key: Qt.Key, keys: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.keyClick(page.board, key, keys)


def chosen(page: PlanPage) -> list[str]:
    return [held.id for held in page.board.chosen_prescriptions()]


def click(page: PlanPage, item_id: str, keys: Qt.KeyboardModifier = PLAIN) -> None:
    """Click on a row's picture, where no chip is."""
    box = page.board.visualRect(page.model.index_of(item_id))
    QTest.mouseClick(page.board.viewport(), Qt.MouseButton.LeftButton, keys, box.topLeft() + QPoint(60, box.height() // 2))


def field(page: PlanPage, name: str) -> QLineEdit:
    return next(found for found in page.inspector.findChildren(QLineEdit) if found.isVisible() and found.accessibleName() == name)


def type_into(page: PlanPage, name: str, words: str) -> None:
    line = field(page, name)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, words)
    QTest.keyClick(line, Qt.Key.Key_Return)


# Choosing several


def test_ctrl_and_shift_clicks_choose_exercises_and_never_the_phases_between(page: PlanPage) -> None:
    click(page, "quad-set")
    click(page, "bridge", CTRL)
    assert chosen(page) == ["quad-set", "bridge"]
    click(page, "quad-set")
    click(page, "clamshell", SHIFT)
    assert chosen(page) == ["quad-set", "leg-slide", "bridge", "clamshell"]
    assert page.board.chosen_phases() == ()
    click(page, "leg-slide")
    press(page, Qt.Key.Key_Up, SHIFT)
    assert chosen(page) == ["quad-set", "leg-slide"]


def test_ctrl_a_chooses_the_phase_and_then_the_plan(page: PlanPage) -> None:
    page.board.choose(["bridge"])
    press(page, Qt.Key.Key_A, CTRL)
    assert chosen(page) == ["bridge", "clamshell"]
    press(page, Qt.Key.Key_A, CTRL)
    assert chosen(page) == ["quad-set", "leg-slide", "bridge", "clamshell"]


def test_the_inspector_shows_what_they_share_and_changes_all(page: PlanPage) -> None:
    page.document.edit("Side", set_side(page.document.plan, "bridge", Side.LEFT))
    page.edits.take(["quad-set"], Part.SETS, "5")
    page.board.choose(["quad-set", "bridge", "clamshell"])
    steps = page.document.undo_stack.count()

    assert (field(page, "Sets").text(), field(page, "Sets").placeholderText()) == ("", "different")
    assert field(page, "Repetitions").text() == "10 reps"
    type_into(page, "Sets", "4")
    type_into(page, "Dosage, side or resistance", "twice a day, hold 3")
    button = next(found for found in page.inspector.findChildren(QPushButton) if found.accessibleName() == "Side of all: Right")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert [line.strip() for line in picture(page.document.plan).splitlines()[1:]] == [
        "Calm",
        "quad set, right, 4 x 10, hold 3 s, 2 times a day",
        "leg slide, 3 x 10",
        "Strength",
        "bridge, right, 4 x 10, hold 3 s, 2 times a day",
        "clamshell, right, 4 x 10, hold 3 s, 2 times a day",
    ]
    assert page.document.undo_stack.count() == steps + 3
    assert field(page, "Dosage, side or resistance").text() == ""


def test_what_is_wrong_is_told_under_its_field_and_changes_nothing(page: PlanPage) -> None:
    page.board.choose(["quad-set", "bridge"])
    type_into(page, "Sets", "40")
    assert page.document.undo_stack.count() == 0
    assert field(page, "Sets").text() == "40"


def test_what_some_do_not_take_is_told(page: PlanPage) -> None:
    page.commands.add_exercises(["wall-sit"])
    wall_sit = page.board.chosen_prescriptions()[0].id
    page.edits.take([wall_sit, "leg-slide"], Part.MORE, "left")
    assert page.document.plan.prescription("leg-slide").side is Side.LEFT
    assert page.notices.text == "1 exercise does not take this side or resistance and keeps its own."


# The clipboard


def test_copied_exercises_are_pasted_behind_the_chosen_one_and_undone_at_once(page: PlanPage) -> None:
    page.board.choose(["quad-set", "clamshell"])
    press(page, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == (
        "- quad set: Side?, 3 sets, 10 reps, 1× a day\n- clamshell: Side?, 3 sets, 10 reps, 1× a day"
    )
    page.board.choose(["bridge"])
    press(page, Qt.Key.Key_V, CTRL)

    assert outline(page.document.plan).splitlines()[3:] == ["Strength", "  bridge", "  quad set", "  clamshell", "  clamshell"]
    assert len(chosen(page)) == 2
    press(page, Qt.Key.Key_Z, CTRL)
    assert outline(page.document.plan) == drawing(TWO_PHASES)


def test_a_cut_phase_is_pasted_elsewhere_with_all_its_exercises(page: PlanPage) -> None:
    page.board.choose(["Calm"])
    press(page, Qt.Key.Key_X, CTRL)
    assert outline(page.document.plan).splitlines()[0] == "Strength"
    assert page.document.undo_stack.count() == 1
    page.board.choose(["Strength"])
    press(page, Qt.Key.Key_V, CTRL)
    assert outline(page.document.plan) == drawing("""
        Strength
          bridge
          clamshell
        Calm
          quad set
          leg slide
    """)


def test_into_another_plan_goes_neither_another_legs_side_nor_a_note(open_page: OpenPage, qtbot: QtBot) -> None:
    left = set_affected_side(planned(TWO_PHASES), Side.LEFT)
    first = shown(open_page, qtbot, replace(set_note(left, "bridge", "for Ana only"), id="first"))
    first.board.choose(["Strength"])
    press(first, Qt.Key.Key_C, CTRL)
    second = shown(open_page, qtbot, replace(set_affected_side(planned("Calm"), Side.RIGHT), id="second"))

    second.board.setFocus()
    press(second, Qt.Key.Key_V, CTRL)

    assert picture(second.document.plan).splitlines()[1:] == [
        "  Calm",
        "  Strength",
        "    bridge, 3 x 10",
        "    clamshell, 3 x 10",
    ]
    assert second.notices.text == (
        "2 pasted exercises were for another leg than this plan's. Their side is open now: choose it. "
        "Notes were not pasted: they were written for the other plan."
    )
    assert "Ana" not in first.notices.text + QGuiApplication.clipboard().text()


@pytest.mark.parametrize(
    ("kind", "content", "told"),
    [
        ("text/plain", b"quad set", "There is nothing to paste. Copy exercises or a phase of a plan first."),
        (
            CLIP,
            b"[" * 100_000,
            "What is on the clipboard cannot be pasted: is nested too deep to be a plan. Nothing was changed.",
        ),
        (
            CLIP,
            b'{"format": "pfss-clip", "version": 1, "' + b"x" * 5000 + b'": 1}',
            "What is on the clipboard cannot be pasted: ",
        ),
    ],
)
def test_a_hostile_clipboard_changes_nothing_and_is_told(page: PlanPage, kind: str, content: bytes, told: str) -> None:
    data = clipboard_data()
    data.setData(kind, content)
    QGuiApplication.clipboard().setMimeData(data)

    press(page, Qt.Key.Key_V, CTRL)

    assert page.notices.text.startswith(told)
    assert len(page.notices.text) < 400
    assert page.document.undo_stack.count() == 0


def test_a_program_that_ends_with_a_copy_on_the_clipboard_ends_well() -> None:
    ending = """
from PySide6.QtWidgets import QApplication
from pfss_desktop.ui.clip_commands import clipboard_data
import builtins
builtins.kept = QApplication([])
data = clipboard_data()
data.setText("quad set")
builtins.kept.clipboard().setMimeData(data)
"""
    assert subprocess.run([sys.executable, "-c", ending], timeout=60).returncode == 0


# A whole phase


def test_a_phase_is_moved_by_key_from_anywhere_within_it(page: PlanPage) -> None:
    told: list[str] = []
    page.commands.moved.connect(told.append)
    page.board.choose(["clamshell"])

    press(page, Qt.Key.Key_Up, ALT | SHIFT)

    assert outline(page.document.plan).splitlines()[0] == "Strength"
    assert told == ["Phase “Strength” is now number 1 of 2"]
    press(page, Qt.Key.Key_Up, ALT | SHIFT)
    press(page, Qt.Key.Key_Down, ALT | SHIFT)
    assert outline(page.document.plan) == drawing(TWO_PHASES)
    press(page, Qt.Key.Key_Up, ALT)
    assert told[-1] == "Now number 1 of 2 in phase “Strength”"


def test_a_dragged_phase_shows_and_takes_its_place_between_phases(page: PlanPage) -> None:
    data = drag_data.carry(drag_data.PHASE, ["Strength"])
    assert drag_over(page.board, upper_half(page.board, "quad-set"), data)
    top = page.board.visualRect(page.model.index_of("Calm")).top()
    assert abs(page.board._drop_mark._mark.top() - top) < 10
    assert drop(page.board, upper_half(page.board, "quad-set"), data)
    assert outline(page.document.plan).splitlines()[0] == "Strength"
    data = drag_data.carry(drag_data.PHASE, ["Strength"])
    assert drop(page.board, lower_half(page.board, "leg-slide"), data)
    assert outline(page.document.plan) == drawing(TWO_PHASES)


def test_a_phase_is_sorted_from_lying_to_standing(open_page: OpenPage, qtbot: QtBot) -> None:
    page = shown(open_page, qtbot, planned("Calm"))
    page.commands.add_exercises(["wall-sit", "slr-seated", "clamshell", "quad-set"])
    page.actions_["sort_phase"].trigger()
    assert [held.exercise_id for held in page.document.plan.prescriptions()] == [
        "quad-set",
        "clamshell",
        "slr-seated",
        "wall-sit",
    ]
    page.actions_["sort_phase"].trigger()
    assert page.notices.text == "This phase is already in order, from lying to sitting to standing."
    page.document.undo_stack.undo()
    assert next(page.document.plan.prescriptions()).exercise_id == "wall-sit"


def test_the_usual_three_come_in_one_step_and_only_once(open_page: OpenPage, qtbot: QtBot) -> None:
    page = shown(open_page, qtbot, set_affected_side(planned("Calm"), Side.RIGHT))
    page.actions_["add_usual"].trigger()
    names = [held.exercise_id for held in page.document.plan.prescriptions()]
    assert names == ["quad-set", "clamshell", "slr-flexion"]
    assert {held.side for held in page.document.plan.prescriptions()} == {Side.RIGHT}
    assert page.document.undo_stack.count() == 1
    page.actions_["add_usual"].trigger()
    assert page.notices.text == "The usual exercises are in this phase already."


def test_a_clinic_makes_its_own_exercises_the_usual_ones(open_page: OpenPage, qtbot: QtBot) -> None:
    page = shown(open_page, qtbot, planned("Calm"))
    page.commands.add_exercises(["heel-slide", "quad-set"])
    page.actions_["make_usual"].trigger()
    assert page.notices.text.startswith("Usual from now on for phases like this one: ")
    later = shown(open_page, qtbot, replace(planned("Early"), id="later"))
    later.actions_["add_usual"].trigger()
    assert [held.exercise_id for held in later.document.plan.prescriptions()] == ["heel-slide", "quad-set"]


def test_ctrl_brackets_swap_along_the_catalogues_links(page: PlanPage) -> None:
    page.commands.add_exercises(["clamshell"])
    press(page, Qt.Key.Key_BracketRight, CTRL)
    harder = page.board.chosen_prescriptions()[0]
    assert harder.exercise_id != "clamshell"
    press(page, Qt.Key.Key_BracketLeft, CTRL)
    assert page.board.chosen_prescriptions()[0].id == harder.id
    page.board.choose(["leg-slide"])
    press(page, Qt.Key.Key_BracketRight, CTRL)
    assert page.notices.text == "The catalogue has no harder exercise to swap this one for."
