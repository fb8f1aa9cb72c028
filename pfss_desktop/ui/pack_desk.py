"""Exercise packs from the window: own exercises written to one file, and read from one after a look at what it brings."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QWidget

from pfss_desktop.domain.faults import FaultyFile, UserError
from pfss_desktop.domain.pack_import import arriving
from pfss_desktop.exchange.exercise_pack import SUFFIX, ExercisePack, decode_pack, encode_pack
from pfss_desktop.exchange.safe_zip import ARCHIVE_LIMIT
from pfss_desktop.files import write_whole
from pfss_desktop.language import _, ngettext
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.notice_bar import NoticeBar
from pfss_desktop.ui.own_desk import OwnDesk
from pfss_desktop.ui.pack_dialog import PackDialog

_FAULTS_SHOWN = 4


class PackDesk(QObject):
    """Adds its two actions to the menu of the own exercises."""

    def __init__(self, own: OwnDesk, desk: Desk, notices: NoticeBar, window: QWidget) -> None:
        super().__init__(window)
        self._own, self._desk, self._notices, self._window = own, desk, notices, window
        for text, run in ((_("Export exercise pack…"), self.ask_and_export), (_("Import exercise pack…"), self.ask_and_import)):
            action = QAction(text, self)
            action.triggered.connect(lambda _checked, run=run: run())
            own.menu.addAction(action)

    def ask_and_export(self) -> None:
        """Ask for a file name, and write the chosen own exercises there, all of them and the clinic's words where none is."""
        proposed = str(self._desk.settings.folder / f"exercises{SUFFIX}")
        name, _filter = QFileDialog.getSaveFileName(self._window, _("Export exercise pack"), proposed, _told_filter())
        if name:
            path = Path(name)
            self.export(path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX))

    def export(self, path: Path) -> None:
        """Write the pack to this file, whole or not at all, and say so."""
        shelf = self._desk.resources.shelf
        chosen = self._own.chosen_own()
        every = tuple(each for each in shelf.own if not each.is_removed)
        pack = ExercisePack(chosen, {}) if chosen else ExercisePack(every, shelf.texts)
        count = len(pack.exercises)

        def done(_nothing: None) -> None:
            self._desk.settings.folder = path.parent
            said = ngettext("{count} exercise written to {name}", "{count} exercises written to {name}", count)
            self._notices.say(said.format(count=count, name=path.name))

        self._desk.background.run(lambda: write_whole(path, encode_pack(pack, shelf.form)), done, self._say_fault)

    def ask_and_import(self) -> None:
        """Ask for a pack and show what it brings."""
        folder = str(self._desk.settings.folder)
        name, _filter = QFileDialog.getOpenFileName(self._window, _("Import exercise pack"), folder, _told_filter())
        if name:
            self.read(Path(name))

    def read(self, path: Path) -> None:
        """Show what the pack in this file brings; say everything that is wrong with a bad one."""
        form = self._desk.resources.shelf.form

        def job() -> ExercisePack:
            with path.open("rb") as stream:
                return decode_pack(stream.read(ARCHIVE_LIMIT + 1), form)

        self._desk.background.run(job, self._show, self._say_fault)

    def _show(self, pack: ExercisePack) -> None:
        arrivals = arriving(pack.exercises, self._desk.resources.shelf.own)
        dialog = PackDialog(arrivals, pack.texts, self._window.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.confirmed.connect(self._own.keep_pack)
        dialog.open()

    def _say_fault(self, error: Exception) -> None:
        if isinstance(error, FaultyFile):
            lines = [str(fault) for fault in error.faults[:_FAULTS_SHOWN]]
            more = len(error.faults) - _FAULTS_SHOWN
            if more > 0:
                lines.append(ngettext("and {count} more", "and {count} more", more).format(count=more))
            text = _("This pack cannot be used. Nothing was changed.\n{faults}").format(faults="\n".join(lines))
        elif isinstance(error, UserError):
            text = str(error)
        else:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else type(error).__name__
            text = _("The pack could not be read or written: {reason}. Nothing was changed.").format(reason=reason)
        self._notices.say(text, stays=True)


def _told_filter() -> str:
    return _("Exercise pack (*.pfsspack)")
