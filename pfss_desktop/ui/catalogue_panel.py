"""The catalogue beside the plan: search, filters and the list to drag from."""

from collections.abc import Callable, Iterable
from typing import TypeVar, cast

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from pfss_desktop.domain.catalogue import Catalogue, Filters
from pfss_desktop.domain.exercise import Category, Exercise, PositionGroup, Region
from pfss_desktop.domain.library import ExerciseSearch
from pfss_desktop.domain.resistance import ResistanceKind
from pfss_desktop.language import _, ngettext, translated
from pfss_desktop.ui.catalogue_delegate import CatalogueDelegate
from pfss_desktop.ui.catalogue_model import CatalogueModel
from pfss_desktop.ui.choice_box import ChoiceBox
from pfss_desktop.ui.flow_layout import FlowLayout
from pfss_desktop.ui.names import category_name, position_name, region_name, resistance_name
from pfss_desktop.ui.theme import GAP, small
from pfss_desktop.ui.thumbnails import Thumbnails

T = TypeVar("T")
QUERY_LETTERS = 100
"""Letters that can be typed into the search field."""


class CataloguePanel(QWidget):
    """Narrow the catalogue down and take exercises from it: by drag, double click or Enter."""

    picked = Signal(list)
    """Ids of exercises to add to the plan."""

    def __init__(
        self, catalogue: Catalogue, search: ExerciseSearch, thumbnails: Thumbnails, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = CatalogueModel(catalogue, search, self)
        self._catalogue = catalogue
        self.search_field = QLineEdit()
        self._tell_count()
        self.search_field.setAccessibleName(_("Search exercises"))
        self.search_field.setMaxLength(QUERY_LETTERS)
        self.search_field.setClearButtonEnabled(True)
        self.search_field.textChanged.connect(self._narrow)
        self.search_field.installEventFilter(self)
        self._chips = self._category_chips()
        self._phase = _choice(_("Any phase"), ((_("Phase {number}").format(number=n), n) for n in range(1, 5)))
        self._region = _choice(_("Any region"), ((region_name(region), region) for region in Region))
        self._position = _choice(_("Any position"), ((position_name(group), group) for group in PositionGroup))
        self._equipment = _choice(_("Any equipment"), ((translated(thing), thing) for thing in catalogue.equipment_names()))
        self._resistance = _choice(_("Any resistance"), ((resistance_name(kind), kind) for kind in ResistanceKind))
        self._boxes = QWidget()
        self._more = QPushButton()
        self._more.setCheckable(True)
        self._more.setProperty("chip", "true")
        self._more.setFont(small(self.font()))
        self.list = _ExerciseList(thumbnails)
        self.list.setModel(self.model)
        self.list.activated.connect(lambda _index: self.pick_chosen())
        self._nothing = QLabel()
        self._nothing.setWordWrap(True)
        self._nothing.setProperty("role", "muted")
        self._clear = QPushButton(_("Show all exercises"))
        self._clear.clicked.connect(self.clear)
        self._lay_out()
        self._narrow()

    # What others call

    def filters(self) -> Filters:
        """Return what the chips and the drop-down lists ask for."""
        category = next((value for value, chip in self._chips.items() if chip.isChecked()), None)
        return Filters(
            category=category,
            phase=self._phase.value(),
            region=self._region.value(),
            position=self._position.value(),
            equipment=self._equipment.value() or "",
            resistance=self._resistance.value(),
        )

    def chosen_exercises(self) -> list[Exercise]:
        """Return the chosen exercises from top to bottom."""
        found = (self.model.exercise(index) for index in sorted(self.list.selectedIndexes(), key=lambda index: index.row()))
        return [exercise for exercise in found if exercise is not None]

    def pick_chosen(self) -> None:
        """Ask for the chosen exercises to be added to the plan."""
        chosen = self.chosen_exercises()
        if chosen:
            self.picked.emit([exercise.id for exercise in chosen])

    def show_catalogue(self) -> None:
        """Show what the catalogue holds now, after exercises have come, gone or changed."""
        self._tell_count()
        self._narrow()
        self.list.viewport().update()

    def add_below(self, widget: QWidget) -> None:
        """Put a widget below the list."""
        cast(QVBoxLayout, self.layout()).addWidget(widget)

    def clear(self) -> None:
        """Show the whole catalogue again."""
        for box in self._filter_boxes():
            box.setCurrentIndex(0)
        self._chips[None].setChecked(True)
        self.search_field.clear()
        self._narrow()

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # From the search field, the arrow keys and Enter work on the list: type, press Enter, and it is in the plan.
        if watched is self.search_field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._step(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if not self.list.selectedIndexes():
                    self._step(1)
                self.pick_chosen()
                # What is typed next replaces this word, so that one exercise after the other can be added.
                self.search_field.selectAll()
                return True
        return super().eventFilter(watched, event)

    # Private

    def _tell_count(self) -> None:
        total = len(self._catalogue)
        told = ngettext("Search {count} exercise", "Search {count} exercises", total).format(count=total)
        self.search_field.setPlaceholderText(told)

    def _filter_boxes(self) -> tuple[QComboBox, ...]:
        return (self._phase, self._region, self._position, self._equipment, self._resistance)

    def _step(self, by: int) -> None:
        rows = self.model.rowCount()
        if rows:
            now = self.list.currentIndex().row() if self.list.selectedIndexes() else -1
            self.list.setCurrentIndex(self.model.index(max(0, min(now + by, rows - 1)), 0))

    def _narrow(self) -> None:
        self.model.show_matches(self.search_field.text(), self.filters())
        found = self.model.rowCount()
        self._nothing.setVisible(found == 0)
        self._clear.setVisible(found == 0)
        self.list.setVisible(found > 0)
        active = sum(box.currentIndex() > 0 for box in self._filter_boxes())
        self._more.setText(_("Filters · {count}").format(count=active) if active else _("Filters …"))
        self._nothing.setText(_("No exercise fits. Try fewer words, or take a filter away."))

    def _category_chips(self) -> dict[Category | None, QPushButton]:
        chips: dict[Category | None, QPushButton] = {}
        names: list[tuple[Category | None, str]] = [(None, _("All"))]
        for value, name in names + [(category, category_name(category)) for category in Category]:
            chip = QPushButton(name)
            chip.setCheckable(True)
            chip.setAutoExclusive(True)
            chip.setChecked(value is None)
            chip.setProperty("chip", "true")
            chip.setFont(small(self.font()))
            chip.toggled.connect(self._narrow_if(chip))
            chips[value] = chip
        return chips

    def _narrow_if(self, chip: QPushButton) -> Callable[[bool], None]:
        # Of the two toggles that one click makes, only the one that switches on narrows the list.
        return lambda checked: self._narrow() if checked else None

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(self.search_field)
        chips = QWidget()
        flow = FlowLayout(chips)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.setSpacing(GAP // 2)
        for chip in self._chips.values():
            flow.addWidget(chip)
        column.addWidget(chips)
        self._boxes.hide()
        self._more.toggled.connect(self._boxes.setVisible)
        flow.addWidget(self._more)
        box_flow = FlowLayout(self._boxes)
        box_flow.setContentsMargins(0, 0, 0, 0)
        box_flow.setSpacing(GAP // 2)
        for box in self._filter_boxes():
            box.currentIndexChanged.connect(self._narrow)
            box_flow.addWidget(box)
        column.addWidget(self._boxes)
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing)
        column.addWidget(self._clear)
        column.addStretch(0)


class _ExerciseList(QListView):
    """The list itself: drags out, accepts no drop, lays its cards out anew when its width changes."""

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.setAccessibleName(_("Exercises"))
        self.setAccessibleDescription(_("Enter adds the chosen exercise to the plan."))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.setItemDelegate(CatalogueDelegate(self, thumbnails))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        # Static first: it switches dragging off.
        self.setMovement(QListView.Movement.Static)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 120)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


def _choice(any_name: str, entries: Iterable[tuple[str, T]]) -> ChoiceBox[T | None]:
    box: ChoiceBox[T | None] = ChoiceBox(any_name, [(any_name, None), *entries])
    box.make_narrow(11)
    return box
