"""The plan board: a tree of phases and prescriptions that is dragged in, chosen from and dropped on."""

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from pfss_desktop.domain.plan import Phase
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.language import _
from pfss_desktop.ui.board_delegate import BoardDelegate
from pfss_desktop.ui.plan_model import PlanModel
from pfss_desktop.ui.theme import GAP, theme_now
from pfss_desktop.ui.thumbnails import Thumbnails


class BoardView(QTreeView):
    """Shows the plan model; what is chosen in it is what the inspector shows and the actions change."""

    chosen_changed = Signal()
    """Another phase or other prescriptions are chosen."""
    drop_refused = Signal(str)
    """Why what is being dragged cannot be dropped here, in plain words."""

    def __init__(self, model: PlanModel, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan_model = model
        self._drop_line: QRect | None = None
        self._has_said_why = False
        self.setAccessibleName(_("Plan"))
        self.setAccessibleDescription(_("Phases with their exercises. Alt and arrow keys move what is chosen."))
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
        self.setItemDelegate(BoardDelegate(self, thumbnails))
        self.setModel(model)
        self._expand_all()
        model.rowsInserted.connect(self._expand_all)
        model.rowsMoved.connect(self._expand_all)
        model.rowsRemoved.connect(self._lay_out_again)
        model.dataChanged.connect(self._lay_out_again)
        model.dropped.connect(self.choose)
        model.drop_failed.connect(self.drop_refused)
        self.selectionModel().selectionChanged.connect(self.chosen_changed)

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

    # Qt overrides

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        super().dragEnterEvent(event)
        self._has_said_why = False
        self._show_drop(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        self._show_drop(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._hide_drop()

    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        self._hide_drop()

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
        if self._drop_line is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), 3))
            painter.drawRoundedRect(self._drop_line, 2, 2)
        painter.end()

    # Private

    def _chosen_items(self) -> list[Phase | Prescription]:
        items = (self._plan_model.item(index) for index in self.selectionModel().selectedIndexes())
        return [item for item in items if item is not None]

    def _show_drop(self, event: QDragMoveEvent) -> None:
        line = self._drop_rect(event.position().toPoint()) if event.isAccepted() else None
        if not event.isAccepted() and not self._has_said_why:
            self._has_said_why = True
            self.drop_refused.emit(self._plan_model.refusal(event.mimeData()))
        if line != self._drop_line:
            self._drop_line = line
            self.viewport().update()

    def _hide_drop(self) -> None:
        self._drop_line = None
        self.viewport().update()

    def _drop_rect(self, at: QPoint) -> QRect:
        """Return the rectangle that shows where a drop at this point would go: a line between rows, or a frame around a phase."""
        index = self.indexAt(at)
        position = QAbstractItemView.DropIndicatorPosition
        if not index.isValid():
            last = self._last_row()
            bottom = self.visualRect(last).bottom() if last.isValid() else GAP
            return QRect(2 * GAP, bottom, self.viewport().width() - 4 * GAP, 1)
        box = self.visualRect(index)
        where = self.dropIndicatorPosition()
        if where is position.OnItem:
            return box.adjusted(GAP, GAP, -GAP, -2)
        level = box.top() if where is position.AboveItem else box.bottom()
        return QRect(2 * GAP, level, box.width() - 4 * GAP, 1)

    def _last_row(self) -> QModelIndex:
        model = self._plan_model
        last = model.index(model.rowCount() - 1, 0)
        inside = model.rowCount(last) if last.isValid() else 0
        return model.index(inside - 1, 0, last) if inside else last

    def _expand_all(self) -> None:
        self.expandAll()
        self._lay_out_again()

    def _lay_out_again(self) -> None:
        # Row heights follow the width and the words, and a card's rounding follows its last row.
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
