"""Texts are shown letter by letter: Qt would take `<b>` for bold, and an image's tag for an image on the disk."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def plain_labels(around: QWidget) -> None:
    """Let every label inside a widget show its text as it is, whatever markup a person wrote into it."""
    for label in around.findChildren(QLabel):
        label.setTextFormat(Qt.TextFormat.PlainText)


def plain_tip(text: str) -> str:
    """Return a tool tip that shows this text as it is, lines kept."""
    return f"<span>{escape(text).replace(chr(10), '<br>')}</span>"
