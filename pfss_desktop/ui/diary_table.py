"""The diary's grid on the screen, keyed in as fast as it can be read."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from pfss_desktop.language import _
from pfss_desktop.ui.diary_model import DiaryModel
from pfss_desktop.ui.keyed_table import KeyedTable

_KEY = Qt.Key
_SUM_WIDTH = 42


class DiaryTable(KeyedTable):
    """A number and Space go on to the next day by themselves, so that a row is as many keys as it has days."""

    ended = Signal()
    """Enter was pressed in the last row: what is asked next is to have the focus."""

    def __init__(self, model: DiaryModel, parent: QWidget | None = None) -> None:
        self._diary = model
        super().__init__(model, _("Diary that was brought back"), diary_keys(), parent)

    def fit_rows(self) -> None:
        super().fit_rows()
        columns = self.model().columnCount()
        if columns:
            across = self.horizontalHeader()
            across.setSectionResizeMode(columns - 1, QHeaderView.ResizeMode.Fixed)
            across.resizeSection(columns - 1, _SUM_WIDTH)

    def start(self) -> None:
        """Take the focus at the first cell, unless a cell was being keyed in already."""
        if not self.currentIndex().isValid():
            self.go_to(*_cell(self._diary.first_cell(0)))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_key(self, index: QModelIndex, event: QKeyEvent) -> bool:
        row, day, key = index.row(), index.column() + 1, event.key()
        if key in (_KEY.Key_Return, _KEY.Key_Enter):
            return self._fill(row, is_all=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        if key in (_KEY.Key_Delete, _KEY.Key_Backspace):
            return self._diary.set_number(row, day, None)
        if key == _KEY.Key_Space:
            return self._go_on(row, day, taken=self._diary.set_as_prescribed(row, day))
        if key == _KEY.Key_Plus and self._diary.is_pain(row):
            return self._go_on(row, day, taken=self._diary.set_number(row, day, 10))
        if event.text().isdecimal():
            return self._go_on(row, day, taken=self._diary.set_number(row, day, int(event.text())))
        return False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self._diary.set_as_prescribed(index.row(), index.column() + 1)

    def _fill(self, row: int, *, is_all: bool) -> bool:
        if is_all:
            self._diary.fill_all()
            self.go_to(*_cell(self._diary.first_cell(max(0, self._diary.rowCount() - 2))))
        elif row == self._diary.rowCount() - 1:
            self.ended.emit()
        else:
            self._diary.fill_row(row)
            self.go_to(*_cell(self._diary.first_cell(min(row + 1, self._diary.rowCount() - 1))))
        return True

    def _go_on(self, row: int, day: int, *, taken: bool) -> bool:
        if taken:
            self.go_to(*_cell(self._diary.next_cell(row, day)))
        return True


def diary_keys() -> str:
    """Return what the keys do, in words."""
    return _(
        "0–9: how often, or how much pain (+ is 10). Space: as prescribed. Enter: rest of the row as prescribed. "
        "Ctrl+Enter: everything. Del: blank."
    )


def _cell(place: tuple[int, int]) -> tuple[int, int]:
    """Return row and column of a row and day."""
    row, day = place
    return row, day - 1
