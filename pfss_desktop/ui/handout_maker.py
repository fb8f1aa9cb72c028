"""Makes the handout's bytes and page pictures off the window's thread. The bytes shown are the bytes saved and printed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from pfss_desktop.document.background import Background
from pfss_desktop.files import write_whole
from pfss_desktop.handout.places import MadeHandout
from pfss_desktop.handout.request import HandoutRequest
from pfss_desktop.language import _
from pfss_desktop.ui.page_pictures import pictures_by_number

T = TypeVar("T")


class WantedPages(NamedTuple):
    """Pages that are to be seen, counted from 0, and their width in the screen's own pixels."""

    numbers: tuple[int, ...]
    width: int


class Saving(NamedTuple):
    """A handout and where it goes. `step` is called before anything is written and may raise to stop it.

    With a password the file opens by it only; it is kept nowhere.
    """

    request: HandoutRequest
    path: Path
    step: Callable[[], None]
    password: str = ""


@dataclass(frozen=True)
class ShownHandout:
    """A handout and the pictures of some of its pages.

    `untranslated` are the texts that print in another language than its own, `missing` the letters of it that no font has.
    """

    made: MadeHandout
    pictures: Mapping[int, QImage]
    untranslated: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


class HandoutMaker(QObject):
    """Renders on a thread of its own and keeps the last handout, so that what was looked at is what is saved or printed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background("handout", self)
        self._long_work = Background("printing", self)
        self._last: tuple[HandoutRequest, MadeHandout] | None = None

    def show_pages(
        self,
        request: HandoutRequest,
        wanted: WantedPages,
        done: Callable[[ShownHandout], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Render the request and those of the wanted pages that it has; the answer comes on this thread."""

        def job() -> ShownHandout:
            from pfss_desktop.handout.render import missing_letters
            from pfss_desktop.handout.untranslated import untranslated_texts

            made = self._made(request)
            numbers = [number for number in wanted.numbers if number < made.page_count]
            pictures = pictures_by_number(made.content, numbers, wanted.width, made.size[0])
            return ShownHandout(made, pictures, untranslated_texts(request), missing_letters(request))

        self._background.run(job, done, failed)

    def picture_pages(
        self,
        made: MadeHandout,
        wanted: WantedPages,
        done: Callable[[Mapping[int, QImage]], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Make pictures of more pages of a handout; the answer comes on this thread."""
        self._background.run(lambda: pictures_by_number(made.content, wanted.numbers, wanted.width, made.size[0]), done, failed)

    def save(self, saving: Saving, done: Callable[[tuple[str, ...]], None], failed: Callable[[Exception], None]) -> None:
        """Write a handout under its name, whole or not at all; `done` is told the letters that no font has."""

        def job() -> tuple[str, ...]:
            from pfss_desktop.handout.render import missing_letters

            content = self._made(saving.request).content
            if saving.password:
                from pfss_desktop.handout.locking import locked

                content = locked(content, saving.password)
            missing = missing_letters(saving.request)
            saving.step()
            write_whole(saving.path, content)
            return missing

        self._background.run(job, done, failed)

    def make(self, request: HandoutRequest, done: Callable[[bytes], None], failed: Callable[[Exception], None]) -> None:
        """Make the handout's bytes; the answer comes on this thread."""
        self._background.run(lambda: self._made(request).content, done, failed)

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
        """Run long work such as printing beside the making of pages, one after the other."""
        self._long_work.run(job, done, failed)

    def close(self) -> None:
        """Let running work end."""
        self._long_work.close()
        self._background.close()

    def _made(self, request: HandoutRequest) -> MadeHandout:
        # Only this object's one thread comes here, so the last handout needs no lock.
        if self._last is None or self._last[0] != request:
            from pfss_desktop.handout.render import made_handout

            self._last = (request, made_handout(request))
        return self._last[1]


def told_missing(missing: tuple[str, ...]) -> str:
    """Return the sentence about letters that cannot be printed; empty where there are none."""
    if not missing:
        return ""
    return _("These letters cannot be printed and show as [?]: {letters}").format(letters=" ".join(missing[:12]))
