"""A label for a text of any length: it wraps, shows the text letter by letter, and never widens what it stands in."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy


def wrapped_label(role: str, text: str = "") -> QLabel:
    """Return a label in the look of this role; a long word may be cut."""
    label = _Wrapped(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label


class _Wrapped(QLabel):
    """Asks for the height of its lines at the width it has: boxes within boxes do not always carry that question on."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
