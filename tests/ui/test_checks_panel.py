"""The Checks tab: what stands in it, what its buttons do, and that it never gets in the way."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.edits.phases import add_phase, rename_phase, set_affected_side, set_phase_criteria
from pfss_desktop.domain.edits.prescriptions import add_exercises, set_resistance, set_side
from pfss_desktop.domain.plan import Phase, Plan
from pfss_desktop.domain.prescription import prescribe
from pfss_desktop.domain.resistance import CuffWeight, Mass, MassUnit
from pfss_desktop.domain.templates import template_from
from pfss_desktop.ui.check_card import CheckCard
from pfss_desktop.ui.desk import Desk, Resources
from pfss_desktop.ui.plan_model import PlanModel
from pfss_desktop.ui.plan_page import PlanPage
from pfss_desktop.ui.theme import GAP

OpenPage = Callable[[Plan], PlanPage]
CUFF = CuffWeight(Mass(Decimal(2), MassUnit.POUND))


@pytest.fixture
def calm(resources: Resources) -> Plan:
    """A plan that nothing is to be said about: two exercises for the right knee."""
    held = [
        prescribe(entry, entry.id, Side.RIGHT) for entry in map(resources.catalogue.get, ("short-arc-quad", "clamshell")) if entry
    ]
    phase = Phase("calm", "Calm", criteria=("no pain",), prescriptions=tuple(held))
    return Plan("plan", "Knee plan", affected_side=Side.RIGHT, phases=(phase,))


@pytest.fixture
def page(open_page: OpenPage, calm: Plan) -> PlanPage:
    opened = open_page(calm)
    opened._tabs.setCurrentWidget(opened.checks_panel)
    return opened


def texts(page: PlanPage) -> list[str]:
    return [card.check.text for card in page.checks_panel.cards()]


def tab(page: PlanPage) -> str:
    return page._tabs.tabText(page._tabs.indexOf(page.checks_panel))


def button(card: CheckCard, words: str) -> QPushButton:
    [found] = [button for button in card.findChildren(QPushButton) if button.text() == words]
    return found


def strap_cuff(page: PlanPage) -> None:
    page.document.edit("Cuff", set_resistance(page.document.plan, "short-arc-quad", CUFF))


def turn_knee(page: PlanPage) -> None:
    page.document.edit("Side", set_affected_side(page.document.plan, Side.LEFT))


def test_nothing_to_point_out_is_said_kindly(page: PlanPage) -> None:
    assert tab(page) == "Checks"
    assert texts(page) == []
    assert page.checks_panel.note == "Nothing to point out."


def test_an_edit_brings_a_check_with_reason_and_source_and_undo_takes_it_away(page: PlanPage) -> None:
    strap_cuff(page)

    assert tab(page) == "Checks · 1"
    [card] = page.checks_panel.cards()
    heading, reason, source = [label.text() for label in card.findChildren(QLabel)]
    assert heading == "“Short arc quad” has a cuff weight."
    assert "90° to 45°" in reason
    assert source.startswith("Source: Powers CM et al.")

    page.document.undo_stack.undo()
    assert (tab(page), texts(page)) == ("Checks", [])


def test_the_remedy_is_one_step_and_its_notice_takes_it_back(page: PlanPage) -> None:
    strap_cuff(page)
    before = page.document.plan

    [card] = page.checks_panel.cards()
    button(card, "Take the cuff off").click()

    assert texts(page) == []
    assert page.document.undo_stack.undoText() == "Take the cuff off"
    assert page.notices.text == "Done: Take the cuff off."
    page.notices._action.click()
    assert page.document.plan == before
    assert texts(page) == ["“Short arc quad” has a cuff weight."]


def test_show_chooses_what_is_meant_on_the_board(page: PlanPage) -> None:
    strap_cuff(page)

    [card] = page.checks_panel.cards()
    button(card, "Show").click()

    assert [held.id for held in page.board.chosen_prescriptions()] == ["short-arc-quad"]
    assert page._tabs.currentWidget() is page.checks_panel
    assert page.document.undo_stack.count() == 1


def test_show_chooses_a_phase(page: PlanPage) -> None:
    page.document.edit("Add", add_phase(page.document.plan, Phase("next", "Next")))

    [card] = page.checks_panel.cards()
    button(card, "Show").click()

    assert page.board.is_phase_chosen()
    chosen = page.board.chosen_phase()
    assert chosen is not None
    assert chosen.id == "next"


def test_cards_that_stay_are_the_same_cards(page: PlanPage) -> None:
    turn_knee(page)
    former = page.checks_panel.cards()
    assert texts(page) == ["“Short arc quad” is for the right leg.", "“Clamshell” is for the right leg."]

    strap_cuff(page)

    assert texts(page) == [
        "“Short arc quad” is for the right leg.",
        "“Short arc quad” has a cuff weight.",
        "“Clamshell” is for the right leg.",
    ]
    now = page.checks_panel.cards()
    assert (now[0], now[2]) == former
    tops = [card.y() for card in now]
    assert tops == sorted(tops)


def test_enter_on_one_remedy_after_the_other_settles_all(page: PlanPage, qtbot: QtBot) -> None:
    turn_knee(page)
    strap_cuff(page)
    page.activateWindow()
    first = button(page.checks_panel.cards()[0], "Set to left")
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)

    QTest.keyClick(first, Qt.Key.Key_Return)
    second = button(page.checks_panel.cards()[0], "Take the cuff off")
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Return)
    third = button(page.checks_panel.cards()[0], "Set to left")
    assert third.hasFocus()
    QTest.keyClick(third, Qt.Key.Key_Return)

    assert texts(page) == []
    assert page.checks_panel.hasFocus()
    assert {held.side for held in page.document.plan.prescriptions()} == {Side.LEFT}


def test_the_board_marks_what_is_meant_and_reads_it_out(page: PlanPage) -> None:
    index = page.model.index_of("short-arc-quad")
    assert index.data(PlanModel.CheckRole) == ""
    plain = index.data(Qt.ItemDataRole.AccessibleTextRole)

    strap_cuff(page)

    index = page.model.index_of("short-arc-quad")
    assert index.data(PlanModel.CheckRole) == "“Short arc quad” has a cuff weight."
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith("Check: “Short arc quad” has a cuff weight.")
    assert page.model.index_of("clamshell").data(PlanModel.CheckRole) == ""
    page.document.undo_stack.undo()
    assert page.model.index_of("short-arc-quad").data(Qt.ItemDataRole.AccessibleTextRole) == plain


def test_the_mark_is_seen(page: PlanPage) -> None:
    strap_cuff(page)
    marked = page.board.visualRect(page.model.index_of("short-arc-quad"))
    with_mark = page.board.viewport().grab(marked).toImage()
    page.model.point_out({})
    assert page.board.viewport().grab(marked).toImage() != with_mark


def test_a_plan_without_a_side_is_told_once_and_the_header_settles_it(open_page: OpenPage, calm: Plan) -> None:
    phase = replace(calm.phases[0], prescriptions=tuple(replace(held, side=None) for held in calm.prescriptions()))
    page = open_page(replace(calm, affected_side=None, phases=(phase,)))
    page._tabs.setCurrentWidget(page.checks_panel)

    [card] = page.checks_panel.cards()
    assert card.check.text == "2 exercises have no side."
    assert [button.text() for button in card.findChildren(QPushButton) if not button.isHidden()] == ["Not for this plan"]
    page.fields.set_side(Side.LEFT)
    assert texts(page) == []


def test_a_template_waits_for_its_sides(desk: Desk, calm: Plan, qtbot: QtBot) -> None:
    template = template_from(calm, "Own template")
    desk.background.wait_for(lambda: desk.library.add_template(template))
    page = PlanPage(desk.background.wait_for(lambda: desk.library.open_plan(template.id)), desk)
    qtbot.addWidget(page)

    assert [held.side for held in page.document.plan.prescriptions()] == [None, None]
    assert page.checks.checks == ()
    page.leave()
    page.release()


def test_every_button_has_a_name_of_its_own(page: PlanPage) -> None:
    turn_knee(page)
    strap_cuff(page)

    names = [
        button.accessibleName()
        for card in page.checks_panel.cards()
        for button in card.findChildren(QPushButton)
        if button.isVisible()
    ]
    assert len(names) == 9
    assert len(set(names)) == 9
    assert "Take the cuff off: “Short arc quad” has a cuff weight." in names
    assert all(card.accessibleName() and card.accessibleDescription() for card in page.checks_panel.cards())


def test_markup_and_long_words_stay_letters_within_the_panel(page: PlanPage) -> None:
    page.document.edit("Add", add_phase(page.document.plan, Phase("next", "<b>" + "x" * 190)))
    page.document.edit("Rename", rename_phase(page.document.plan, "next", "<b>&" + "y" * 190))

    [card] = page.checks_panel.cards()
    heading = card.findChildren(QLabel)[0]
    assert heading.text().startswith("“<b>&yyy")
    assert heading.textFormat() is Qt.TextFormat.PlainText
    assert card.width() <= page.checks_panel.viewport().width()


def test_the_list_ends_with_the_numbers_right_after_its_last_card(page: PlanPage, resources: Resources, qtbot: QtBot) -> None:
    entries = [resources.catalogue.get(name) for name in ("squat-full", "double-leg-hop", "clamshell", "quad-set")]
    added = [replace(prescribe(entry, f"more-{entry.id}"), side=Side.LEFT) for entry in entries if entry]
    page.document.edit("Add", add_exercises(page.document.plan, "calm", added))
    page.document.edit("Rename", rename_phase(page.document.plan, "calm", "A name of several words " * 4))
    holder = page.checks_panel.widget()
    bar = page.checks_panel.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)

    last = page.checks_panel.numbers
    assert holder.height() - last.geometry().bottom() < 3 * GAP
    assert holder.height() == page.checks_panel.viewport().height() + bar.maximum()


def test_what_is_read_stays_in_place_when_something_is_settled_above_or_below(page: PlanPage, resources: Resources) -> None:
    clamshell = resources.catalogue.get("clamshell")
    assert clamshell is not None
    names = [f"side-{number}" for number in range(15)]
    added = [replace(prescribe(clamshell, name), note=name) for name in names]
    phases = [Phase(name, name, criteria=("no pain",), prescriptions=(held,)) for name, held in zip(names, added, strict=True)]
    page.document.edit("Add", replace(page.document.plan, phases=(*page.document.plan.phases, *phases)))
    settle(page)
    read = page.checks_panel.cards()[4]
    page.checks_panel.verticalScrollBar().setValue(read.y() - 20)
    assert seen_at(page, read) == 20

    page.document.edit("Side", set_side(page.document.plan, "side-0", Side.RIGHT))
    settle(page)
    assert seen_at(page, read) == 20
    page.document.edit("Side", set_side(page.document.plan, "side-14", Side.RIGHT))
    settle(page)
    assert seen_at(page, read) == 20
    page.document.undo_stack.setIndex(1)
    settle(page)
    assert seen_at(page, read) == 20
    assert page.checks_panel.cards()[4] is read


def settle(page: PlanPage) -> None:
    """Let the layout come to rest."""
    QTest.qWait(0)
    page.checks_panel.viewport().grab()


def seen_at(page: PlanPage, card: CheckCard) -> int:
    return card.mapTo(page.checks_panel.viewport(), QPoint(0, 0)).y()


def test_a_hidden_panel_counts_and_catches_up_when_it_is_shown(page: PlanPage) -> None:
    page._tabs.setCurrentWidget(page.inspector)
    strap_cuff(page)
    assert tab(page) == "Checks · 1"
    assert texts(page) == []

    page._tabs.setCurrentWidget(page.checks_panel)
    assert texts(page) == ["“Short arc quad” has a cuff weight."]


def test_more_checks_than_anyone_reads_are_counted(page: PlanPage, resources: Resources) -> None:
    clamshell = resources.catalogue.get("clamshell")
    assert clamshell is not None
    added = [replace(prescribe(clamshell, f"more-{number}"), note=str(number)) for number in range(60)]
    page.document.edit("Add", add_exercises(page.document.plan, "calm", added))

    count = len(page.checks.checks)
    assert tab(page) == f"Checks · {count}"
    assert len(texts(page)) == 40
    assert page.checks_panel.note == f"{count - 40} more, once these are settled."
    page.document.undo_stack.undo()
    assert page.checks_panel.note == "Nothing to point out."


def test_a_remedy_that_the_plan_has_outgrown_does_nothing(page: PlanPage) -> None:
    strap_cuff(page)
    [card] = page.checks_panel.cards()
    outgrown = card.check
    page.document.undo_stack.undo()
    steps = page.document.undo_stack.count()

    page.checks.mend(outgrown)

    assert page.document.undo_stack.count() == steps
    assert page.document.undo_stack.index() == 0


def test_the_usual_criteria_come_from_the_phase_model(page: PlanPage) -> None:
    page.document.edit("No criteria", set_phase_criteria(page.document.plan, "calm", ()))

    [card] = page.checks_panel.cards()
    button(card, "Put in the usual criteria (5)").click()

    assert page.document.plan.phase("calm").criteria[0].startswith("Worst pain in daily life")
    assert texts(page) == []
