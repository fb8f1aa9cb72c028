"""The field over a chip: what is typed is taken over with Enter, stepped with arrows and wheel, and says why where it is not."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from pfss_desktop.domain.bounds import LINE_LIMIT
from pfss_desktop.language import _
from pfss_desktop.ui.form_rows import fault_label, say_fault
from pfss_desktop.ui.theme import GAP

_NOTCH = 120
"""Eighths of a degree that one notch of a usual wheel turns."""
_LETTERS = 18


class ChipEditor(QFrame):
    """One line, and under it the reason where its words were not understood. It changes nothing itself."""

    stepped = Signal(int)
    """The value is wanted this many steps more, or less."""
    left = Signal(int)
    """Done: 1 asks for the next chip, -1 for the one before, 0 for none."""
    given_up = Signal(str)
    """Left for something else with words that could not be taken over; the text says why."""
    resized = Signal()
    """The reason needs more room, or less."""

    def __init__(self, name: str, take: Callable[[str], str], parent: QWidget) -> None:
        """`take` takes words over and returns why not, empty where it is done."""
        super().__init__(parent)
        self._take = take
        self._shown = ""
        self._turned = 0
        self._is_done = False
        self.line = QLineEdit()
        self.line.setMaxLength(LINE_LIMIT)
        self.line.setAccessibleName(name)
        self.line.setAccessibleDescription(
            _("Type a value. Up and Down change it, Enter takes it over, Tab goes to the next, Escape leaves it as it was.")
        )
        self.line.setMinimumWidth(self.line.fontMetrics().averageCharWidth() * _LETTERS)
        self.fault = fault_label()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.line)
        column.addWidget(self.fault)
        self.setFocusProxy(self.line)
        self.line.installEventFilter(self)
        self.line.textEdited.connect(lambda _text: self._say(""))

    def show_words(self, words: str) -> None:
        """Show a value, all of it selected, unless other words are being typed."""
        if self.line.text() == self._shown:
            self.line.setText(words)
            self.line.selectAll()
        self._shown = words

    def begin_with(self, typed: str) -> None:
        """Put in what was typed before the field was there."""
        self.line.setText(typed)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._answer(event)
        if event.type() is QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            self._lose_focus(event)
        return super().eventFilter(watched, event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        self._turned += event.angleDelta().y()
        notches = int(self._turned / _NOTCH)
        if notches:
            self._turned -= notches * _NOTCH
            self._step(notches)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.raise_()

    # Private

    def _answer(self, event: QKeyEvent) -> bool:
        """Do what a key means here and return whether it means anything."""
        key = event.key()
        if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier):
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish(0)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._finish(1 if key == Qt.Key.Key_Tab else -1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(1 if key == Qt.Key.Key_Up else -1)
        elif key == Qt.Key.Key_Escape:
            self._leave(0)
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        if self._take_typed():
            self.stepped.emit(by)

    def _finish(self, then: int) -> None:
        if self._take_typed():
            self._leave(then)

    def _take_typed(self) -> bool:
        """Take over what was typed, if anything was, and return whether the field is right now."""
        typed = self.line.text()
        if typed == self._shown:
            return True
        reason = self._take(typed)
        self._say(reason)
        if reason:
            self.line.selectAll()
            return False
        self._shown = typed
        return True

    def _lose_focus(self, event: QFocusEvent) -> None:
        reasons = Qt.FocusReason
        if self._is_done or event.reason() in (reasons.PopupFocusReason, reasons.ActiveWindowFocusReason):
            return
        typed = self.line.text()
        reason = self._take(typed) if typed != self._shown else ""
        if reason:
            self.given_up.emit(_("“{words}” was not taken over: {reason}").format(words=typed, reason=reason))
        self._leave(0)

    def _leave(self, then: int) -> None:
        if not self._is_done:
            self._is_done = True
            self.left.emit(then)

    def _say(self, reason: str) -> None:
        if self.fault.text() != reason:
            say_fault(self.fault, reason)
            self.resized.emit()


def editor_place(editor: ChipEditor, left: int, top: int, chip_height: int, width: int, height: int) -> tuple[int, int, int, int]:
    """Return x, y, width and height of an editor over a chip that begins there, kept within a viewport of this size."""
    field = editor.line.sizeHint().height()
    wide = min(width - 4 * GAP, max(editor.line.minimumWidth(), 44 * GAP if editor.fault.text() else 0))
    tall = field if not editor.fault.text() else field + 2 + editor.fault.heightForWidth(wide)
    return (
        max(2 * GAP, min(left - 6, width - 2 * GAP - wide)),
        max(0, min(top - (field - chip_height) // 2, height - tall)),
        wide,
        tall,
    )
