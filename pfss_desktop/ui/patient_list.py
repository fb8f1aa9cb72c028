"""The list of patients with its search: as one types, by name or by last visit, with or without archived ones."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QListView, QVBoxLayout, QWidget

from pfss_desktop.document.background import Background
from pfss_desktop.domain.bounds import LINE_LIMIT, tidy_line
from pfss_desktop.domain.library import Library, PatientOrder, PatientSummary
from pfss_desktop.language import _
from pfss_desktop.ui.choice_box import ChoiceBox
from pfss_desktop.ui.form_rows import line_field, side_by_side
from pfss_desktop.ui.patients_model import PatientsModel
from pfss_desktop.ui.theme import GAP
from pfss_desktop.ui.two_lines import TwoLineDelegate

FIRST_PIECE = 60
"""Patients that are asked for at once: more than a screen shows."""
_NEXT_PIECE = 200


@dataclass(frozen=True, slots=True)
class _Asked:
    text: str
    order: PatientOrder
    archived: bool


class PatientList(QWidget):
    """Answers every keystroke; while an answer is on its way, only the newest question waits."""

    opened = Signal(object)
    """The PatientSummary that was opened by double click or Enter."""
    choice_changed = Signal()
    """Another patient is chosen, or none."""
    shown = Signal()
    """The answer to what is typed is on the screen."""
    failed = Signal(object)
    """The exception of a request to the library."""

    def __init__(self, library: Library, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._background = background
        self._under_way: _Asked | None = None
        self._waits = False
        self.search = line_field(_("Search patients"), LINE_LIMIT)
        self.search.setPlaceholderText(_("Name, number or date of birth"))
        self.search.setClearButtonEnabled(True)
        orders = [(_("By name"), PatientOrder.NAME), (_("Last visit first"), PatientOrder.LAST_VISIT)]
        self.order = ChoiceBox(_("Order of the list"), orders)
        self.archived = QCheckBox(_("Archived, too"))
        self.model = PatientsModel(self)
        self.view = QListView()
        self.view.setAccessibleName(_("Patients"))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setUniformItemSizes(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setSpacing(2)
        self.view.setItemDelegate(TwoLineDelegate(self.view))
        self.view.setModel(self.model)
        self._none = QLabel()
        self._none.setProperty("role", "muted")
        self._none.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for widget in (self.search, side_by_side(self.order, self.archived), self.view, self._none):
            column.addWidget(widget)
        column.setStretch(2, 1)
        column.addStretch(0)
        self._connect()

    def refresh(self) -> None:
        """Ask the library anew for the patients that match what is typed."""
        if self._under_way is not None:
            self._waits = True
            return
        asked = _Asked(tidy_line(self.search.text()), self.order.value(), self.archived.isChecked())
        self._under_way = asked
        self._background.run(lambda: self._find(asked, FIRST_PIECE, 0), self._show, self._fail)

    def chosen(self) -> PatientSummary | None:
        """Return the chosen patient, or None."""
        return self.model.line(self.view.currentIndex())

    def choose_first(self) -> None:
        """Choose the first patient and go to the list; nothing happens in an empty one."""
        if self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(0))
            self.view.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.search and event.key() == Qt.Key.Key_Down:
                self.choose_first()
                return True
            if watched is self.view and event.key() == Qt.Key.Key_Up and self.view.currentIndex().row() <= 0:
                self.search.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self.search.textChanged.connect(self.refresh)
        self.order.chosen.connect(self.refresh)
        self.archived.toggled.connect(self.refresh)
        self.search.returnPressed.connect(self._open_only)
        self.view.activated.connect(self._open)
        self.view.selectionModel().currentChanged.connect(lambda _now, _before: self.choice_changed.emit())
        self.model.modelReset.connect(self.choice_changed)
        self.model.more_wanted.connect(self._ask_more)
        self.search.installEventFilter(self)
        self.view.installEventFilter(self)

    def _find(self, asked: _Asked, limit: int, skip: int) -> tuple[_Asked, Sequence[PatientSummary], bool]:
        found = self._library.patients(asked.text, limit + 1, skip=skip, order=asked.order, archived=asked.archived)
        return asked, found[:limit], len(found) > limit

    def _show(self, answer: tuple[_Asked, Sequence[PatientSummary], bool]) -> None:
        asked, found, has_more = answer
        self._under_way = None
        if self._ask_again():
            return
        former = self.chosen()
        self.model.show(found, has_more=has_more)
        row = self.model.row_of(former.patient.id) if former is not None else -1
        if row >= 0:
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(self.model.index(row), flag)
        self._none.setVisible(not found)
        self.view.setVisible(bool(found))
        self._none.setText(_("No patient matches.") if asked.text else _("No patients yet. Add the first one here."))
        self.shown.emit()

    def _ask_more(self) -> None:
        asked = _Asked(tidy_line(self.search.text()), self.order.value(), self.archived.isChecked())
        skip = self.model.rowCount()

        def append(answer: tuple[_Asked, Sequence[PatientSummary], bool]) -> None:
            if skip == self.model.rowCount() and self._under_way is None:
                self.model.append(answer[1], has_more=answer[2])

        self._background.run(lambda: self._find(asked, _NEXT_PIECE, skip), append, self.failed.emit)

    def _fail(self, error: Exception) -> None:
        self._under_way = None
        self._waits = False
        self.failed.emit(error)

    def _ask_again(self) -> bool:
        """Ask the question that came up meanwhile, if any."""
        waits, self._waits = self._waits, False
        if waits:
            self.refresh()
        return waits

    def _open_only(self) -> None:
        """Open the one patient that is found; of several the first is chosen, to be looked at before Enter opens it."""
        if self.model.rowCount() == 1:
            self._open(self.model.index(0))
        else:
            self.choose_first()

    def _open(self, index: QModelIndex) -> None:
        line = self.model.line(index)
        if line is not None:
            self.opened.emit(line)
