"""Files that are written beside the window: the name is asked for, the work is done off its thread, the outcome is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from pfss_desktop.domain.faults import UserError
from pfss_desktop.files import write_whole
from pfss_desktop.language import _
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.notice_bar import NoticeBar


class SavedFiles(QObject):
    """Writes files whole or not at all, and remembers the folder."""

    saved = Signal(str)
    """The file that was written."""

    def __init__(self, desk: Desk, notices: NoticeBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.notices = notices
        self._window = parent

    def ask(self, title: str, name: str, kinds: str, ending: str) -> Path | None:
        """Ask where to write, with this name on offer; the answer ends in `ending`. None where it was given up."""
        chosen, _filter = QFileDialog.getSaveFileName(self._window, title, str(self._desk.settings.folder / name), kinds)
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.lower() == ending else path.with_name(f"{path.name}{ending}")

    def write(self, path: Path, content: Callable[[], bytes], again: Callable[[], None]) -> None:
        """Make and write the content off this thread; `again` is offered where it could not be written."""

        def saved(_nothing: None) -> None:
            self._desk.settings.folder = path.parent
            url = QUrl.fromLocalFile(str(path))
            self.notices.say(_("Saved as {name}").format(name=path.name), _("Open"), lambda: QDesktopServices.openUrl(url))
            self.saved.emit(str(path))

        def failed(error: Exception) -> None:
            told = _("The file could not be saved: {reason}. A file that was there is unchanged.")
            self.notices.say(told.format(reason=_reason(error)), _("Choose another place"), again, stays=True)

        self._desk.maker.run(lambda: write_whole(path, content()), saved, failed)


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error) if isinstance(error, UserError) else _("unexpected fault ({name})").format(name=type(error).__name__)
