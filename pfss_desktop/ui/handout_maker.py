"""Makes the handout's bytes and page pictures off the window's thread. The bytes shown are the bytes saved and printed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from pfss_desktop.document.background import Background
from pfss_desktop.files import write_whole
from pfss_desktop.handout.request import HandoutRequest
from pfss_desktop.language import _

T = TypeVar("T")


@dataclass(frozen=True)
class ShownHandout:
    """A handout's bytes, its pages as pictures, and the letters of it that no font has."""

    content: bytes
    pages: tuple[QImage, ...]
    missing: tuple[str, ...] = ()


class HandoutMaker(QObject):
    """Renders on a thread of its own and keeps the last handout, so that what was looked at is what is saved or printed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background("handout", self)
        self._last: tuple[HandoutRequest, bytes] | None = None

    def show_pages(
        self,
        request: HandoutRequest,
        dots_per_inch: float,
        done: Callable[[ShownHandout], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Render the request and its pages at this resolution; the answer comes on this thread."""

        def job() -> ShownHandout:
            from pfss_desktop.handout.render import missing_letters

            content = self._content(request)
            return ShownHandout(content, tuple(page_pictures(content, dots_per_inch)), missing_letters(request))

        self._background.run(job, done, failed)

    def save(
        self,
        request: HandoutRequest,
        path: Path,
        done: Callable[[tuple[str, ...]], None],
        failed: Callable[[Exception], None],
        password: str = "",
    ) -> None:
        """Write the handout under this name, whole or not at all; `done` is told the letters that the typeface lacks.

        With a password the file opens by it only; it is kept nowhere.
        """

        def job() -> tuple[str, ...]:
            from pfss_desktop.handout.render import missing_letters

            content = self._content(request)
            if password:
                from pfss_desktop.handout.locking import locked

                content = locked(content, password)
            write_whole(path, content)
            return missing_letters(request)

        self._background.run(job, done, failed)

    def make(self, request: HandoutRequest, done: Callable[[bytes], None], failed: Callable[[Exception], None]) -> None:
        """Make the handout's bytes; the answer comes on this thread."""
        self._background.run(lambda: self._content(request), done, failed)

    def fit(
        self, request: HandoutRequest, most: int, done: Callable[[HandoutRequest], None], failed: Callable[[Exception], None]
    ) -> None:
        """Find the layout of at most so many pages; `failed` gets DoesNotFit where there is none."""

        def job() -> HandoutRequest:
            from pfss_desktop.handout.counting import count_pages
            from pfss_desktop.handout.fitting import fitted

            return fitted(request, most, count_pages).request

        self._background.run(job, done, failed)

    def run(self, job: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Run other work of the paper, such as printing, in the order it was asked for."""
        self._background.run(job, done, failed)

    def close(self) -> None:
        """Let running work end."""
        self._background.close()

    def _content(self, request: HandoutRequest) -> bytes:
        # Only this object's one thread comes here, so the last handout needs no lock.
        if self._last is None or self._last[0] != request:
            from pfss_desktop.handout.render import render_handout

            self._last = (request, render_handout(request))
        return self._last[1]


def told_missing(missing: tuple[str, ...]) -> str:
    """Return the sentence about letters that cannot be printed; empty where there are none."""
    if not missing:
        return ""
    return _("These letters cannot be printed and show as [?]: {letters}").format(letters=" ".join(missing[:12]))


def page_pictures(content: bytes, dots_per_inch: float) -> Iterator[QImage]:
    """Yield every page of a PDF as a picture of its own memory, made when it is asked for."""
    import pypdfium2

    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            bitmap = page.render(scale=dots_per_inch / 72, rev_byteorder=True)
            form = QImage.Format.Format_RGB888 if bitmap.n_channels == 3 else QImage.Format.Format_RGBX8888
            picture = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, form).copy()
            bitmap.close()
            page.close()
            yield picture
