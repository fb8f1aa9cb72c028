"""Favourites and hidden exercises, marked where they are listed: by the star, by key, by menu."""

from PySide6.QtCore import QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from pfss_desktop.domain.exercise import Exercise
from pfss_desktop.language import _, ngettext, translated
from pfss_desktop.ui.catalogue_list import CatalogueList
from pfss_desktop.ui.catalogue_model import CatalogueModel
from pfss_desktop.ui.clinic_desk import ClinicDesk


class CatalogueMarks(QObject):
    """Marks the chosen exercises; where some are marked and some are not, all are."""

    said = Signal(str)
    """What was marked."""
    add_asked = Signal()
    """The chosen exercises are to be added to the plan."""

    def __init__(self, view: CatalogueList, model: CatalogueModel, clinic: ClinicDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self._view = view
        self._model = model
        self._clinic = clinic
        self.further: list[QAction] = []
        """What else can be done with what is chosen."""
        view.star_pressed.connect(self._take_star)
        view.favourite_asked.connect(self.turn_favourite)
        view.customContextMenuRequested.connect(self._open_menu)

    def turn_favourite(self) -> None:
        """Make the chosen exercises favourites, or none of them where they all are."""
        self._favour(self._chosen())

    def turn_hidden(self) -> None:
        """Hide the chosen exercises, or show them again where they all are hidden."""
        chosen = self._chosen()
        on = any(exercise.id not in self._clinic.marks.hidden for exercise in chosen)
        for exercise in chosen:
            self._clinic.mark_hidden(exercise.id, on=on)
        if on:
            text = ngettext(
                "{name} is hidden. “Hidden” brings it back.",
                "{count} exercises are hidden. “Hidden” brings them back.",
                len(chosen),
            )
        else:
            text = ngettext("{name} is listed again.", "{count} exercises are listed again.", len(chosen))
        self._say(text, chosen)

    def new_menu(self) -> QMenu:
        """Return the menu of what is chosen; it goes when it is closed."""
        marks, chosen = self._clinic.marks, self._chosen()
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        add = menu.addAction(_("Add to the plan"), "Return", self.add_asked.emit)
        menu.addSeparator()
        are_favourites = all(exercise.id in marks.favourites for exercise in chosen)
        favour = menu.addAction(_("No favourite any more") if are_favourites else _("Favourite"), "F", self.turn_favourite)
        for action in (add, favour):
            # Shown beside the words only: the list itself answers these keys.
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        are_hidden = all(exercise.id in marks.hidden for exercise in chosen)
        menu.addAction(_("Show again") if are_hidden else _("Hide")).triggered.connect(lambda: self.turn_hidden())
        menu.addSeparator()
        menu.addActions(self.further)
        return menu

    def _favour(self, chosen: list[Exercise]) -> None:
        on = any(exercise.id not in self._clinic.marks.favourites for exercise in chosen)
        for exercise in chosen:
            self._clinic.mark_favourite(exercise.id, on=on)
        if on:
            text = ngettext("{name} is a favourite now.", "{count} exercises are favourites now.", len(chosen))
        else:
            text = ngettext("{name} is no favourite any more.", "{count} exercises are no favourites any more.", len(chosen))
        self._say(text, chosen)

    def _chosen(self) -> list[Exercise]:
        found = (self._model.exercise(index) for index in self._view.selectedIndexes())
        return [exercise for exercise in found if exercise is not None]

    def _take_star(self, index: QModelIndex) -> None:
        exercise = self._model.exercise(index)
        if exercise is not None:
            self._favour([exercise])

    def _open_menu(self, at: QPoint) -> None:
        if self._chosen():
            self.new_menu().popup(self._view.viewport().mapToGlobal(at))

    def _say(self, text: str, chosen: list[Exercise]) -> None:
        if chosen:
            self.said.emit(text.format(name=translated(chosen[0].name), count=len(chosen)))
