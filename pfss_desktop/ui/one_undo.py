"""One undo for everything: inside a field, the undo keys take the plan's last step back, not the field's own letters."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QWidget

_STANDARD = QKeySequence.StandardKey


class OneUndo(QObject):
    """Keeps the fields below a widget from answering the undo and redo keys, so that the plan's own actions do."""

    def __init__(self, around: QWidget) -> None:
        super().__init__(around)
        for kind in (QLineEdit, QPlainTextEdit, QAbstractSpinBox):
            for field in around.findChildren(kind):
                field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if is_key and isinstance(event, QKeyEvent) and _is_undo(event):
            # Not accepted here, the key press becomes the shortcut of the window's action; without one it does nothing.
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def _is_undo(event: QKeyEvent) -> bool:
    return (
        event.matches(_STANDARD.Undo)
        or event.matches(_STANDARD.Redo)
        or (event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier)
    )
