"""The short form for a patient: name, the clinic's number, date of birth, and the language they read."""

from dataclasses import replace

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QPushButton, QVBoxLayout, QWidget

from pfss_desktop.domain.bounds import LINE_LIMIT, tidy_line
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.identity import new_id
from pfss_desktop.domain.patient import Patient
from pfss_desktop.language import _, spoken_language
from pfss_desktop.translations import LANGUAGES
from pfss_desktop.ui.choice_box import ChoiceBox
from pfss_desktop.ui.form_rows import fault_label, line_field, new_form, say_fault, side_by_side


class PatientForm(QFrame):
    """Hidden until it begins; tells of a patient that can be, says what is wrong with any other."""

    added = Signal(object)
    """A new Patient."""
    changed = Signal(object)
    """A known Patient with another name, number, date of birth or language."""
    cancelled = Signal()
    """The form is to be closed."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._name = line_field(_("Name"), LINE_LIMIT)
        self._number = line_field(_("Clinic number"), LINE_LIMIT)
        self._born = line_field(_("Date of birth"), 10)
        self._born.setPlaceholderText(_("YYYY-MM-DD"))
        self._language = ChoiceBox(_("Language of the handout"), [(each.own_name, each.tag) for each in LANGUAGES])
        self._fault = fault_label()
        self._known: Patient | None = None
        self._done = QPushButton()
        self._done.setProperty("primary", "true")
        cancel = QPushButton(_("Cancel"))
        holder = QWidget()
        form: QFormLayout = new_form(holder)
        form.addRow(_("Name"), self._name)
        form.addRow(_("Clinic number"), self._number)
        form.addRow(_("Date of birth"), self._born)
        form.addRow(_("Language of the handout"), self._language)
        column = QVBoxLayout(self)
        for widget in (holder, self._fault, side_by_side(self._done, cancel)):
            column.addWidget(widget)
        self._done.clicked.connect(self._finish)
        cancel.clicked.connect(self.cancelled)
        for field in (self._name, self._number, self._born):
            field.returnPressed.connect(self._finish)

    def begin(self, name: str) -> None:
        """Start a new patient with this name and nothing else."""
        self._begin(None, name, "", "", spoken_language())

    def begin_with(self, patient: Patient) -> None:
        """Start with a known patient, to be changed."""
        born = patient.born.isoformat() if patient.born else ""
        self._begin(patient, patient.name, patient.number, born, patient.language)

    def _begin(self, known: Patient | None, name: str, number: str, born: str, language: str) -> None:
        self._known = known
        self._done.setText(_("Save changes") if known else _("Add patient"))
        self._name.setText(name)
        self._number.setText(number)
        self._born.setText(born)
        self._language.choose(language)
        say_fault(self._fault, "")
        self.show()
        self._name.setFocus()

    def _finish(self) -> None:
        typed = self._born.text().strip()
        day = QDate.fromString(typed, Qt.DateFormat.ISODate)
        if typed and not day.isValid():
            say_fault(self._fault, _("Write the date of birth as year-month-day, such as 1984-05-30, or leave it empty."))
            return
        try:
            born = day.toPython() if typed else None
            name, number = tidy_line(self._name.text()), tidy_line(self._number.text())
            known = self._known or Patient(new_id(), name or "?")
            language = self._language.value()
            patient = replace(known, name=name, number=number, born=born, language=language)  # type: ignore[arg-type]
        except OutOfBounds as error:
            say_fault(self._fault, _("Not taken over: {reason}").format(reason=str(error)))
            return
        (self.changed if self._known else self.added).emit(patient)
