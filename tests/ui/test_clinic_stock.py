"""The clinic says what it has: it is offered first, the ladder's keys keep to it, and it is there after a restart."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialogButtonBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from pfss_desktop.domain.clinic_stock import ClinicStock, StockedBands
from pfss_desktop.domain.patient import HomeEquipment, Patient, Precaution
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.resistance import Band, BandForm, CuffWeight, Mass, MassUnit, NoResistance, Resistance
from pfss_desktop.exchange.written_stock import stock_from
from pfss_desktop.ui import drag_data
from pfss_desktop.ui.clinic_desk import ClinicDesk
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.plan_page import PlanPage
from pfss_desktop.ui.sectioned_box import SectionedBox
from pfss_desktop.ui.stock_dialog import StockDialog
from tests.pictures import planned

CTRL = Qt.KeyboardModifier.ControlModifier
STOCK = ClinicStock(
    (StockedBands("TheraBand", ("yellow", "green")), StockedBands("Loops", ("light", "heavy"), BandForm.LOOP, latex_free=True)),
    (Decimal(2), Decimal(5)),
)
HOME = HomeEquipment(("strap",), (Mass(Decimal(3), MassUnit.POUND),), (Band("blue", "TheraBand"),))


@pytest.fixture
def page(open_page: Callable[[Plan], PlanPage], qtbot: QtBot) -> PlanPage:
    opened = open_page(planned("Calm"))
    opened.commands.add_exercises(["slr-flexion"])
    opened.activateWindow()
    opened.board.setFocus()
    qtbot.waitUntil(opened.board.hasFocus)
    return opened


def held_resistance(page: PlanPage) -> Resistance:
    return next(page.document.plan.prescriptions()).resistance


def cuff(pounds: int) -> CuffWeight:
    return CuffWeight(Mass(Decimal(pounds), MassUnit.POUND))


def part(around: QWidget, name: str) -> QWidget:
    return next(each for each in around.findChildren(QWidget) if each.accessibleName() == name and not each.isHidden())


def press(around: QWidget, name: str) -> None:
    button = part(around, name)
    assert isinstance(button, QAbstractButton)
    button.click()


def offered(page: PlanPage, name: str) -> list[str]:
    return next(box for box in page.inspector.findChildren(SectionedBox) if box.accessibleName() == name).offered()


def save(dialog: StockDialog) -> None:
    dialog.findChildren(QDialogButtonBox)[0].button(QDialogButtonBox.StandardButton.Save).click()


def test_what_is_pressed_and_typed_is_the_stock_and_is_kept(page: PlanPage, desk: Desk) -> None:
    dialog = page.stock.ask_stock()
    (maker,) = dialog.findChildren(SectionedBox)
    maker.setCurrentText("TheraBand latex-free")
    for name in ("Colours on hand: green", "Colours on hand: red", "Cuffs in lb: 2 lb", "Equipment: step"):
        press(dialog, name)
    others = part(dialog, "Cuffs in kg, others")
    assert isinstance(others, QLineEdit)
    others.setText("12,5 7")
    save(dialog)

    wanted = ClinicStock(
        (StockedBands("TheraBand latex-free", ("red", "green")),), (Decimal(2),), (Decimal(7), Decimal("12.5")), ("step",)
    )
    assert desk.clinic.stock == wanted
    assert desk.background.wait_for(lambda: stock_from(desk.library.kept("stock"))) == wanted
    again = ClinicDesk(desk.library, desk.background, desk.resources.choices)
    again.ask()
    desk.background.settle()
    assert again.stock == wanted


def test_words_that_are_no_weight_are_said_and_nothing_is_lost(page: PlanPage, desk: Desk) -> None:
    dialog = page.stock.ask_stock()
    others = part(dialog, "Cuffs in lb, others")
    assert isinstance(others, QLineEdit)
    for typed, reason in (("heavy", "a number, such as 2 or 1.5"), ("400", "at most 50"), ("nan", "at most 50")):
        others.setText(typed)
        save(dialog)
        assert dialog.isVisible()
        assert reason in dialog._fault.text()
    others.setText("")
    dialog.findChildren(SectionedBox)[0].setCurrentText("Somebody")
    save(dialog)
    assert "at least one colour" in dialog._fault.text()
    assert desk.clinic.stock is None


def test_lines_are_added_and_removed_and_everything_can_be_offered_again(page: PlanPage, desk: Desk) -> None:
    desk.clinic.keep_stock(STOCK)
    dialog = page.stock.ask_stock()
    assert dialog.stock() == STOCK
    press(dialog, "Remove these bands")
    save(dialog)
    assert desk.clinic.stock == replace(STOCK, bands=STOCK.bands[1:])

    dialog = page.stock.ask_stock()
    next(button for button in dialog.findChildren(QAbstractButton) if button.text() == "Offer everything again").click()
    assert desk.clinic.stock is None
    assert desk.background.wait_for(lambda: desk.library.kept("stock")) == ""


def test_the_ladders_keys_keep_to_what_is_on_hand_and_say_where_it_ends(page: PlanPage, desk: Desk) -> None:
    desk.clinic.keep_stock(STOCK)
    seen = []
    for _press in range(3):
        QTest.keyClick(page.board, Qt.Key.Key_Plus, CTRL)
        seen.append(held_resistance(page))
    assert seen == [cuff(2), cuff(5), cuff(5)]
    assert page.notices.text.startswith("Nothing heavier is on hand")
    QTest.keyClick(page.inspector, Qt.Key.Key_Minus, CTRL)
    QTest.keyClick(page.inspector, Qt.Key.Key_Minus, CTRL)
    assert held_resistance(page) == NoResistance()
    QTest.keyClick(page.inspector, Qt.Key.Key_Minus, CTRL)
    assert page.notices.text.startswith("Nothing lighter is on hand")
    page.document.undo_stack.undo()
    page.board.choose([])
    QTest.keyClick(page.board, Qt.Key.Key_Plus, CTRL)
    assert page.notices.text == "Choose an exercise to change its resistance."


def test_the_inspectors_buttons_are_the_same_step(page: PlanPage) -> None:
    press(page.inspector, "One step heavier")
    press(page.inspector, "One step heavier")
    assert held_resistance(page) == cuff(1)
    press(page.inspector, "One step lighter")
    assert held_resistance(page) == CuffWeight(Mass(Decimal("0.5"), MassUnit.POUND))


def test_what_is_at_home_is_offered_first_then_the_stock_then_the_rest(page: PlanPage, desk: Desk) -> None:
    desk.clinic.keep_stock(STOCK)
    page.document.note_opened(replace(page.document.opened, patient=Patient("p", "Ada", equipment=HOME)))

    assert offered(page, "Cuff weight")[:7] == ["At home", "3", "In the clinic", "2", "5", "More", "0.5"]
    press(page.inspector, "Resistance: Cuff")
    assert held_resistance(page) == cuff(2)
    press(page.inspector, "Resistance: Band")
    assert held_resistance(page) == Band("blue", "TheraBand")
    assert offered(page, "Band colour")[:6] == ["At home", "blue", "In the clinic", "yellow", "green", "More"]
    assert offered(page, "Band maker")[:3] == ["", "At home", "TheraBand"]


def test_an_exercise_comes_with_a_band_that_is_on_hand(page: PlanPage, desk: Desk) -> None:
    def added(name: str) -> Resistance:
        page.commands.add_exercises([name])
        return page.board.chosen_prescriptions()[0].resistance

    assert added("lateral-band-walk") == Band("red", "TheraBand", BandForm.LOOP)
    desk.clinic.keep_stock(STOCK)
    assert added("lateral-band-walk") == Band("light", "Loops", BandForm.LOOP)
    assert added("clamshell-band") == Band("yellow", "TheraBand")
    assert added("slr-flexion") == NoResistance()
    desk.clinic.keep_stock(ClinicStock())
    assert added("clamshell-band") == Band("red", "TheraBand")


def test_what_is_dropped_comes_with_a_band_that_is_on_hand(page: PlanPage, desk: Desk) -> None:
    desk.clinic.keep_stock(STOCK)
    data = drag_data.carry(drag_data.EXERCISES, ["clamshell-band"])
    assert page.model.dropMimeData(data, Qt.DropAction.CopyAction, -1, -1, page.model.index(0, 0))
    assert list(page.document.plan.prescriptions())[-1].resistance == Band("yellow", "TheraBand")


def test_without_a_word_about_the_stock_the_list_has_no_headings(page: PlanPage) -> None:
    assert offered(page, "Cuff weight")[:3] == ["0.5", "1", "1.5"]
    assert "More" not in offered(page, "Band colour")


def test_the_checks_follow_the_patient_and_the_stock(page: PlanPage, desk: Desk) -> None:
    press(page.inspector, "Resistance: Band")
    allergic = Patient("p", "Ada", precautions=(Precaution.LATEX_ALLERGY,), equipment=HomeEquipment())
    page.document.note_opened(replace(page.document.opened, patient=allergic))
    said = [check.text for check in page.checks.checks]
    assert any("latex is to be avoided" in text for text in said)
    assert any("needs what the patient does not have: red band (TheraBand)" in text for text in said)

    desk.clinic.keep_stock(ClinicStock((StockedBands("TheraBand", ("red",), latex_free=True),)))

    assert not any("latex" in check.text or "does not have" in check.text for check in page.checks.checks)


@pytest.mark.parametrize("kept", ["{", '{"bands": 1}', "x" * 100_000, "\ud800".encode("utf-8", "replace").decode()])
def test_a_damaged_stock_is_told_and_everything_is_on_offer(desk: Desk, kept: str, qtbot: QtBot) -> None:
    desk.background.wait_for(lambda: desk.library.keep("stock", kept))
    desk.background.wait_for(lambda: desk.library.keep("usual", '{"1": ["quad-set"]}'))
    with qtbot.waitSignal(desk.clinic.failed) as told:
        desk.clinic.ask()
    assert "could not be read" in told.args[0]
    assert desk.clinic.stock is None
    assert desk.clinic.usual == {1: ("quad-set",)}


def test_the_usual_exercises_are_there_after_a_restart(page: PlanPage, desk: Desk) -> None:
    page.phase_commands.make_usual()
    assert page.notices.text.startswith("Usual from now on")
    desk.background.settle()
    again = ClinicDesk(desk.library, desk.background, desk.resources.choices)
    again.ask()
    desk.background.settle()
    assert again.usual == {1: ("slr-flexion",)}
    desk.clinic.keep_usual(1, ())
    assert desk.background.wait_for(lambda: desk.library.kept("usual")) == ""


def test_what_cannot_be_kept_is_said(desk: Desk, qtbot: QtBot) -> None:
    desk.background.wait_for(desk.library._transactions._path.unlink)
    with qtbot.waitSignal(desk.clinic.failed) as told:
        desk.clinic.keep_stock(STOCK)
    assert "could not be saved" in told.args[0]
    assert desk.clinic.stock == STOCK
