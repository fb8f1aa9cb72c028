"""Saving and printing the handout of an open plan or of a former visit, with a word to the person on how it went."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.domain.edits.visits import set_education
from pfss_desktop.domain.faults import UserError
from pfss_desktop.domain.visits import OpenPlan
from pfss_desktop.handout.request import HandoutRequest
from pfss_desktop.handout.sheet_options import KeptSheet, SheetOptions
from pfss_desktop.language import _, ngettext, spoken_language
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.handout_dialog import HandoutDialog
from pfss_desktop.ui.letterhead_dialog import ask_letterhead
from pfss_desktop.ui.notice_bar import NoticeBar
from pfss_desktop.ui.sheet_requests import SheetRequests, sheet_warnings
from pfss_desktop.ui.visit_desk import VisitDesk, today


@dataclass(frozen=True)
class _Sheet:
    """One sheet to be handed out: what it is made of, and the visit that keeps how it was laid out (empty for a template)."""

    request: HandoutRequest
    options: SheetOptions
    visit_id: str = ""


_Use = Callable[[_Sheet], None]


class HandoutDesk(QObject):
    """Makes sheets; saves and prints them off the window's thread, and keeps with its visit how each was laid out."""

    saved = Signal(str)
    """The file that now holds the handout."""
    changed = Signal()
    """The sheet is to look or read otherwise from now on."""

    def __init__(self, document: PlanDocument, desk: Desk, visits: VisitDesk, notices: NoticeBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._desk = desk
        self._visits = visits
        self._notices = notices
        self._window = parent
        self._requests = SheetRequests(desk)
        desk.clinic.sheet.changed.connect(self.changed)

    def request(self) -> HandoutRequest:
        """Return what the handout of the plan on the screen depends on."""
        return self._sheet().request

    def ask_letterhead(self) -> None:
        """Ask for the clinic's letterhead, which holds for every handout."""
        if ask_letterhead(self._desk, self._window):
            self.changed.emit()

    def ask_contents(self) -> None:
        """Ask what is on the handout; parts and defaults are remembered for all plans, topics go into this one."""
        settings, plan, clinic = self._desk.settings, self._document.plan, self._desk.clinic.sheet
        topics = self._desk.resources.topics(spoken_language())
        dialog = HandoutDialog(settings.sections, settings.details, topics, plan.education, clinic.defaults, self._window)
        try:
            if dialog.exec() == QDialog.DialogCode.Accepted:
                settings.sections, settings.details = dialog.sections(), dialog.details()
                clinic.keep_defaults(dialog.defaults())
                self._document.edit(_("Topics of the handout"), set_education(plan, dialog.topics()))
                self.changed.emit()
        finally:
            dialog.deleteLater()

    def ask_and_save(self) -> None:
        """Ask for a file name, without the patient's in it by default, and save the handout there."""
        self._visits.settle()
        self._ask_and_save(self._sheet())

    def ask_and_save_locked(self) -> None:
        """Ask for a password first, then for a file name, and save the handout so that it opens by the password only."""
        from pfss_desktop.ui.password_dialog import ask_password

        self._visits.settle()
        password = ask_password(self._window)
        path = self._ask(self.request()) if password else None
        if path is not None:
            self._save(self._sheet(), path, self.ask_and_save_locked, password)

    def ask_and_print(self) -> None:
        """Print the handout through the system's dialog; without a printer offer the PDF instead."""
        self._visits.settle()
        self._ask_and_print(self._sheet())

    def save(self, path: Path) -> None:
        """Save the handout under this name, whole or not at all, and say so."""
        self._visits.settle()
        self._save(self._sheet(), path, self.ask_and_save)

    def ask_and_save_former(self, former: OpenPlan, before: OpenPlan | None) -> None:
        """Save the sheet of a former visit as it was handed out, with the changes since the visit `before` it."""
        self._again(former, before, self._ask_and_save)

    def ask_and_print_former(self, former: OpenPlan, before: OpenPlan | None) -> None:
        """Print the sheet of a former visit as it was handed out, with the changes since the visit `before` it."""
        self._again(former, before, self._ask_and_print)

    def ask_and_print_again(self) -> None:
        """Print the sheet of the visit on the screen as it was last handed out, whatever the paper is set to by now."""
        self._visits.settle()
        opened = replace(self._document.opened, plan=self._document.plan)
        self._again(opened, self._visits.former, self._ask_and_print)

    # Private

    def _sheet(self) -> _Sheet:
        """Return the sheet of the plan on the screen by today's choices."""
        opened = replace(self._document.opened, plan=self._document.plan)
        return self._made(opened, self._visits.former, today(), self._requests.options(opened))

    def _made(self, opened: OpenPlan, former: OpenPlan | None, on: date, options: SheetOptions) -> _Sheet:
        request = self._requests.request(opened, former, on, options)
        return _Sheet(request, options, "" if opened.is_template else opened.visit.id)

    def _again(self, opened: OpenPlan, before: OpenPlan | None, use: _Use) -> None:
        """Use the sheet of a visit with the choices it was handed out with; with today's where none can be read."""

        def take(kept: KeptSheet | None) -> None:
            if kept is None:
                use(self._made(opened, before, opened.visit.on, self._requests.options(opened)))
            else:
                # What is kept stays as it is: this is the same sheet once more.
                use(replace(self._made(opened, before, kept.on, kept.options), visit_id=""))

        def go_on(error: Exception) -> None:
            told = _("How this sheet was laid out cannot be read, so it is made as sheets are today. ({reason})")
            self._notices.say(told.format(reason=_reason(error)), stays=True)
            use(replace(self._made(opened, before, opened.visit.on, self._requests.options(opened)), visit_id=""))

        self._desk.clinic.sheet.ask_sheet(opened.visit.id, take, go_on)

    def _ask(self, request: HandoutRequest) -> Path | None:
        proposed = self._desk.settings.folder / request.file_name
        name, _filter = QFileDialog.getSaveFileName(self._window, _("Save handout"), str(proposed), _("PDF (*.pdf)"))
        if not name:
            return None
        path = Path(name)
        return path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")

    def _ask_and_save(self, sheet: _Sheet) -> None:
        path = self._ask(sheet.request)
        if path is not None:
            self._save(sheet, path, partial(self._ask_and_save, sheet))

    def _save(self, sheet: _Sheet, path: Path, again: Callable[[], None], password: str = "") -> None:
        def saved(missing: tuple[str, ...]) -> None:
            self._desk.settings.folder = path.parent
            self._note(sheet)
            url = QUrl.fromLocalFile(str(path))
            told = _("Handout saved as {name}. It opens with your password only.") if password else _("Handout saved as {name}")
            text = "\n".join((told.format(name=path.name), *sheet_warnings(sheet.request, missing)))
            self._notices.say(text, _("Open"), lambda: QDesktopServices.openUrl(url))
            self.saved.emit(str(path))

        def failed(error: Exception) -> None:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else _reason(error)
            text = _("The handout could not be saved: {reason}. A file that was there is unchanged.").format(reason=reason)
            self._notices.say(text, _("Choose another place"), again, stays=True)

        self._desk.maker.save(sheet.request, path, saved, failed, password)

    def _ask_and_print(self, sheet: _Sheet) -> None:
        from pfss_desktop.ui import printing

        save = partial(self._ask_and_save, sheet)
        if not printing.has_printer():
            text = _("This PC has no printer set up. You can save the handout as a PDF and print it elsewhere.")
            self._notices.say(text, _("Save PDF"), save, stays=True)
            return
        printer = printing.ask_printer(sheet.request.paper, self._window)
        if printer is None:
            return
        self._notices.say(_("Printing …"))

        def made(content: bytes) -> None:
            self._desk.maker.run(lambda: printing.print_pages(content, printer), printed, failed)

        def printed(count: int) -> None:
            self._note(sheet)
            text = ngettext("Sent to the printer: {count} page", "Sent to the printer: {count} pages", count)
            self._notices.say(text.format(count=count))

        def failed(error: Exception) -> None:
            self._notices.say(_reason(error), _("Save PDF"), save, stays=True)

        self._desk.maker.make(sheet.request, made, failed)

    def _note(self, sheet: _Sheet) -> None:
        """Keep how the sheet was laid out with its visit."""
        if sheet.visit_id:
            self._desk.clinic.sheet.note(sheet.visit_id, sheet.options, sheet.request.on)


def _reason(error: Exception) -> str:
    return str(error) if isinstance(error, UserError) else _("unexpected fault ({name})").format(name=type(error).__name__)
