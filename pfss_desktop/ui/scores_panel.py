"""The Scores tab: this visit's scores to be typed, each with the one before; below them all visits over time."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QMenu, QPushButton, QScrollArea, QVBoxLayout, QWidget

from pfss_desktop.domain.outcome_words import side_word
from pfss_desktop.domain.outcomes import FREE
from pfss_desktop.domain.score_history import SeriesKey
from pfss_desktop.language import _
from pfss_desktop.ui.buttons import enter_presses
from pfss_desktop.ui.flow_layout import FlowLayout
from pfss_desktop.ui.one_undo import OneUndo
from pfss_desktop.ui.plain import plain_labels
from pfss_desktop.ui.score_dialogs import MeasuresDialog, NamedScoreDialog, StepDownDialog
from pfss_desktop.ui.score_field import ScoreField
from pfss_desktop.ui.scores_over_time import ScoresOverTime
from pfss_desktop.ui.theme import GAP
from pfss_desktop.ui.visit_scores import PSFS, VisitScores


class ScoresPanel(QScrollArea):
    """Follows the scores while it is visible; rows keep their fields, and the focus, while their keys stay the same."""

    progress_asked = Signal(str)
    """A page of progress is to be saved; for whom, as `Reader` has it."""

    def __init__(self, scores: VisitScores, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Scores"))
        self._scores = scores
        self._fields: dict[SeriesKey, ScoreField] = {}
        self._holder = QWidget()
        self._heading = QLabel()
        self._heading.setProperty("role", "title")
        self._hint = QLabel()
        self._hint.setProperty("role", "muted")
        self._hint.setWordWrap(True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(GAP)
        self._measures = _button(_("Measures…"), _("Choose which measures this plan uses"), self._ask_measures)
        self._activity = _button(_("Add activity…"), _("An activity the patient finds hard (PSFS)"), self._ask_activity)
        self._free = _button(_("Add own measure…"), _("A measure with its unit, such as knee bend or strength"), self._ask_free)
        self.over_time = ScoresOverTime(scores.measures)
        self._progress = _progress_button(self.progress_asked.emit)
        self._lay_out()
        scores.changed.connect(self._follow)

    def fields(self) -> tuple[ScoreField, ...]:
        """Return the rows from top to bottom."""
        return tuple(self._fields.values())

    def begin(self) -> None:
        """Put the focus into the first field that is still blank."""
        open_fields = [held for held in self.fields() if held.field.isEnabled()]
        blank = [held for held in open_fields if not held.field.text()]
        for held in (*blank, *open_fields)[:1]:
            held.field.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def _follow(self) -> None:
        if not self.isVisible():
            return
        rows = {row.key: row for row in self._scores.rows()}
        if list(rows) != list(self._fields):
            self._rebuild()
        for key, row in rows.items():
            self._fields[key].show_row(row)
        self.over_time.show_visits(self._scores.visits())
        is_open = self._scores.is_open
        self._heading.setText(_("Scores of this visit") if is_open else _("Scores"))
        self._hint.setText(
            _("Type the totals; Enter goes on to the next. Comma and point both work.")
            if is_open
            else _("Scores are typed in at a patient's visit; here is none that is open.")
        )
        for button in (self._measures, self._free):
            button.setEnabled(is_open)
        self._progress.setEnabled(self._scores.is_plan)
        self._activity.setEnabled(is_open and self._scores.may_add_activity())

    def _rebuild(self) -> None:
        for held in self._fields.values():
            self._rows.removeWidget(held)
            held.hide()
            held.deleteLater()
        self._fields = {row.key: ScoreField(self._scores, row) for row in self._scores.rows()}
        for key, held in self._fields.items():
            self._rows.addWidget(held)
            held.left.connect(lambda key=key: self._go_on(key))
            held.checklist_asked.connect(lambda key=key: self._ask_step_down(key))
        plain_labels(self)
        enter_presses(self)
        OneUndo(self._holder)

    def _go_on(self, key: SeriesKey) -> None:
        keys = list(self._fields)
        for following in keys[keys.index(key) + 1 :]:
            if self._fields[following].field.isEnabled():
                self._fields[following].field.setFocus()
                self.ensureWidgetVisible(self._fields[following])
                return
        self._measures.setFocus()

    def _ask_measures(self) -> None:
        dialog = MeasuresDialog(self._scores.measures, self._scores.chosen(), self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._scores.choose(dialog.chosen())
        dialog.deleteLater()

    def _ask_activity(self) -> None:
        self._ask_named(PSFS)

    def _ask_free(self) -> None:
        self._ask_named(FREE)

    def _ask_named(self, measure_id: str) -> None:
        measure = next((measure for measure in self._scores.measures if measure.id == measure_id), None)
        if measure is None:
            return
        taken = [(row.label, row.side) for row in self._scores.rows() if row.measure.id == measure_id]
        dialog = NamedScoreDialog(measure, taken, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            score = dialog.score()
            self._scores.add_named(score)
            self._fields[SeriesKey(score.measure, score.label, score.side)].field.setFocus()
        dialog.deleteLater()

    def _ask_step_down(self, key: SeriesKey) -> None:
        held = self._fields[key]
        dialog = StepDownDialog(side_word(key.side) if key.side else "", self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._scores.type_score(held.row, str(dialog.total()))
            self._scores.end_typing()
            held.field.setFocus()
        dialog.deleteLater()

    def _lay_out(self) -> None:
        holder = self._holder
        holder.setProperty("role", "panel")
        title = QLabel(_("Over time"))
        title.setProperty("role", "title")
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._measures)
        more = QWidget()
        flow = FlowLayout(more)
        for button in (self._activity, self._free, self._progress):
            flow.addWidget(button)
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        self._column.setSpacing(GAP)
        self._column.addLayout(head)
        self._column.addWidget(self._hint)
        self._column.addLayout(self._rows)
        self._column.addWidget(more)
        self._column.addWidget(title)
        self._column.addWidget(self.over_time)
        self._column.addStretch(1)
        self.setWidget(holder)


def _button(text: str, what: str, pressed: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(what)
    button.setAccessibleDescription(what)
    button.clicked.connect(pressed)
    return button


def _progress_button(asked: Callable[[str], None]) -> QPushButton:
    button = QPushButton(_("Page of progress"))
    button.setToolTip(_("Save the scores over time as a PDF of one page"))
    button.setAccessibleDescription(button.toolTip())
    menu = QMenu(button)
    menu.addAction(_("For the &patient…"), lambda: asked("patient"))
    menu.addAction(_("For the &referrer…"), lambda: asked("referrer"))
    button.setMenu(menu)
    return button
