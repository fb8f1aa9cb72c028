"""Printing the handout of an open plan, once through the system's dialog, and again at one key with the same pages."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.domain.faults import UserError
from pfss_desktop.domain.visits import OpenPlan
from pfss_desktop.handout.request import Paper
from pfss_desktop.language import _, ngettext
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.handout_desk import HandoutDesk
from pfss_desktop.ui.long_work import LongWork, Stopped
from pfss_desktop.ui.notice_bar import NoticeBar
from pfss_desktop.ui.printing import PRINTED_DOTS_PER_INCH, PrintOptions, ask_options, has_printer, print_pages
from pfss_desktop.ui.sheet_requests import MadeSheet


@dataclass(frozen=True)
class Printed:
    """What was sent to the printer, how, and which sheet it was."""

    content: bytes
    options: PrintOptions
    sheet: MadeSheet


class PrintDesk(QObject):
    """Remembers printer and paper for the next plan, and the last pages for as long as this one is open."""

    printed = Signal(int)
    """So many pages are with the printer."""
    paper_changed = Signal()
    """Another paper was chosen in the dialog and is in the settings."""

    def __init__(self, document: PlanDocument, desk: Desk, handout: HandoutDesk, notices: NoticeBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._desk = desk
        self._handout = handout
        self._notices = notices
        self._window = parent
        self._last: Printed | None = None

    def ask_and_print(self) -> None:
        """Print the handout through the system's dialog; without a printer offer the PDF instead."""
        if not has_printer():
            self._say_no_printer(self._handout.ask_and_save)
            return
        options = self._asked(self._desk.settings.paper)
        if options is not None:
            self.print_with(options)

    def ask_and_print_former(self, former: OpenPlan, before: OpenPlan | None) -> None:
        """Print the sheet of a visit as it was handed out, with the changes since the visit `before` it."""
        self._handout.sheets.again(former, before, self._ask_and_print_sheet, self._handout.say_made_as_today)

    def ask_and_print_last_sheet(self) -> None:
        """Print the sheet of the visit on the screen as it was last handed out, whatever the paper is set to by now."""
        now = self._handout.sheets.settled()
        self.ask_and_print_former(now.opened, now.former)

    def print_with(self, options: PrintOptions) -> None:
        """Print the plan as it is now; a printer without colour gets the ink style."""
        settings = self._desk.settings
        settings.printer = options.printer
        if options.paper is not settings.paper:
            settings.paper = options.paper
            self.paper_changed.emit()
        self._print(self._handout.sheets.settled(), options)

    def print_again(self) -> None:
        """Print the very pages of the last time in the same way; ask as usual where nothing was printed yet."""
        if self._last is None:
            self.ask_and_print()
        else:
            self._send(self._last, LongWork(_("Printing …"), self._notices))

    def _asked(self, paper: Paper) -> PrintOptions | None:
        return ask_options(self._desk.settings.printer, paper, self._window)

    def _ask_and_print_sheet(self, sheet: MadeSheet) -> None:
        if not has_printer():
            self._say_no_printer(partial(self._handout.ask_and_save_sheet, sheet))
            return
        options = self._asked(sheet.request.paper)
        if options is not None:
            self._desk.settings.printer = options.printer
            self._print(sheet, options)

    def _print(self, sheet: MadeSheet, options: PrintOptions) -> None:
        if not options.in_colour:
            sheet = self._handout.sheets.inked(sheet)
        work = LongWork(_("Making the pages …"), self._notices)
        self._desk.maker.make(
            sheet.request,
            lambda content: self._send(Printed(content, options, sheet), work),
            lambda error: self._say_failed(error, work),
        )

    def _say_no_printer(self, save: Callable[[], None]) -> None:
        text = _("This PC has no printer set up. You can save the handout as a PDF and print it elsewhere.")
        self._notices.say(text, _("Save PDF"), save, asks=True)

    def _send(self, last: Printed, work: LongWork) -> None:
        def step(number: int) -> None:
            work.step(_("Printing page {number} …").format(number=number))

        def job() -> int:
            return print_pages(last.content, last.options, PRINTED_DOTS_PER_INCH, step)

        self._desk.maker.run(job, lambda count: self._say_printed(last, count, work), lambda error: self._say_failed(error, work))

    def _say_printed(self, last: Printed, count: int, work: LongWork) -> None:
        work.end()
        self._last = last
        self._handout.sheets.note(last.sheet)
        told = [ngettext("Sent to the printer: {count} page", "Sent to the printer: {count} pages", count).format(count=count)]
        if not last.options.in_colour:
            told.append(_("In ink style, as this printer prints black only."))
        if last.sheet.request.plan == self._document.plan:
            self._notices.say("\n".join(told))
        else:
            told.append(_("The plan has changed since: these pages are as they were."))
            self._notices.say("\n".join(told), _("Print as it is now"), self._print_now, stays=True)
        self.printed.emit(count)

    def _print_now(self) -> None:
        if self._last is not None:
            self.print_with(self._last.options)

    def _say_failed(self, error: Exception, work: LongWork) -> None:
        work.end()
        if isinstance(error, Stopped):
            self._notices.say(_("Printing was stopped. Pages that the printer already had may still come out."))
            return
        name = type(error).__name__
        text = str(error) if isinstance(error, UserError) else _("unexpected fault ({name})").format(name=name)
        save: Callable[[], None] = self._handout.ask_and_save
        self._notices.say(text, _("Save PDF"), save, stays=True)
