"""Chips of which any number are pressed: what is there and what is not, at one look."""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from pfss_desktop.ui.flow_layout import FlowLayout
from pfss_desktop.ui.theme import GAP

T = TypeVar("T")


class ToggleChips(QWidget, Generic[T]):
    """Offers named values; `chosen` keeps the order in which they are offered."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setAccessibleName(name)
        self._flow = FlowLayout(self)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._flow.setSpacing(GAP // 2)
        self._chips: list[tuple[T, QPushButton]] = []

    def offer(self, entries: Sequence[tuple[str, T]], chosen: Iterable[T] = ()) -> None:
        """Offer these values and press the chosen ones among them."""
        pressed = set(chosen)
        for _value, chip in self._chips:
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._chips = []
        for text, value in entries:
            chip = QPushButton(text)
            chip.setProperty("chip", "true")
            chip.setCheckable(True)
            chip.setChecked(value in pressed)
            chip.setAccessibleName(f"{self._name}: {text}")
            chip.toggled.connect(self.changed)
            self._flow.addWidget(chip)
            chip.show()
            self._chips.append((value, chip))

    def chosen(self) -> tuple[T, ...]:
        """Return the pressed values."""
        return tuple(value for value, chip in self._chips if chip.isChecked())
