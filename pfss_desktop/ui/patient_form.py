"""The form for a patient: name, the clinic's number and date of birth; folded below, what else is to be known."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from pfss_desktop.domain.bounds import LINE_LIMIT, tidy_line
from pfss_desktop.domain.faults import OutOfBounds, UserError
from pfss_desktop.domain.identity import new_id
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.typed_dates import NotDate, date_from
from pfss_desktop.language import _, ngettext, spoken_language
from pfss_desktop.ui.date_text import day_text, typed_day, typed_order
from pfss_desktop.ui.equipment_field import EquipmentOffer
from pfss_desktop.ui.form_rows import fault_label, line_field, new_form, say_fault, side_by_side
from pfss_desktop.ui.patient_more import PatientMore
from pfss_desktop.ui.theme import GAP
from pfss_desktop.ui.visit_desk import today

_EXAMPLE = date(1990, 5, 17)


class PatientForm(QWidget):
    """Tells of a patient that can be, says what is wrong with any other."""

    added = Signal(object)
    """A new Patient."""
    changed = Signal(object)
    """A known Patient with other fields."""
    cancelled = Signal()
    """The form is to be closed."""

    def __init__(self, offer: EquipmentOffer | None = None) -> None:
        super().__init__()
        self._name = line_field(_("Name"), LINE_LIMIT)
        self._number = line_field(_("Clinic number"), LINE_LIMIT)
        self._born = line_field(_("Date of birth"), 20)
        self._born.setPlaceholderText(_("For example {date}").format(date=typed_day(_EXAMPLE)))
        self._read_as = QLabel()
        self._read_as.setProperty("role", "muted")
        self._more = PatientMore(offer or EquipmentOffer())
        self._language = self._more.language
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
        form.addRow("", self._read_as)
        self._lay_out(holder, side_by_side(self._done, cancel))
        self._done.clicked.connect(self._finish)
        cancel.clicked.connect(self.cancelled)
        self._born.textChanged.connect(lambda _text: self._say_read())
        for field in (self._name, self._number, self._born):
            field.returnPressed.connect(self._finish)

    def begin(self, name: str) -> None:
        """Start a new patient with this name and nothing else."""
        self._begin(None, Patient("new", name or "?", language=spoken_language()), name)

    def begin_with(self, patient: Patient) -> None:
        """Start with a known patient, to be changed."""
        self._begin(patient, patient, patient.name)

    def unfold(self) -> None:
        """Show all of the form."""
        self._more.unfold()

    def _lay_out(self, base: QWidget, buttons: QWidget) -> None:
        """Put the fields into a part that scrolls; what is wrong, and the buttons, stay in sight below it."""
        inside = QWidget()
        fields = QVBoxLayout(inside)
        fields.setContentsMargins(0, 0, GAP, 0)
        fields.addWidget(base)
        fields.addWidget(self._more)
        fields.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (scroll, self._fault, buttons):
            column.addWidget(widget)

    def _begin(self, known: Patient | None, shown: Patient, name: str) -> None:
        self._known = known
        self._done.setText(_("Save changes") if known else _("Add patient"))
        self._name.setText(name)
        self._number.setText(shown.number)
        self._born.setText(typed_day(shown.born) if shown.born else "")
        self._more.show_patient(shown)
        say_fault(self._fault, "")
        self.show()
        self._name.setFocus()

    def _say_read(self) -> None:
        """Say how the date is read while it is typed, so that day and month are never mixed up unseen."""
        try:
            born = date_from(self._born.text(), typed_order())
        except NotDate:
            self._read_as.setText("")
            return
        age = Patient("new", "?", born=born).age_on(today()) if born.year >= 1900 else None
        years = ngettext("{count} year old", "{count} years old", age or 0).format(count=age)
        self._read_as.setText(day_text(born) if age is None else f"{day_text(born)} · {years}")

    def _finish(self) -> None:
        try:
            patient = self._patient()
        except OutOfBounds as error:
            say_fault(self._fault, _("Not taken over: {reason}").format(reason=str(error)))
            return
        except UserError as error:
            say_fault(self._fault, str(error))
            return
        (self.changed if self._known else self.added).emit(patient)

    def _patient(self) -> Patient:
        """Return the patient that is written here; raise UserError."""
        typed = self._born.text().strip()
        born = date_from(typed, typed_order()) if typed else None
        if born is not None and born > today():
            raise NotDate(_("This date of birth is still to come. Look at the year again."))
        name = tidy_line(self._name.text())
        return replace(
            self._known or Patient(new_id(), name or "?"),
            name=name,
            number=tidy_line(self._number.text()),
            born=born,
            language=self._more.language.value(),
            precautions=self._more.precautions(),
            equipment=self._more.home_equipment(),
        )
