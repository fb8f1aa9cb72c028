"""The three columns of an open plan: the catalogue, the board, and the tabs beside it, as wide as the person left them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from pfss_desktop.ui.settings import Settings
from pfss_desktop.ui.theme import GAP

_LAYOUT = "plan"


class PlanColumns(QSplitter):
    """Shares the width; the board takes what is left over."""

    def __init__(self, catalogue: QWidget, board: QWidget, below_board: QWidget, tabs: QWidget, settings: Settings) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._settings = settings
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, GAP)
        column.addWidget(board, 1)
        column.addWidget(below_board, 0, Qt.AlignmentFlag.AlignHCenter)
        for widget, least in ((catalogue, 230), (middle, 320), (tabs, 0)):
            widget.setMinimumWidth(least)
            self.addWidget(widget)
        self.setStretchFactor(1, 1)
        self.setHandleWidth(1)
        self.setSizes([300, 720, 420])
        self.restoreState(settings.layout(_LAYOUT))

    def remember(self) -> None:
        """Keep the widths for the next plan."""
        self._settings.remember_layout(_LAYOUT, self.saveState())
