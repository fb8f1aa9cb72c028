"""Buttons answer Enter wherever they stand, not in dialogs only."""

from PySide6.QtWidgets import QPushButton, QWidget


def enter_presses(around: QWidget) -> None:
    """Let Enter press the button that has the focus, for every button inside a widget."""
    for button in around.findChildren(QPushButton):
        button.setAutoDefault(True)
