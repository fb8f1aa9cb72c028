"""A follow-up in the window: the diary is keyed in, how it went is said, next steps are taken or left, the phase's gate opens."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.edits.records import set_day_pain, set_met, set_response
from pfss_desktop.domain.exercise import PatientText
from pfss_desktop.domain.plan import Phase, Plan
from pfss_desktop.domain.prescription import Prescription, prescribe
from pfss_desktop.domain.record import DiaryDay, MetCriterion, Quality, Response
from pfss_desktop.ui.advance_dialog import AdvanceDialog
from pfss_desktop.ui.desk import Desk, Resources
from pfss_desktop.ui.diary_table import DiaryTable
from pfss_desktop.ui.keyed_table import KeyedTable
from pfss_desktop.ui.plan_page import PlanPage
from pfss_desktop.ui.visit_desk import today, visit_text
from tests.pictures import outline

OpenPage = Callable[..., PlanPage]
KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def two_phases(resources: Resources) -> Plan:
    """Make a plan with a phase to do now, its gate, and the next phase."""

    def held(name: str) -> Prescription:
        exercise = resources.catalogue.get(name)
        assert exercise is not None
        return prescribe(exercise, name, Side.LEFT)

    calm = Phase("calm", "Calm", criteria=("No swelling", "Ten leg raises"), prescriptions=(held("clamshell"), held("dead-bug")))
    strong = Phase("strong", "Strong", prescriptions=(held("bridge-double"),))
    return Plan("plan", "Knee plan", affected_side=Side.LEFT, phases=(calm, strong), current_phase="calm")


@pytest.fixture
def page(open_page: OpenPage, desk: Desk, resources: Resources) -> PlanPage:
    """Show the second visit of that plan, two weeks after the first, with the follow-up at the front."""
    opened = open_page(two_phases(resources), today() - timedelta(14))
    desk.background.settle()
    opened.visits.begin()
    desk.background.settle()
    return opened


def keys(qtbot: QtBot, table: KeyedTable, typed: str) -> None:
    """Type into a table: ⏎ is Enter, ⌫ is Delete, all else itself."""
    for letter in typed:
        if letter in "⏎⌫":
            qtbot.keyClick(table, KEY.Key_Return if letter == "⏎" else KEY.Key_Delete)
        else:
            qtbot.keyClicks(table, letter)


def grid(table: DiaryTable) -> list[str]:
    """Draw the diary's rows without the sums."""
    model = table.model()
    return [
        "".join(str(model.index(row, column).data() or " ") for column in range(model.columnCount() - 1))
        for row in range(model.rowCount())
    ]


def reported(page: PlanPage, row: int) -> str:
    model = page.follow_up.panel.diary.model()
    return str(model.index(row, model.columnCount() - 1).data())


def tick(page: PlanPage, **met: int) -> None:
    """Say of each exercise that it went well, with so many repetitions reached, and that pain was low."""
    plan = set_day_pain(page.document.plan, DiaryDay(1, 1, 0))
    for name, reps in met.items():
        plan = set_response(plan, Response(name.replace("_", "-"), reps, Quality.GOOD))
    page.document.edit("Went well", plan)


def test_the_first_visit_has_no_diary_but_its_gate(open_page: OpenPage, resources: Resources) -> None:
    page = open_page(two_phases(resources))
    page.follow_up.open()
    panel = page.follow_up.panel
    assert panel.heading == "At the next visit, the diary is keyed in here and the next steps are suggested."
    assert not panel.diary.isVisible()
    assert panel.gate.told == "Calm: 0 of 2 criteria met."


def test_the_sheet_lies_on_the_screen_as_it_was_printed(page: PlanPage) -> None:
    panel = page.follow_up.panel
    assert page.visits.former is not None
    assert panel.heading == f"Sheet of {visit_text(page.visits.former.visit)}, as reported"
    assert grid(panel.diary) == ["·" * 14, "· · ·  · · ·  ", " " * 14, " " * 14]
    assert panel.diary.hasFocus()
    assert panel.totals == "Nothing is keyed in yet."


def test_a_new_visit_begins_with_the_diary_ready_for_the_first_key(page: PlanPage) -> None:
    assert page._tabs.currentWidget() is page.follow_up.panel
    assert page.follow_up.panel.diary.hasFocus()
    assert page.follow_up.panel.diary.currentIndex().isValid()


def test_tab_leads_from_the_diary_to_how_it_went_and_keys_work_at_once(page: PlanPage, qtbot: QtBot) -> None:
    panel = page.follow_up.panel
    qtbot.keyClick(panel.diary, KEY.Key_Tab)
    qtbot.keyClick(panel.focusWidget(), KEY.Key_Tab)
    assert panel.responses.hasFocus()
    keys(qtbot, panel.responses, "16")
    assert page.document.plan.record.responses == (Response("clamshell", 16),)


def test_a_name_with_markup_is_shown_letter_by_letter(open_page: OpenPage, desk: Desk, resources: Resources) -> None:
    plan = two_phases(resources)
    hostile = replace(plan.prescription("clamshell"), text=PatientText("<img src='/etc/hostname'/>"))
    plan = replace(plan, phases=(replace(plan.phases[0], prescriptions=(hostile,)), plan.phases[1]))
    page = open_page(plan, today() - timedelta(14))
    desk.background.settle()
    page.visits.begin()
    desk.background.settle()
    for table in (page.follow_up.panel.diary, page.follow_up.panel.responses):
        tip = table.model().headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole)
        assert "<img" not in tip
        assert "&lt;img" in tip


def test_the_diary_is_keyed_in_by_keys_alone(page: PlanPage, qtbot: QtBot) -> None:
    table = page.follow_up.panel.diary
    keys(qtbot, table, " 0 2⏎")
    keys(qtbot, table, "0⏎")
    keys(qtbot, table, "32+" + "1" * 11)
    keys(qtbot, table, "01")
    assert grid(table) == ["10121111111111", "0 1 1  1 1 1  ", "321011111111111", "01            "]
    assert (reported(page, 0), reported(page, 1)) == ("14/14", "5/6")
    assert page.follow_up.panel.totals == "Reported 19 of 20 sessions (95%). Pain while exercising 1 to 10. Next morning 0 to 1."
    assert page.document.plan.record.diary_days[2] == DiaryDay(3, 10)


def test_a_good_diary_is_one_key_and_its_misses_stay(page: PlanPage, qtbot: QtBot) -> None:
    table = page.follow_up.panel.diary
    keys(qtbot, table, "0")
    qtbot.keyClick(table, KEY.Key_Return, CONTROL)
    assert grid(table)[:2] == ["01111111111111", "1 1 1  1 1 1  "]
    assert page.document.undo_stack.undoText() == "Fill diary"
    page.document.undo_stack.undo()
    assert grid(table)[:2] == ["0·············", "· · ·  · · ·  "]


def test_a_cell_is_emptied_and_a_letter_does_nothing(page: PlanPage, qtbot: QtBot) -> None:
    table = page.follow_up.panel.diary
    keys(qtbot, table, "1x")
    table.go_to(0, 0)
    keys(qtbot, table, "⌫")
    assert not page.document.plan.record
    qtbot.keyClick(table, KEY.Key_Right)
    assert table.currentIndex().column() == 1


def test_undo_takes_back_what_was_keyed_into_a_row_and_no_more(page: PlanPage, qtbot: QtBot) -> None:
    table = page.follow_up.panel.diary
    keys(qtbot, table, "111⏎")
    table.go_to(1, 0)
    keys(qtbot, table, "10")
    page.document.undo_stack.undo()
    assert grid(table)[:2] == ["1" * 14, "· · ·  · · ·  "]


def test_what_is_keyed_in_is_there_again_when_the_plan_is_opened_again(page: PlanPage, qtbot: QtBot, desk: Desk) -> None:
    keys(qtbot, page.follow_up.panel.diary, "12")
    assert page.autosave.save_now()
    stored = desk.background.wait_for(lambda: desk.library.open_plan("plan"))
    assert stored.plan.record == page.document.plan.record
    assert [entry.times for entry in stored.plan.record.diary_entries] == [1, 2]


def test_how_it_went_is_said_with_a_key_each(page: PlanPage, qtbot: QtBot) -> None:
    table = page.follow_up.panel.responses
    table.go_to(0, 0)
    keys(qtbot, table, "17⏎g10⏎2⏎12⏎")
    keys(qtbot, table, " f0⏎⏎ ")
    assert page.document.plan.record.responses == (
        Response("clamshell", 17, Quality.GOOD, 10, 2, 12),
        Response("dead-bug", 8, Quality.FAIR, 0, None, 6),
    )
    table.go_to(0, 2)
    keys(qtbot, table, "⌫")
    assert page.document.plan.record.responses[1].pain_during is None


def test_the_diary_fills_the_table_until_an_exercise_is_asked_about_itself(page: PlanPage, qtbot: QtBot) -> None:
    panel = page.follow_up.panel
    keys(qtbot, panel.diary, "⏎")
    page.document.edit("Pain", set_day_pain(page.document.plan, DiaryDay(1, 4, 2)))
    model = panel.responses.model()
    row = [model.index(0, column).data() for column in range(5)]
    assert row == ["–/15", "", "4", "2", "14/14"]
    panel.responses.go_to(0, 2)
    keys(qtbot, panel.responses, "1")
    assert model.index(0, 2).data() == "1"
    assert model.index(1, 2).data() == "4"


def test_nothing_is_suggested_before_anything_is_known(page: PlanPage) -> None:
    steps = page.follow_up.panel.next_steps
    assert steps.cards() == ()
    assert steps.note == "Key in the diary or say how an exercise went: what it could do next is then suggested here."


def test_one_suggestion_is_accepted_and_can_be_undone(page: PlanPage) -> None:
    tick(page, clamshell=17, dead_bug=8)
    before = page.document.plan
    steps = page.follow_up.panel.next_steps
    assert [card.accessibleName() for card in steps.cards()] == ["Clamshell: go on", "Dead bug: go on"]
    steps.cards()[0].accept_asked.emit(steps.cards()[0].suggestion)
    reps = page.document.plan.prescription("clamshell").dosage.reps
    assert reps is not None
    assert reps.high == 17
    assert page.notices.text == "1 next step accepted."
    assert [card.accessibleName() for card in steps.cards()] == ["Dead bug: go on"]
    page.document.undo_stack.undo()
    assert page.document.plan == before
    assert len(steps.cards()) == 2


def test_some_or_all_are_accepted_in_one_step(page: PlanPage) -> None:
    tick(page, clamshell=17, dead_bug=8)
    before, steps = page.document.plan, page.follow_up.panel.next_steps
    steps.accept_ticked()
    assert page.document.plan == before
    steps.cards()[1].set_ticked(True)
    steps.accept_ticked()
    assert page.document.plan.prescription("clamshell") == before.prescription("clamshell")
    page.document.undo_stack.undo()
    steps.accept_all()
    assert page.notices.text == "2 next steps accepted."
    page.document.undo_stack.undo()
    assert page.document.plan == before


def test_too_much_pain_stands_first_and_staying_has_nothing_to_accept(page: PlanPage) -> None:
    tick(page, clamshell=17)
    page.document.edit("Pain", set_response(page.document.plan, Response("dead-bug", pain_during=7)))
    page.document.edit("Reps", set_response(page.document.plan, Response("clamshell", 12, Quality.GOOD)))
    back, stay = page.follow_up.panel.next_steps.cards()
    assert back.accessibleName() == "Dead bug: one step back"
    assert "Pain while exercising was 7/10, above the 5/10 that is acceptable." in back.accessibleDescription()
    assert stay.accessibleName() == "Clamshell: stay"
    stay.set_ticked(True)
    assert not stay.is_ticked


def test_put_aside_is_remembered_and_called_back(page: PlanPage, desk: Desk) -> None:
    tick(page, clamshell=17, dead_bug=8)
    steps = page.follow_up.panel.next_steps
    steps.cards()[0].aside_asked.emit(steps.cards()[0].suggestion)
    assert [card.accessibleName() for card in steps.cards()] == ["Dead bug: go on"]
    assert page.autosave.save_now()
    stored = desk.background.wait_for(lambda: desk.library.open_plan("plan"))
    assert stored.plan.dismissed_checks == ("next step 2 clamshell",)
    page.follow_up.follow_up.recall()
    assert len(steps.cards()) == 2


def test_a_card_leads_to_its_exercise(page: PlanPage) -> None:
    tick(page, clamshell=17)
    page.follow_up.panel.next_steps.cards()[0].show_asked.emit("clamshell")
    assert [held.id for held in page.board.chosen_prescriptions()] == ["clamshell"]


def test_the_gate_opens_when_all_criteria_are_met(page: PlanPage) -> None:
    gate = page.follow_up.panel.gate
    assert [box.text for box in gate.boxes()] == ["No swelling", "Ten leg raises"]
    gate.boxes()[0].box.click()
    assert gate.told == "Calm: 1 of 2 criteria met."
    gate.boxes()[1].box.click()
    assert gate.told == "Calm: all criteria are met."
    assert page.document.plan.record.met_criteria == (MetCriterion("calm", "No swelling"), MetCriterion("calm", "Ten leg raises"))
    page.document.undo_stack.undo()
    assert not gate.boxes()[1].is_ticked


def test_what_was_met_last_time_is_said_and_ticked_at_one_press(page: PlanPage, desk: Desk) -> None:
    page.document.edit("Met", set_met(page.document.plan, "calm", "No swelling", is_met=True))
    page.visits.begin()
    desk.background.settle()
    gate = page.follow_up.panel.gate
    assert [box.text for box in gate.boxes()] == ["No swelling (met last time)", "Ten leg raises"]
    assert gate.told == "Calm: 0 of 2 criteria met."
    gate.tick_former()
    assert gate.told == "Calm: 1 of 2 criteria met."


def moving_on(page: PlanPage) -> AdvanceDialog:
    page.follow_up.panel.gate.ask_to_move_on()
    [dialog] = page.findChildren(AdvanceDialog)
    return dialog


def test_moving_on_shows_what_begins_and_stops_and_is_one_step(page: PlanPage) -> None:
    before = page.document.plan
    dialog = moving_on(page)
    rows = dialog.rows()
    assert [box.text.partition(":")[0] for box in rows["begins"]] == ["Bridge"]
    assert [box.text.partition(":")[0] for box in rows["stops"]] == ["Clamshell", "Dead bug"]
    assert rows["added"]
    assert not any(box.is_ticked for box in (*rows["added"], *rows["stops"]))
    dialog._go()
    assert page.document.plan == replace(before, current_phase="strong")
    page.document.undo_stack.undo()
    assert page.document.plan == before


def test_what_is_ticked_goes_along_is_added_or_taken_out(page: PlanPage) -> None:
    dialog = moving_on(page)
    rows = dialog.rows()
    rows["begins"][0].box.click()
    rows["added"][0].box.click()
    rows["stops"][1].box.click()
    added = rows["added"][0].text
    dialog._go()
    assert outline(page.document.plan) == f"Calm\n  Clamshell\nStrong *\n  Dead bug\n  {added}"
    page.document.undo_stack.undo()
    assert outline(page.document.plan) == "Calm *\n  Clamshell\n  Dead bug\nStrong\n  Bridge"


def test_the_last_phase_has_nowhere_to_go(page: PlanPage) -> None:
    page.commands.advance_phase()
    gate = page.follow_up.panel.gate
    assert gate.told == "Strong: 0 of 0 criteria met. This is the last phase."
    gate.ask_to_move_on()
    assert page.findChildren(AdvanceDialog) == []


def test_a_sheet_that_comes_back_early_is_filled_only_as_far_as_its_days_have_passed(
    open_page: OpenPage, desk: Desk, resources: Resources, qtbot: QtBot
) -> None:
    page = open_page(two_phases(resources), today() - timedelta(5))
    desk.background.settle()
    page.visits.begin()
    desk.background.settle()
    qtbot.keyClick(page.follow_up.panel.diary, KEY.Key_Return, CONTROL)
    assert grid(page.follow_up.panel.diary)[:2] == ["11111·········", "1 1 1  · · ·  "]
    assert page.follow_up.panel.totals == "Reported 8 of 8 sessions (100%)."


def test_an_accepted_step_is_on_the_patients_sheet_and_among_the_changes(page: PlanPage, qtbot: QtBot, tmp_path: Path) -> None:
    tick(page, clamshell=17)
    page.document.edit("Pain", set_response(page.document.plan, Response("dead-bug", pain_during=7)))
    page.follow_up.panel.next_steps.accept_all()
    with qtbot.waitSignal(page.handout.saved, timeout=60_000):
        page.handout.save(tmp_path / "sheet.pdf")
    sheet = " ".join(" ".join(side.extract_text().split()) for side in pypdf.PdfReader(tmp_path / "sheet.pdf").pages)
    assert "MORE 1. Clamshell: now 2 sets of 17 (before: 2 sets of 15)" in sheet
    assert "LESS 2. Dead bug" in sheet
    page._tabs.setCurrentWidget(page.changes)
    assert [line for line in page.changes.lines() if not line.startswith(" ")] == ["Harder · 1", "Easier · 1"]


def test_the_models_stand_under_qts_own_tester(page: PlanPage, qtbot: QtBot, desk: Desk) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    panel = page.follow_up.panel
    testers = [QAbstractItemModelTester(table.model(), fatal) for table in (panel.diary, panel.responses)]
    keys(qtbot, panel.diary, "10⏎")
    page.commands.advance_phase()
    page.visits.begin()
    desk.background.settle()
    assert grid(panel.diary)[0] == "· · ·· · · ·· "
    assert len(testers) == 2


def test_every_cell_is_read_out_with_its_exercise_and_day(page: PlanPage, qtbot: QtBot) -> None:
    panel = page.follow_up.panel
    keys(qtbot, panel.diary, "1")
    spoken = panel.diary.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Clamshell, ")
    assert spoken.endswith(": 1, prescribed 1")
    said = panel.responses.model().index(0, 4).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Clamshell, Sessions reported of those prescribed: 1/14"


def test_a_whole_follow_up_needs_no_pointer(page: PlanPage, qtbot: QtBot) -> None:
    keys(qtbot, page.follow_up.panel.diary, "⏎⏎1⏎0")
    assert page.follow_up.panel.diary.hasFocus()
    keys(qtbot, page.follow_up.panel.diary, "⏎")
    responses = page.follow_up.panel.responses
    assert responses.hasFocus()
    keys(qtbot, responses, " ")
    responses.setCurrentIndex(responses.model().index(1, 0))
    keys(qtbot, responses, " ")

    page._tabs.setCurrentIndex(0)
    page.actions_["next_steps"].trigger()
    first, second = page.follow_up.panel.next_steps.cards()
    assert first.isAncestorOf(page.window().focusWidget())
    qtbot.keyClick(page.window().focusWidget(), KEY.Key_Return)
    assert page.notices.text == "1 next step accepted."
    assert second.isAncestorOf(page.window().focusWidget())
    qtbot.keyClick(page.window().focusWidget(), KEY.Key_Return)
    assert page.window().focusWidget() is page.follow_up.panel.next_steps


def test_where_nothing_can_be_accepted_the_next_steps_say_what_to_do(page: PlanPage) -> None:
    page._tabs.setCurrentIndex(0)
    page.actions_["next_steps"].trigger()
    assert page.follow_up.panel.next_steps.isVisible()
    assert page.follow_up.panel.next_steps.note.startswith("Key in the diary")


def test_a_new_visit_has_a_key(page: PlanPage, desk: Desk, qtbot: QtBot) -> None:
    keys(qtbot, page.follow_up.panel.diary, "1")
    page.actions_["new_visit"].trigger()
    desk.background.settle()
    assert page.document.opened.visit.number == 3
