"""What there is besides the paper: a web page, a calendar file, and the visit in short hand on the clipboard."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.handout.layout import Layout
from pfss_desktop.handout.request import HandoutRequest
from pfss_desktop.language import _
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.handout_desk import HandoutDesk
from pfss_desktop.ui.plan_actions import ActionSpec
from pfss_desktop.ui.saved_files import SavedFiles
from pfss_desktop.ui.visit_desk import VisitDesk

if TYPE_CHECKING:
    from pfss_desktop.exchange.calendar_file import CalendarChoices


class TakeHomeDesk(QObject):
    """Offers names without the patient's; `files` does the writing."""

    def __init__(
        self, document: PlanDocument, desk: Desk, visits: VisitDesk, handout: HandoutDesk, files: SavedFiles, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._desk = desk
        self._visits = visits
        self._handout = handout
        self._files = files
        self._window = parent

    def specs(self) -> tuple[ActionSpec, ...]:
        """Return the actions for the menu."""
        return (
            ActionSpec("web_page", _("&Web page for the phone…"), ("Ctrl+Shift+W",), self.ask_and_save_page),
            ActionSpec("calendar", _("&Calendar for the phone…"), (), self.ask_and_save_calendar),
            ActionSpec("chart", _("Cop&y for the chart"), ("Ctrl+Alt+C",), self.copy_for_chart),
        )

    def ask_and_save_page(self) -> None:
        """Ask for a file name and write the web page there."""
        self._visits.settle()
        path = self._files.ask(_("Save web page"), self._handout.name_with(".html"), _("Web page (*.html)"), ".html")
        if path is not None:
            self.save_page(path)

    def save_page(self, path: Path) -> None:
        """Write what the handout says as a web page, for the patient whatever copy is on the paper."""
        self._visits.settle()
        request = replace(self._handout.request(), layout=Layout())
        self._files.write(path, lambda: self._page(request), self.ask_and_save_page)

    def ask_and_save_calendar(self) -> None:
        """Ask for days and hours, then for a file name, and write the calendar file there."""
        from pfss_desktop.domain.sessions import last_day
        from pfss_desktop.exchange.calendar_file import CalendarChoices
        from pfss_desktop.ui.calendar_dialog import ask_calendar

        request, settings = self._handout.request(), self._desk.settings
        phase = request.plan.phase_now()
        if phase is None or not phase.prescriptions:
            self._files.notices.say(_("There are no exercises in the present phase yet. Put some in, then make the calendar."))
            return
        proposed = CalendarChoices(
            request.on, last_day(phase, request.on), settings.session_hours, settings.reminder, request.language
        )
        choices = ask_calendar(proposed, self._window)
        if choices is None:
            return
        settings.session_hours, settings.reminder = choices.hours, choices.remind_before
        path = self._files.ask(_("Save calendar"), self._handout.name_with("-sessions.ics"), _("Calendar (*.ics)"), ".ics")
        if path is not None:
            self.save_calendar(path, choices)

    def save_calendar(self, path: Path, choices: CalendarChoices) -> None:
        """Write the sessions of the present phase as a calendar file."""
        from pfss_desktop.exchange.calendar_file import encode_calendar

        plan = self._document.plan
        self._files.write(path, lambda: encode_calendar(plan, choices), self.ask_and_save_calendar)

    def copy_for_chart(self) -> None:
        """Put the visit in short hand on the clipboard."""
        from pfss_desktop.ui.chart_words import chart_text

        self._visits.settle()
        opened = replace(self._document.opened, plan=self._document.plan)
        QGuiApplication.clipboard().setText(chart_text(opened, self._visits.former, self._desk.resources.choices))
        self._files.notices.say(_("Copied for the chart, without the patient's name. Paste it into the record."))

    def _page(self, request: HandoutRequest) -> bytes:
        from pfss_desktop.figures.styles import Style
        from pfss_desktop.handout.web_page import render_page

        return render_page(request, self._desk.resources.figures, Style())
