"""A visit's sheet comes out again as it was handed out, byte for byte, whatever letterhead, parts and layout have become."""

import json
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from pfss_desktop.domain.edits.prescriptions import set_dosage
from pfss_desktop.domain.plan import Plan
from pfss_desktop.figures.styles import Palette
from pfss_desktop.handout.layout import Form, Layout
from pfss_desktop.handout.request import Letterhead, Paper, PhaseChoice
from pfss_desktop.handout.sections import Detail, Section
from pfss_desktop.handout.sheet_defaults import SheetDefaults
from pfss_desktop.ui import print_desk
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.former_visit_dialog import FormerVisitDialog
from pfss_desktop.ui.plan_page import PlanPage
from pfss_desktop.ui.printing import PrintOptions
from tests.pictures import planned

OpenPage = Callable[[Plan], PlanPage]


def logo(colour: str) -> bytes:
    stream = BytesIO()
    Image.new("RGB", (60, 40), colour).save(stream, "PNG")
    return stream.getvalue()


@pytest.fixture
def page(open_page: OpenPage, desk: Desk) -> PlanPage:
    opened = open_page(planned("Calm\n  quad set\n  clamshell\nStrength\n  squat"))
    desk.background.settle()
    desk.settings.letterhead = Letterhead("Hill Clinic", "Kim Doe", "555 0100")
    desk.clinic.sheet.keep_logo(logo("teal"))
    return opened


def saved(page: PlanPage, desk: Desk, qtbot: QtBot, path: Path) -> bytes:
    with qtbot.waitSignal(page.handout.saved):
        page.handout.save(path)
    desk.background.settle()
    return path.read_bytes()


def saved_by(page: PlanPage, desk: Desk, qtbot: QtBot, path: Path, ask: Callable[[], None]) -> bytes:
    """What is saved when the file dialog is answered with this path."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(path), ""))
        with qtbot.waitSignal(page.handout.saved):
            ask()
    desk.background.settle()
    return path.read_bytes()


def change_everything(desk: Desk) -> None:
    settings = desk.settings
    settings.letterhead = Letterhead("Valley Clinic", "Lee Roe", "555 0199")
    settings.paper = Paper.LETTER
    settings.phases = PhaseChoice.CURRENT
    settings.palette = Palette.INK
    settings.page_layout = Layout(Form.TWO, large=True)
    settings.sections = (Section.EXERCISES, Section.STOP)
    settings.details = frozenset((Detail.CUE,))
    desk.clinic.sheet.keep_logo(logo("red"))
    desk.clinic.sheet.keep_defaults(SheetDefaults(7, ("Rest.",)))


def begin_visit(page: PlanPage, desk: Desk) -> None:
    page.visits.begin()
    desk.background.settle()


def looked_at(page: PlanPage, desk: Desk, number: int) -> FormerVisitDialog:
    page.visits.look_at(next(known.visit for known in page.visits.visits if known.visit.number == number))
    desk.background.settle()
    [dialog] = page.findChildren(FormerVisitDialog)
    return dialog


def test_the_sheet_of_a_former_visit_comes_again_to_the_byte(page: PlanPage, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    first = saved(page, desk, qtbot, tmp_path / "first.pdf")
    change_everything(desk)
    begin_visit(page, desk)
    held = page.document.plan.prescription("squat")
    page.document.edit("Dose", set_dosage(page.document.plan, "squat", replace(held.dosage, sets=4)))
    second = saved(page, desk, qtbot, tmp_path / "second.pdf")
    assert second != first

    dialog = looked_at(page, desk, 1)
    assert saved_by(page, desk, qtbot, tmp_path / "again.pdf", dialog.paper_asked.emit) == first
    assert saved_by(page, desk, qtbot, tmp_path / "twice.pdf", dialog.paper_asked.emit) == first


def test_it_is_printed_again_as_well(
    page: PlanPage, desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(print_desk, "PRINTED_DOTS_PER_INCH", 30)
    onto_file = PrintOptions("", Paper.A4, file=str(tmp_path / "printed.pdf"))
    monkeypatch.setattr(print_desk, "has_printer", lambda: True)
    monkeypatch.setattr(print_desk, "ask_options", lambda *_asked: onto_file)
    with qtbot.waitSignal(page.printing.printed):
        page.printing.ask_and_print()
    assert page.printing._last is not None
    first = page.printing._last.content
    desk.background.settle()
    change_everything(desk)

    with qtbot.waitSignal(page.printing.printed):
        page.visit_menu.print_again_asked.emit()
    assert page.printing._last.content == first, "the visit on the screen, as it was last handed out"

    begin_visit(page, desk)
    dialog = looked_at(page, desk, 1)
    with qtbot.waitSignal(page.printing.printed):
        dialog.print_asked.emit()
    assert page.printing._last.content == first


def test_what_was_handed_out_last_is_what_comes_again(page: PlanPage, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    saved(page, desk, qtbot, tmp_path / "first.pdf")
    desk.settings.page_layout = Layout(Form.FRIDGE)
    last = saved(page, desk, qtbot, tmp_path / "fridge.pdf")
    desk.settings.page_layout = Layout()
    begin_visit(page, desk)
    dialog = looked_at(page, desk, 1)
    assert saved_by(page, desk, qtbot, tmp_path / "again.pdf", dialog.paper_asked.emit) == last


def test_a_visit_without_a_sheet_takes_todays_and_keeps_it(page: PlanPage, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    begin_visit(page, desk)
    dialog = looked_at(page, desk, 1)
    made = saved_by(page, desk, qtbot, tmp_path / "made.pdf", dialog.paper_asked.emit)
    change_everything(desk)
    assert saved_by(page, desk, qtbot, tmp_path / "again.pdf", dialog.paper_asked.emit) == made


@pytest.mark.parametrize("damage", ["{", '{"options": {"glitter": 1}, "on": "2026-03-09"}', "lost logo"])
def test_damage_is_told_and_the_sheet_is_made_as_today(
    page: PlanPage, desk: Desk, qtbot: QtBot, tmp_path: Path, damage: str
) -> None:
    visit_id = page.document.opened.visit.id
    saved(page, desk, qtbot, tmp_path / "first.pdf")
    kept = desk.library.sheet_of(visit_id)
    if damage == "lost logo":
        name = f"logo/{json.loads(kept)['logo']}"
        assert desk.library.kept(name)
        desk.background.wait_for(lambda: desk.library.keep(name, ""))
    else:
        desk.background.wait_for(lambda: desk.library.note_sheet(visit_id, damage))
    begin_visit(page, desk)
    dialog = looked_at(page, desk, 1)
    said: list[str] = []
    say = page.notices.say

    def hear(text: str, *rest: object, **named: object) -> None:
        said.append(text)
        say(text, *rest, **named)  # type: ignore[arg-type]

    page.handout._notices.say = hear  # type: ignore[method-assign]
    content = saved_by(page, desk, qtbot, tmp_path / "again.pdf", dialog.paper_asked.emit)
    assert content.startswith(b"%PDF")
    assert said[0].startswith("How this sheet was laid out cannot be read, so it is made as sheets are today.")


def test_the_diary_that_comes_back_has_the_days_it_was_handed_out_with(
    page: PlanPage, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.clinic.sheet.keep_defaults(SheetDefaults(28))
    saved(page, desk, qtbot, tmp_path / "first.pdf")
    desk.clinic.sheet.keep_defaults(SheetDefaults(7))
    begin_visit(page, desk)
    desk.background.settle()
    sheet = page.follow_up.follow_up.sheet()
    assert sheet is not None
    assert len(sheet.grid.columns) == 28
