"""Chips edited where they are: clicked or F2, typed, stepped, left; each a step to undo."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.dosage import CountUnit, Dosage, RepRange, Tempo
from pfss_desktop.domain.dosage_words import dosage_change
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.prescription_part import Part
from pfss_desktop.domain.prescription_words import wanted_change
from pfss_desktop.domain.resistance import (
    Band,
    BandForm,
    BandPosition,
    Bodyweight,
    CuffWeight,
    Machine,
    Mass,
    MassUnit,
    NoResistance,
    Resistance,
)
from pfss_desktop.domain.stock import BandMaker, ResistanceChoices
from pfss_desktop.translations import speaking_language
from pfss_desktop.ui.chip_editor import ChipEditor
from pfss_desktop.ui.chips import dosage_line, side_text
from pfss_desktop.ui.exercise_row import box_of
from pfss_desktop.ui.part_words import part_words, resistance_words
from pfss_desktop.ui.plan_page import PlanPage
from tests.pictures import picture, planned, prescribed
from tests.strategies import dosages, resistances

OpenPage = Callable[[Plan], PlanPage]
PLAIN, CTRL, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT_BUTTON = Qt.MouseButton.LeftButton
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
    opened = open_page(planned(TWO_PHASES))
    opened.activateWindow()
    opened.board.setFocus()
    qtbot.waitUntil(opened.board.hasFocus)
    return opened


def chip(page: PlanPage, held_id: str, part: Part) -> QPoint:
    index = page.model.index_of(held_id)
    return box_of(page.model.item(index), page.board.font(), page.board.visualRect(index), part).center()


def click(page: PlanPage, held_id: str, part: Part) -> ChipEditor:
    QTest.mouseClick(page.board.viewport(), LEFT_BUTTON, PLAIN, chip(page, held_id, part))
    return editor(page)


def editor(page: PlanPage) -> ChipEditor:
    shown = [found for found in page.board.findChildren(ChipEditor) if found.isVisible()]
    assert len(shown) == 1
    return shown[0]


def is_open(page: PlanPage) -> bool:
    return any(found.isVisible() for found in page.board.findChildren(ChipEditor))


def type_and(page: PlanPage, words: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    line = editor(page).line
    QTest.keyClicks(line, words)
    QTest.keyClick(line, key)


def held(page: PlanPage, held_id: str) -> object:
    return page.document.plan.prescription(held_id)


def lines(page: PlanPage) -> list[str]:
    return [line.strip() for line in picture(page.document.plan).splitlines()[1:]]


def test_a_click_on_a_chip_opens_it_and_enter_takes_over_what_is_typed(page: PlanPage) -> None:
    shown = click(page, "bridge", Part.REPS)
    assert shown.line.text() == "10 reps"
    assert shown.line.selectedText() == "10 reps"
    assert shown.line.accessibleName() == "Repetitions of bridge"

    type_and(page, "3x12, hold 5")

    assert not is_open(page)
    assert page.board.hasFocus()
    assert "bridge, 3 x 12, hold 5 s" in lines(page)
    assert page.document.undo_stack.count() == 1
    page.document.undo_stack.undo()
    assert "bridge, 3 x 10" in lines(page)


def test_what_is_not_understood_stays_open_with_its_reason_under_it(page: PlanPage) -> None:
    click(page, "bridge", Part.SETS)

    type_and(page, "25")
    assert "a whole number from 1 to 20" in editor(page).fault.text()
    assert editor(page).fault.isVisible()
    QTest.keyClicks(editor(page).line, "4")
    assert not editor(page).fault.isVisible()
    QTest.keyClick(editor(page).line, Qt.Key.Key_Return)

    assert "bridge, 4 x 10" in lines(page)


def test_escape_leaves_it_as_it_was(page: PlanPage) -> None:
    click(page, "bridge", Part.SETS)
    type_and(page, "7", Qt.Key.Key_Escape)
    assert not is_open(page)
    assert page.document.undo_stack.count() == 0


def test_left_for_something_else_what_is_typed_counts_and_what_is_wrong_is_told(page: PlanPage) -> None:
    click(page, "bridge", Part.SETS)
    QTest.keyClicks(editor(page).line, "4")
    page.catalogue.search_field.setFocus()
    assert "bridge, 4 x 10" in lines(page)

    click(page, "bridge", Part.SETS)
    QTest.keyClicks(editor(page).line, "many")
    page.catalogue.search_field.setFocus()
    assert not is_open(page)
    assert page.notices.text.startswith("“many” was not taken over: ")
    assert page.document.undo_stack.count() == 1


def test_f2_and_tab_go_from_chip_to_chip_and_on_to_the_next_row(page: PlanPage) -> None:
    page.board.choose(["leg-slide"])
    QTest.keyClick(page.board, Qt.Key.Key_F2)
    type_and(page, "left", Qt.Key.Key_Tab)
    type_and(page, "4", Qt.Key.Key_Tab)
    type_and(page, "8", Qt.Key.Key_Tab)
    type_and(page, "2", Qt.Key.Key_Tab)
    type_and(page, "2 lb", Qt.Key.Key_Tab)
    assert ["leg slide", "left", "4 x 8", "cuff 2 lb", "2 times a day"][0] in " ".join(lines(page))
    assert (held(page, "leg-slide").side, held(page, "leg-slide").dosage.sets) == (Side.LEFT, 4)
    assert editor(page).line.accessibleName() == "Side of bridge"
    assert [item.id for item in page.board.chosen_prescriptions()] == ["bridge"]

    QTest.keyClick(editor(page).line, Qt.Key.Key_Backtab, SHIFT)
    assert editor(page).line.accessibleName() == "Dosage, side or resistance of leg slide"


def test_a_number_typed_on_the_board_begins_a_dosage(page: PlanPage) -> None:
    page.board.choose(["bridge"])
    QTest.keyClick(page.board, Qt.Key.Key_5)
    type_and(page, "x8")
    assert "bridge, 5 x 8" in lines(page)


def test_arrows_and_wheel_step_and_are_one_step_to_undo(page: PlanPage) -> None:
    shown = click(page, "bridge", Part.REPS)
    for _time in range(3):
        QTest.keyClick(shown.line, Qt.Key.Key_Up)
    assert shown.line.text() == "13 reps"
    turn(shown, -120)
    assert held(page, "bridge").dosage.reps == RepRange.exactly(12)
    assert page.document.undo_stack.count() == 1

    QTest.keyClick(shown.line, Qt.Key.Key_Escape)
    click(page, "bridge", Part.REPS)
    QTest.keyClick(editor(page).line, Qt.Key.Key_Down)
    assert page.document.undo_stack.count() == 2
    QTest.keyClick(editor(page).line, Qt.Key.Key_Z, CTRL)
    assert held(page, "bridge").dosage.reps == RepRange.exactly(12)
    assert editor(page).line.text() == "12 reps"


def test_side_and_resistance_are_stepped_too(page: PlanPage) -> None:
    shown = click(page, "clamshell", Part.SIDE)
    QTest.keyClick(shown.line, Qt.Key.Key_Up)
    assert held(page, "clamshell").side is Side.LEFT
    QTest.keyClick(shown.line, Qt.Key.Key_Up)
    assert held(page, "clamshell").side is Side.RIGHT
    page.edits.step(["leg-slide"], Part.RESISTANCE, 1)
    first = held(page, "leg-slide").resistance
    assert isinstance(first, CuffWeight | Band)
    page.edits.step(["leg-slide"], Part.RESISTANCE, -1)
    assert held(page, "leg-slide").resistance == NoResistance()


def test_the_wheel_over_a_chip_changes_it_with_ctrl_only(page: PlanPage) -> None:
    page.board.choose(["bridge"])
    at = chip(page, "bridge", Part.SETS)
    turn(page.board.viewport(), 120, at)
    assert page.document.undo_stack.count() == 0
    turn(page.board.viewport(), 120, at, CTRL)
    assert held(page, "bridge").dosage.sets == 4
    turn(page.board.viewport(), 120, chip(page, "clamshell", Part.SETS), CTRL)
    assert held(page, "clamshell").dosage.sets == 3, "a row that is not chosen"


def test_a_click_on_a_chip_of_several_chosen_rows_changes_all_of_them(page: PlanPage) -> None:
    page.board.choose(["quad-set", "bridge", "clamshell"])
    shown = click(page, "bridge", Part.TIMES)
    assert shown.line.accessibleName() == "Times a day of 3 exercises"

    type_and(page, "3x8, twice a day")

    assert [line for line in lines(page) if "3 x 8, 2 times a day" in line] == [
        "quad set, 3 x 8, 2 times a day",
        "bridge, 3 x 8, 2 times a day",
        "clamshell, 3 x 8, 2 times a day",
    ]
    assert [item.id for item in page.board.chosen_prescriptions()] == ["quad-set", "bridge", "clamshell"]
    assert page.document.undo_stack.count() == 1


def test_a_drag_begun_on_a_chip_opens_nothing(page: PlanPage) -> None:
    QTest.mousePress(page.board.viewport(), LEFT_BUTTON, PLAIN, chip(page, "bridge", Part.SETS))
    QTest.mouseRelease(page.board.viewport(), LEFT_BUTTON, PLAIN, chip(page, "clamshell", Part.SETS))
    assert not is_open(page)


def test_a_chip_goes_with_its_row_when_the_exercise_is_taken_out(page: PlanPage) -> None:
    click(page, "bridge", Part.SETS)
    page.commands.remove_chosen()
    QApplication.processEvents()
    assert not is_open(page)


@given(dosages())
def test_a_dosage_as_its_chips_have_it_is_read_back_the_same(dosage: Dosage) -> None:
    shown = replace(prescribed("bridge"), dosage=dosage)
    words = f"{dosage_line(replace(shown, side=Side.LEFT)).partition(', ')[2]}, {part_words(shown, Part.REST)}"
    start = Dosage(1, RepRange.exactly(1), counted=dosage.counted)
    assert dosage_change(words).of(start) == dosage


@given(resistances())
def test_a_resistance_as_it_is_shown_is_read_back_the_same(resistance: Resistance) -> None:
    choices = ResistanceChoices((BandMaker("TheraBand", ("tan", "red", "green")),))
    if isinstance(resistance, Band):
        resistance = Band("red", "TheraBand", resistance.form, resistance.position)
    change = wanted_change(resistance_words(resistance), Part.RESISTANCE, choices=choices).resistance
    assert change is not None
    assert change.of(NoResistance(), choices) == resistance


def turn(widget: object, by: int, at: QPoint | None = None, keys: Qt.KeyboardModifier = PLAIN) -> None:
    """Turn the wheel over a point of a widget."""
    where = QPointF(at if at is not None else widget.rect().center())
    event = QWheelEvent(
        where, QPointF(widget.mapToGlobal(where)), QPoint(), QPoint(0, by), Qt.MouseButton.NoButton, keys,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_the_screen_shows_can_be_typed_back_in_either_language(language: str) -> None:
    mass = Mass(Decimal("1.5"), MassUnit.KILOGRAM)
    bands = [Band("red", "", form, place) for form in BandForm for place in (None, *BandPosition)]
    dosage = Dosage(3, RepRange(8, 12), CountUnit.REPS, 5, 60, Tempo(2, 3), times_per_day=2, days_per_week=5)
    with speaking_language(language):
        for side in Side:
            assert wanted_change(side_text(side)).side is side
        for unit in CountUnit:
            for count in (RepRange.exactly(1), RepRange(2, 3)):
                shown = replace(prescribed("bridge"), side=Side.LEFT, dosage=replace(dosage, reps=count, counted=unit))
                wanted = wanted_change(f"{dosage_line(shown)}, {part_words(shown, Part.REST)}")
                assert (wanted.side, wanted.dosage.of(Dosage(1, RepRange.exactly(1)))) == (shown.side, shown.dosage)
        for resistance in (NoResistance(), Bodyweight(), CuffWeight(mass), Machine(), Machine(mass), *bands):
            change = wanted_change(resistance_words(resistance), Part.RESISTANCE).resistance
            assert change is not None
            assert change.meant == resistance
