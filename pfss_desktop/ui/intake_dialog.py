"""What is asked before the plan, in one window that keys alone can fill in. The goal is the plan form's."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.bounds import LINE_LIMIT, tidy_line
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.intake import Intake, Irritability, RedFlagScreen
from pfss_desktop.domain.intake_choices import IntakeChoices
from pfss_desktop.domain.patient import Patient, Precaution
from pfss_desktop.language import _, translated
from pfss_desktop.ui.form_rows import fault_label, new_form, say_fault
from pfss_desktop.ui.intake_words import irritability_meaning, irritability_name, red_flag_advice
from pfss_desktop.ui.names import precaution_name
from pfss_desktop.ui.number_box import NumberBox
from pfss_desktop.ui.plain import plain_labels
from pfss_desktop.ui.segments import Segments
from pfss_desktop.ui.theme import GAP
from pfss_desktop.ui.wrapped_check import WrappedCheck
from pfss_desktop.ui.wrapped_label import wrapped_label


class IntakeDialog(QDialog):
    """Shows what was asked; nothing counts before OK. Precautions are the patient's, the rest is the plan's."""

    settled = Signal(object, object)
    """The Intake, and the precautions of the patient as a tuple (None where the plan has no patient)."""

    def __init__(
        self, intake: Intake, side: Side | None, patient: Patient | None, choices: IntakeChoices, on: date, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Before the plan"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._intake, self._side, self._choices, self._on = intake, side, choices, on
        self._has_patient = patient is not None
        self._flag_lines = {flag.id: WrappedCheck(translated(flag.text)) for flag in choices.red_flags}
        self.flags = {flag_id: line.box for flag_id, line in self._flag_lines.items()}
        self._asked = QLabel()
        self._advice = QLabel()
        self.none_found = QPushButton(_("&None found"))
        self.irritability: Segments[Irritability | None] = _irritability_choice()
        self._meaning = wrapped_label("muted")
        self.precautions = {each: QCheckBox(precaution_name(each)) for each in Precaution}
        self.diagnosis = _code_box(choices, side)
        self.minutes = NumberBox(_("Minutes a day"), 0, 240, _("min"), _("not asked"))
        self._fault = fault_label()
        self._is_screened = intake.red_flags is not None
        self._lay_out()
        self._fill(intake, patient.precautions if patient else ())
        plain_labels(self)
        self.adjustSize()

    # Qt overrides

    def event(self, event: QEvent) -> bool:
        answer = super().event(event)
        # After the last event of all there is no dialog any more to be asked.
        is_to_fit = event.type() is QEvent.Type.LayoutRequest
        if is_to_fit and (column := self.layout()) is not None:
            # As high as the words need at this width: they wrap in their boxes, and their number changes.
            least = max(column.totalHeightForWidth(self.width()), column.totalMinimumSize().height())
            self.resize(self.width(), max(self.height(), least))
        return answer

    # Private

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._settle)
        buttons.rejected.connect(self.reject)
        # Side by side, so that the whole fits a screen of 720 lines.
        beside = QVBoxLayout()
        beside.addWidget(self._knee_box())
        beside.addWidget(self._precautions_box())
        beside.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(2 * GAP)
        both.addWidget(self._red_flags_box())
        both.addLayout(beside)
        column = QVBoxLayout(self)
        column.setSpacing(GAP + GAP // 2)
        column.addLayout(both)
        column.addWidget(self._fault)
        column.addWidget(buttons)
        self.none_found.setFocus()

    def _red_flags_box(self) -> QGroupBox:
        box = QGroupBox(_("Red flags"))
        box.setMinimumWidth(60 * GAP)
        self._asked.setProperty("role", "muted")
        self._advice.setWordWrap(True)
        self._advice.setProperty("role", "fault")
        self.none_found.clicked.connect(self._note_none)
        self.none_found.setToolTip(_("All were asked, and none was found"))
        head = QHBoxLayout()
        head.addWidget(self._asked, 1)
        head.addWidget(self.none_found)
        column = QVBoxLayout(box)
        column.addLayout(head)
        for line in self._flag_lines.values():
            column.addWidget(line)
            line.box.toggled.connect(self._note_flag)
        column.addWidget(self._advice)
        column.addStretch(1)
        return box

    def _knee_box(self) -> QGroupBox:
        box = QGroupBox(_("The knee"))
        # Wide enough for the grades of irritability side by side in any language.
        box.setMinimumWidth(72 * GAP)
        self.irritability.chosen.connect(self._show_meaning)
        holder = QWidget()
        form = new_form(holder)
        form.addRow(_("Irritability"), self.irritability)
        form.addRow("", self._meaning)
        form.addRow(_("Diagnosis code"), self.diagnosis)
        form.addRow(_("Time for exercises"), self.minutes)
        QVBoxLayout(box).addWidget(holder)
        return box

    def _precautions_box(self) -> QGroupBox:
        box = QGroupBox(_("Precautions of the patient"))
        column = QVBoxLayout(box)
        for tick in self.precautions.values():
            column.addWidget(tick)
            tick.setEnabled(self._has_patient)
        if not self._has_patient:
            told = _("Choose the patient of this plan first; precautions are kept with the patient.")
            column.addWidget(wrapped_label("muted", told))
        return box

    def _fill(self, intake: Intake, precautions: Sequence[Precaution]) -> None:
        found = intake.red_flags.found if intake.red_flags else ()
        for flag_id, tick in self.flags.items():
            tick.setChecked(flag_id in found)
        for precaution, box in self.precautions.items():
            box.setChecked(precaution in precautions)
        self.irritability.choose(intake.irritability)
        self.diagnosis.setEditText(intake.diagnosis_code)
        self.minutes.setValue(intake.minutes_a_day or 0)
        self._is_screened = intake.red_flags is not None
        self._show_flags()
        self._show_meaning()

    def _note_none(self) -> None:
        for tick in self.flags.values():
            tick.setChecked(False)
        self._is_screened = True
        self._intake = replace(self._intake, red_flags=None)
        self._show_flags()
        self.irritability.setFocus()

    def _note_flag(self) -> None:
        self._is_screened = self._is_screened or bool(self._found())
        self._show_flags()

    def _found(self) -> tuple[str, ...]:
        known = tuple(flag_id for flag_id, tick in self.flags.items() if tick.isChecked())
        # A sign that today's file does not have any more was found all the same.
        former = self._intake.red_flags.found if self._intake.red_flags else ()
        return (*known, *(flag_id for flag_id in former if flag_id not in self.flags))

    def _show_flags(self) -> None:
        found = self._found()
        on = self._asked_on()
        day = QLocale().toString(QDate(on.year, on.month, on.day), "d MMM yyyy")
        asked = _("Asked on {date}").format(date=day) if self._is_screened else _("Not asked yet")
        self._asked.setText(asked)
        self._advice.setText(red_flag_advice(is_urgent=self._choices.is_urgent(found)) if found else "")
        self._advice.setVisible(bool(found))

    def _asked_on(self) -> date:
        """Return the day of the screen: the former one while it says the same, else today."""
        former = self._intake.red_flags
        return former.on if former and former.found == self._found() else self._on

    def _show_meaning(self) -> None:
        self._meaning.setText(irritability_meaning(self.irritability.value()))

    def _settle(self) -> None:
        try:
            intake = Intake(
                diagnosis_code=tidy_line(self.diagnosis.currentText()),
                irritability=self.irritability.value(),
                red_flags=RedFlagScreen(self._asked_on(), self._found()) if self._is_screened else None,
                minutes_a_day=self.minutes.value() or None,
            )
        except OutOfBounds as error:
            say_fault(self._fault, _("Not taken over: {reason}").format(reason=str(error)))
            return
        chosen = tuple(each for each, box in self.precautions.items() if box.isChecked())
        self.accept()
        self.settled.emit(intake, chosen if self._has_patient else None)


def _irritability_choice() -> "Segments[Irritability | None]":
    choices: list[tuple[str, Irritability | None]] = [(_("not asked"), None)]
    choices += [(irritability_name(each), each) for each in Irritability]
    return Segments(_("Irritability"), choices)


def _code_box(choices: IntakeChoices, side: Side | None) -> QComboBox:
    box = QComboBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.setAccessibleName(_("Diagnosis code"))
    box.setToolTip(_("A code with its system, such as ICD-10-CM M22.2X1; any other may be typed"))
    field = box.lineEdit()
    if field is not None:
        field.setMaxLength(LINE_LIMIT)
        field.setAccessibleName(_("Diagnosis code"))
    for diagnosis in choices.diagnoses:
        box.addItem(diagnosis.code(side))
        told = _("{code}: {name}").format(code=diagnosis.code(side), name=translated(diagnosis.name))
        box.setItemData(box.count() - 1, told, Qt.ItemDataRole.ToolTipRole)
    return box
