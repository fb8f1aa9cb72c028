"""Asks from when to when, and at which hours, the sessions go into the patient's calendar."""

from datetime import date, time

from PySide6.QtCore import QDate, QLocale, QTime
from PySide6.QtWidgets import QComboBox, QDateEdit, QDialog, QDialogButtonBox, QLabel, QTimeEdit, QVBoxLayout, QWidget

from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.sessions import WakingHours
from pfss_desktop.exchange.calendar_file import CalendarChoices
from pfss_desktop.language import _, ngettext, spoken_language
from pfss_desktop.ui.form_rows import fault_label, new_form, say_fault

REMINDERS = (None, 0, 10, 30, 60)
"""Minutes before a session that can be chosen."""


class CalendarDialog(QDialog):
    """Days and hours of the sessions; what does not go together is said at once."""

    def __init__(self, proposed: CalendarChoices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Calendar for the patient"))
        self._language = proposed.language
        self._first_day = _day_field(_("First day"), proposed.first_day)
        self._last_day = _day_field(_("Last day"), proposed.last_day)
        self._first = _time_field(_("First session of a day"), proposed.hours.first)
        self._last = _time_field(_("Last session of a day"), proposed.hours.last)
        self._remind = QComboBox()
        self._remind.setAccessibleName(_("Reminder"))
        for minutes in REMINDERS:
            self._remind.addItem(_reminder_text(minutes), minutes)
        self._remind.setCurrentIndex(max(0, self._remind.findData(proposed.remind_before)))
        self._fault = fault_label()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        for day in (self._first_day, self._last_day):
            day.dateChanged.connect(self._check)
        for hour in (self._first, self._last):
            hour.timeChanged.connect(self._check)

    def choices(self) -> CalendarChoices:
        """Return what is chosen; raise OutOfBounds."""
        return CalendarChoices(
            first_day=_date_of(self._first_day),
            last_day=_date_of(self._last_day),
            hours=WakingHours(_minute_of(self._first), _minute_of(self._last)),
            remind_before=self._remind.currentData(),
            language=self._language,
        )

    def _lay_out(self) -> None:
        told = QLabel(_("The sessions of the present phase as a file that the patient's phone puts into its calendar."))
        told.setWordWrap(True)
        holder = QWidget()
        form = new_form(holder)
        for label, field in (
            (_("First day"), self._first_day),
            (_("Last day"), self._last_day),
            (_("First session of a day"), self._first),
            (_("Last session of a day"), self._last),
            (_("Reminder"), self._remind),
        ):
            form.addRow(label, field)
        column = QVBoxLayout(self)
        for widget in (told, holder, self._fault, self._buttons):
            column.addWidget(widget)

    def _check(self) -> None:
        """Say what does not go together, and let nobody go on with it."""
        text = ""
        try:
            self.choices()
        except OutOfBounds as error:
            text = str(error)
        say_fault(self._fault, text)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not text)


def ask_calendar(proposed: CalendarChoices, parent: QWidget) -> CalendarChoices | None:
    """Return what was chosen, or None where it was given up."""
    dialog = CalendarDialog(proposed, parent)
    try:
        return dialog.choices() if dialog.exec() == QDialog.DialogCode.Accepted else None
    finally:
        dialog.deleteLater()


def _reminder_text(minutes: int | None) -> str:
    if minutes is None:
        return _("no reminder")
    if minutes == 0:
        return _("when it begins")
    return ngettext("{count} minute before", "{count} minutes before", minutes).format(count=minutes)


def _day_field(name: str, day: date) -> QDateEdit:
    field = QDateEdit(QDate(day.year, day.month, day.day))
    field.setAccessibleName(name)
    field.setCalendarPopup(True)
    # With the month as a word, in the language of the window, so that no two countries read it differently.
    field.setLocale(QLocale(spoken_language()))
    field.setDisplayFormat("d MMM yyyy")
    return field


def _time_field(name: str, minute: int) -> QTimeEdit:
    field = QTimeEdit(QTime(minute // 60, minute % 60))
    field.setAccessibleName(name)
    return field


def _date_of(field: QDateEdit) -> date:
    chosen = field.date()
    return date(chosen.year(), chosen.month(), chosen.day())


def _minute_of(field: QTimeEdit) -> int:
    chosen = time(field.time().hour(), field.time().minute())
    return 60 * chosen.hour + chosen.minute
