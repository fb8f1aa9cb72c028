"""Web page, calendar and chart text from the window: written off its thread, remembered, and refused in plain words."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import QDate, QTime
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.sessions import WakingHours
from pfss_desktop.exchange.calendar_file import CalendarChoices
from pfss_desktop.handout.layout import Copy, Form, Layout
from pfss_desktop.ui import calendar_dialog
from pfss_desktop.ui.calendar_dialog import CalendarDialog
from pfss_desktop.ui.plan_page import PlanPage
from pfss_desktop.ui.settings import Settings
from tests.pictures import planned

OpenPage = Callable[[Plan], PlanPage]
CHOICES = CalendarChoices(date(2026, 11, 23), date(2026, 12, 6))


@pytest.fixture
def page(open_page: OpenPage) -> PlanPage:
    opened = open_page(planned("Calm\nStrength"))
    opened.commands.add_exercises(["slr-flexion", "bridge-double"])
    return opened


def test_the_web_page_is_written_for_the_patient_whatever_is_on_the_paper(page: PlanPage, qtbot: QtBot, tmp_path: Path) -> None:
    page._desk.settings.page_layout = Layout(Form.FRIDGE, copy=Copy.THERAPIST)
    with qtbot.waitSignal(page.files.saved):
        page.take_home.save_page(tmp_path / "page.html")
    told = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "Straight leg raise" in told
    assert 'class="film"' in told
    assert "Therapist" not in told
    assert page.notices.text == "Saved as page.html"


def test_the_name_that_is_offered_tells_nothing_of_the_patient(
    page: PlanPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def choose(_parent: object, _title: str, proposed: str, _kinds: str) -> tuple[str, str]:
        offered.append(Path(proposed).name)
        return str(tmp_path / "mine"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    with qtbot.waitSignal(page.files.saved):
        page.actions_["web_page"].trigger()
    assert offered == [f"{page.handout.request().on}_plan-{page.document.plan.id[:8]}.html"]
    assert (tmp_path / "mine.html").exists()


def test_a_folder_that_cannot_be_written_is_told_and_the_old_file_stays(page: PlanPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.take_home.save_page(tmp_path / "no such folder" / "page.html")
    qtbot.waitUntil(lambda: page.notices.text.startswith("The file could not be saved: No such file or directory."))


def test_a_calendar_is_asked_for_written_and_its_hours_are_remembered(
    page: PlanPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[CalendarChoices] = []
    chosen = CalendarChoices(CHOICES.first_day, CHOICES.last_day, WakingHours(9 * 60, 19 * 60), 10)

    def ask(proposed: CalendarChoices, _parent: object) -> CalendarChoices:
        asked.append(proposed)
        return chosen

    monkeypatch.setattr(calendar_dialog, "ask_calendar", ask)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (str(tmp_path / "s.ics"), ""))
    with qtbot.waitSignal(page.files.saved):
        page.actions_["calendar"].trigger()
    events = Calendar.from_ical((tmp_path / "s.ics").read_bytes()).walk("VEVENT")
    assert {event.decoded("DTSTART").hour for event in events} <= {9, 19}
    assert asked[0].hours == WakingHours()
    settings = Settings(tmp_path / "settings.ini")
    assert (settings.session_hours, settings.reminder) == (chosen.hours, 10)


def test_without_exercises_the_calendar_says_what_to_do(open_page: OpenPage) -> None:
    page = open_page(planned("Calm"))
    page.actions_["calendar"].trigger()
    assert "Put some in" in page.notices.text


def test_the_dialog_takes_no_days_or_hours_that_do_not_go_together(qtbot: QtBot) -> None:
    dialog = CalendarDialog(CHOICES)
    qtbot.addWidget(dialog)
    dialog.show()
    ok = dialog._buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert dialog.choices() == CHOICES

    dialog._last_day.setDate(QDate(2026, 11, 1))
    assert not ok.isEnabled()
    assert dialog._fault.isVisible()
    assert "last day" in dialog._fault.text()

    dialog._last_day.setDate(QDate(2026, 11, 30))
    dialog._first.setTime(QTime(21, 0))
    assert not ok.isEnabled()

    dialog._last.setTime(QTime(22, 30))
    assert ok.isEnabled()
    assert not dialog._fault.isVisible()
    assert dialog.choices().hours == WakingHours(21 * 60, 22 * 60 + 30)


def test_one_press_copies_the_visit_for_the_chart(page: PlanPage, qtbot: QtBot) -> None:
    page.actions_["chart"].trigger()
    copied = QGuiApplication.clipboard().text()
    assert "Phase 1 of 2: Calm" in copied
    assert "1. Straight leg raise" in copied
    assert page.notices.text.startswith("Copied for the chart")
    assert page.actions_["chart"].shortcut().toString() == "Ctrl+Alt+C"


def test_settings_that_somebody_has_spoilt_count_as_not_set(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    file.write_text("[calendar]\nfirst=99999\nlast=x\nreminder=-4\n", encoding="utf-8")
    settings = Settings(file)
    assert settings.session_hours == WakingHours()
    assert settings.reminder is None


def test_the_menu_has_all_three(page: PlanPage) -> None:
    file, edit, plan = QMenu(), QMenu(), QMenu()
    page.fill_menus(file, edit, plan)
    told = [action.text().replace("&", "") for action in file.actions()]
    assert {"Web page for the phone…", "Calendar for the phone…", "Copy for the chart"} <= set(told)
