"""Work in the background that may take long: after a moment it shows how far it is, and it can be stopped."""

from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal

from pfss_desktop.language import _
from pfss_desktop.ui.notice_bar import NoticeBar

PATIENCE_MS = 400
"""Milliseconds in which work that ends shows nothing: a notice that flashes by is noise."""


class Stopped(Exception):
    """The person stopped the work."""


class LongWork(QObject):
    """One piece of work; `step` is called where it runs, all else on the window's thread."""

    _stepped = Signal(str)

    def __init__(self, text: str, notices: NoticeBar) -> None:
        super().__init__(notices)
        self._text = text
        self._notices = notices
        self._stop = Event()
        self._is_shown = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._show)
        self._patience.start(PATIENCE_MS)
        self._stepped.connect(self._tell)

    def step(self, text: str = "") -> None:
        """Say how far the work is; raise Stopped where it is not to go on."""
        if self._stop.is_set():
            raise Stopped
        if text:
            self._stepped.emit(text)

    def stop(self) -> None:
        """Let the work end at its next step."""
        self._stop.set()

    def end(self) -> None:
        """Take note that the work has ended, one way or the other; what is said next takes the place of its notice."""
        self._patience.stop()
        self._stepped.disconnect(self._tell)
        self.deleteLater()

    def _tell(self, text: str) -> None:
        self._text = text
        if self._is_shown:
            self._show()

    def _show(self) -> None:
        self._is_shown = True
        self._notices.say(self._text, _("Stop"), self.stop, stays=True)
