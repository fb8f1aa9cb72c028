"""Paints the plan board: phases as heads of cards, prescriptions as their rows; and gives a chip its field to type in."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from pfss_desktop.domain.plan import Phase
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.ui.chip_editing import ChipEditing
from pfss_desktop.ui.exercise_row import PICTURE, ExerciseRow, row_height
from pfss_desktop.ui.phase_head import PhaseHead, phase_height
from pfss_desktop.ui.plan_model import PlanModel
from pfss_desktop.ui.theme import theme_now
from pfss_desktop.ui.thumbnails import Thumbnails

Index = QModelIndex | QPersistentModelIndex


class BoardDelegate(QStyledItemDelegate):
    """Draws a phase as the head of a card, its prescriptions as the card's rows; values are read, changes are the chips' own."""

    def __init__(self, view: QAbstractItemView, thumbnails: Thumbnails, chips: ChipEditing) -> None:
        super().__init__(view)
        self._view = view
        self._thumbnails = thumbnails
        self._chips = chips

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        item = index.data(PlanModel.ItemRole)
        width = self._view.viewport().width()
        if isinstance(item, Phase):
            return QSize(width, phase_height(item, option.font))
        if isinstance(item, Prescription):
            return QSize(width, row_height(item, option.font, width))
        return QSize(width, QFontMetrics(option.font).height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(PlanModel.ItemRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(option.rect)
        is_now, check = bool(index.data(PlanModel.IsNowRole)), str(index.data(PlanModel.CheckRole) or "")
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if isinstance(item, Phase):
            head = PhaseHead(item, index.row() + 1, is_now=is_now, is_chosen=is_chosen, check=check)
            head.paint(painter, theme_now(), option.font, option.rect)
        elif isinstance(item, Prescription):
            row = ExerciseRow(
                item,
                self._thumbnails.of_prescription(item, PICTURE, self._view.devicePixelRatio()),
                is_now=is_now,
                is_chosen=is_chosen,
                is_last=index.row() == index.model().rowCount(index.parent()) - 1,
                is_under=bool(option.state & QStyle.StateFlag.State_MouseOver),
            )
            row.paint(painter, theme_now(), option.font, option.rect, check)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        return self._chips.make_editor(parent, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        self._chips.fill_editor(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Do nothing: the field hands its words over itself, so that a refusal can keep it open."""

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        self._chips.place_editor(editor, option.rect, index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Qt would close the field at Enter, Tab and a lost focus, whether its words were understood or not.
        return False
