"""A few named values of which several can be chosen: boxes to tick, side by side in as many lines as it takes."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from pfss_desktop.ui.flow_layout import FlowLayout
from pfss_desktop.ui.theme import GAP

T = TypeVar("T")


class CheckList(QWidget, Generic[T]):
    """Gives the ticked values back in the order in which they are offered."""

    edited = Signal()
    """A person ticked or cleared a box."""

    def __init__(self, name: str, entries: Iterable[tuple[str, T]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._boxes: list[tuple[QCheckBox, T]] = []
        flow = FlowLayout(self)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.setSpacing(GAP)
        for text, value in entries:
            box = QCheckBox(text)
            box.setAccessibleName(f"{name}: {text}")
            box.clicked.connect(self.edited)
            flow.addWidget(box)
            self._boxes.append((box, value))

    def values(self) -> tuple[T, ...]:
        """Return the ticked values."""
        return tuple(value for box, value in self._boxes if box.isChecked())

    def choose(self, values: Iterable[T]) -> None:
        """Tick these values and no others, without a signal."""
        wanted = list(values)
        for box, value in self._boxes:
            box.setChecked(value in wanted)
