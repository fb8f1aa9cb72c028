"""Editing chips in place on the board: which chip is under the pointer, the field over it, and the way from chip to chip."""

from functools import partial

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QStyledItemDelegate, QTreeView, QWidget
from shiboken6 import isValid

from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.prescription_part import Part
from pfss_desktop.language import _, translated
from pfss_desktop.ui.chip_editor import ChipEditor, editor_place
from pfss_desktop.ui.exercise_row import box_of, part_at, placed_chips
from pfss_desktop.ui.one_undo import OneUndo
from pfss_desktop.ui.part_edits import PartEdits
from pfss_desktop.ui.part_words import part_name, part_words
from pfss_desktop.ui.plan_model import PlanModel

Index = QModelIndex | QPersistentModelIndex


class ChipEditing(QObject):
    """Opens one field at a time; what is typed goes to every chosen prescription where its row is one of them."""

    refused = Signal(str)
    """Why words were not taken over when the field was left."""

    def __init__(self, view: QTreeView, model: PlanModel, edits: PartEdits) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._edits = edits
        self._part = Part.MORE
        self._editor: ChipEditor | None = None
        self._row_id = ""
        model.dataChanged.connect(self._fill_again)

    def part_at(self, at: QPoint) -> tuple[QModelIndex, Part] | None:
        """Return the row and the part of the chip at this point of the viewport; None where none can be edited."""
        index = self._view.indexAt(at)
        held = self._model.item(index)
        if not isinstance(held, Prescription):
            return None
        part = part_at(held, self._font, self._view.visualRect(index), at)
        return (index, part) if part and part is not Part.RANGE else None

    def open(self, index: Index, part: Part | None = None, typed: str = "") -> None:
        """Open the field over this chip of a row, over its first one where no part is given, with these letters in it."""
        held = self._model.item(index)
        if not isinstance(held, Prescription):
            return
        self._part = part or self._parts(held)[0]
        row = self._model.index_of(held.id)
        self._edits.begin()
        self._view.scrollTo(row)
        self._view.edit(row)
        if typed and self._editor is not None:
            self._editor.begin_with(typed)

    def step(self, index: Index, part: Part, by: int) -> None:
        """Make a part of this row, or of all chosen ones, `by` steps more."""
        self._edits.step(self._ids(index), part, by)

    # What the delegate calls

    def make_editor(self, parent: QWidget, index: Index) -> ChipEditor:
        """Return a new field for the part that is being opened."""
        held = self._model.item(index)
        name = translated(held.text.name) if isinstance(held, Prescription) else ""
        ids = self._ids(index)
        label = _("{part} of {exercise}").format(part=part_name(self._part), exercise=name)
        if len(ids) > 1:
            label = _("{part} of {count} exercises").format(part=part_name(self._part), count=len(ids))
        editor = ChipEditor(label, partial(self._edits.take, ids, self._part), parent)
        editor.stepped.connect(partial(self._edits.step, ids, self._part))
        editor.left.connect(partial(self._leave, editor))
        editor.given_up.connect(self.refused)
        editor.resized.connect(self._place_again)
        editor.destroyed.connect(self._forget)
        if self._part is Part.MORE:
            editor.line.setPlaceholderText(_("3x12, hold 5, 2 lb…"))
        OneUndo(editor)
        self._editor = editor
        self._row_id = held.id if isinstance(held, Prescription) else ""
        return editor

    def fill_editor(self, editor: QWidget, index: Index) -> None:
        """Show the part as the plan now has it."""
        held = self._model.item(index)
        if isinstance(editor, ChipEditor) and isinstance(held, Prescription):
            editor.show_words(part_words(held, self._part))

    def place_editor(self, editor: QWidget, row: QRect, index: Index) -> None:
        """Put the field over its chip, within the viewport."""
        held = self._model.item(index)
        if isinstance(editor, ChipEditor) and isinstance(held, Prescription):
            box = box_of(held, self._font, row, self._part)
            around = self._view.viewport()
            editor.setGeometry(*editor_place(editor, box.left(), box.top(), box.height(), around.width(), around.height()))

    # Private

    @property
    def _font(self) -> QFont:
        return self._view.font()

    def _parts(self, held: Prescription) -> list[Part]:
        placed = placed_chips(held, self._font, QRect(0, 0, self._view.viewport().width(), 0))
        return [found.chip.part for found in placed if found.chip.part is not Part.RANGE]

    def _ids(self, index: Index) -> tuple[str, ...]:
        own = self._model.item(index)
        chosen = [self._model.item(found) for found in self._view.selectionModel().selectedIndexes()]
        several = tuple(item.id for item in chosen if isinstance(item, Prescription))
        if own is None or own.id in several:
            return several
        return (own.id,)

    def _fill_again(self) -> None:
        # Qt fills the field at opening only; an undo or a step has to show in it as well.
        if self._editor is not None:
            self.fill_editor(self._editor, self._model.index_of(self._row_id))

    def _place_again(self) -> None:
        index = self._model.index_of(self._row_id)
        if self._editor is not None and index.isValid():
            self.place_editor(self._editor, self._view.visualRect(index), index)

    def _forget(self) -> None:
        """Take note that Qt took the field down itself, as it does when the row goes."""
        if self._editor is not None and not isValid(self._editor):
            self._editor = None

    def _leave(self, editor: ChipEditor, then: int) -> None:
        self._editor = None
        self._view.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)
        index = self._model.index_of(self._row_id)
        held = self._model.item(index)
        if not then or not isinstance(held, Prescription):
            return
        parts = self._parts(held)
        at = parts.index(self._part) + then if self._part in parts else (0 if then > 0 else len(parts) - 1)
        if 0 <= at < len(parts) or len(self._ids(index)) > 1:
            self.open(index, parts[at % len(parts)])
        else:
            self._open_beside(index, then)

    def _open_beside(self, index: QModelIndex, then: int) -> None:
        """Go on to the first chip of the next row, or the last one of the row before; phases are passed over."""
        step = self._view.indexBelow if then > 0 else self._view.indexAbove
        index = step(index)
        while index.isValid() and not isinstance(self._model.item(index), Prescription):
            index = step(index)
        held = self._model.item(index)
        if isinstance(held, Prescription):
            self._view.setCurrentIndex(index)
            self.open(index, self._parts(held)[0 if then > 0 else -1])
