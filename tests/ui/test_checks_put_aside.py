"""A check can be put aside for a plan and taken up again; the clinic's numbers decide when checks speak."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QPushButton

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.checks.check import Rule
from pfss_desktop.domain.checks.numbers import CheckNumbers
from pfss_desktop.domain.plan import Phase, Plan
from pfss_desktop.domain.prescription import prescribe
from pfss_desktop.ui.check_numbers_dialog import CheckNumbersDialog
from pfss_desktop.ui.clinic_desk import ClinicDesk
from pfss_desktop.ui.desk import Desk, Resources
from pfss_desktop.ui.plan_page import PlanPage


@pytest.fixture
def page(open_page: Callable[[Plan], PlanPage], resources: Resources) -> PlanPage:
    """A plan with one thing to point out: its phase says nothing of when to leave it."""
    entry = resources.catalogue.get("quad-set")
    assert entry is not None
    phase = Phase("calm", "Calm", prescriptions=(prescribe(entry, "one", Side.RIGHT),))
    shown = open_page(Plan("plan", "Knee plan", affected_side=Side.RIGHT, phases=(phase,)))
    shown._tabs.setCurrentWidget(shown.checks_panel)
    return shown


def rules(page: PlanPage) -> list[Rule]:
    return [card.check.rule for card in page.checks_panel.cards()]


def press(page: PlanPage, words: str) -> None:
    [found] = [one for one in page.checks_panel.findChildren(QPushButton) if one.text() == words and one.isVisible()]
    found.click()


def test_what_is_put_aside_is_silent_until_it_is_taken_up_again(page: PlanPage, desk: Desk) -> None:
    assert rules(page) == [Rule.NO_CRITERIA]
    assert not page.checks_panel.aside.isVisible()

    press(page, "Not for this plan")
    assert rules(page) == []
    assert page.checks_panel.aside.fold.text() == "1 check put aside for this plan"
    assert page.checks.texts_by_subject() == {}

    page.autosave.save_now()
    kept = desk.background.wait_for(lambda: desk.library.open_plan("plan"))
    assert kept.plan.dismissed_checks == ("no_criteria:calm",)

    page.checks_panel.aside.fold.click()
    press(page, "Take up again")
    assert rules(page) == [Rule.NO_CRITERIA]


def test_putting_aside_can_be_undone(page: PlanPage) -> None:
    press(page, "Not for this plan")
    page.document.undo_stack.undo()
    assert rules(page) == [Rule.NO_CRITERIA]


def test_the_clinics_numbers_count_at_once_and_after_the_next_start(page: PlanPage, desk: Desk) -> None:
    page.checks_panel.numbers.click()
    dialog = page.findChild(CheckNumbersDialog)
    dialog.boxes["minutes_per_day"].setValue(1)
    dialog._settle()
    assert Rule.TOO_LONG in rules(page)

    desk.background.settle()
    later = ClinicDesk(desk.library, desk.background, desk.resources.choices)
    later.ask()
    desk.background.settle()
    assert later.check_numbers == CheckNumbers(minutes_per_day=1)


def test_the_defaults_come_back_with_one_button(page: PlanPage) -> None:
    dialog = CheckNumbersDialog(CheckNumbers(minutes_per_day=3, exercises_in_phase=9), page)
    dialog.show_numbers(CheckNumbers())
    settled: list[CheckNumbers] = []
    dialog.settled.connect(settled.append)
    dialog._settle()
    assert settled == [CheckNumbers()]


def test_damaged_numbers_are_told_and_the_defaults_count(desk: Desk) -> None:
    desk.background.wait_for(lambda: desk.library.keep("check-numbers", '{"minutes_per_day": 0}'))
    told: list[str] = []
    later = ClinicDesk(desk.library, desk.background, desk.resources.choices)
    later.failed.connect(told.append)
    later.ask()
    desk.background.settle()
    assert later.check_numbers == CheckNumbers()
    assert "numbers of the checks" in told[0]
