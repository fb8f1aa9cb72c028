"""The window: the start page or one open plan, the menus, and leaving without losing anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from pfss_desktop.document.background import Background
from pfss_desktop.domain.faults import UserError
from pfss_desktop.language import _
from pfss_desktop.ui.plan_opener import PlanOpener
from pfss_desktop.ui.settings import Settings
from pfss_desktop.ui.start_page import StartPage
from pfss_desktop.ui.window_menus import MenuDoing, fill_menus

if TYPE_CHECKING:
    from pfss_desktop.domain.library import FoundVisit, Library
    from pfss_desktop.domain.visits import OpenPlan
    from pfss_desktop.ui.desk import Desk, Resources
    from pfss_desktop.ui.handout_maker import HandoutMaker
    from pfss_desktop.ui.notice_bar import NoticeBar
    from pfss_desktop.ui.plan_file_desk import PlanFileDesk
    from pfss_desktop.ui.plan_page import PlanPage

_WARM_UP_MS = 300
"""Milliseconds of quiet after which the plan page's modules are loaded, so that the first plan opens at once."""


class MainWindow(QMainWindow):
    """Opens plans from the library; what it shows is always either the start page or one plan."""

    plan_opened = Signal()
    """A plan is on the screen."""
    language_asked = Signal(str)
    """The tag of the language that the screen is to speak."""
    ready = Signal()
    """The resources are read; plans can be opened."""

    def __init__(
        self, library: Library, background: Background, settings: Settings, read_resources: Callable[[], Resources]
    ) -> None:
        super().__init__()
        self._library = library
        self._background = background
        self._settings = settings
        self._read_resources = read_resources
        self._desk: Desk | None = None
        self._maker: HandoutMaker | None = None
        self._pages = QStackedWidget()
        self.start_page = StartPage()
        self._pages.addWidget(self.start_page)
        self.setCentralWidget(self._pages)
        self.setWindowTitle("PFSS Desktop")
        self.setMinimumSize(QSize(900, 560))
        self.resize(QSize(1440, 860))
        self.restoreGeometry(settings.layout("window"))
        self._opener = PlanOpener(library, background, self)
        self._opener.opened.connect(self.show_plan)
        self._opener.found.connect(self._show_found)
        self._opener.failed.connect(self._say_fault)
        self._fill_menus()
        page = self.start_page
        page.new_asked.connect(self.start_plan)
        page.open_asked.connect(self.open_plan)
        page.template_asked.connect(self.start_from_template)
        page.import_asked.connect(lambda: self.plan_files.ask_and_import())
        page.visit_asked.connect(self._opener.open_visit)

    # What others call

    @cached_property
    def notices(self) -> NoticeBar:
        """The window's own notices, for what is not about the open plan."""
        from pfss_desktop.ui.notice_bar import NoticeBar

        return NoticeBar(self)

    @cached_property
    def plan_files(self) -> PlanFileDesk:
        """Reads and writes plan files."""
        from pfss_desktop.ui.plan_file_desk import PlanFileDesk

        desk = PlanFileDesk(self._library, self._background, self._settings, self.notices, self)
        desk.imported.connect(self.open_plan)
        return desk

    @property
    def plan_page(self) -> PlanPage | None:
        """The open plan's page, None while the start page is shown."""
        shown = self._pages.currentWidget()
        return None if shown is self.start_page else cast("PlanPage", shown)

    def begin(self) -> None:
        """Read the resources and ask the library, once the first picture is on the screen."""
        self._background.run(self._read_resources, self._take_resources, self.start_page.say_fault)
        self.start_page.unfold(self._library, self._background)

    def start_plan(self, patient_id: str = "") -> None:
        """Start an empty plan with one phase, for this patient or none, and show it."""
        self._opener.start(patient_id)

    def start_from_template(self, template_id: str, patient_id: str = "") -> None:
        """Start a plan with a copy of this template's phases and show it."""
        if self._desk is None:
            return
        built_in = {template.plan.id: template.plan for template in self._desk.resources.templates}
        if template_id in built_in:
            self._opener.start_with(built_in[template_id], patient_id)
        else:
            self._opener.start_with_own(template_id, patient_id)

    def open_plan(self, plan_id: str) -> None:
        """Open this plan from the library and show it."""
        self._opener.open_plan(plan_id)

    def show_plan(self, opened: OpenPlan) -> None:
        """Show this plan in place of what is shown; the resources must have been read."""
        from pfss_desktop.ui.plan_page import PlanPage

        if self._desk is None or not self.leave_plan():
            return
        page = PlanPage(opened, self._desk)
        page.leave_asked.connect(self.show_start)
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        page.catalogue.search_field.setFocus()
        self._fill_menus()
        self.plan_opened.emit()

    def leave_plan(self) -> bool:
        """Save and take down the open plan; return False where it could not be saved and the person stays with it."""
        page = self.plan_page
        if page is None:
            return True
        if not page.leave() and not self._may_lose(page):
            return False
        page.release()
        self._pages.setCurrentWidget(self.start_page)
        self._pages.removeWidget(page)
        page.deleteLater()
        self._fill_menus()
        return True

    def show_start(self) -> None:
        """Leave the plan and show the start page with what is in the library now."""
        if self.leave_plan():
            self.start_page.refresh()
            self.start_page.await_code()
            self._ask_templates()

    # Qt overrides

    def closeEvent(self, event: QCloseEvent) -> None:
        # Refused first and accepted last: if anything on the way raises, the window and the plan stay.
        event.ignore()
        if self.leave_plan():
            self._settings.remember_layout("window", self.saveGeometry())
            if self._maker is not None:
                self._maker.close()
                self._maker = None
            event.accept()

    # Private

    def _take_resources(self, resources: Resources) -> None:
        from pfss_desktop.ui.clinic_desk import ClinicDesk
        from pfss_desktop.ui.desk import Desk
        from pfss_desktop.ui.handout_maker import HandoutMaker
        from pfss_desktop.ui.thumbnails import Thumbnails

        self._maker = HandoutMaker(self)
        # Small figures are drawn once for all plans that are opened in this window.
        thumbnails = Thumbnails(resources.figures)
        clinic = ClinicDesk(self._library, self._background, resources.choices, self)
        clinic.failed.connect(self.notices.say_lasting)
        clinic.ask()
        self._desk = Desk(self._library, self._background, resources, self._settings, self._maker, thumbnails, clinic)
        self.start_page.take_desk(self._desk)
        self._ask_templates()
        for text in _told_left_out(resources):
            self.notices.say_lasting(text)
        self.ready.emit()
        QTimer.singleShot(_WARM_UP_MS, _warm_up)

    def _ask_templates(self) -> None:
        if self._desk is None:
            return
        built_in = self._desk.resources.templates
        self.start_page.show_templates(built_in, ())
        self._background.run(
            self._library.own_templates, lambda own: self.start_page.show_templates(built_in, own), self.start_page.say_fault
        )

    def _show_found(self, opened: OpenPlan, visit: FoundVisit) -> None:
        """Show the plan of a sheet's code; its page says which visit the sheet was from."""
        self.show_plan(opened)
        if self.plan_page is not None:
            self.plan_page.visits.tell_found(visit)

    def _say_fault(self, error: Exception) -> None:
        unexpected = _("Unexpected fault ({name}). Nothing was changed.").format(name=type(error).__name__)
        self.notices.say_lasting(str(error) if isinstance(error, UserError) else unexpected)

    def _may_lose(self, page: PlanPage) -> bool:
        """Ask what to do with a plan that could not be saved; True where it is safe elsewhere or given up."""
        from pfss_desktop.ui.unsaved_question import Answer, ask_about_unsaved

        answer = ask_about_unsaved(page.autosave.report.reason, self)
        if answer is Answer.SAVE_COPY:
            return self.plan_files.ask_and_save_copy(page.document.plan, page.document.patient)
        return answer is Answer.GIVE_UP

    def _fill_menus(self) -> None:
        doing = MenuDoing(
            new_plan=self.start_plan,
            open_file=lambda: self.plan_files.ask_and_import(),
            save_file=self._save_file,
            ask_code=self._opener.ask_code,
            choose_language=self.language_asked.emit,
            settings=self._settings,
        )
        fill_menus(self, self.plan_page, doing)

    def _save_file(self) -> None:
        if (page := self.plan_page) is not None:
            self.plan_files.ask_and_export(replace(page.document.opened, plan=page.document.plan))


def _told_left_out(resources: Resources) -> Iterator[str]:
    """Yield what is said of files that could not be used."""
    if resources.faults:
        names = ", ".join(sorted({fault.file for fault in resources.faults}))
        text = _("Some files could not be used and are left out: {names}. “pfss-desktop check FILE” tells why.")
        yield text.format(names=names)
    if resources.shelf.damaged:
        names = ", ".join(resources.shelf.damaged)
        text = _("These own exercises are damaged and left out: {names}. Plans keep what they were given.")
        yield text.format(names=names)


def _warm_up() -> None:
    import pfss_desktop.ui.plan_page  # noqa: F401 - loading it is the point
