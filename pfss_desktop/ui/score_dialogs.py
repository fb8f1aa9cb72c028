"""Small dialogs of the Scores tab: which measures, a new activity or own measure, the step-down checklist."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.bounds import LINE_LIMIT, tidy_line
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.outcome_words import thresholds_words
from pfss_desktop.domain.outcomes import FREE, Measure
from pfss_desktop.domain.record import Score
from pfss_desktop.domain.step_down import STEP_DOWN, StepDownBand, step_down_band, step_down_total
from pfss_desktop.language import _, translated
from pfss_desktop.ui.form_rows import fault_label, line_field, new_form, say_fault
from pfss_desktop.ui.plain import plain_labels
from pfss_desktop.ui.segments import Segments
from pfss_desktop.ui.theme import GAP
from pfss_desktop.ui.wrapped_label import wrapped_label


class _ScoreDialog(QDialog):
    """A column of parts above OK and Cancel."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(420)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(GAP)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _finish(self) -> None:
        self._column.addWidget(self._buttons)
        plain_labels(self)


class MeasuresDialog(_ScoreDialog):
    """Asks which measures a plan uses."""

    def __init__(self, measures: Sequence[Measure], chosen: Sequence[str], parent: QWidget) -> None:
        super().__init__(_("Measures for this plan"), parent)
        hint = _("Only totals are typed in. Own measures and activities are added in the tab.")
        self._column.addWidget(wrapped_label("muted", hint))
        self.boxes: dict[str, QCheckBox] = {}
        self._chosen = tuple(chosen)
        for measure in measures:
            if measure.mean_of or measure.id == FREE:
                continue
            box = QCheckBox(translated(measure.name).replace("&", "&&"))
            box.setChecked(measure.id in chosen)
            box.setToolTip(thresholds_words(measure))
            box.setAccessibleDescription(thresholds_words(measure))
            self.boxes[measure.id] = box
            self._column.addWidget(box)
        self._finish()

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the measures that are ticked, and own measures where there were some."""
        ticked = tuple(measure_id for measure_id, box in self.boxes.items() if box.isChecked())
        return (*ticked, *(FREE for measure_id in self._chosen if measure_id == FREE))


class NamedScoreDialog(_ScoreDialog):
    """Asks for the name of an activity, or for name, unit and side of an own measure."""

    def __init__(self, measure: Measure, taken: Sequence[tuple[str, Side | None]], parent: QWidget) -> None:
        is_free = measure.id == FREE
        super().__init__(_("New own measure") if is_free else _("New activity"), parent)
        self._measure = measure
        self._taken = taken
        self.name = line_field(_("Name") if is_free else _("Activity in the patient's words"), LINE_LIMIT)
        self.name.setPlaceholderText(_("knee bend") if is_free else _("going down the stairs"))
        self.unit = line_field(_("Unit"), 40)
        self.unit.setPlaceholderText(_("°, kg, cm, s"))
        sides: list[tuple[str, Side | None]] = [(_("left"), Side.LEFT), (_("right"), Side.RIGHT), (_("none"), None)]
        self.side = Segments(_("Side"), sides)
        self.side.choose(None)
        self._fault = fault_label()
        form_holder = QWidget()
        form = new_form(form_holder)
        form.addRow(self.name.accessibleName(), self.name)
        if is_free:
            form.addRow(_("Unit"), self.unit)
            form.addRow(_("Side"), self.side)
        self._column.addWidget(form_holder)
        self._column.addWidget(self._fault)
        self._finish()

    def score(self) -> Score:
        """Return the blank of what was asked for; raise OutOfBounds."""
        label = tidy_line(self.name.text())
        return Score(self._measure.id, Decimal(), self.side.value(), label, tidy_line(self.unit.text()))

    def accept(self) -> None:
        try:
            score = self.score()
        except OutOfBounds as error:
            say_fault(self._fault, str(error))
            return
        if not score.label:
            say_fault(self._fault, _("Please give it a name."))
        elif (score.label, score.side) in self._taken:
            say_fault(self._fault, _("There is one of this name already."))
        else:
            super().accept()


class StepDownDialog(_ScoreDialog):
    """The checklist of the step-down test, adding up while it is ticked."""

    def __init__(self, side: str, parent: QWidget) -> None:
        super().__init__(_("Step-down test, {side}").format(side=side), parent)
        how = QLabel(_("Five times from a 20 cm step: the other heel taps the floor. Tick what you see."))
        how.setWordWrap(True)
        self._column.addWidget(how)
        self.boxes: list[list[QCheckBox]] = []
        for item in STEP_DOWN:
            boxes = []
            for points, finding in enumerate(item.findings, 1):
                box = QCheckBox(_("{finding} ({points})").format(finding=translated(finding), points=points))
                box.toggled.connect(self._show_total)
                boxes.append(box)
                self._column.addWidget(box)
            self.boxes.append(boxes)
        self._total = QLabel()
        self._total.setProperty("role", "title")
        self._column.addWidget(self._total)
        self._finish()
        self._show_total()

    def total(self) -> int:
        """Return the sum, 0 to 6; of two findings of one kind the worse counts."""
        return step_down_total(
            max((points for points, box in enumerate(boxes, 1) if box.isChecked()), default=0) for boxes in self.boxes
        )

    def _show_total(self) -> None:
        total = self.total()
        words = {
            StepDownBand.GOOD: _("{total} of 6: good"),
            StepDownBand.MEDIUM: _("{total} of 6: medium"),
            StepDownBand.POOR: _("{total} of 6: poor"),
        }
        self._total.setText(words[step_down_band(total)].format(total=total))
