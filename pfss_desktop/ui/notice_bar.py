"""A line at the lower edge that tells what happened and offers one thing to do about it, without stopping the work."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QUndoStack
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget
from shiboken6 import isValid

from pfss_desktop.domain.faults import UserError
from pfss_desktop.language import _
from pfss_desktop.ui.announcement import announce
from pfss_desktop.ui.icons import ButtonIcon, Icon
from pfss_desktop.ui.theme import GAP

SHOWN_MS = 8000
"""Milliseconds a notice stays; one that asks for something stays until it is closed."""


_ANY_STEP = range(sys.maxsize)
"""A notice that is not about a step of the plan holds at every one."""


class NoticeBar(QFrame):
    """Floats over its parent's lower edge; the newest notice replaces the former."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = parent
        self.setProperty("role", "notice")
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._action = QPushButton()
        self._close = QPushButton()
        ButtonIcon(self._close, Icon.CLOSE)
        self._close.setToolTip(_("Close notice"))
        self._close.setAccessibleName(_("Close notice"))
        self._close.setFixedWidth(4 * GAP)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GAP, GAP, GAP, GAP)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self._run: Callable[[], object] | None = None
        self._stack: QUndoStack | None = None
        self._steps = _ANY_STEP
        self._back: QWidget | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        self._close.clicked.connect(self.hide)
        self._action.clicked.connect(self._act)
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """The notice that is or was last shown."""
        return self._text.text()

    def follow(self, stack: QUndoStack) -> None:
        """Take this as the stack that notices of steps are about."""
        self._stack = stack
        stack.indexChanged.connect(self._drop_outdated)

    def say_undoable(self, text: str) -> None:
        """Tell of the step just made and offer to undo it; gone as soon as another is made or this one is undone."""
        if self._stack is not None:
            self.say(text, _("Undo"), self._stack.undo)
            self._steps = range(self._stack.index(), self._stack.index() + 1)

    def say_of_step(self, text: str, action: str, run: Callable[[], object]) -> None:
        """Offer what the step just made calls for; stays until it is closed or that step is undone."""
        self.say(text, action, run, stays=True)
        if self._stack is not None:
            self._steps = range(self._stack.index(), sys.maxsize)

    def say(
        self,
        text: str,
        action: str = "",
        run: Callable[[], object] | None = None,
        *,
        stays: bool = False,
        asks: bool = False,
    ) -> None:
        """Show a notice, with a button for `run` where there is one; it goes away by itself unless it stays.

        One that asks answers what a person has just called for: it stays, Enter does what it offers and Escape closes it.
        """
        focus = QApplication.focusWidget()
        if focus is not None and not self.isAncestorOf(focus):
            self._back = focus
        self._text.setText(text)
        self.setAccessibleName(text)
        self._run = run
        self._steps = _ANY_STEP
        self._action.setText(action)
        self._action.setVisible(run is not None)
        self._place()
        self.show()
        self.raise_()
        # Most take no focus, so nothing else would tell of them.
        announce(self, _("{notice} ({action})").format(notice=text, action=action) if action else text)
        if asks:
            self._action.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if stays or asks:
            self._timer.stop()
        else:
            self._timer.start()

    def say_fault(self, error: Exception) -> None:
        """Tell what went wrong, of an unexpected fault only its kind."""
        name = type(error).__name__
        self.say(str(error) if isinstance(error, UserError) else _("Unexpected fault ({name}).").format(name=name))

    def say_lasting(self, text: str) -> None:
        """Tell what asks for a look; it stays until it is closed."""
        self.say(text, stays=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self._around:
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        # Qt would hand the keys on to the first button of the page, where a space leaves the plan.
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus) and self._back is not None and isValid(self._back):
            self._back.setFocus()
        super().hideEvent(event)

    def _drop_outdated(self, index: int) -> None:
        # Pressed after that, it would do another thing than the text says.
        if index not in self._steps:
            self.hide()

    def _act(self) -> None:
        self.hide()
        if self._run is not None:
            self._run()

    def _place(self) -> None:
        around = self._around
        width = min(640, around.width() - 4 * GAP)
        height = max(self.heightForWidth(width), self.sizeHint().height())
        self.setGeometry((around.width() - width) // 2, around.height() - height - 6 * GAP, width, height)
