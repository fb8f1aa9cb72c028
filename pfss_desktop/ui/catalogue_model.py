"""The catalogue as a list model: what search and filters leave of it, best first. Dragging carries ids only."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from pfss_desktop.domain.catalogue import Catalogue, Filters
from pfss_desktop.domain.exercise import Exercise
from pfss_desktop.domain.exercise_marks import ExerciseMarks
from pfss_desktop.domain.library import ExerciseSearch
from pfss_desktop.language import _, translated
from pfss_desktop.ui import drag_data
from pfss_desktop.ui.names import position_name
from pfss_desktop.ui.plain import plain_tip

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class CatalogueModel(QAbstractListModel):
    """Lists the exercises that match; `ExerciseRole` gives the Exercise itself, `FavouriteRole` whether it is a favourite."""

    ExerciseRole = Qt.ItemDataRole.UserRole + 1
    FavouriteRole = Qt.ItemDataRole.UserRole + 2

    def __init__(self, catalogue: Catalogue, search: ExerciseSearch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._search = search
        self._favourites: frozenset[str] = frozenset()
        self.words = ""
        """What is typed behind the name, such as "3x12": a drag takes it along."""
        self._shown: tuple[Exercise, ...] = catalogue.chosen(search.find(""), Filters())

    # What others call

    def show_matches(self, text: str, filters: Filters, listed: Sequence[str] | None = None) -> None:
        """Show what matches every word of the text and passes the filters, best first.

        Without a text `listed` are the ids to show, in this order; None is the catalogue's own.
        """
        found = self._search.find(text) if listed is None or text.strip() else listed
        shown = self._catalogue.chosen(found, filters)
        if shown != self._shown:
            self.beginResetModel()
            self._shown = shown
            self.endResetModel()

    def show_marks(self, marks: ExerciseMarks) -> None:
        """Tell favourites from others."""
        if marks.favourites != self._favourites:
            self._favourites = marks.favourites
            if self._shown:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, 0))

    def exercise(self, index: Index) -> Exercise | None:
        """Return the exercise at this index, or None."""
        return self._shown[index.row()] if index.isValid() and index.row() < len(self._shown) else None

    # Qt overrides

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        exercise = self.exercise(index)
        if exercise is None:
            return None
        if role == CatalogueModel.ExerciseRole:
            return exercise
        if role == Qt.ItemDataRole.DisplayRole:
            return translated(exercise.name)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            spoken = f"{translated(exercise.name)}, {second_line(exercise)}"
            return _("{exercise}, favourite").format(exercise=spoken) if exercise.id in self._favourites else spoken
        if role == CatalogueModel.FavouriteRole:
            return exercise.id in self._favourites
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(
                "\n".join(map(translated, (exercise.name, exercise.position.text, *exercise.for_therapist.cautions)))
            )
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [drag_data.EXERCISES]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        found = (self.exercise(index) for index in sorted(indexes, key=QModelIndex.row))
        data = drag_data.carry(drag_data.EXERCISES, [exercise.id for exercise in found if exercise])
        return drag_data.with_words(data, self.words)


def second_line(exercise: Exercise) -> str:
    """Return muscles and position in a line, such as "quadriceps · on the back"; first of all that it is the clinic's own."""
    told = f"{', '.join(map(translated, exercise.muscles[:2]))} · {position_name(exercise.position.group)}"
    return f"{_('Own')} · {told}" if exercise.is_own else told
