"""A small table that is filled by keys: no editors open, every key counts at once, and the table is as high as its rows."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QWidget

from pfss_desktop.ui.theme import small

NAME_WIDTH = 116
"""Pixels for the exercises' names."""


class KeyedTable(QTableView):
    """The table's look and its way of growing; what a key does is said by those that are made of it."""

    def __init__(self, model: QAbstractTableModel, name: str, how: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setAccessibleDescription(how)
        self.setToolTip(how)
        self.setFont(small(self.font()))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        across, down = self.horizontalHeader(), self.verticalHeader()
        for header in (across, down):
            header.setHighlightSections(True)
            header.setSectionsClickable(False)
        across.setMinimumSectionSize(15)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(self.fontMetrics().height() + 8)
        down.setFixedWidth(NAME_WIDTH)
        down.setTextElideMode(Qt.TextElideMode.ElideRight)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        model.modelReset.connect(self.fit_rows)
        self.fit_rows()

    def fit_rows(self) -> None:
        """Be as high as all rows together."""
        rows = self.model().rowCount() * self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(rows + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit_rows()

    def go_to(self, row: int, column: int) -> None:
        """Make a cell the current one; a cell that is not there changes nothing."""
        index = self.model().index(row, column)
        if index.isValid():
            self.setCurrentIndex(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid() and self.take_key(index, event):
            event.accept()
            return
        if event.text() and event.text().isprintable():
            # Letters would look a row up by its first letter, of which a diary has none.
            event.ignore()
            return
        super().keyPressEvent(event)

    def take_key(self, index: QModelIndex, event: QKeyEvent) -> bool:
        """Do what this key does in this cell; return whether it does anything."""
        raise NotImplementedError
