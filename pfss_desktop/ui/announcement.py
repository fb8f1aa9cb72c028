"""Tells a screen reader what has just happened, where nothing that has the focus would say so by itself."""

from PySide6 import QtGui
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

_SPOKEN = getattr(QtGui, "QAccessibleAnnouncementEvent", None)
"""Not every version of the bindings has it."""
_DESCRIBED = "describedBeforeAnnouncements"


def announce(widget: QWidget, text: str) -> None:
    """Have this text read out; the widget is the one that it is about, and its description ends with the text until the next."""
    if not QAccessible.isActive():
        return
    if _SPOKEN is not None:
        QAccessible.updateAccessibility(_SPOKEN(widget, text))
        return
    described = widget.property(_DESCRIBED) or widget.accessibleDescription()
    widget.setProperty(_DESCRIBED, described)
    widget.setAccessibleDescription(f"{described} {text}".strip())
    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.DescriptionChanged))
    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))
