"""Puts the scores together for a plan's page: what they are, their tab, and the pages of progress made of them."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTabWidget

from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.domain.adherence import Sessions, brought_back
from pfss_desktop.handout.progress_request import ProgressRequest, Reader
from pfss_desktop.language import _
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.handout_desk import HandoutDesk
from pfss_desktop.ui.saved_files import SavedFiles
from pfss_desktop.ui.scores_panel import ScoresPanel
from pfss_desktop.ui.visit_desk import VisitDesk
from pfss_desktop.ui.visit_scores import VisitScores


class ScoresDesk(QObject):
    """Owns the panel until it is put among the tabs."""

    def __init__(
        self, document: PlanDocument, desk: Desk, visits: VisitDesk, handout: HandoutDesk, files: SavedFiles, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._desk = desk
        self._visits = visits
        self._handout = handout
        self._files = files
        self._tabs: QTabWidget | None = None
        self.scores = VisitScores(document, desk, self)
        self.panel = ScoresPanel(self.scores)
        self.scores.refused.connect(files.notices.say)
        self.panel.progress_asked.connect(lambda reader: self.ask_and_save(Reader(reader)))

    def add_to(self, tabs: QTabWidget) -> None:
        """Put the panel among the tabs beside the board."""
        self._tabs = tabs
        tabs.addTab(self.panel, _("Scores"))

    def open(self) -> None:
        """Bring the panel to the front, the focus in the first blank field."""
        if self._tabs is not None:
            self._tabs.setCurrentWidget(self.panel)
        self.panel.begin()

    def progress(self, reader: Reader) -> ProgressRequest:
        """Return what a page of progress of the plan on the screen depends on."""
        resources = self._desk.resources
        self._visits.settle()
        handout = replace(self._handout.request(), figures={}, education=())
        return ProgressRequest(
            handout=handout,
            reader=reader,
            visits=self.scores.visits(),
            measures=resources.measures,
            sessions=self._sessions(),
            sources=resources.catalogue.sources,
        )

    def ask_and_save(self, reader: Reader) -> None:
        """Ask for a file name, without the patient's in it, and save the page there."""
        request = self.progress(reader)
        path = self._files.ask(_("Save page of progress"), request.file_name, _("PDF (*.pdf)"), ".pdf")
        if path is not None:
            self.save(request, path)

    def save(self, request: ProgressRequest, path: Path) -> None:
        """Save the page under this name, whole or not at all, and say so."""

        def content() -> bytes:
            from pfss_desktop.handout.progress_pages import render_progress

            return render_progress(request)

        self._files.write(path, content, lambda: self.ask_and_save(request.reader))

    def _sessions(self) -> Sessions | None:
        former = self._visits.former
        sheet = brought_back(former.plan, former.visit.on, self._document.opened.visit.on) if former else None
        return sheet.all_sessions(self._document.plan.record) if sheet else None
