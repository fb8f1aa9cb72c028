"""Patients to find, add, change, archive and merge: on the start page and where a plan gets its patient."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from pfss_desktop.domain.bounds import tidy_line
from pfss_desktop.domain.library import PatientSummary
from pfss_desktop.domain.patient import Patient
from pfss_desktop.language import _
from pfss_desktop.ui.patient_list import PatientList
from pfss_desktop.ui.patients_desk import PatientsDesk
from pfss_desktop.ui.theme import GAP


class PatientsPanel(QWidget):
    """Find a patient or add one; what is done with the chosen one is in its menu, on buttons and on keys."""

    opened = Signal(object)
    """The PatientSummary that was opened by double click or Enter."""
    page_asked = Signal(str)
    """The page of the patient with this id."""
    added = Signal(object)
    """The Patient that was added here."""
    failed = Signal(object)
    """The exception of a request to the library."""

    def __init__(self, desk: PatientsDesk, *, has_pages: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.list = PatientList(desk.library, desk.background)
        self._new = QPushButton(_("New patient…"))
        self._page = QPushButton(_("Patient's page"))
        self._page.setToolTip(_("Plans, visits and more of this patient (Ctrl+Enter)"))
        self._more = QPushButton(_("More"))
        self._more.setAccessibleName(_("More about the chosen patient"))
        self._menu = QMenu(self._more)
        self._more.setMenu(self._menu)
        self._make_actions()
        if not has_pages:
            self._page.hide()
            self._open_page.setVisible(False)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for button in (self._new, self._page, self._more):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        self._connect()
        self._show_choice()

    def refresh(self) -> None:
        """Ask the library anew."""
        self.list.refresh()

    def _make_actions(self) -> None:
        self._open_page = self._action(_("Patient's page"), "Ctrl+Return", self._ask_page)
        self._change = self._action(_("Change…"), "F2", self._change_chosen)
        self._archive = self._action(_("Archive"), "Del", self._archive_chosen)
        self._merge = self._action(_("Merge with another entry…"), "", self._merge_chosen)
        self._undo = self._action(_("Undo"), QKeySequence.StandardKey.Undo, self._desk.undo)
        self._menu.addActions([self._open_page, self._change, self._archive, self._merge])

    def _action(self, text: str, keys: str | QKeySequence.StandardKey, run: object) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(run)
        self.list.view.addAction(action)
        return action

    def _connect(self) -> None:
        self.list.opened.connect(self.opened)
        self.list.failed.connect(self.failed)
        self.list.choice_changed.connect(self._show_choice)
        self.list.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.view.customContextMenuRequested.connect(self._show_menu)
        self._new.clicked.connect(self._add)
        self._page.clicked.connect(self._ask_page)
        self._desk.changed.connect(self.refresh)

    def _show_choice(self) -> None:
        line = self.list.chosen()
        for part in (self._page, self._more, self._open_page, self._change, self._archive, self._merge):
            part.setEnabled(line is not None)
        self._archive.setText(_("Bring back from the archive") if line is not None and line.is_archived else _("Archive"))

    def _show_menu(self, at: QPoint) -> None:
        if self.list.chosen() is not None:
            self._menu.popup(self.list.view.viewport().mapToGlobal(at))

    def _ask_page(self) -> None:
        line = self.list.chosen()
        if line is not None:
            self.page_asked.emit(line.patient.id)

    def _add(self) -> None:
        from pfss_desktop.ui.patient_form_dialog import PatientFormDialog

        dialog = PatientFormDialog(self._desk.offer, self.window(), name=tidy_line(self.list.search.text()))
        dialog.added.connect(self._take_added)
        dialog.open()

    def _take_added(self, patient: Patient) -> None:
        def tell(stored: Patient) -> None:
            if stored.id == patient.id:
                self._desk.added.disconnect(tell)
                self.added.emit(patient)

        self._desk.added.connect(tell)
        self._desk.add(patient)

    def _change_chosen(self) -> None:
        line = self.list.chosen()
        if line is not None:
            ask_change(self._desk, line.patient, self.window())

    def _archive_chosen(self) -> None:
        line = self.list.chosen()
        if line is not None:
            archive_or_bring_back(self._desk, line)

    def _merge_chosen(self) -> None:
        from pfss_desktop.ui.merge_dialog import MergeDialog

        line = self.list.chosen()
        if line is not None:
            MergeDialog(self._desk, line, self.window()).open()


def ask_change(desk: PatientsDesk, patient: Patient, window: QWidget) -> None:
    """Open the form of a known patient; what is changed there is stored."""
    from pfss_desktop.ui.patient_form_dialog import PatientFormDialog

    dialog = PatientFormDialog(desk.offer, window, patient)
    dialog.changed.connect(desk.change)
    dialog.open()


def archive_or_bring_back(desk: PatientsDesk, line: PatientSummary) -> None:
    """Archive a patient, or bring an archived one back."""
    (desk.bring_back if line.is_archived else desk.archive)(line.patient)
