"""A row of buttons of which one is pressed: the quickest choice among a few values."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from pfss_desktop.ui.flow_layout import FlowLayout

T = TypeVar("T")


class Segments(QWidget, Generic[T]):
    """Offers named values side by side; none is pressed while the value is not among them."""

    chosen = Signal()
    """A person pressed another button."""

    def __init__(self, name: str, entries: Iterable[tuple[str, T]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._values: list[T] = []
        row = FlowLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for text, value in entries:
            button = QPushButton(text)
            button.setCheckable(True)
            button.setAccessibleName(f"{name}: {text}")
            self._group.addButton(button, len(self._values))
            self._values.append(value)
            row.addWidget(button)
        self._group.idClicked.connect(self._tell)

    def value(self) -> T | None:
        """Return the pressed value, or None."""
        pressed = self._group.checkedId()
        return self._values[pressed] if pressed >= 0 else None

    def choose(self, value: T | None) -> None:
        """Press the button of this value, or none, without a signal."""
        self._group.setExclusive(False)
        for number, offered in enumerate(self._values):
            self._group.button(number).setChecked(offered == value)
        self._group.setExclusive(True)

    def offer(self, values: Iterable[T]) -> None:
        """Show the buttons of these values and of the pressed one only."""
        shown = list(values)
        for number, offered in enumerate(self._values):
            button = self._group.button(number)
            button.setVisible(offered in shown or button.isChecked())

    def _tell(self, _number: int) -> None:
        self.chosen.emit()
