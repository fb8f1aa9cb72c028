"""Saving the handout of an open plan, with a word to the person on how it went."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.domain.edits.visits import set_education
from pfss_desktop.domain.education import EducationTopic, chosen_topics
from pfss_desktop.domain.exercise import Laterality
from pfss_desktop.domain.faults import UserError
from pfss_desktop.domain.visits import OpenPlan
from pfss_desktop.figures.styles import Style
from pfss_desktop.file_reasons import reason_of
from pfss_desktop.handout.figures_on_paper import figures_for
from pfss_desktop.handout.request import HandoutRequest
from pfss_desktop.language import _, ngettext, spoken_language
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.handout_dialog import HandoutDialog
from pfss_desktop.ui.handout_maker import Saving, told_missing
from pfss_desktop.ui.long_work import LongWork, Stopped
from pfss_desktop.ui.notice_bar import NoticeBar
from pfss_desktop.ui.paper_language import paper_language
from pfss_desktop.ui.visit_desk import VisitDesk, today


class HandoutDesk(QObject):
    """Makes the request from plan, patient and settings; saves what it gives, off the window's thread."""

    saved = Signal(str)
    """The file that now holds the handout."""

    def __init__(self, document: PlanDocument, desk: Desk, visits: VisitDesk, notices: NoticeBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._desk = desk
        self._visits = visits
        self.notices = notices
        self._window = parent

    def request(self) -> HandoutRequest:
        """Return what the handout of the plan on the screen depends on."""
        return self._request(replace(self._document.opened, plan=self._document.plan), self._visits.former, today())

    def _request(self, opened: OpenPlan, former: OpenPlan | None, on: date) -> HandoutRequest:
        settings = self._desk.settings
        language = paper_language(opened)
        return HandoutRequest(
            plan=opened.plan,
            on=on,
            patient_name=opened.patient.name if opened.patient else "",
            visit_number=None if opened.is_template else opened.visit.number,
            letterhead=settings.letterhead,
            language=language,
            paper=settings.paper,
            phases=settings.phases,
            figures=figures_for(opened.plan, self._desk.resources.figures, Style(palette=settings.palette)),
            former=former.plan if former else None,
            choices=self._desk.resources.choices,
            sections=settings.sections,
            details=settings.details,
            education=self._topics_of(opened, language),
            mistakes=self._desk.resources.catalogue.mistakes(held.exercise_id for held in opened.plan.prescriptions()),
            layout=settings.page_layout,
            visit_id="" if opened.is_template else opened.visit.id,
            catalogue=self._desk.resources.catalogue.now,
        )

    def _topics_of(self, opened: OpenPlan, language: str) -> tuple[EducationTopic, ...]:
        """Return the plan's topics; one that is no longer on offer is passed over."""
        if not opened.plan.education:
            return ()
        return chosen_topics(self._desk.resources.education.in_language(language).topics, opened.plan.education)

    def ask_contents(self) -> bool:
        """Ask what is on the handout; parts are remembered for all plans, topics go into this one. Return whether confirmed."""
        settings, plan = self._desk.settings, self._document.plan
        topics = self._desk.resources.education.in_language(spoken_language()).topics
        dialog = HandoutDialog(settings.sections, settings.details, topics, plan.education, self._window)
        try:
            if dialog.exec() != QDialog.DialogCode.Accepted:
                return False
            settings.sections, settings.details = dialog.sections(), dialog.details()
            self._document.edit(_("Topics of the handout"), set_education(plan, dialog.topics()))
            return True
        finally:
            dialog.deleteLater()

    def ask_and_save(self) -> None:
        """Ask for a file name, without the patient's in it by default, and save the handout there."""
        self._visits.settle()
        path = self._ask(self.request())
        if path is not None:
            self.save(path)

    def ask_and_save_locked(self) -> None:
        """Ask for a password first, then for a file name, and save the handout so that it opens by the password only."""
        from pfss_desktop.ui.password_dialog import ask_password

        self._visits.settle()
        password = ask_password(self._window)
        path = self._ask(self.request()) if password else None
        if path is not None:
            self._save(self.request(), path, self.ask_and_save_locked, password)

    def ask_and_save_former(self, former: OpenPlan, before: OpenPlan | None) -> None:
        """Do the same for a former visit, dated as it was, with the changes since the visit `before` it."""
        request = self._request(former, before, former.visit.on)
        path = self._ask(request)
        if path is not None:
            self._save(request, path, partial(self.ask_and_save_former, former, before))

    def settled_request(self) -> HandoutRequest:
        """Return the same once what is being typed is in the plan."""
        self._visits.settle()
        return self.request()

    def save(self, path: Path) -> None:
        """Save the handout under this name, whole or not at all, and say so."""
        self._visits.settle()
        self._save(self.request(), path, self.ask_and_save)

    def _ask(self, request: HandoutRequest) -> Path | None:
        proposed = self._desk.settings.folder / request.file_name
        name, _filter = QFileDialog.getSaveFileName(self._window, _("Save handout"), str(proposed), _("PDF (*.pdf)"))
        if not name:
            return None
        path = Path(name)
        return path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")

    def _save(self, request: HandoutRequest, path: Path, again: Callable[[], None], password: str = "") -> None:
        work = LongWork(_("Saving the handout …"), self.notices)

        def saved(missing: tuple[str, ...]) -> None:
            work.end()
            self._desk.settings.folder = path.parent
            url = QUrl.fromLocalFile(str(path))
            told = _("Handout saved as {name}. It opens with your password only.") if password else _("Handout saved as {name}")
            text = "\n".join((told.format(name=path.name), *_warnings(request, missing)))
            self.notices.say(text, _("Open"), lambda: QDesktopServices.openUrl(url))
            self.saved.emit(str(path))

        def failed(error: Exception) -> None:
            work.end()
            if isinstance(error, Stopped):
                self.notices.say(_("Nothing was saved. A file that was there is unchanged."))
                return
            reason = reason_of(error) if isinstance(error, OSError) else _reason(error)
            text = _("The handout could not be saved: {reason}. A file that was there is unchanged.").format(reason=reason)
            self.notices.say(text, _("Choose another place"), again, stays=True)

        self._desk.maker.save(Saving(request, path, work.step, password), saved, failed)


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
