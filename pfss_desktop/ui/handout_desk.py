"""Saving the handout of an open plan or of a former visit, with a word to the person on how it went."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.domain.edits.visits import set_education
from pfss_desktop.domain.exercise import Laterality
from pfss_desktop.domain.faults import UserError
from pfss_desktop.domain.visits import OpenPlan
from pfss_desktop.file_reasons import reason_of
from pfss_desktop.handout.request import HandoutRequest
from pfss_desktop.language import _, ngettext, spoken_language
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.handout_dialog import HandoutDialog
from pfss_desktop.ui.handout_maker import Saving, told_missing
from pfss_desktop.ui.letterhead_dialog import ask_letterhead
from pfss_desktop.ui.long_work import LongWork, Stopped
from pfss_desktop.ui.notice_bar import NoticeBar
from pfss_desktop.ui.sheet_requests import MadeSheet, SheetRequests
from pfss_desktop.ui.visit_desk import VisitDesk


class HandoutDesk(QObject):
    """Asks what the sheets of a plan are to be like, and saves them, off the window's thread."""

    saved = Signal(str)
    """The file that now holds the handout."""
    changed = Signal()
    """The handout is to look or read otherwise from now on."""

    def __init__(self, document: PlanDocument, desk: Desk, visits: VisitDesk, notices: NoticeBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._desk = desk
        self.sheets = SheetRequests(document, desk, visits)
        self._notices = notices
        self._window = parent
        desk.clinic.sheet.changed.connect(self.changed)

    def request(self) -> HandoutRequest:
        """Return what the handout of the plan on the screen depends on."""
        return self.sheets.now().request

    def name_with(self, ending: str) -> str:
        """Return a file name for what is made of the plan besides the handout, without the patient's name."""
        return self.request().file_name.removesuffix(".pdf") + ending

    def ask_letterhead(self) -> None:
        """Ask for the clinic's letterhead, which holds for every handout."""
        if ask_letterhead(self._desk, self._window):
            self.changed.emit()

    def ask_contents(self) -> None:
        """Ask what is on the handout; parts and defaults are remembered for all plans, topics go into this one."""
        settings, plan, clinic = self._desk.settings, self._document.plan, self._desk.clinic.sheet
        topics = self._desk.resources.education.in_language(spoken_language()).topics
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
        self.ask_and_save_sheet(self.sheets.settled())

    def ask_and_save_locked(self) -> None:
        """Ask for a password first, then for a file name, and save the handout so that it opens by the password only."""
        from pfss_desktop.ui.password_dialog import ask_password

        password = ask_password(self._window)
        sheet = self.sheets.settled()
        path = self._ask(sheet.request) if password else None
        if path is not None:
            self._save(sheet, path, self.ask_and_save_locked, password)

    def ask_and_save_former(self, former: OpenPlan, before: OpenPlan | None) -> None:
        """Save the sheet of a former visit as it was handed out, with the changes since the visit `before` it."""
        self.sheets.again(former, before, self.ask_and_save_sheet, self.say_made_as_today)

    def ask_and_save_sheet(self, sheet: MadeSheet) -> None:
        """Ask for a file name, and save this sheet there."""
        path = self._ask(sheet.request)
        if path is not None:
            self._save(sheet, path, partial(self.ask_and_save_sheet, sheet))

    def save(self, path: Path) -> None:
        """Save the handout under this name, whole or not at all, and say so."""
        self._save(self.sheets.settled(), path, self.ask_and_save)

    def say_made_as_today(self, error: Exception) -> None:
        """Say that a former sheet cannot be made as it was."""
        told = _("How this sheet was laid out cannot be read, so it is made as sheets are today. ({reason})")
        self._notices.say(told.format(reason=_reason(error)), stays=True)

    def _ask(self, request: HandoutRequest) -> Path | None:
        proposed = self._desk.settings.folder / request.file_name
        name, _filter = QFileDialog.getSaveFileName(self._window, _("Save handout"), str(proposed), _("PDF (*.pdf)"))
        if not name:
            return None
        path = Path(name)
        return path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")

    def _save(self, sheet: MadeSheet, path: Path, again: Callable[[], None], password: str = "") -> None:
        work = LongWork(_("Saving the handout …"), self._notices)

        def saved(missing: tuple[str, ...]) -> None:
            work.end()
            self._desk.settings.folder = path.parent
            self.sheets.note(sheet)
            url = QUrl.fromLocalFile(str(path))
            told = _("Handout saved as {name}. It opens with your password only.") if password else _("Handout saved as {name}")
            text = "\n".join((told.format(name=path.name), *_warnings(sheet.request, missing)))
            self._notices.say(text, _("Open"), lambda: QDesktopServices.openUrl(url))
            self.saved.emit(str(path))

        def failed(error: Exception) -> None:
            work.end()
            if isinstance(error, Stopped):
                self._notices.say(_("Nothing was saved. A file that was there is unchanged."))
                return
            reason = reason_of(error) if isinstance(error, OSError) else _reason(error)
            text = _("The handout could not be saved: {reason}. A file that was there is unchanged.").format(reason=reason)
            self._notices.say(text, _("Choose another place"), again, stays=True)

        self._desk.maker.save(Saving(sheet.request, path, work.step, password), saved, failed)


def _warnings(request: HandoutRequest, missing: tuple[str, ...]) -> tuple[str, ...]:
    """Return what the therapist should know of this sheet before it is handed over."""
    told = []
    open_sides = sum(held.side is None and held.laterality is Laterality.UNILATERAL for held in request.plan.prescriptions())
    if open_sides:
        text = ngettext("{count} exercise has no side", "{count} exercises have no side", open_sides).format(count=open_sides)
        told.append(text + _(": the sheet has a line to fill in by hand."))
    if missing:
        told.append(told_missing(missing))
    return tuple(told)


def _reason(error: Exception) -> str:
    return str(error) if isinstance(error, UserError) else _("unexpected fault ({name})").format(name=type(error).__name__)
