"""How each exercise went, on the screen: one key for most answers."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from pfss_desktop.domain.record import Quality
from pfss_desktop.language import _
from pfss_desktop.ui.keyed_table import KeyedTable
from pfss_desktop.ui.response_model import Column, ResponseModel, quality_name

_KEY = Qt.Key


class ResponseTable(KeyedTable):
    """Digits make a number, letters a quality, Space says "as it should be", Enter goes on to the next cell."""

    def __init__(self, model: ResponseModel, parent: QWidget | None = None) -> None:
        self._responses = model
        self._is_typing = False
        super().__init__(model, _("How each exercise went"), response_keys(), parent)
        for column in (Column.MORNING, Column.SESSIONS):
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.selectionModel().currentChanged.connect(self._begin_anew)

    def start(self) -> None:
        """Take the focus at the first cell, unless a cell was being keyed in already."""
        if not self.currentIndex().isValid():
            self.go_to(0, 0)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_key(self, index: QModelIndex, event: QKeyEvent) -> bool:
        key, text = event.key(), event.text()
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        if key in (_KEY.Key_Return, _KEY.Key_Enter):
            self._go_on(index)
            return True
        if key in (_KEY.Key_Delete, _KEY.Key_Backspace):
            self._is_typing = False
            return self._responses.set_value(index, None)
        if key == _KEY.Key_Space:
            if self._responses.set_as_prescribed(index):
                self._go_on(index)
            return True
        if text.isdecimal():
            taken = self._responses.add_digit(index, int(text), is_first=not self._is_typing)
            self._is_typing = self._is_typing or taken
            return True
        quality = next((quality for quality in Quality if text and quality_name(quality).startswith(text.casefold())), None)
        if quality is not None and self._responses.set_value(index, quality):
            self._go_on(index)
            return True
        return False

    def _begin_anew(self) -> None:
        self._is_typing = False

    def _go_on(self, index: QModelIndex) -> None:
        last = self.model().columnCount() - 1
        if index.column() < last:
            self.go_to(index.row(), index.column() + 1)
        else:
            self.go_to(index.row() + 1, 0)


def response_keys() -> str:
    """Return what the keys do, in words."""
    letters = {quality.value: quality_name(quality)[0].upper() for quality in Quality}
    return _(
        "Digits: a number. {good}, {fair}, {poor}: quality. Space: as it should be. Enter: next. Del: blank. "
        "Muted values come from the diary."
    ).format(**letters)
