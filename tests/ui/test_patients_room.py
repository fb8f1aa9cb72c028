"""Patients on the start page: found by typing, opened by keys, changed, archived, merged, and all of it taken back."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QDialog, QMenu
from pytestqt.qtbot import QtBot

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.clinic_stock import ClinicStock, StockedBands
from pfss_desktop.domain.edits.prescriptions import set_note
from pfss_desktop.domain.library import PatientOrder
from pfss_desktop.domain.patient import HomeEquipment, Patient, Precaution
from pfss_desktop.domain.resistance import Band, BandForm, Mass, MassUnit
from pfss_desktop.ui.copy_plan_dialog import CopyPlanDialog
from pfss_desktop.ui.date_text import typed_day
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.equipment_field import EquipmentOffer
from pfss_desktop.ui.merge_dialog import MergeDialog
from pfss_desktop.ui.patient_form import PatientForm
from pfss_desktop.ui.patient_form_dialog import PatientFormDialog
from pfss_desktop.ui.patient_list import FIRST_PIECE
from pfss_desktop.ui.patients_room import PatientsRoom, equipment_offer
from pfss_desktop.ui.start_page import StartPage
from tests.pictures import planned

ANN, BEN = Patient("ann", "Ann Sample", "K-1", date(1990, 5, 17)), Patient("ben", "Ben & Co <i>", "K-2", date(1984, 1, 2))
TWIN = Patient("twin", "Ann Smaple", precautions=(Precaution.LATEX_ALLERGY,))


@pytest.fixture
def start(qtbot: QtBot, desk: Desk) -> StartPage:
    for patient in (ANN, BEN, TWIN):
        desk.background.wait_for(lambda patient=patient: desk.library.add_patient(patient))
    for plan_id, owner, day in (("first", "ann", 1), ("second", "ann", 9), ("third", "twin", 20)):
        plan = replace(planned("Calm\n  quad set"), id=plan_id, title=f"The {plan_id}", affected_side=Side.RIGHT)
        desk.background.wait_for(lambda plan=plan, owner=owner, day=day: desk.library.add_plan(plan, owner, date(2026, 11, day)))
    shown = StartPage()
    qtbot.addWidget(shown)
    shown.resize(1280, 720)
    shown.show()
    qtbot.waitExposed(shown)
    shown.unfold(desk.library, desk.background)
    shown.take_desk(desk)
    desk.background.settle()
    return shown


@pytest.fixture
def room(start: StartPage) -> PatientsRoom:
    found = start.patients_room
    found.tester = QAbstractItemModelTester(found.panel.list.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return found


def names(room: PatientsRoom) -> list[str]:
    model = room.panel.list.model
    return [model.index(row).data().partition("\n")[0] for row in range(model.rowCount())]


def plans(room: PatientsRoom) -> list[str]:
    shown = room.page.plans.list
    return [shown.item(row).text().partition("\n")[0] for row in range(shown.count())]


def choose(room: PatientsRoom, name: str) -> None:
    room.panel.list.view.setCurrentIndex(room.panel.list.model.index(names(room).index(name)))


def dialog_of(room: PatientsRoom, kind: type[QDialog]) -> QDialog:
    return next(dialog for dialog in room.panel.window().findChildren(kind) if dialog.isVisible())


def undo(room: PatientsRoom) -> None:
    room.panel.window().activateWindow()
    room.panel.list.view.setFocus()
    QTest.keyClick(room.panel.list.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_typing_down_and_enter_opens_the_newest_plan(start: StartPage, room: PatientsRoom, qtbot: QtBot) -> None:
    search = room.panel.list.search
    search.setFocus()
    QTest.keyClicks(search, "ann 1990")
    qtbot.waitUntil(lambda: names(room) == ["Ann Sample"])
    QTest.keyClick(search, Qt.Key.Key_Down)
    assert room.panel.list.view.hasFocus()
    with qtbot.waitSignal(start.open_asked) as opened:
        QTest.keyClick(room.panel.list.view, Qt.Key.Key_Return)
    assert opened.args == ["second"]
    QTest.keyClick(room.panel.list.view, Qt.Key.Key_Up)
    assert search.hasFocus()


def test_a_patient_without_a_plan_opens_on_the_page_that_offers_one(start: StartPage, room: PatientsRoom, qtbot: QtBot) -> None:
    room.panel.list.search.setText("2.1.1984")
    qtbot.waitUntil(lambda: names(room) == ["Ben & Co <i>"])
    with qtbot.waitSignal(room.page.patient_shown) as shown:
        QTest.keyClick(room.panel.list.search, Qt.Key.Key_Return)
    assert shown.args == ["ben"]
    assert room.page._name.text() == "Ben & Co <i>"
    qtbot.waitUntil(room.page.plans._none.isVisible)
    with qtbot.waitSignal(start.new_asked) as asked:
        room.page.plans._new.click()
    assert asked.args == ["ben"]
    room.page._leave.click()
    assert room.panel.isVisible()
    assert not room.page.isVisible()


def test_only_the_newest_question_waits_while_one_is_answered(room: PatientsRoom, qtbot: QtBot) -> None:
    QTest.keyClicks(room.panel.list.search, "ann smaple")
    assert room.panel.list._waits
    qtbot.waitUntil(lambda: names(room) == ["Ann Smaple"])
    room.panel.list.search.setText("nobody")
    qtbot.waitUntil(lambda: room.panel.list._none.isVisible())
    assert room.panel.list._none.text() == "No patient matches."
    assert room.panel.list.chosen() is None
    assert not room.panel._more.isEnabled()


def test_the_list_is_sorted_by_name_or_by_last_visit(room: PatientsRoom, qtbot: QtBot) -> None:
    assert names(room) == ["Ann Sample", "Ann Smaple", "Ben & Co <i>"]
    room.panel.list.order.choose(PatientOrder.LAST_VISIT)
    qtbot.waitUntil(lambda: names(room) == ["Ann Smaple", "Ann Sample", "Ben & Co <i>"])
    [twin, ann, ben] = [room.panel.list.model.index(row).data().partition("\n")[2] for row in range(3)]
    assert (twin, ann) == ("last visit 20 Nov 2026 · 1 plan", "K-1 · 17 May 1990 · last visit 9 Nov 2026 · 2 plans")
    assert ben == "K-2 · 2 Jan 1984 · no visit yet · 0 plans"


def test_a_long_list_is_loaded_in_pieces(start: StartPage, desk: Desk, qtbot: QtBot) -> None:
    # Without the model's tester, which would fetch more by itself.
    room = start.patients_room
    for number in range(FIRST_PIECE + 20):
        patient = Patient(f"many-{number}", f"Many {number:03}")
        desk.background.wait_for(lambda patient=patient: desk.library.add_patient(patient))
    room.panel.list.search.setText("many")
    qtbot.waitUntil(lambda: len(names(room)) == FIRST_PIECE)
    room.panel.list.view.scrollToBottom()
    qtbot.waitUntil(lambda: len(names(room)) == FIRST_PIECE + 20)
    assert names(room) == [f"Many {number:03}" for number in range(FIRST_PIECE + 20)]


def test_a_patient_is_archived_shown_again_and_brought_back_by_keys(room: PatientsRoom, qtbot: QtBot) -> None:
    choose(room, "Ann Smaple")
    room.panel.list.view.setFocus()
    QTest.keyClick(room.panel.list.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: names(room) == ["Ann Sample", "Ben & Co <i>"])
    assert room.notices.text == "Archived: Ann Smaple"

    room.panel.list.archived.setChecked(True)
    qtbot.waitUntil(lambda: "Ann Smaple" in names(room))
    choose(room, "Ann Smaple")
    assert "archived" in room.panel.list.model.index(1).data()
    assert room.panel._archive.text() == "Bring back from the archive"
    room.panel.list.archived.setChecked(False)
    qtbot.waitUntil(lambda: len(names(room)) == 2)

    undo(room)
    qtbot.waitUntil(lambda: len(names(room)) == 3)
    undo(room)
    qtbot.waitUntil(lambda: room.notices.text == "There is nothing to take back.")


def test_changed_fields_are_taken_back_by_the_notice(room: PatientsRoom, desk: Desk, qtbot: QtBot) -> None:
    choose(room, "Ann Sample")
    room.panel.list.view.setFocus()
    QTest.keyClick(room.panel.list.view, Qt.Key.Key_F2)
    form = dialog_of(room, PatientFormDialog).form
    assert form._born.text() == typed_day(date(1990, 5, 17))
    form._name.setText("Ann Married")
    QTest.keyClick(form._name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Ann Married" in names(room))
    room.notices._action.click()
    qtbot.waitUntil(lambda: "Ann Sample" in names(room))
    assert desk.background.wait_for(lambda: desk.library.patient("ann")).patient == ANN


def test_two_entries_are_merged_and_parted_again(room: PatientsRoom, desk: Desk, qtbot: QtBot) -> None:
    choose(room, "Ann Sample")
    room.panel._merge.trigger()
    dialog = dialog_of(room, MergeDialog)
    assert not dialog.merge_button.isEnabled()
    dialog.list.search.setText("ann")
    qtbot.waitUntil(lambda: dialog.list.model.rowCount() == 2)
    dialog.list.view.setCurrentIndex(dialog.list.model.index(0))
    assert dialog._told.text() == "This is the same entry. Choose the other one."
    assert not dialog.merge_button.isEnabled()
    dialog.list.view.setCurrentIndex(dialog.list.model.index(1))
    dialog.keep_second()
    dialog.merge_button.click()

    qtbot.waitUntil(lambda: names(room) == ["Ann Smaple", "Ben & Co <i>"])
    merged = desk.background.wait_for(lambda: desk.library.patient("twin"))
    assert merged.patient == replace(TWIN, number="K-1", born=ANN.born)
    assert merged.plan_count == 3
    room.notices._action.click()
    qtbot.waitUntil(lambda: len(names(room)) == 3)
    assert desk.background.wait_for(lambda: desk.library.patient("twin")).patient == TWIN
    assert len(desk.background.wait_for(lambda: desk.library.plans_of("ann"))) == 2


def test_the_page_shows_plans_and_visits_and_puts_a_plan_away_and_back(room: PatientsRoom, qtbot: QtBot) -> None:
    room.show_page("twin")
    qtbot.waitUntil(lambda: plans(room) == ["The third"])
    room.show_page("ann")
    assert (plans(room), room.page._name.text()) == ([], "")
    qtbot.waitUntil(lambda: room.page.plans.visits.count() == 1)
    assert plans(room) == ["The second", "The first"]
    assert room.page.plans.visits.item(0).text().startswith("Visit 1 · 9 Nov 2026")
    assert "Born 17 May 1990" in room.page._about.text()
    assert room.page._equipment.text() == "Equipment at home: not asked yet"

    room.page.plans._put.click()
    qtbot.waitUntil(lambda: plans(room) == ["The first"])
    room.page.plans.away.setChecked(True)
    qtbot.waitUntil(lambda: plans(room) == ["The first", "The second"])
    room.page.plans.list.setCurrentRow(1)
    assert not room.page.plans._open.isEnabled()
    assert room.page.plans._put.text() == "Bring back"
    room.page.plans._put.click()
    qtbot.waitUntil(lambda: plans(room) == ["The second", "The first"])
    assert room.notices.text == "On the list again: The second"


def test_a_template_starts_a_plan_of_the_patient_on_the_page(
    start: StartPage, room: PatientsRoom, desk: Desk, qtbot: QtBot
) -> None:
    start.show_templates(desk.resources.templates, ())
    with qtbot.waitSignal(room.page.patient_shown):
        room.show_page("ben")
    with qtbot.waitSignal(start.template_asked) as asked:
        room.page.plans._menu.actions()[0].trigger()
    assert asked.args == [desk.resources.templates[0].plan.id, "ben"]


def test_a_plan_is_copied_to_another_patient_and_the_copy_taken_back(room: PatientsRoom, desk: Desk, qtbot: QtBot) -> None:
    opened = desk.background.wait_for(lambda: desk.library.open_plan("second"))
    [held] = opened.plan.prescriptions()
    desk.background.wait_for(lambda: desk.library.save_plan(opened, set_note(opened.plan, held.id, "For Ann only")))
    room.ask_copy("second")
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in room.panel.window().findChildren(CopyPlanDialog)))
    dialog = dialog_of(room, CopyPlanDialog)
    assert not dialog.copy_button.isEnabled()
    dialog.list.search.setText("ben")
    qtbot.waitUntil(lambda: dialog.list.model.rowCount() == 1)
    dialog.list.view.setCurrentIndex(dialog.list.model.index(0))
    dialog.side.choose(Side.LEFT)
    dialog.copy_button.click()

    qtbot.waitUntil(lambda: plans(room) == ["The second"])
    assert room.notices.text == "Copied to Ben & Co <i>"
    [line] = desk.background.wait_for(lambda: desk.library.plans_of("ben"))
    copied = desk.background.wait_for(lambda: desk.library.open_plan(line.plan_id))
    assert copied.plan.affected_side is Side.LEFT
    assert "For Ann only" not in repr(copied.plan)
    room.notices._action.click()
    qtbot.waitUntil(lambda: plans(room) == [])


def test_what_the_library_refuses_is_said_and_the_list_asked_anew(room: PatientsRoom, desk: Desk, qtbot: QtBot) -> None:
    choose(room, "Ann Smaple")
    desk.background.wait_for(lambda: desk.library.merge_patients(ANN, "twin"))
    room.desk.merge(ANN, TWIN)
    qtbot.waitUntil(lambda: "merged into another" in room.notices.text)
    qtbot.waitUntil(lambda: "Ann Smaple" not in names(room))


def test_the_form_keeps_precautions_and_equipment(qtbot: QtBot, desk: Desk) -> None:
    form = PatientForm(equipment_offer(desk))
    qtbot.addWidget(form)
    form.begin_with(ANN)
    with qtbot.waitSignal(form.changed) as told:
        form._done.click()
    assert told.args[0] == ANN

    form.unfold()
    form._more._precautions[Precaution.CANNOT_KNEEL].setChecked(True)
    field = form._more.equipment
    field._things.item(field._offer.things.index("mat")).setCheckState(Qt.CheckState.Checked)
    field._add("red TheraBand band")
    QTest.keyClicks(field._loads, ", 2 lb")
    with qtbot.waitSignal(form.changed) as told:
        form._done.click()
    assert told.args[0] == replace(
        ANN,
        precautions=(Precaution.CANNOT_KNEEL,),
        equipment=HomeEquipment(("mat",), (Mass(Decimal(2), MassUnit.POUND),), (Band("red", "TheraBand", BandForm.FLAT),)),
    )

    QTest.keyClicks(field._loads, ", a rope")
    form._done.click()
    assert form._fault.text().startswith("“a rope” is no cuff or band")


def test_what_the_clinic_gives_out_is_chosen_for_the_home(start: StartPage, room: PatientsRoom, desk: Desk, qtbot: QtBot) -> None:
    own = Band("lilac", "House brand", BandForm.LOOP)
    desk.clinic.keep_stock(ClinicStock((StockedBands("House brand", ("lilac",), BandForm.LOOP),), cuff_pounds=(Decimal(3),)))
    form = PatientForm(room.desk.offer)
    qtbot.addWidget(form)
    form.begin_with(ANN)
    field = form._more.equipment
    menu = QMenu()
    field._fill(menu)
    clinic = menu.actions()[0]
    assert clinic.text() == "What the clinic has"
    for action in clinic.menu().actions():
        action.trigger()
    with qtbot.waitSignal(form.changed) as told:
        form._done.click()
    assert told.args[0].equipment == HomeEquipment((), (Mass(Decimal(3), MassUnit.POUND),), (own,))


def test_a_patient_with_things_nobody_offers_keeps_them(qtbot: QtBot) -> None:
    odd = replace(ANN, equipment=HomeEquipment(("kettle, bell",), (), (Band("a, b", "x; y", BandForm.LOOP),)))
    form = PatientForm(EquipmentOffer())
    qtbot.addWidget(form)
    form.begin_with(odd)
    with qtbot.waitSignal(form.changed) as told:
        form._done.click()
    assert told.args[0] == odd
