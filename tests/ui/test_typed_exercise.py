"""An exercise and its dosage are typed in one line: the words part where they should, and the plan gets what they say."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.plan import Plan
from pfss_desktop.ui.plan_page import PlanPage
from pfss_desktop.ui.typed_exercise import split_typed
from tests.pictures import outline, planned

NAMES = (
    "clamshell",
    "clam",
    "straight leg raise, lying on your back",
    "straight leg raise",
    "step up",
    "mini squat (0 to 45 degrees)",
)


OpenPage = Callable[[Plan], PlanPage]


@pytest.fixture
def page(open_page: OpenPage, qtbot: QtBot) -> PlanPage:
    opened = open_page(planned("Calm\n  quad set\n"))
    opened.activateWindow()
    opened.board.choose(["Calm"])
    opened.catalogue.search_field.setFocus()
    qtbot.waitUntil(opened.catalogue.search_field.hasFocus)
    return opened


def type_in(page: PlanPage, words: str) -> None:
    page.catalogue.search_field.selectAll()
    QTest.keyClicks(page.catalogue.search_field, words)
    QTest.keyClick(page.catalogue.search_field, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("typed", "parted"),
    [
        ("clam", ("clam", "")),
        ("clam, 3x12", ("clam", "3x12")),
        ("clam 3x12", ("clam", "3x12")),
        ("clam 3 x 12, red band", ("clam", "3 x 12, red band")),
        ("clam, left", ("clam", "left")),
        ("straight leg raise, lying on your back", ("straight leg raise, lying on your back", "")),
        ("straight leg raise, lying on your back, 2 lb", ("straight leg raise, lying on your back", "2 lb")),
        ("mini squat (0 to 45 degrees)", ("mini squat (0 to 45 degrees)", "")),
        ("clam, 3x", ("clam", "3x")),
        ("nothing, 3x", ("nothing, 3x", "")),
        (", 3x12", (", 3x12", "")),
        ("", ("", "")),
    ],
)
def test_the_words_part_where_a_dosage_begins(typed: str, parted: tuple[str, str]) -> None:
    assert split_typed(typed, lambda words: words in NAMES) == parted


def test_exercise_and_dosage_in_one_line_are_one_step_to_undo(page: PlanPage) -> None:
    before = page.document.plan
    type_in(page, "clamshell with, 3x15, red band")

    held = page.board.chosen_prescriptions()[0]
    assert held.text.name == "Clamshell with band"
    assert (held.dosage.sets, held.dosage.reps.high) == (3, 15)
    assert "red" in str(held.resistance)
    assert "3 sets, 15 reps" in page.notices.text

    page.document.undo_stack.undo()
    assert page.document.plan == before


def test_the_list_shows_what_is_meant_while_the_dosage_is_being_typed(page: PlanPage) -> None:
    field, model = page.catalogue.search_field, page.catalogue.model
    field.selectAll()
    for letter in "bridge, hold 5":
        QTest.keyClicks(field, letter)
        assert model.rowCount() > 0
    assert model.index(0, 0).data() == "Bridge"


@pytest.mark.parametrize(
    ("typed", "said"),
    [("clam, 3x12, purple frog", "was not understood"), ("wall squat, 2 lb cuff", "does not take this kind of resistance")],
)
def test_what_cannot_be_adds_nothing_and_says_why(page: PlanPage, typed: str, said: str) -> None:
    before = outline(page.document.plan)
    type_in(page, typed)
    assert outline(page.document.plan) == before
    assert said in page.notices.text
    assert page.catalogue.search_field.text() == typed


def test_the_side_is_chosen_by_keys(page: PlanPage) -> None:
    page.actions_["side"].trigger()
    assert page.focusWidget().accessibleName() == "Affected side"


def test_a_notice_that_asks_is_answered_by_keys_and_gives_them_back(page: PlanPage) -> None:
    field, done = page.catalogue.search_field, []
    page.notices.say("No printer.", "Save PDF", lambda: done.append("saved"), asks=True)
    button = page.focusWidget()
    assert isinstance(button, QPushButton)
    assert button.text() == "Save PDF"

    QTest.keyClick(button, Qt.Key.Key_Escape)
    assert not page.notices.isVisible()
    assert field.hasFocus()

    page.notices.say("No printer.", "Save PDF", lambda: done.append("saved"), asks=True)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert done == ["saved"]
    assert field.hasFocus()


def test_undo_in_a_notice_is_gone_once_it_would_undo_another_step(page: PlanPage) -> None:
    type_in(page, "clam, 3x15")
    assert page.notices.isVisible()
    page.document.undo_stack.undo()
    assert not page.notices.isVisible()

    type_in(page, "bridge")
    type_in(page, "clam")
    assert "Clam" in page.notices.text
    assert page.notices.isVisible()


def test_the_offer_to_turn_sides_goes_with_the_side_it_is_about(page: PlanPage) -> None:
    page.fields.set_side(Side.LEFT)
    type_in(page, "clam")
    page.fields.set_side(Side.RIGHT)
    assert "still for the left leg" in page.notices.text

    page.commands.add_phase()
    assert page.notices.isVisible()
    page.document.undo_stack.undo()
    assert page.notices.isVisible()
    page.document.undo_stack.undo()
    assert not page.notices.isVisible()


def test_a_double_click_takes_the_typed_dosage_along(page: PlanPage) -> None:
    QTest.keyClicks(page.catalogue.search_field, "clam, 3x12")
    where = page.catalogue.list.visualRect(page.catalogue.model.index(1, 0)).center()
    viewport = page.catalogue.list.viewport()

    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)

    held = page.board.chosen_prescriptions()[0]
    assert (held.text.name, held.dosage.sets, held.dosage.reps.high) == ("Clamshell with band", 3, 12)
