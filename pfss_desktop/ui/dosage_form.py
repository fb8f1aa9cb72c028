"""The fields of a dosage: how much and how often, a unit beside every number."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from pfss_desktop.domain.dosage import CountUnit, Dosage, RepRange, Tempo
from pfss_desktop.domain.exercise import Suggested
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.language import _
from pfss_desktop.ui.choice_box import ChoiceBox
from pfss_desktop.ui.form_rows import fault_label, new_form, say_fault, side_by_side
from pfss_desktop.ui.number_box import NumberBox

_EMPTY = "–"


class DosageForm(QWidget):
    """Shows a dosage and tells of every change that makes a valid one."""

    edited = Signal(object, str)
    """The new Dosage, and the name of the field that was changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sets = NumberBox(_("Sets"), 1, 20)
        self._reps = NumberBox(_("Repetitions"), 0, 500, empty=_EMPTY)
        self._reps_to = NumberBox(_("Repetitions, at most"), 0, 500, empty=_EMPTY)
        self._counted = ChoiceBox(_("What is counted"), [(_count_name(unit), unit) for unit in CountUnit])
        self._counted.make_narrow(5)
        self._hold = NumberBox(_("Hold"), 0, 600, _("s hold"), _("no hold"))
        self._rest = NumberBox(_("Rest between sets"), 0, 900, _("s rest"), _("no rest"))
        self._out = NumberBox(_("Tempo, going out"), -1, 30, _("s out"), _EMPTY)
        self._back = NumberBox(_("Tempo, coming back"), -1, 30, _("s back"), _EMPTY)
        self._minutes = NumberBox(_("Duration"), 0, 240, _("min"), _EMPTY)
        self._times = NumberBox(_("Times a day"), 1, 12, _("× a day"))
        self._days = NumberBox(_("Days a week"), 1, 7, _("days a week"))
        self._hint = QLabel()
        self._hint.setProperty("role", "muted")
        self._fault = fault_label()
        self._fields: dict[str, NumberBox | ChoiceBox[CountUnit]] = {
            "sets": self._sets, "reps": self._reps, "reps_to": self._reps_to, "counted": self._counted, "hold": self._hold,
            "rest": self._rest, "out": self._out, "back": self._back, "minutes": self._minutes, "times": self._times,
            "days": self._days,
        }  # fmt: skip
        for name, field in self._fields.items():
            changed = field.chosen if isinstance(field, ChoiceBox) else field.valueChanged
            changed.connect(partial(self._tell, name))
        self._lay_out(new_form(self))

    def show_dosage(self, dosage: Dosage, suggested: Suggested) -> None:
        """Show this dosage, and what the catalogue suggests beside it, without a signal."""
        reps, tempo = dosage.reps, dosage.tempo
        values = {
            self._sets: dosage.sets,
            self._reps: reps.low if reps else 0,
            self._reps_to: reps.high if reps and not reps.is_single else 0,
            self._hold: dosage.hold_seconds,
            self._rest: dosage.rest_seconds,
            self._out: tempo.out_seconds if tempo else -1,
            self._back: tempo.back_seconds if tempo else -1,
            self._minutes: dosage.minutes or 0,
            self._times: dosage.times_per_day,
            self._days: dosage.days_per_week,
        }
        for field, value in values.items():
            if field.value() != value:
                with QSignalBlocker(field):
                    field.setValue(value)
        with QSignalBlocker(self._counted):
            self._counted.choose(dosage.counted)
        self._hint.setText(_hint(suggested))
        self._hint.setVisible(bool(self._hint.text()))
        say_fault(self._fault, "")

    def _dosage(self) -> Dosage:
        low, high = self._reps.value(), self._reps_to.value()
        has_tempo = self._out.value() >= 0 and self._back.value() >= 0
        return Dosage(
            sets=self._sets.value(),
            reps=RepRange(low, max(low, high)) if low else None,
            counted=self._counted.value(),
            hold_seconds=self._hold.value(),
            rest_seconds=self._rest.value(),
            tempo=Tempo(self._out.value(), self._back.value()) if has_tempo else None,
            minutes=self._minutes.value() or None,
            times_per_day=self._times.value(),
            days_per_week=self._days.value(),
        )

    def _tell(self, field_name: str, *_value: object) -> None:
        self._pair_tempo(field_name)
        try:
            dosage = self._dosage()
        except OutOfBounds:
            say_fault(self._fault, _("Give repetitions or minutes. Until then the former dosage stays."))
            return
        say_fault(self._fault, "")
        self.edited.emit(dosage, field_name)

    def _pair_tempo(self, field_name: str) -> None:
        # A tempo has two numbers: setting or clearing one sets or clears the other.
        pair = {"out": (self._out, self._back), "back": (self._back, self._out)}.get(field_name)
        if pair and (pair[0].value() < 0) != (pair[1].value() < 0):
            with QSignalBlocker(pair[1]):
                pair[1].setValue(-1 if pair[0].value() < 0 else max(1, pair[0].value()))

    def _lay_out(self, form: QFormLayout) -> None:
        form.addRow(_("Sets × reps"), side_by_side(self._sets, "×", self._reps, "–", self._reps_to))
        form.addRow("", side_by_side(self._counted, self._hint))
        form.addRow(_("Hold, rest"), side_by_side(self._hold, self._rest))
        form.addRow(_("Tempo"), side_by_side(self._out, self._back))
        form.addRow(_("Duration"), side_by_side(self._minutes))
        form.addRow(_("How often"), side_by_side(self._times, self._days))
        form.addRow(self._fault)


def _hint(suggested: Suggested) -> str:
    parts = []
    if suggested.reps and suggested.reps[0] != suggested.reps[1]:
        parts.append(_("{low}–{high} reps").format(low=suggested.reps[0], high=suggested.reps[1]))
    if suggested.hold_seconds and suggested.hold_seconds[1]:
        parts.append(_("hold {low}–{high} s").format(low=suggested.hold_seconds[0], high=suggested.hold_seconds[1]))
    if suggested.minutes:
        parts.append(_("{low}–{high} min").format(low=suggested.minutes[0], high=suggested.minutes[1]))
    return _("usual: {ranges}").format(ranges=", ".join(parts)) if parts else ""


def _count_name(unit: CountUnit) -> str:
    return {
        CountUnit.REPS: _("reps"),
        CountUnit.HOLDS: _("holds"),
        CountUnit.STEPS: _("steps"),
        CountUnit.CONTACTS: _("contacts"),
        CountUnit.GLIDES: _("glides"),
        CountUnit.PASSES: _("passes"),
        CountUnit.BOUTS: _("bouts"),
    }[unit]
