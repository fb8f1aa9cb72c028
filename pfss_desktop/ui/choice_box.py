"""A drop-down list of Python values. Qt would turn an enum of texts into a plain text on the way through its own item data."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

T = TypeVar("T")


class ChoiceBox(QComboBox, Generic[T]):
    """Offers named values and gives the chosen one back as it was put in."""

    chosen = Signal()
    """A person or `choose` took another value."""

    def __init__(self, name: str, entries: Iterable[tuple[str, T]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._values: list[T] = []
        for text, value in entries:
            self.addItem(text)
            self._values.append(value)
        self.currentIndexChanged.connect(self.chosen)

    def make_narrow(self, letters: int) -> None:
        """Ask for the room of this many letters only; the list itself stays as wide as its texts."""
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(letters)

    def value(self) -> T:
        """Return the chosen value."""
        return self._values[max(0, self.currentIndex())]

    def choose(self, value: T) -> None:
        """Choose this value; the first one where it is not offered."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling a form past a drop-down list must not change it; the wheel works once the list has the focus.
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
