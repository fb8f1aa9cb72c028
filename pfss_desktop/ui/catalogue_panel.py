"""The catalogue beside the plan: search, filters and the list to drag from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.domain.exercise import Exercise
from pfss_desktop.domain.library import ExerciseSearch
from pfss_desktop.domain.on_hand import OnHand
from pfss_desktop.language import _, ngettext
from pfss_desktop.ui.catalogue_filters import CatalogueFilters
from pfss_desktop.ui.catalogue_list import CatalogueList, SearchKeys
from pfss_desktop.ui.catalogue_marks import CatalogueMarks
from pfss_desktop.ui.catalogue_model import CatalogueModel
from pfss_desktop.ui.clinic_desk import ClinicDesk
from pfss_desktop.ui.theme import GAP
from pfss_desktop.ui.thumbnails import Thumbnails
from pfss_desktop.ui.typed_exercise import split_typed

QUERY_LETTERS = 100
"""Letters that can be typed into the search field."""


class CataloguePanel(QWidget):
    """Narrow the catalogue down and take exercises from it: by drag, double click or Enter."""

    picked = Signal(list, str)
    """Ids of exercises to add to the plan, and the typed words for what they are to be given; empty for what is usual."""
    left = Signal()
    """The search is done with: back to the plan."""

    def __init__(
        self,
        catalogue: Catalogue,
        search: ExerciseSearch,
        thumbnails: Thumbnails,
        clinic: ClinicDesk,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._clinic = clinic
        self._finder = search
        self.model = CatalogueModel(catalogue, search, self)
        self._catalogue = catalogue
        self.search_field = self._new_search_field()
        self._tell_count()
        self.filters = CatalogueFilters(catalogue)
        self.list = CatalogueList(thumbnails)
        self.list.setModel(self.model)
        self.list.activated.connect(lambda _index: self.pick_chosen())
        self.marks = CatalogueMarks(self.list, self.model, clinic, self)
        self.marks.add_asked.connect(self.pick_chosen)
        self.nothing = QLabel()
        self.nothing.setWordWrap(True)
        self.nothing.setProperty("role", "muted")
        self._clear = QPushButton()
        self._clear.clicked.connect(self._widen)
        self._lay_out()
        self.filters.changed.connect(self._narrow)
        clinic.marks_changed.connect(self._follow_marks)
        self._follow_marks()

    # What others call

    def show_on_hand(self, on_hand: OnHand) -> None:
        """Offer to list only what can be done with what is on hand."""
        self.filters.show_on_hand(on_hand)
        self._narrow()

    def chosen_exercises(self) -> list[Exercise]:
        """Return the chosen exercises from top to bottom."""
        found = (self.model.exercise(index) for index in sorted(self.list.selectedIndexes(), key=lambda index: index.row()))
        return [exercise for exercise in found if exercise is not None]

    def pick_chosen(self) -> None:
        """Ask for the chosen exercises to be added to the plan."""
        chosen = self.chosen_exercises()
        if chosen:
            self.picked.emit([exercise.id for exercise in chosen], self._parted()[1])

    def show_catalogue(self) -> None:
        """Show what the catalogue holds now, after exercises have come, gone or changed."""
        self._tell_count()
        self.filters.follow_catalogue()
        self._narrow()
        self.list.viewport().update()

    def add_below(self, widget: QWidget) -> None:
        """Put a widget below the list."""
        self._column.addWidget(widget)

    def clear(self) -> None:
        """Show the whole catalogue again."""
        self.filters.clear()
        self.search_field.clear()
        self._narrow()

    # Private

    def _parted(self) -> tuple[str, str]:
        return split_typed(self.search_field.text().strip(), lambda words: bool(self._finder.find(words)))

    def _query(self) -> str:
        return self._parted()[0]

    def _tell_count(self) -> None:
        total = len(self._catalogue)
        told = ngettext("Search {count} exercise", "Search {count} exercises", total).format(count=total)
        self.search_field.setPlaceholderText(told)

    def _new_search_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(_("Search exercises"))
        field.setAccessibleDescription(
            _("Down chooses among what is found, Enter adds it to the plan, Escape goes back to the plan.")
        )
        field.setToolTip(_("Enter adds what is found. A dosage may stand behind it, as in: clam, 3x12, red band"))
        field.setMaxLength(QUERY_LETTERS)
        field.setClearButtonEnabled(True)
        field.textChanged.connect(self._search)
        keys = SearchKeys(self)
        keys.stepped.connect(self._step)
        keys.taken.connect(self._take)
        keys.left.connect(self._leave)
        field.installEventFilter(keys)
        return field

    def _search(self) -> None:
        self._narrow()
        if self._query() and self.model.rowCount():
            # What Enter will add is seen before it is pressed.
            self.list.setCurrentIndex(self.model.index(0, 0))

    def _take(self) -> None:
        if self.model.rowCount() == 0 and self.filters.are_set:
            # A filter of before is easily forgotten: Enter does what the button under the empty list does.
            self._widen()
            return
        if not self.list.selectedIndexes():
            self._step(1)
        self.pick_chosen()
        # What is typed next replaces this word, so that one exercise after the other can be added.
        self.search_field.selectAll()

    def _widen(self) -> None:
        """Take the filters away where words were typed, else everything."""
        if self.search_field.text().strip() and self.filters.are_set:
            self.filters.clear()
            self._search()
        else:
            self.clear()

    def _leave(self) -> None:
        self.search_field.clear()
        self.left.emit()

    def _step(self, by: int) -> None:
        rows = self.model.rowCount()
        if rows:
            now = self.list.currentIndex().row() if self.list.selectedIndexes() else -1
            self.list.setCurrentIndex(self.model.index(max(0, min(now + by, rows - 1)), 0))

    def _follow_marks(self) -> None:
        self.filters.show_marks(self._clinic.marks)
        self.model.show_marks(self._clinic.marks)
        self._narrow()

    def _narrow(self) -> None:
        self.model.show_matches(self._query(), self.filters.filters(), self.filters.listed())
        found = self.model.rowCount()
        self.nothing.setVisible(found == 0)
        self._clear.setVisible(found == 0)
        self.list.setVisible(found > 0)
        self.nothing.setText(self._why_nothing())
        has_words = bool(self.search_field.text().strip())
        self._clear.setText(_("Look in all exercises") if has_words and self.filters.are_set else _("Show all exercises"))

    def _why_nothing(self) -> str:
        if self.filters.favourites.isChecked() and not self._clinic.marks.favourites:
            return _("No favourites yet. Press F on an exercise, or the star on its picture.")
        if self.filters.recent.isChecked() and not self._clinic.marks.recent:
            return _("Nothing was used yet. What is added to a plan is listed here.")
        if self.filters.hidden.isChecked() and not self._clinic.marks.hidden:
            return _("Nothing is hidden any more.")
        return _("No exercise fits. Try fewer words, or take a filter away.")

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP)
        for part in (self.search_field, self.filters):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing)
        column.addWidget(self._clear)
        column.addStretch(0)
