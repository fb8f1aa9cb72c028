"""The three columns of an open plan: the catalogue, the board, and the tabs beside it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from pfss_desktop.ui.theme import GAP


class PlanColumns(QSplitter):
    """Shares the width; the board takes what is left over."""

    def __init__(self, catalogue: QWidget, board: QWidget, below_board: QWidget, tabs: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
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
