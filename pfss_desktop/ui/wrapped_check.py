"""A box to tick with a text of any length beside it, which wraps where Qt's own would be cut."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from pfss_desktop.ui.plain import plain_tip
from pfss_desktop.ui.theme import GAP
from pfss_desktop.ui.wrapped_label import wrapped_label


class WrappedCheck(QWidget):
    """A click on the text ticks the box, too; the box has the focus and the name."""

    toggled = Signal(bool)
    """The box was ticked or not, by a person."""

    def __init__(self, text: str, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox()
        # Without a text of its own a box would not show that it has the focus.
        self.box.setProperty("bare", "true")
        self.box.toggled.connect(self.toggled)
        self._label = wrapped_label(role)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show this text."""
        self._label.setText(text)
        self._label.setToolTip(plain_tip(text))
        self.box.setAccessibleName(text)

    @property
    def text(self) -> str:
        """The text beside the box."""
        return self._label.text()

    @property
    def is_ticked(self) -> bool:
        """Whether the box is ticked."""
        return self.box.isChecked()

    def show_ticked(self, on: bool) -> None:
        """Show it ticked or not, without a signal."""
        with QSignalBlocker(self.box):
            self.box.setChecked(on)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.box.isEnabled():
            self.box.toggle()
