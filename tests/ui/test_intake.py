"""Before the plan: red flags in one key, what was found stands out, precautions go to the patient and can be taken back."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox

from pfss_desktop.domain.edits.visits import set_intake
from pfss_desktop.domain.intake import Intake, Irritability, RedFlagScreen
from pfss_desktop.domain.patient import Patient, Precaution
from pfss_desktop.domain.plan import Plan
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.intake_dialog import IntakeDialog
from pfss_desktop.ui.plan_page import PlanPage
from tests.pictures import planned


@pytest.fixture
def page(open_page: Callable[[Plan], PlanPage], desk: Desk) -> PlanPage:
    """A plan of a patient."""
    patient = Patient("jo", "Jo Example", precautions=(Precaution.CANNOT_KNEEL,))
    desk.background.wait_for(lambda: desk.library.add_patient(patient))
    shown = open_page(planned("Calm\n  quad set"))
    opened = shown.document.opened
    shown.document.note_opened(desk.background.wait_for(lambda: desk.library.assign_patient(opened, "jo")))
    return shown


@pytest.fixture
def dialog(page: PlanPage) -> IntakeDialog:
    page.intake_line.click()
    return page.findChild(IntakeDialog)


def accept(dialog: IntakeDialog) -> None:
    [buttons] = dialog.findChildren(QDialogButtonBox)
    buttons.button(QDialogButtonBox.StandardButton.Ok).click()


def test_none_found_is_one_key_and_the_line_says_so_with_the_date(page: PlanPage, dialog: IntakeDialog) -> None:
    assert page.intake_line.line == "Red flags: not asked · cannot kneel"
    assert dialog.none_found.hasFocus()
    QTest.keyClick(dialog.none_found, Qt.Key.Key_Space)
    accept(dialog)
    assert page.document.plan.intake.red_flags == RedFlagScreen(date.today())  # noqa: DTZ011
    assert page.intake_line.line.startswith("Red flags: none, ")


def test_a_red_flag_says_what_to_do_and_stands_out_in_the_line(page: PlanPage, dialog: IntakeDialog) -> None:
    dialog.flags["night-pain"].click()
    assert "before or beside the exercises" in dialog._advice.text()
    dialog.flags["calf-clot"].click()
    assert "today" in dialog._advice.text()
    accept(dialog)
    assert page.document.plan.intake.red_flags is not None
    assert set(page.document.plan.intake.red_flags.found) == {"night-pain", "calf-clot"}
    assert page.intake_line.line.startswith("Red flags: 2 found")
    assert page.intake_line.property("found")

    page.document.undo_stack.undo()
    assert page.intake_line.line.startswith("Red flags: not asked")
    assert not page.intake_line.property("found")


def test_everything_asked_is_kept_and_shown_again(page: PlanPage, dialog: IntakeDialog, desk: Desk) -> None:
    dialog.irritability.choose(Irritability.HIGH)
    dialog.diagnosis.setEditText(" M22.2X1 ")
    dialog.minutes.setValue(15)
    accept(dialog)
    assert page.document.plan.intake == Intake("M22.2X1", Irritability.HIGH, None, 15)
    assert page.intake_line.line == "Red flags: not asked · irritability high · M22.2X1 · 15 min a day · cannot kneel"

    page.autosave.save_now()
    plan_id = page.document.plan.id
    assert desk.background.wait_for(lambda: desk.library.open_plan(plan_id)).plan.intake == page.document.plan.intake


def test_precautions_become_the_patients_and_can_be_taken_back(page: PlanPage, dialog: IntakeDialog, desk: Desk) -> None:
    dialog.precautions[Precaution.LATEX_ALLERGY].click()
    accept(dialog)
    desk.background.settle()
    assert page.document.patient is not None
    assert page.document.patient.precautions == (Precaution.CANNOT_KNEEL, Precaution.LATEX_ALLERGY)
    assert "precautions were changed" in page.notices.text

    page.notices._act()
    desk.background.settle()
    assert page.document.patient.precautions == (Precaution.CANNOT_KNEEL,)
    [line] = desk.background.wait_for(desk.library.patients)
    assert line.patient.precautions == (Precaution.CANNOT_KNEEL,)


def test_the_day_of_the_screen_stays_while_it_says_the_same(page: PlanPage) -> None:
    screen = RedFlagScreen(date(2026, 3, 9), ("night-pain", "what-an-older-file-had"))
    page.document.edit("Before", set_intake(page.document.plan, Intake(red_flags=screen)))
    page.intake.ask()
    dialog = page.findChild(IntakeDialog)
    accept(dialog)
    assert page.document.plan.intake.red_flags == screen


def test_without_a_patient_precautions_wait(open_page: Callable[[Plan], PlanPage]) -> None:
    page = open_page(planned("Calm\n  quad set"))
    page.intake.ask()
    dialog = page.findChild(IntakeDialog)
    assert not any(box.isEnabled() for box in dialog.precautions.values())
    dialog.minutes.setValue(10)
    accept(dialog)
    assert page.document.plan.intake.minutes_a_day == 10
