"""One row of the Scores tab: what is scored, a field for the value, the score before and what the change says."""

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.outcome_words import basis_words, change_words, number_words, score_name, thresholds_words, value_words
from pfss_desktop.domain.outcomes import bounds_text, typed_score
from pfss_desktop.domain.score_rows import ScoreRow
from pfss_desktop.domain.step_down import StepDownBand, step_down_band
from pfss_desktop.language import _, translated
from pfss_desktop.ui.form_rows import fault_label, say_fault
from pfss_desktop.ui.plain import plain_tip
from pfss_desktop.ui.theme import GAP, small
from pfss_desktop.ui.visit_scores import VisitScores


class ScoreField(QWidget):
    """Follows one row by its key; typing is noted at once, and what cannot be is said below the field."""

    left = Signal()
    """Enter was pressed: the next row is to have the focus."""
    checklist_asked = Signal()
    """The list that adds up to this score is to be shown."""

    def __init__(self, scores: VisitScores, row: ScoreRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scores = scores
        self.row = row
        name = score_name(row.measure, row.score(row.measure.low))
        self._name = QLabel(name)
        self._name.setWordWrap(True)
        self.field = _ValueLine(name, row)
        self._told = QLabel()
        self._told.setProperty("role", "muted")
        self._told.setFont(small(self.font()))
        self._told.setWordWrap(True)
        self._basis = QLabel(thresholds_words(row.measure))
        self._basis.setProperty("role", "muted")
        self._basis.setFont(small(self.font()))
        self._basis.setWordWrap(True)
        self._fault = fault_label()
        self._lay_out()
        self.field.setEnabled(scores.is_open and not row.is_computed)
        self.field.textEdited.connect(self._type)
        self.field.entered.connect(self._enter)
        self.field.ended.connect(scores.end_typing)
        self.show_row(row)

    @property
    def told(self) -> str:
        """What is said of the score before and of the change."""
        return self._told.text()

    @property
    def basis(self) -> str:
        """The thresholds and sources that the change is judged by; empty where there is nothing to judge."""
        return "" if self._basis.isHidden() else self._basis.text()

    @property
    def fault(self) -> str:
        """Why what was typed is not noted; empty where it is."""
        return self._fault.text()

    def show_row(self, row: ScoreRow) -> None:
        """Show this row, which has the key of the former one."""
        self.row = row
        shown = "" if row.now is None else number_words(row.now)
        if self._value() != row.now and not (self.fault and row.now is None):
            self.field.setText(shown)
            say_fault(self._fault, "")
        self._told.setText(_told(row))
        self._basis.setVisible(row.change() is not None and bool(self._basis.text()))
        self.field.setAccessibleDescription(self._told.text())

    def _value(self) -> Decimal | None:
        text = self.field.text()
        try:
            return typed_score(self.row.measure, text) if text.strip() else None
        except OutOfBounds:
            return None

    def _lay_out(self) -> None:
        measure = self.row.measure
        self._name.setBuddy(self.field)
        tip = "\n".join(part for part in (translated(measure.name), thresholds_words(measure), basis_words(measure)) if part)
        self._name.setToolTip(plain_tip(tip))
        self.field.setToolTip(plain_tip(f"{bounds_text(measure)}\n{tip}"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self._name, 0, 0)
        grid.addWidget(self.field, 0, 2)
        unit = QLabel(translated(self.row.unit) or _range(self.row))
        unit.setProperty("role", "muted")
        unit.setMinimumWidth(54)
        grid.addWidget(unit, 0, 3)
        grid.addWidget(self._told, 1, 0, 1, 4)
        grid.addWidget(self._basis, 2, 0, 1, 4)
        grid.addWidget(self._fault, 3, 0, 1, 4)
        if measure.checklist:
            button = QPushButton(_("List…"))
            button.setAccessibleName(_("Checklist for {name}").format(name=self._name.text()))
            button.setEnabled(self._scores.is_open)
            button.clicked.connect(self.checklist_asked)
            grid.addWidget(button, 0, 1)

    def _type(self, text: str) -> None:
        say_fault(self._fault, "")
        try:
            self._scores.type_score(self.row, text)
        except OutOfBounds as error:
            say_fault(self._fault, _("Not noted. Please type {bounds}.").format(bounds=error.bounds))
            self.field.setAccessibleDescription(self._fault.text())

    def _enter(self) -> None:
        if not self.fault:
            self.left.emit()


class _ValueLine(QLineEdit):
    """A short line for a number; Enter and the down key go on, the focus ends a step."""

    entered = Signal()
    ended = Signal()

    def __init__(self, name: str, row: ScoreRow) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMaxLength(16)
        self.setFixedWidth(72)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setReadOnly(row.is_computed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.ended.emit()
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Up:
            self.ended.emit()
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.ended.emit()


def _range(row: ScoreRow) -> str:
    low, high = number_words(row.measure.low), number_words(row.measure.high)
    return _("{low} to {high}").format(low=low, high=high)


def _told(row: ScoreRow) -> str:
    change = row.change()
    parts = [
        "" if row.before is None else _("before: {value}").format(value=value_words(row.before, row.unit)),
        change_words(change, row.unit) if change else "",
        _band(row),
    ]
    return " · ".join(part for part in parts if part)


def _band(row: ScoreRow) -> str:
    if not row.measure.checklist or row.now is None:
        return ""
    bands = {StepDownBand.GOOD: _("good"), StepDownBand.MEDIUM: _("medium"), StepDownBand.POOR: _("poor")}
    return bands[step_down_band(int(row.now))]
