"""A field for a whole number with its unit."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget


class NumberBox(QSpinBox):
    """Whole numbers within bounds, the unit behind them; `empty` is shown for the lowest value where that means "not set"."""

    def __init__(self, name: str, low: int, high: int, unit: str = "", empty: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setRange(low, high)
        if unit:
            self.setSuffix(f" {unit}")
        if empty:
            self.setSpecialValueText(empty)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling a form past a number must not change it; the wheel works once the number has the focus.
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
