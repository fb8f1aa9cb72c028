"""Puts the scores together for a plan's page: what they are, their tab, and what is said of what went wrong."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTabWidget

from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.language import _
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.notice_bar import NoticeBar
from pfss_desktop.ui.scores_panel import ScoresPanel
from pfss_desktop.ui.visit_scores import VisitScores


class ScoresDesk(QObject):
    """Owns the panel until it is put among the tabs."""

    def __init__(self, document: PlanDocument, desk: Desk, notices: NoticeBar, parent: QObject) -> None:
        super().__init__(parent)
        self._tabs: QTabWidget | None = None
        self.scores = VisitScores(document, desk, self)
        self.panel = ScoresPanel(self.scores)
        self.scores.refused.connect(notices.say)
        self.panel.refused.connect(notices.say)

    def add_to(self, tabs: QTabWidget) -> None:
        """Put the panel among the tabs beside the board."""
        self._tabs = tabs
        tabs.addTab(self.panel, _("Scores"))

    def open(self) -> None:
        """Bring the panel to the front, the focus in the first blank field."""
        if self._tabs is not None:
            self._tabs.setCurrentWidget(self.panel)
        self.panel.begin()
