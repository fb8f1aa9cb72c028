"""Puts the follow-up together for a plan's page: its panel, and what is said of what it did."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTabWidget

from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.language import _
from pfss_desktop.ui.board_view import BoardView
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.follow_up import FollowUp
from pfss_desktop.ui.follow_up_panel import FollowUpPanel
from pfss_desktop.ui.notice_bar import NoticeBar
from pfss_desktop.ui.plan_actions import ActionSpec
from pfss_desktop.ui.scores_desk import ScoresDesk
from pfss_desktop.ui.visit_desk import VisitDesk


class FollowUpDesk(QObject):
    """Owns the panel until it is put among the tabs."""

    def __init__(
        self, document: PlanDocument, visits: VisitDesk, desk: Desk, board: BoardView, notices: NoticeBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._tabs: QTabWidget | None = None
        self.follow_up = FollowUp(document, visits, desk, self)
        self.panel = FollowUpPanel(self.follow_up, desk.resources)
        self.panel.show_asked.connect(lambda held_id: board.choose([held_id]))
        self.follow_up.done.connect(notices.say_undoable)
        # A visit begins with what the patient brought back.
        visits.begun.connect(self.open)
        self.follow_up.refused.connect(notices.say)

    def add_to(self, tabs: QTabWidget) -> None:
        """Put the panel among the tabs beside the board."""
        self._tabs = tabs
        tabs.addTab(self.panel, _("Follow-up"))

    def open(self) -> None:
        """Bring the panel to the front, ready for the first key."""
        self._show()
        self.panel.start_keying()

    def open_next_steps(self) -> None:
        """Bring the next steps to the front; Enter accepts the first."""
        self._show()
        self.panel.start_choosing()

    def _show(self) -> None:
        if self._tabs is not None:
            self._tabs.setCurrentWidget(self.panel)


def visit_specs(visits: VisitDesk, scores: ScoresDesk, follow_up: FollowUpDesk) -> tuple[ActionSpec, ...]:
    """Return the actions of a visit, in the order in which it goes."""
    return (
        ActionSpec("new_visit", _("New &visit"), ("Ctrl+Shift+V",), visits.begin),
        ActionSpec("follow_up", _("Key in the &diary"), ("Ctrl+J",), follow_up.open),
        ActionSpec("scores", _("Type in s&cores"), ("Ctrl+Shift+J",), scores.open),
        ActionSpec("next_steps", _("Choose ne&xt steps"), ("Ctrl+Shift+K",), follow_up.open_next_steps),
    )
