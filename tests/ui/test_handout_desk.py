"""Saving and printing the handout from the window, and what the window says when that does not work."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from pytestqt.qtbot import QtBot

from pfss_desktop.domain.plan import Plan
from pfss_desktop.handout.layout import Copy, Form, Layout
from pfss_desktop.handout.render import render_handout
from pfss_desktop.handout.request import Letterhead, Paper
from pfss_desktop.ui.long_work import LongWork
from pfss_desktop.ui.plan_page import PlanPage
from pfss_desktop.ui.settings import Settings
from tests.pictures import planned

OpenPage = Callable[[Plan], PlanPage]


@pytest.fixture
def page(open_page: OpenPage) -> PlanPage:
    opened = open_page(planned("Calm\nStrength"))
    opened.commands.add_exercises(["slr-flexion", "bridge-double"])
    return opened


def saved(page: PlanPage, qtbot: QtBot, path: Path) -> bytes:
    with qtbot.waitSignal(page.handout.saved):
        page.handout.save(path)
    return path.read_bytes()


def choose(page: PlanPage, menu: str, entry: str) -> None:
    """Take an entry of the layout menu, or of one of its submenus, as a click does."""
    actions = page.paper.layout_menu.actions()
    if menu:
        (submenu,) = (action.menu() for action in actions if action.text() == menu)
        actions = submenu.actions()
    (action,) = (action for action in actions if action.text() == entry)
    assert action.isEnabled()
    action.trigger()


def test_the_saved_file_is_what_the_paper_shows_to_the_byte(page: PlanPage, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(page.paper.shown):
        page._tabs.setCurrentWidget(page.paper)
    content = saved(page, qtbot, tmp_path / "plan.pdf")

    assert content == render_handout(page.handout.request())
    assert page.paper.page_count == len(pypdf.PdfReader(tmp_path / "plan.pdf").pages)


def test_an_edit_shows_on_the_paper(page: PlanPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.paper.shown):
        page._tabs.setCurrentWidget(page.paper)
    before = page.paper._view._made.content
    with qtbot.waitSignal(page.paper.shown):
        page.commands.add_exercises(["wall-sit"])
    assert page.paper._view._made.content != before


def test_the_common_mistake_of_every_exercise_is_on_the_sheet(page: PlanPage) -> None:
    assert page.handout.request().mistakes == {
        "slr-flexion": "Bending the knee as the leg goes up.",
        "bridge-double": "Arching the back to get the hips higher.",
    }


def test_paper_phases_and_letterhead_reach_the_sheet_and_are_remembered(page: PlanPage, qtbot: QtBot, tmp_path: Path) -> None:
    choose(page, "Paper", "Letter")
    choose(page, "Phases", "Present phase")
    page._desk.settings.letterhead = Letterhead("Hill Clinic", "Kim Doe", "555 0100")

    saved(page, qtbot, tmp_path / "plan.pdf")

    reader = pypdf.PdfReader(tmp_path / "plan.pdf")
    assert reader.pages[0].mediabox.width == pytest.approx(612)
    text = "\n".join(shown.extract_text() for shown in reader.pages)
    assert "Hill Clinic" in text
    assert "Strength" not in text
    assert page._desk.settings.paper is Paper.LETTER


def test_a_layout_reaches_the_sheet_is_named_on_its_button_and_remembered(page: PlanPage, qtbot: QtBot, tmp_path: Path) -> None:
    choose(page, "Exercises on a page", "Two on a page")
    choose(page, "", "Large print")
    choose(page, "Copy", "For the therapist, with sources")

    saved(page, qtbot, tmp_path / "plan.pdf")

    text = "\n".join(shown.extract_text() for shown in pypdf.PdfReader(tmp_path / "plan.pdf").pages)
    assert "Therapist's copy" in text
    assert page.paper._layout_button.text() == "Two on a page, large print"
    assert Settings(tmp_path / "settings.ini").page_layout == Layout(Form.TWO, large=True, copy=Copy.THERAPIST)


def test_large_print_is_greyed_out_where_it_has_no_room(page: PlanPage) -> None:
    choose(page, "", "Large print")
    choose(page, "Exercises on a page", "Six on a page, short")

    assert not page.paper.layout_menu._large.isEnabled()
    assert page._desk.settings.page_layout == Layout(Form.SIX)

    choose(page, "Exercises on a page", "One on a page")
    assert page.paper.layout_menu._large.isEnabled()


def test_ink_is_for_figures_and_page_alike(page: PlanPage) -> None:
    choose(page, "Figures", "Ink, for black-and-white printers")
    assert page.handout.request().layout.ink


def test_a_layout_is_found_that_fits_and_its_pages_are_shown(page: PlanPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.paper.shown):
        page._tabs.setCurrentWidget(page.paper)

    with qtbot.waitSignal(page.paper.shown):
        choose(page, "Fit to pages", "2 pages")

    assert page.paper.page_count == 2
    assert page._desk.settings.page_layout.form is Form.FRIDGE


def test_what_fits_no_layout_says_the_least_number_of_pages(page: PlanPage, qtbot: QtBot) -> None:
    page.commands.add_exercises(["wall-sit", "quad-set", "clamshell", "heel-slide"] * 9)
    with qtbot.waitSignal(page.paper.shown):
        page._tabs.setCurrentWidget(page.paper)

    choose(page, "Phases", "Present phase")
    choose(page, "Fit to pages", "1 page")
    qtbot.waitUntil(lambda: "more than the 1 asked for" in page.paper._fault.text())
    assert page.paper._fault.isVisibleTo(page.paper)


def test_open_sides_and_letters_that_cannot_be_printed_are_said(page: PlanPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.document.edit("Rename", page.document.plan.__class__(**{**fields(page.document.plan), "goal": "\U0010abcd"}))
    saved(page, qtbot, tmp_path / "plan.pdf")
    assert "1 exercise has no side: the sheet has a line to fill in by hand." in page.notices.text
    assert "These letters cannot be printed and show as [?]: " in page.notices.text


def test_letters_that_cannot_be_printed_are_told_on_the_paper_before_it_is_printed(page: PlanPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.paper.shown):
        page._tabs.setCurrentWidget(page.paper)
    assert not page.paper._missing.isVisible()

    with qtbot.waitSignal(page.paper.shown):
        page.document.edit("Goal", replace(page.document.plan, goal="Walk \U0010abcd"))

    assert page.paper._missing.isVisible()
    assert page.paper._missing.text() == "These letters cannot be printed and show as [?]: \U0010abcd"


def test_a_folder_that_is_gone_is_said_and_an_old_file_stays_whole(page: PlanPage, qtbot: QtBot, tmp_path: Path) -> None:
    old = tmp_path / "plan.pdf"
    saved(page, qtbot, old)
    content = old.read_bytes()

    page.handout.save(tmp_path / "gone" / "plan.pdf")
    qtbot.waitUntil(lambda: page.notices.text.startswith("The handout could not be saved"))

    assert "A file that was there is unchanged." in page.notices.text
    assert old.read_bytes() == content
    assert {file.name for file in tmp_path.iterdir() if file.suffix == ".part"} == set()


def test_saving_that_is_stopped_leaves_the_old_file(page: PlanPage, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"old")

    page.handout.save(path)
    page.findChild(LongWork).stop()
    qtbot.waitUntil(lambda: page.notices.text.startswith("Nothing was saved"))

    assert path.read_bytes() == b"old"


def fields(plan: Plan) -> dict[str, object]:
    return {name: getattr(plan, name) for name in plan.__dataclass_fields__}
