"""The plan board: a tree of phases and prescriptions that is dragged in, chosen from and dropped on."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from pfss_desktop.domain.plan import Phase
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.prescription_part import Part
from pfss_desktop.language import _
from pfss_desktop.ui.board_delegate import BoardDelegate
from pfss_desktop.ui.chip_editing import ChipEditing
from pfss_desktop.ui.drop_mark import DropMark
from pfss_desktop.ui.part_edits import PartEdits
from pfss_desktop.ui.plan_model import PlanModel
from pfss_desktop.ui.theme import theme_now
from pfss_desktop.ui.thumbnails import Thumbnails

_AUTO_SCROLL = 56
"""Pixels from the upper and lower edge within which a drag scrolls the board."""


class BoardView(QTreeView):
    """Shows the plan model; what is chosen in it is what the inspector shows and the actions change."""

    chosen_changed = Signal()
    """Another phase or other prescriptions are chosen."""
    drop_refused = Signal(str)
    """Why what is being dragged cannot be dropped here, in plain words."""

    edit_refused = Signal(str)
    """Why what was typed over a chip was not taken over."""

    def __init__(self, model: PlanModel, thumbnails: Thumbnails, edits: PartEdits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan_model = model
        self._drop_mark = DropMark(self, model)
        self._has_said_why = False
        self.chips = ChipEditing(self, model, edits)
        self._pressed: tuple[QModelIndex, Part] | None = None
        self.setAccessibleName(_("Plan"))
        self.setAccessibleDescription(
            _("Phases with their exercises. Alt and arrow keys move what is chosen, F2 changes its values.")
        )
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setItemsExpandable(False)
        self.setExpandsOnDoubleClick(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(BoardDelegate(self, thumbnails, self.chips))
        self.setMouseTracking(True)
        self.setAutoScrollMargin(_AUTO_SCROLL)
        self.setModel(model)
        self._expand_all()
        model.rowsInserted.connect(self._expand_all)
        model.rowsMoved.connect(self._expand_all)
        model.rowsRemoved.connect(self._lay_out_again)
        model.dataChanged.connect(self._lay_out_again)
        model.dropped.connect(self.choose)
        model.drop_failed.connect(self.drop_refused)
        self.chips.refused.connect(self.edit_refused)
        self.selectionModel().selectionChanged.connect(self._note_chosen)

    # What others call

    def chosen_prescriptions(self) -> tuple[Prescription, ...]:
        """Return the chosen prescriptions in the order of the plan."""
        chosen = {item.id for item in self._chosen_items() if isinstance(item, Prescription)}
        rows = (self._plan_model.index(row, 0) for row in range(self._plan_model.rowCount()))
        items = (
            self._plan_model.item(self._plan_model.index(place, 0, phase))
            for phase in rows
            for place in range(self._plan_model.rowCount(phase))
        )
        return tuple(item for item in items if isinstance(item, Prescription) and item.id in chosen)

    def chosen_phase(self) -> Phase | None:
        """Return the chosen phase, or the one around what is chosen or current, or None."""
        for index in self.selectionModel().selectedIndexes() or [self.currentIndex()]:
            return self._plan_model.phase_at(index)
        return None

    def chosen_phases(self) -> tuple[Phase, ...]:
        """Return the phases that are chosen themselves, in the order of the plan."""
        chosen = {item.id for item in self._chosen_items() if isinstance(item, Phase)}
        items = (self._plan_model.item(self._plan_model.index(row, 0)) for row in range(self._plan_model.rowCount()))
        return tuple(item for item in items if isinstance(item, Phase) and item.id in chosen)

    def is_phase_chosen(self) -> bool:
        """Return whether a phase itself is chosen, not a prescription."""
        items = self._chosen_items()
        return bool(items) and all(isinstance(item, Phase) for item in items)

    def choose(self, item_ids: list[str]) -> None:
        """Choose these phases or prescriptions, bring the first into view, and choose nothing where there are none."""
        selection = self.selectionModel()
        indexes = [index for index in map(self._plan_model.index_of, item_ids) if index.isValid()]
        selection.clearSelection()
        for index in indexes:
            selection.select(index, selection.SelectionFlag.Select)
        if indexes:
            selection.setCurrentIndex(indexes[0], selection.SelectionFlag.NoUpdate)
            self.scrollTo(indexes[0])

    def selectAll(self) -> None:
        """Choose every exercise of the phase; where they all are chosen, every exercise of the plan."""
        phase = self.chosen_phase()
        held = [item.id for item in phase.prescriptions] if phase else []
        chosen = [item.id for item in self.chosen_prescriptions()]
        phases = [self._plan_model.phase_at(self._plan_model.index(row, 0)) for row in range(self._plan_model.rowCount())]
        if not held or held == chosen:
            held = [item.id for found in phases if found for item in found.prescriptions]
        current = self.currentIndex()
        self.choose(held)
        self.selectionModel().setCurrentIndex(current, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.scrollTo(current)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_F2:
            self.chips.open(self.currentIndex())
        elif plain and event.text().isdigit():
            # A number begins a dosage: no exercise is looked for by one.
            self.chips.open(self.currentIndex(), Part.MORE, event.text())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        plain = event.button() is Qt.MouseButton.LeftButton and event.modifiers() == Qt.KeyboardModifier.NoModifier
        self._pressed = self.chips.part_at(event.position().toPoint()) if plain else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is not None and self.chips.part_at(event.position().toPoint()) == pressed:
            self.chips.open(*pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self.chips.part_at(event.position().toPoint())
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor if over else Qt.CursorShape.ArrowCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        over = self.chips.part_at(event.position().toPoint())
        with_key = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if over and with_key and self.selectionModel().isSelected(over[0]) and event.angleDelta().y():
            # With a key held only: who scrolls past a chip does not mean to change it.
            self.chips.step(*over, 1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        # A click on a chip of several chosen rows changes all of them, so they stay chosen.
        if self._pressed is not None and isinstance(event, QMouseEvent) and self.selectionModel().isSelected(index):
            return QItemSelectionModel.SelectionFlag.NoUpdate
        return super().selectionCommand(index, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        super().dragEnterEvent(event)
        self._has_said_why = False
        self._show_drop(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        self._show_drop(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._drop_mark.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        self._drop_mark.hide()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        # While the board scrolls under a resting pointer, the mark would point at what was there before.
        self._drop_mark.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out_again()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        theme = theme_now()
        if self._plan_model.rowCount() == 0:
            painter.setPen(QColor(theme.muted))
            text = _("This plan is empty.\nDrag exercises here, add a phase, or choose a template.")
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, text)
        self._drop_mark.paint(painter, theme)
        painter.end()

    # Private

    def _chosen_items(self) -> list[Phase | Prescription]:
        items = (self._plan_model.item(index) for index in self.selectionModel().selectedIndexes())
        return [item for item in items if item is not None]

    def _note_chosen(self) -> None:
        chosen = self.selectionModel().selectedIndexes()
        heads = [index for index in chosen if not index.parent().isValid()]
        if heads and len(heads) < len(chosen):
            # Phases between the chosen exercises are not meant: what is done now is done to the exercises.
            for index in heads:
                self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Deselect)
            return
        self.chosen_changed.emit()

    def _show_drop(self, event: QDragMoveEvent) -> None:
        if event.isAccepted():
            self._drop_mark.show_at(event.position().toPoint(), event.mimeData())
            return
        self._drop_mark.hide()
        if event.source() is self:
            # Only over its own place. Accepted, so that a drop after the board has scrolled under a resting hand still counts.
            event.accept()
        elif not self._has_said_why:
            self._has_said_why = True
            self.drop_refused.emit(self._plan_model.refusal(event.mimeData()))

    def _expand_all(self) -> None:
        self.expandAll()
        self._lay_out_again()

    def _lay_out_again(self) -> None:
        # Row heights follow the width and the words, and a card's rounding follows its last row.
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
