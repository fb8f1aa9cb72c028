"""A list of patients with search, and a short form for a new one: on the start page and where a plan gets its patient."""

from collections.abc import Sequence

from PySide6.QtCore import QDate, Qt, QTimer, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from pfss_desktop.document.background import Background
from pfss_desktop.domain.bounds import LINE_LIMIT, tidy_line
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.identity import new_id
from pfss_desktop.domain.library import Library, PatientSummary
from pfss_desktop.domain.patient import Patient
from pfss_desktop.language import _, ngettext
from pfss_desktop.ui.form_rows import fault_label, line_field, new_form, say_fault, side_by_side
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
        self._names: dict[str, str] = {}
        self._search = line_field(_("Search patients"), LINE_LIMIT)
        self._search.setPlaceholderText(_("Search by name or number"))
        self._search.setClearButtonEnabled(True)
        self._list = TwoLineList(_("Patients"))
        self._none = QLabel()
        self._none.setProperty("role", "muted")
        self._none.setWordWrap(True)
        self._new = QPushButton(_("New patient…"))
        self._form = _NewPatientForm()
        self._form.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for widget in (self._search, self._list, self._none, self._new, self._form):
            column.addWidget(widget)
        column.setStretch(1, 1)
        column.addStretch(0)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self.refresh)
        self._search.textChanged.connect(lambda _text: self._typing.start())
        self._list.opened.connect(self._open)
        self._new.clicked.connect(self._show_form)
        self._form.added.connect(self._add)
        self._form.cancelled.connect(self._form.hide)

    def refresh(self) -> None:
        """Ask the library anew for the patients that match what is typed."""
        text = tidy_line(self._search.text())
        self._background.run(lambda: self._library.patients(text), self._show, self.failed.emit)

    def _show(self, found: Sequence[PatientSummary]) -> None:
        self._names = {summary.patient.id: summary.patient.name for summary in found}
        self._list.fill((summary.patient.id, summary.patient.name, _details(summary)) for summary in found)
        self._none.setVisible(not found)
        self._list.setVisible(bool(found))
        typed = bool(self._search.text().strip())
        self._none.setText(_("No patient matches.") if typed else _("No patients yet. Add the first one here."))

    def _open(self, patient_id: str) -> None:
        self.chosen.emit(patient_id, self._names[patient_id])

    def _show_form(self) -> None:
        self._form.begin(tidy_line(self._search.text()))
        self._form.show()

    def _add(self, patient: Patient) -> None:
        def added(_nothing: None) -> None:
            self._form.hide()
            self.refresh()
            self.chosen.emit(patient.id, patient.name)

        self._background.run(lambda: self._library.add_patient(patient), added, self.failed.emit)


class _NewPatientForm(QFrame):
    """Name, the clinic's number and the date of birth of a new patient."""

    added = Signal(object)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._name = line_field(_("Name"), LINE_LIMIT)
        self._number = line_field(_("Clinic number"), LINE_LIMIT)
        self._born = line_field(_("Date of birth"), 10)
        self._born.setPlaceholderText("YYYY-MM-DD")
        self._fault = fault_label()
        add = QPushButton(_("Add patient"))
        add.setProperty("primary", "true")
        cancel = QPushButton(_("Cancel"))
        holder = QWidget()
        form: QFormLayout = new_form(holder)
        form.addRow(_("Name"), self._name)
        form.addRow(_("Clinic number"), self._number)
        form.addRow(_("Date of birth"), self._born)
        column = QVBoxLayout(self)
        for widget in (holder, self._fault, side_by_side(add, cancel)):
            column.addWidget(widget)
        add.clicked.connect(self._add)
        cancel.clicked.connect(self.cancelled)
        for field in (self._name, self._number, self._born):
            field.returnPressed.connect(self._add)

    def begin(self, name: str) -> None:
        """Start with this name and nothing else."""
        self._name.setText(name)
        self._number.clear()
        self._born.clear()
        say_fault(self._fault, "")
        self._name.setFocus()

    def _add(self) -> None:
        typed = self._born.text().strip()
        day = QDate.fromString(typed, Qt.DateFormat.ISODate)
        if typed and not day.isValid():
            say_fault(self._fault, _("Write the date of birth as year-month-day, such as 1984-05-30, or leave it empty."))
            return
        try:
            born = day.toPython() if typed else None
            patient = Patient(new_id(), tidy_line(self._name.text()), tidy_line(self._number.text()), born)  # type: ignore[arg-type]
        except OutOfBounds as error:
            say_fault(self._fault, _("Not added: {reason}").format(reason=str(error)))
            return
        self.added.emit(patient)


def _details(summary: PatientSummary) -> str:
    patient = summary.patient
    parts = [patient.number, patient.born.isoformat() if patient.born else ""]
    parts.append(ngettext("{count} plan", "{count} plans", summary.plan_count).format(count=summary.plan_count))
    return " · ".join(part for part in parts if part)
