"""Own exercises from the catalogue's menu: new, a changed copy, changed, removed and brought back; kept, and on offer at once."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from pfss_desktop.domain.exercise import Exercise, PatientText
from pfss_desktop.domain.faults import UserError
from pfss_desktop.domain.own_exercise import KeptExercise, OwnExercise, blank_exercise, copy_of, kept
from pfss_desktop.exchange.clinic_texts import written_texts
from pfss_desktop.language import _, ngettext, translated
from pfss_desktop.ui.catalogue_panel import CataloguePanel
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.exercise_shelf import TEXTS
from pfss_desktop.ui.notice_bar import NoticeBar


class OwnDesk(QObject):
    """Puts its actions into the catalogue's context menu and under a button below it."""

    exercises_changed = Signal()
    """Catalogue, search and pictures hold other own exercises than before."""

    def __init__(self, panel: CataloguePanel, desk: Desk, notices: NoticeBar, parent: QObject) -> None:
        super().__init__(parent)
        self._panel, self._desk, self._notices = panel, desk, notices
        self.new = self._action(_("New own exercise…"), self.start_new)
        self.copy = self._action(_("Change a copy…"), self.start_copy)
        self.change = self._action(_("Change own exercise…"), self.start_change)
        self.remove = self._action(_("Remove own exercise"), self.remove_chosen)
        panel.marks.further = self.actions_
        button = QPushButton(_("Own exercises"))
        button.setToolTip(_("Write exercises of your own, or change a copy of the chosen one"))
        self.menu = QMenu(button)
        self.menu.addActions(self.actions_)
        self.menu.addSeparator()
        self.menu.aboutToShow.connect(self._enable)
        button.setMenu(self.menu)
        panel.add_below(button)
        panel.list.selectionModel().selectionChanged.connect(lambda *_ranges: self._enable())
        self._enable()

    @property
    def actions_(self) -> list[QAction]:
        """The actions in the order of the menu."""
        return [self.new, self.copy, self.change, self.remove]

    def chosen_own(self) -> tuple[OwnExercise, ...]:
        """Return the own exercises among those that are chosen in the catalogue."""
        found = (self._desk.resources.shelf.own_exercise(each.id) for each in self._panel.chosen_exercises())
        return tuple(own for own in found if own is not None)

    def start_new(self) -> None:
        """Open the editor with an empty exercise."""
        self._edit(OwnExercise(blank_exercise()))

    def start_copy(self) -> None:
        """Open the editor with a copy of the chosen exercise."""
        if (chosen := self._chosen()) is not None:
            self._edit(OwnExercise(copy_of(chosen), self._desk.resources.figures.photo(chosen.id)))

    def start_change(self) -> None:
        """Open the editor with the chosen own exercise."""
        if (own := self._chosen_own()) is not None:
            self._edit(own)

    def remove_chosen(self) -> None:
        """Take the chosen own exercise off the catalogue; plans that hold it keep it, and it can be brought back."""
        if (own := self._chosen_own()) is None:
            return
        library, key, name = self._desk.library, own.exercise.id, translated(own.exercise.name)
        said = _("Removed from the catalogue: {name}. Plans that hold it keep it.").format(name=name)
        self._run(
            lambda: library.remove_own_exercise(key),
            lambda: self._notices.say(said, _("Undo"), partial(self._run, lambda: library.restore_own_exercise(key))),
        )

    def keep(self, own: OwnExercise) -> None:
        """Keep this own exercise and show it in the catalogue."""
        written = kept(own, self._desk.resources.shelf.form)
        said = _("Kept for all plans: {name}").format(name=own.exercise.name)
        self._run(lambda: self._desk.library.keep_own_exercises([written]), lambda: self._notices.say(said))

    def keep_text(self, exercise_id: str, text: PatientText | None) -> None:
        """Make these the clinic's words for an exercise in all plans to come; None takes them back."""
        shelf, library = self._desk.resources.shelf, self._desk.library
        texts = {key: held for key, held in shelf.texts.items() if key != exercise_id}
        if text is not None:
            texts[exercise_id] = text
        said = _("New plans use these words from now on.") if text else _("New plans use the catalogue's words again.")
        self._run(lambda: library.keep(TEXTS, written_texts(texts)), lambda: self._notices.say(said))

    def keep_pack(self, own: Sequence[OwnExercise], texts: Mapping[str, PatientText]) -> None:
        """Keep the exercises and texts of a pack, all of them or none."""
        shelf, library = self._desk.resources.shelf, self._desk.library
        written = [kept(each, shelf.form) for each in own]
        settled = {TEXTS: written_texts({**shelf.texts, **texts})}
        said = ngettext("{count} exercise taken over", "{count} exercises taken over", len(written)).format(count=len(written))
        self._run(lambda: library.keep_own_exercises(written, settled), lambda: self._notices.say(said))

    def _edit(self, own: OwnExercise) -> None:
        from pfss_desktop.ui.own_dialog import OwnDialog

        dialog = OwnDialog(own, self._desk, self._panel.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.exercise_done.connect(self.keep)
        dialog.open()

    def _run(self, change: Callable[[], object], done: Callable[[], object] | None = None) -> None:
        library = self._desk.library

        def job() -> tuple[tuple[KeptExercise, ...], str]:
            change()
            return tuple(library.own_exercises()), library.kept(TEXTS)

        def renew(now: tuple[tuple[KeptExercise, ...], str]) -> None:
            self._desk.resources.shelf.renew(*now)
            self._desk.thumbnails.forget()
            self._panel.show_catalogue()
            self._enable()
            self.exercises_changed.emit()
            if done is not None:
                done()

        self._desk.background.run(job, renew, self._say_fault)

    def _chosen(self) -> Exercise | None:
        chosen = self._panel.chosen_exercises()
        return chosen[0] if len(chosen) == 1 else None

    def _chosen_own(self) -> OwnExercise | None:
        chosen = self._chosen()
        return self._desk.resources.shelf.own_exercise(chosen.id) if chosen is not None else None

    def _enable(self) -> None:
        self.copy.setEnabled(self._chosen() is not None)
        for action in (self.change, self.remove):
            action.setEnabled(self._chosen_own() is not None)

    def _action(self, text: str, run: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(lambda _checked: run())
        return action

    def _say_fault(self, error: Exception) -> None:
        unexpected = _("Unexpected fault ({name}). Nothing was changed.").format(name=type(error).__name__)
        self._notices.say(str(error) if isinstance(error, UserError) else unexpected, stays=True)
