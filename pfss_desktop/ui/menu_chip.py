"""A chip that opens a menu and then says what was chosen from it."""

from collections.abc import Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from pfss_desktop.language import _
from pfss_desktop.ui.theme import small

T = TypeVar("T")


class MenuChip(QPushButton, Generic[T]):
    """Its name while nothing is chosen, else the choice; the menu's first entry takes the choice back."""

    chosen = Signal()
    """A person or `choose` took another value."""

    def __init__(self, name: str, none: str, entries: Sequence[tuple[str, T]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._value: T | None = None
        self.setProperty("chip", "true")
        self.setFont(small(self.font()))
        menu = QMenu(self)
        menu.setStyleSheet("QMenu { menu-scrollable: 1; }")
        group = QActionGroup(menu)
        self._actions = []
        for text, value in ((none, None), *entries):
            action = group.addAction(menu.addAction(text.replace("&", "&&")))
            action.setCheckable(True)
            action.triggered.connect(partial(self._take, value))
            self._actions.append((value, text, action))
        self.setMenu(menu)
        self._show()

    def value(self) -> T | None:
        """Return the chosen value, None for none."""
        return self._value

    def choose(self, value: T | None) -> None:
        """Choose a value, or none."""
        if value != self._value:
            self._value = value
            self._show()
            self.chosen.emit()

    def _take(self, value: T | None, _checked: bool = False) -> None:
        self.choose(value)

    def _show(self) -> None:
        for value, text, action in self._actions:
            action.setChecked(value == self._value)
            if value == self._value:
                shown = self._name if value is None else text
                self.setText(shown[:1].upper() + shown[1:])
                self.setAccessibleName(_("{name}: {value}").format(name=self._name, value=text))
        self.setProperty("chosen", "true" if self._value is not None else "false")
        self.style().unpolish(self)
        self.style().polish(self)
        self.updateGeometry()
