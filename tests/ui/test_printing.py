"""Printing from the window: the same pages again, ink for printers without colour, stopping, and printers that are not there."""

from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from pytestqt.qtbot import QtBot

from pfss_desktop.domain.faults import UserError
from pfss_desktop.domain.plan import Plan
from pfss_desktop.handout.render import render_handout
from pfss_desktop.handout.request import Paper
from pfss_desktop.ui import print_desk
from pfss_desktop.ui.plan_page import PlanPage
from pfss_desktop.ui.printing import PrintOptions, new_printer, options_of, print_pages
from tests.pictures import planned

OpenPage = Callable[[Plan], PlanPage]
COARSE = 40


@pytest.fixture
def page(open_page: OpenPage, monkeypatch: pytest.MonkeyPatch) -> PlanPage:
    """A plan whose handout has several pages, printed coarsely so that it is quick."""
    monkeypatch.setattr(print_desk, "PRINTED_DOTS_PER_INCH", COARSE)
    opened = open_page(planned("Calm\nStrength"))
    opened.commands.add_exercises(["slr-flexion", "bridge-double", "wall-sit"])
    return opened


@pytest.fixture
def onto_file(tmp_path: Path) -> PrintOptions:
    """What stands for a printer here: Qt prints into a file."""
    return PrintOptions("", Paper.A4, file=str(tmp_path / "printed.pdf"))


def pages_of(options: PrintOptions) -> int:
    return len(pypdf.PdfReader(options.file).pages)


def printed(page: PlanPage, qtbot: QtBot, doing: Callable[[], object]) -> int:
    with qtbot.waitSignal(page.printing.printed) as told:
        doing()
    return int(told.args[0])


def test_without_a_printer_the_pdf_is_offered(page: PlanPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(print_desk, "has_printer", lambda: False)
    page.printing.ask_and_print()
    assert page.notices.text.startswith("This PC has no printer set up.")
    assert page.notices._action.text() == "Save PDF"


def test_every_page_goes_to_the_printer(page: PlanPage, qtbot: QtBot, onto_file: PrintOptions) -> None:
    count = printed(page, qtbot, lambda: page.printing.print_with(onto_file))

    assert count == pages_of(onto_file) > 1
    assert page.notices.text == f"Sent to the printer: {count} pages"


def test_a_range_of_pages_is_kept_to(page: PlanPage, onto_file: PrintOptions) -> None:
    content = render_handout(page.handout.request())
    told: list[int] = []
    second = PrintOptions("", Paper.A4, first=2, last=2, file=onto_file.file)

    assert print_pages(content, second, COARSE, told.append) == 1
    assert told == [2]
    assert pages_of(second) == 1


def test_printing_again_sends_the_same_pages_though_the_plan_has_changed(
    page: PlanPage, qtbot: QtBot, onto_file: PrintOptions
) -> None:
    count = printed(page, qtbot, lambda: page.printing.print_with(onto_file))
    before = page.printing._last
    page.commands.add_exercises(["clam", "bird-dog", "quad-set"])

    again = printed(page, qtbot, page.actions_["print_again"].trigger)

    assert again == count == pages_of(onto_file)
    assert page.printing._last is before
    assert "The plan has changed since: these pages are as they were." in page.notices.text

    now = printed(page, qtbot, page.notices._action.click)
    assert now > count


def test_a_printer_without_colour_gets_ink_and_the_screen_keeps_its_colours(
    page: PlanPage, qtbot: QtBot, onto_file: PrintOptions
) -> None:
    in_colour = page.handout.request()
    grey = PrintOptions("", Paper.A4, in_colour=False, file=onto_file.file)

    printed(page, qtbot, lambda: page.printing.print_with(grey))

    assert (
        page.printing._last.content
        == render_handout(page.handout.sheets.inked(page.handout.sheets.now()).request)
        != render_handout(in_colour)
    )
    assert page.handout.request() == in_colour
    assert "In ink style" in page.notices.text


def test_printer_and_paper_are_remembered_and_the_paper_tab_shows_them(
    page: PlanPage, qtbot: QtBot, onto_file: PrintOptions
) -> None:
    letter = PrintOptions("Front desk", Paper.LETTER, file=onto_file.file)

    printed(page, qtbot, lambda: page.printing.print_with(letter))

    assert page._desk.settings.printer == "Front desk"
    assert page._desk.settings.paper is Paper.LETTER
    assert page.handout.request().paper is Paper.LETTER
    assert page.paper.layout_menu._papers[Paper.LETTER].isChecked()
    assert float(pypdf.PdfReader(onto_file.file).pages[0].mediabox.width) == pytest.approx(612, abs=1)


def test_printing_that_is_stopped_says_so_and_prints_no_more(page: PlanPage, onto_file: PrintOptions) -> None:
    content = render_handout(page.handout.request())
    begun: list[int] = []

    def stop_at_second(number: int) -> None:
        begun.append(number)
        if number == 2:
            raise UserError("stopped")

    with pytest.raises(UserError, match="stopped"):
        print_pages(content, onto_file, COARSE, stop_at_second)
    assert begun == [1, 2]


def test_the_stop_button_of_the_notice_stops_printing(page: PlanPage, qtbot: QtBot, onto_file: PrintOptions) -> None:
    page.printing.print_with(onto_file)
    page.findChild(print_desk.LongWork).stop()
    qtbot.waitUntil(lambda: page.notices.text.startswith("Printing was stopped"))
    assert page.printing._last is None


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_cannot_be_written_to_is_said_and_the_pdf_is_offered(page: PlanPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.printing.print_with(PrintOptions("", Paper.A4, file=str(tmp_path / "gone" / "printed.pdf")))
    qtbot.waitUntil(lambda: page.notices.text.startswith("The printer does not answer."))
    assert page.notices._action.text() == "Save PDF"


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("in_colour", [True, False])
def test_options_survive_the_way_through_a_printer(paper: Paper, in_colour: bool, onto_file: PrintOptions) -> None:
    options = PrintOptions("", paper, in_colour, 3, 2, 4, file=onto_file.file)
    printer = new_printer(options)
    printer.setFromTo(options.first, options.last)
    assert options_of(printer, Paper.A4) == options
