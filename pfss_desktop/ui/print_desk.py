"""Printing the handout of an open plan, once through the system's dialog, and again at one key with the same pages."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.domain.faults import UserError
from pfss_desktop.domain.plan import Plan
from pfss_desktop.figures.styles import Palette, Style
from pfss_desktop.handout.figures_on_paper import figures_for
from pfss_desktop.handout.request import HandoutRequest
from pfss_desktop.language import _, ngettext
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.handout_desk import HandoutDesk
from pfss_desktop.ui.long_work import LongWork, Stopped
from pfss_desktop.ui.notice_bar import NoticeBar
from pfss_desktop.ui.printing import PRINTED_DOTS_PER_INCH, PrintOptions, ask_options, has_printer, print_pages


@dataclass(frozen=True)
class Printed:
    """What was sent to the printer, how, and of which plan."""

    content: bytes
    options: PrintOptions
    plan: Plan


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
            text = _("This PC has no printer set up. You can save the handout as a PDF and print it elsewhere.")
            self._notices.say(text, _("Save PDF"), self._handout.ask_and_save, stays=True)
            return
        settings = self._desk.settings
        options = ask_options(settings.printer, settings.paper, self._window)
        if options is not None:
            self.print_with(options)

    def print_with(self, options: PrintOptions) -> None:
        """Print the plan as it is now; a printer without colour gets the ink style."""
        settings = self._desk.settings
        settings.printer = options.printer
        if options.paper is not settings.paper:
            settings.paper = options.paper
            self.paper_changed.emit()
        request = self._handout.settled_request()
        if not options.in_colour:
            request = self._inked(request)
        work = LongWork(_("Making the pages …"), self._notices)
        self._desk.maker.make(
            request,
            lambda content: self._send(Printed(content, options, request.plan), work),
            lambda error: self._say_failed(error, work),
        )

    def print_again(self) -> None:
        """Print the very pages of the last time in the same way; ask as usual where nothing was printed yet."""
        if self._last is None:
            self.ask_and_print()
        else:
            self._send(self._last, LongWork(_("Printing …"), self._notices))

    def _inked(self, request: HandoutRequest) -> HandoutRequest:
        figures = figures_for(request.plan, self._desk.resources.figures, Style(palette=Palette.INK))
        return replace(request, layout=replace(request.layout, ink=True), figures=figures)

    def _send(self, last: Printed, work: LongWork) -> None:
        def step(number: int) -> None:
            work.step(_("Printing page {number} …").format(number=number))

        def job() -> int:
            return print_pages(last.content, last.options, PRINTED_DOTS_PER_INCH, step)

        self._desk.maker.run(job, lambda count: self._say_printed(last, count, work), lambda error: self._say_failed(error, work))

    def _say_printed(self, last: Printed, count: int, work: LongWork) -> None:
        work.end()
        self._last = last
        told = [ngettext("Sent to the printer: {count} page", "Sent to the printer: {count} pages", count).format(count=count)]
        if not last.options.in_colour:
            told.append(_("In ink style, as this printer prints black only."))
        if last.plan == self._document.plan:
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
