"""Keeps the paper up with the plan: one piece of work at a time, always for the newest request; those between are dropped."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from pfss_desktop.handout.places import MadeHandout
from pfss_desktop.handout.request import HandoutRequest
from pfss_desktop.ui.handout_maker import HandoutMaker, ShownHandout
from pfss_desktop.ui.paper_view import PaperView

REFRESH_MS = 10
"""Milliseconds after an edit until the pages are made anew: time for the plan itself to be painted."""


class LivePaper(QObject):
    """Asks the maker for pages while the view can be seen, and puts them there."""

    shown = Signal(object)
    """The handout that is now in the view, as ShownHandout."""
    failed = Signal(object)
    """Why the pages could not be made."""

    def __init__(self, maker: HandoutMaker, view: PaperView) -> None:
        super().__init__(view)
        self._maker = maker
        self._view = view
        self._request: HandoutRequest | None = None
        self._drawn: HandoutRequest | None = None
        self._shown: MadeHandout | None = None
        self._is_busy = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(REFRESH_MS)
        self._soon.timeout.connect(self._go_on)
        view.pages_wanted.connect(self._go_on)

    @property
    def request(self) -> HandoutRequest | None:
        """The newest request."""
        return self._request

    def show_request(self, request: HandoutRequest) -> None:
        """Show the pages of this request, now if the view can be seen, else when `resume` is called."""
        self._request = request
        self.resume()

    def resume(self) -> None:
        """Go on with what there is to do, if the view can be seen."""
        if self._view.isVisible() and not self._soon.isActive():
            self._soon.start()

    def _go_on(self) -> None:
        if self._is_busy or not self._view.isVisible():
            return
        if self._request is not None and self._request != self._drawn:
            self._drawn = self._request
            self._is_busy = True
            self._maker.show_pages(self._request, self._view.pages_in_view(), self._take, self._give_up)
        elif self._shown is not None and (wanted := self._view.wanted()).numbers:
            self._is_busy = True
            take = partial(self._take_pictures, self._shown)
            self._maker.picture_pages(self._shown, wanted, take, self._give_up)

    def _take(self, shown: ShownHandout) -> None:
        self._is_busy = False
        self._shown = shown.made
        self._view.show_handout(shown.made, shown.pictures)
        self.shown.emit(shown)
        self._go_on()

    def _take_pictures(self, made: MadeHandout, pictures: Mapping[int, QImage]) -> None:
        self._is_busy = False
        self._view.take_pictures(made, pictures)
        self._go_on()

    def _give_up(self, error: Exception) -> None:
        self._is_busy = False
        self.failed.emit(error)
        if self._request != self._drawn:
            self.resume()
