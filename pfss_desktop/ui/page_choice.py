"""What is chosen, on the page of a plan: chosen on the board, the paper or a list, it is shown in all of them."""

from PySide6.QtCore import QObject

from pfss_desktop.ui.board_view import BoardView
from pfss_desktop.ui.changes_panel import ChangesPanel
from pfss_desktop.ui.checks_panel import ChecksPanel
from pfss_desktop.ui.inspector import Inspector
from pfss_desktop.ui.paper_panel import PaperPanel
from pfss_desktop.ui.side_tabs import SideTabs


class PageChoice(QObject):
    """The board knows what is chosen; the inspector and the paper follow it."""

    def __init__(self, board: BoardView, inspector: Inspector, paper: PaperPanel, tabs: SideTabs, parent: QObject) -> None:
        super().__init__(parent)
        self._board = board
        self._inspector = inspector
        self._paper = paper
        self._tabs = tabs
        board.chosen_changed.connect(self._show)
        board.activated.connect(lambda _index: tabs.show_inspector())
        paper.exercise_chosen.connect(self.choose)
        paper.exercise_opened.connect(self._open)

    def follow(self, changes: ChangesPanel, checks: ChecksPanel) -> None:
        """Choose on the board what is clicked in these lists."""
        changes.exercise_chosen.connect(self.choose)
        checks.show_asked.connect(self.choose)

    def choose(self, item_id: str) -> None:
        """Choose this exercise or phase alone."""
        self._board.choose([item_id])

    def name_phase(self) -> None:
        """Bring the form of the chosen phase to the front, ready for its name."""
        self._tabs.show_inspector()
        self._inspector.phase_form.take_name()

    def _open(self, prescription_id: str) -> None:
        self.choose(prescription_id)
        self._board.setFocus()
        self._tabs.show_inspector()

    def _show(self) -> None:
        chosen = self._board.chosen_prescriptions()
        self._paper.mark([held.id for held in chosen])
        phase = self._board.chosen_phase() if self._board.is_phase_chosen() else None
        if len(chosen) == 1:
            self._inspector.show_item(chosen[0])
        elif phase is not None:
            self._inspector.show_item(phase)
        elif chosen:
            self._inspector.show_several(chosen)
        else:
            self._inspector.show_nothing()
