"""A list of patients with search, and a short form for a new one: on the start page and where a plan gets its patient."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from pfss_desktop.document.background import Background
from pfss_desktop.domain.bounds import LINE_LIMIT, tidy_line
from pfss_desktop.domain.library import Library, PatientSummary
from pfss_desktop.domain.patient import Patient
from pfss_desktop.language import _, ngettext
from pfss_desktop.ui.form_rows import line_field
from pfss_desktop.ui.patient_form import PatientForm
from pfss_desktop.ui.theme import GAP
from pfss_desktop.ui.two_lines import TwoLineList

_TYPING_MS = 120


class PatientsPanel(QWidget):
    """Find a patient or add one."""

    chosen = Signal(str, str)
    """Id and name of the patient that was opened by double click, Enter or by being added."""
    failed = Signal(object)
    """The exception of a request to the library."""

    def __init__(self, library: Library, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._background = background
        self._patients: dict[str, Patient] = {}
        self._search = line_field(_("Search patients"), LINE_LIMIT)
        self._search.setPlaceholderText(_("Search by name or number"))
        self._search.setClearButtonEnabled(True)
        self._list = TwoLineList(_("Patients"))
        self._none = QLabel()
        self._none.setProperty("role", "muted")
        self._none.setWordWrap(True)
        self._new = QPushButton(_("New patient…"))
        self._edit = QPushButton(_("Change name, number or date of birth…"))
        self._edit.hide()
        self._form = PatientForm()
        self._form.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for widget in (self._search, self._list, self._none, self._new, self._edit, self._form):
            column.addWidget(widget)
        column.setStretch(1, 1)
        column.addStretch(0)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self.refresh)
        self._search.textChanged.connect(lambda _text: self._typing.start())
        self._list.opened.connect(self._open)
        self._list.itemSelectionChanged.connect(lambda: self._edit.setVisible(self._list.chosen() is not None))
        self._new.clicked.connect(self._show_form)
        self._edit.clicked.connect(self._edit_chosen)
        self._form.added.connect(self._add)
        self._form.changed.connect(self._change)
        self._form.cancelled.connect(self._form.hide)

    def refresh(self) -> None:
        """Ask the library anew for the patients that match what is typed."""
        text = tidy_line(self._search.text())
        self._background.run(lambda: self._library.patients(text), self._show, self.failed.emit)

    def _show(self, found: Sequence[PatientSummary]) -> None:
        self._patients = {summary.patient.id: summary.patient for summary in found}
        self._list.fill((summary.patient.id, summary.patient.name, _details(summary)) for summary in found)
        self._none.setVisible(not found)
        self._list.setVisible(bool(found))
        typed = bool(self._search.text().strip())
        self._none.setText(_("No patient matches.") if typed else _("No patients yet. Add the first one here."))

    def _open(self, patient_id: str) -> None:
        self.chosen.emit(patient_id, self._patients[patient_id].name)

    def _show_form(self) -> None:
        self._form.begin(tidy_line(self._search.text()))

    def _edit_chosen(self) -> None:
        chosen = self._list.chosen()
        if chosen is not None:
            self._form.begin_with(self._patients[chosen[0]])

    def _add(self, patient: Patient) -> None:
        def added(_nothing: None) -> None:
            self._form.hide()
            self.refresh()
            self.chosen.emit(patient.id, patient.name)

        self._background.run(lambda: self._library.add_patient(patient), added, self.failed.emit)

    def _change(self, patient: Patient) -> None:
        def changed(_before: Patient) -> None:
            self._form.hide()
            self.refresh()

        self._background.run(lambda: self._library.change_patient(patient), changed, self.failed.emit)


def _details(summary: PatientSummary) -> str:
    patient = summary.patient
    parts = [patient.number, patient.born.isoformat() if patient.born else ""]
    parts.append(ngettext("{count} plan", "{count} plans", summary.plan_count).format(count=summary.plan_count))
    return " · ".join(part for part in parts if part)
