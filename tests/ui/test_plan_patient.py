"""Whose plan is open: one click from the plan to the patient, and back from every step."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.patient import Patient, Precaution
from pfss_desktop.domain.plan import Plan
from pfss_desktop.ui.copy_plan_dialog import CopyPlanDialog
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.patient_dialog import PatientDialog
from pfss_desktop.ui.patient_form_dialog import PatientFormDialog
from pfss_desktop.ui.plan_page import PlanPage
from tests.pictures import planned

ANN, BEN = Patient("ann", "Ann Sample"), Patient("ben", "Ben Sample", language="es")


def shown(page: PlanPage, kind: type[QDialog]) -> QDialog:
    return next(dialog for dialog in page.findChildren(kind) if dialog.isVisible())


def test_a_plan_gets_a_patient_another_one_and_the_first_again(
    open_page: Callable[[Plan], PlanPage], desk: Desk, qtbot: QtBot
) -> None:
    for patient in (ANN, BEN):
        desk.background.wait_for(lambda patient=patient: desk.library.add_patient(patient))
    page = open_page(planned("Phase 1"))
    page.header._patient.click()
    dialog = shown(page, PatientDialog)
    qtbot.waitUntil(lambda: dialog.panel.list.model.rowCount() == 2)
    with qtbot.waitSignal(page.document.opened_changed):
        dialog.panel.list._open(dialog.panel.list.model.index(0))
    assert page.document.patient == ANN

    page.patient.assign("ben")
    qtbot.waitUntil(lambda: page.document.patient == BEN)
    assert page.handout.request().language == "es"
    assert page.notices.text == "The plan is now for Ben Sample"
    page.notices._action.click()
    qtbot.waitUntil(lambda: page.document.patient == ANN)
    assert [line.plan_count for line in desk.background.wait_for(desk.library.patients)] == [1, 0]


def test_the_patient_is_changed_from_the_plan_in_one_click_and_back(
    open_page: Callable[[Plan], PlanPage], desk: Desk, qtbot: QtBot
) -> None:
    desk.background.wait_for(lambda: desk.library.add_patient(ANN))
    page = open_page(planned("Phase 1"))
    page.patient.assign("ann")
    qtbot.waitUntil(lambda: page.document.patient == ANN)

    page.header._patient.click()
    form = shown(page, PatientFormDialog).form
    form._language.choose("es")
    form._more._precautions[Precaution.NO_IMPACT].setChecked(True)
    form._done.click()
    changed = replace(ANN, language="es", precautions=(Precaution.NO_IMPACT,))
    qtbot.waitUntil(lambda: page.document.patient == changed)
    assert page.handout.request().language == "es"
    page.notices._action.click()
    qtbot.waitUntil(lambda: page.document.patient == ANN)
    assert desk.background.wait_for(lambda: desk.library.patient("ann")).patient == ANN


def test_the_open_plan_is_copied_as_it_is_on_the_screen_and_the_copy_taken_back(
    open_page: Callable[[Plan], PlanPage], desk: Desk, qtbot: QtBot
) -> None:
    desk.background.wait_for(lambda: desk.library.add_patient(BEN))
    page = open_page(planned("Phase 1\n  quad set"))
    page.document.edit("title", replace(page.document.plan, title="Not saved yet"))
    page.actions_["copy_plan"].trigger()
    dialog = shown(page, CopyPlanDialog)
    qtbot.waitUntil(lambda: dialog.list.model.rowCount() == 1)
    dialog.list.choose_first()
    dialog.side.choose(Side.LEFT)
    dialog.copy_button.click()

    qtbot.waitUntil(lambda: page.notices.text == "Copied to Ben Sample")
    [line] = desk.background.wait_for(lambda: desk.library.plans_of("ben"))
    assert line.title == "Not saved yet"
    assert line.plan_id != page.document.plan.id
    assert page.document.patient is None
    page.notices._action.click()
    qtbot.waitUntil(lambda: page.notices.text == "Taken back: Copied to Ben Sample")
    assert desk.background.wait_for(lambda: desk.library.plans_of("ben")) == []
