"""A follow-up in the window: begin a visit, change the plan, see what changed, bring a former visit back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdf
import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu
from pytestqt.qtbot import QtBot

from pfss_desktop.domain.edits.phases import rename_plan
from pfss_desktop.domain.edits.prescriptions import move_exercises, remove_exercises, set_dosage, set_resistance
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.resistance import Band
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.former_visit_dialog import FormerVisitDialog
from pfss_desktop.ui.plan_page import PlanPage
from pfss_desktop.ui.visit_desk import today, visit_text
from tests.pictures import outline, planned

OpenPage = Callable[[Plan], PlanPage]


def wide(page: PlanPage) -> int:
    """Return a width that leaves the header room for every button, whatever the size of the type."""
    header = page.header
    return header.minimumSizeHint().width() + 500 - (0 if header.compare_button.isHidden() else header.compare_button.width())


@pytest.fixture
def page(open_page: OpenPage, desk: Desk) -> PlanPage:
    opened = open_page(planned("Calm\n  quad set\n  clamshell\nStrength\n  squat"))
    desk.background.settle()
    opened.resize(wide(opened), 800)
    return opened


def labels(menu: QMenu) -> list[str]:
    return [action.text().replace("&", "") for action in menu.actions() if not action.isSeparator()]


def entry(menu: QMenu, text: str) -> QAction:
    """Return the entry with this text, wherever in the menu it is."""
    for action in menu.actions():
        if action.text().replace("&", "") == text:
            return action
        submenu = action.menu()
        if submenu is not None and any(inner.text().replace("&", "") == text for inner in submenu.actions()):
            return entry(submenu, text)
    raise AssertionError(f"no entry {text!r}")


def choose(page: PlanPage, desk: Desk, text: str) -> None:
    entry(page.header.visit_menu, text).trigger()
    desk.background.settle()


def reopened(page: PlanPage, desk: Desk) -> Plan:
    assert page.autosave.save_now()
    return desk.background.wait_for(lambda: desk.library.open_plan(page.document.plan.id)).plan


def test_the_first_visit_has_nothing_to_compare_with(page: PlanPage) -> None:
    assert page.header.visit_button.text().startswith("Visit 1 · ")
    assert not page.header.compare_button.isVisible()
    assert labels(page.header.visit_menu)[0] == "New visit"
    page._tabs.setCurrentWidget(page.changes)
    assert page.changes.lines() == ()


def test_a_new_visit_is_one_click_and_says_what_became_of_the_former(page: PlanPage, desk: Desk) -> None:
    before = page.document.plan
    choose(page, desk, "New visit")

    assert page.notices.text == "Visit 2 begun. Visit 1 is kept as it was."
    assert page.header.visit_button.text() == "Visit 2 · today"
    assert page.header.compare_button.text() == "Compare with visit 1"
    assert page.header.compare_button.isVisible()
    assert page.document.plan == before
    assert [summary.visit.number for summary in page.visits.visits] == [2, 1]


def test_a_second_click_begins_no_empty_visit(page: PlanPage, desk: Desk) -> None:
    choose(page, desk, "New visit")
    choose(page, desk, "New visit")
    assert page.document.opened.visit.number == 2
    assert page.notices.text == "Visit 2 was begun today, and nothing has changed since. Go on with it."


def test_a_short_line_leaves_the_comparison_to_the_menu(page: PlanPage, desk: Desk) -> None:
    choose(page, desk, "New visit")
    page.resize(wide(page) - 500, 700)
    assert not page.header.compare_button.isVisible()
    entry(page.header.visit_menu, "Compare with visit 1")
    page.resize(wide(page), 800)
    assert page.header.compare_button.isVisible()


def test_what_was_typed_just_before_a_new_visit_belongs_to_the_former(page: PlanPage, desk: Desk) -> None:
    page.document.edit("Rename", rename_plan(page.document.plan, "Typed at visit 1"))
    choose(page, desk, "New visit")
    page.document.edit("Rename", rename_plan(page.document.plan, "Typed at visit 2"))
    assert reopened(page, desk).title == "Typed at visit 2"
    assert page.visits.former is not None
    assert page.visits.former.plan.title == "Typed at visit 1"


def test_a_changed_dose_and_a_new_exercise_are_all_that_the_comparison_shows(page: PlanPage, desk: Desk) -> None:
    choose(page, desk, "New visit")
    page.header.compare_button.click()
    desk.background.settle()
    assert page._tabs.currentWidget() is page.changes
    assert page.changes.lines() == ()

    held = page.document.plan.prescription("clamshell")
    page.document.edit("Dose", set_dosage(page.document.plan, "clamshell", replace(held.dosage, sets=4, rest_seconds=30)))
    page.board.choose(["Strength"])
    page.commands.add_exercises(["bridge-double"])

    assert page.changes.lines() == (
        "New · 1",
        "  Bridge",
        "    Phase: Strength",
        "    3 sets, 10 reps, hold 3 s, 1× a day, 4 days a week",
        "Harder · 1",
        "  clamshell",
        "    Sets: 3 → 4 (harder)",
        "    Rest: none → 30 s",
    )
    page.document.undo_stack.undo()
    page.document.undo_stack.undo()
    assert page.changes.lines() == ()


def test_stopped_moved_easier_and_mixed_have_a_section_each(page: PlanPage, desk: Desk) -> None:
    choose(page, desk, "New visit")
    page.header.compare_button.click()
    desk.background.settle()
    plan = move_exercises(page.document.plan, ["clamshell"], "Strength")
    plan = remove_exercises(plan, ["quad-set"])
    squat = plan.prescription("squat")
    plan = set_dosage(plan, "squat", replace(squat.dosage, sets=2))
    page.document.edit("Adjust", plan)
    headings = [line for line in page.changes.lines() if not line.startswith(" ")]
    assert headings == ["Stopped · 1", "Easier · 1", "Moved · 1"]
    assert "    Phase: Calm → Strength" in page.changes.lines()

    page.document.edit("Band", set_resistance(page.document.plan, "squat", Band("red", "TheraBand")))
    headings = [line for line in page.changes.lines() if not line.startswith(" ")]
    assert headings == ["Stopped · 1", "Partly harder, partly easier · 1", "Moved · 1"]
    assert "    Resistance: none → Red band (TheraBand) (harder)" in page.changes.lines()


def test_a_line_of_the_comparison_leads_to_its_exercise(page: PlanPage, desk: Desk) -> None:
    choose(page, desk, "New visit")
    page.header.compare_button.click()
    desk.background.settle()
    squat = page.document.plan.prescription("squat")
    page.document.edit("Dose", set_dosage(page.document.plan, "squat", replace(squat.dosage, sets=2)))
    row = page.changes._tree.topLevelItem(0).child(0)
    page.changes._tree.itemActivated.emit(row, 0)
    assert [held.id for held in page.board.chosen_prescriptions()] == ["squat"]


def test_a_former_visit_is_looked_at_and_brought_back_undoably(page: PlanPage, desk: Desk) -> None:
    before = page.document.plan
    choose(page, desk, "New visit")
    changed = remove_exercises(page.document.plan, ["clamshell", "squat"])
    page.document.edit("Take out", changed)
    assert reopened(page, desk) == changed

    choose(page, desk, "Look at visit 1…")
    [dialog] = page.findChildren(FormerVisitDialog)
    shown = dialog.outline.topLevelItem(0)
    assert [shown.child(number).text(0) for number in range(shown.childCount())] == ["quad set", "clamshell"]
    assert any("Knee plan" in label.text() for label in dialog.findChildren(QLabel))
    dialog._bring_back()
    desk.background.settle()

    assert page.document.plan == before
    assert page.notices.text == "The plan is again as it was at visit 1."
    assert reopened(page, desk) == before
    page.document.undo_stack.undo()
    assert outline(reopened(page, desk)) == outline(changed)
    assert page.document.opened.visit.number == 2


def test_a_lost_sheet_of_a_former_visit_is_made_again_to_the_byte(
    page: PlanPage, desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(page, desk, "New visit")
    held = page.document.plan.prescription("squat")
    page.document.edit("Dose", set_dosage(page.document.plan, "squat", replace(held.dosage, sets=4)))
    sheet = paper_text(page, qtbot, tmp_path / "second.pdf")
    assert "MORE" in sheet
    choose(page, desk, "New visit")
    page.document.edit("Take out", remove_exercises(page.document.plan, ["quad-set"]))

    choose(page, desk, "Look at visit 2…")
    [dialog] = page.findChildren(FormerVisitDialog)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(tmp_path / "again"), ""))
    with qtbot.waitSignal(page.handout.saved):
        dialog.paper_asked.emit()
    assert (tmp_path / "again.pdf").read_bytes() == (tmp_path / "second.pdf").read_bytes()


def test_of_three_visits_any_former_one_can_be_compared_with(page: PlanPage, desk: Desk) -> None:
    choose(page, desk, "New visit")
    page.document.edit("Take out", remove_exercises(page.document.plan, ["quad-set"]))
    choose(page, desk, "New visit")
    assert page.header.compare_button.text() == "Compare with visit 2"

    choose(page, desk, "Compare with visit 1")
    assert [line.strip() for line in page.changes.lines()][:3] == ["Stopped · 1", "quad set", "Phase: Calm"]
    choose(page, desk, "Compare with visit 2")
    assert page.changes.lines() == ()


def test_the_visits_are_there_again_when_the_plan_is_opened_again(page: PlanPage, desk: Desk, qtbot: QtBot) -> None:
    choose(page, desk, "New visit")
    page.document.edit("Take out", remove_exercises(page.document.plan, ["quad-set"]))
    assert page.leave()

    stored = desk.background.wait_for(lambda: desk.library.open_plan(page.document.plan.id))
    again = PlanPage(stored, desk)
    qtbot.addWidget(again)
    again.show()
    desk.background.settle()
    assert [summary.exercise_count for summary in again.visits.visits] == [2, 3]
    again.header.compare_button.click()
    desk.background.settle()
    assert [line.strip() for line in again.changes.lines()][:3] == ["Stopped · 1", "quad set", "Phase: Calm"]
    again.release()


def paper_text(page: PlanPage, qtbot: QtBot, path: Path) -> str:
    with qtbot.waitSignal(page.handout.saved):
        page.handout.save(path)
    return " ".join(" ".join(sheet.extract_text().split()) for sheet in pypdf.PdfReader(path).pages)


def test_the_paper_of_the_second_visit_says_what_is_more(page: PlanPage, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    assert "since last time" not in paper_text(page, qtbot, tmp_path / "first.pdf")
    page.visits.begin()
    held = page.document.plan.prescription("squat")
    page.document.edit("Dose", set_dosage(page.document.plan, "squat", replace(held.dosage, sets=4)))
    text = paper_text(page, qtbot, tmp_path / "second.pdf")
    assert "What has changed since last time MORE 3. squat: now 4 sets of 10 (before: 3 sets of 10)" in text


def test_a_plan_that_was_just_opened_does_not_print_without_its_marks(
    page: PlanPage, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(page, desk, "New visit")
    page.document.edit("Take out", remove_exercises(page.document.plan, ["squat"]))
    assert page.leave()
    stored = desk.background.wait_for(lambda: desk.library.open_plan(page.document.plan.id))
    again = PlanPage(stored, desk)
    qtbot.addWidget(again)
    assert "STOP squat" in paper_text(again, qtbot, tmp_path / "at once.pdf")
    again.release()


def test_no_visit_begins_while_the_plan_was_saved_elsewhere(page: PlanPage, desk: Desk) -> None:
    elsewhere = desk.background.wait_for(lambda: desk.library.open_plan("plan"))
    desk.background.wait_for(lambda: desk.library.save_plan(elsewhere, rename_plan(elsewhere.plan, "Elsewhere")))
    choose(page, desk, "New visit")
    assert "changed elsewhere" in page.notices.text
    assert page.document.opened.visit.number == 1
    assert [line.visit.number for line in desk.background.wait_for(lambda: desk.library.visits("plan"))] == [1]


def test_a_template_has_no_visits(desk: Desk, qtbot: QtBot) -> None:
    desk.background.wait_for(lambda: desk.library.add_template(planned("Calm\n  quad set")))
    template = desk.background.wait_for(lambda: desk.library.open_plan("plan"))
    page = PlanPage(template, desk)
    qtbot.addWidget(page)
    page.show()
    desk.background.settle()
    assert not page.header.visit_button.isVisible()
    assert not page.header.compare_button.isVisible()
    page.release()


def test_the_date_of_a_visit_is_said_with_its_month_as_a_word(page: PlanPage, desk: Desk) -> None:
    choose(page, desk, "New visit")
    former = replace(page.visits.visits[1].visit, on=date(2026, 3, 9))
    assert visit_text(former) == "Visit 1 · 9 Mar 2026"
    assert visit_text(replace(former, on=today())) == "Visit 1 · today"
