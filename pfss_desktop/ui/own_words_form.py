"""The words of an own exercise: name, steps, cue, common mistake, caution."""

from dataclasses import replace

from PySide6.QtWidgets import QLabel, QWidget

from pfss_desktop.domain.bounds import LINE_LIMIT, tidy_line, tidy_text
from pfss_desktop.domain.exercise import Exercise, PatientText
from pfss_desktop.language import _, kept_text, translated
from pfss_desktop.ui.form_rows import line_field, new_form, text_field


class OwnWordsForm(QWidget):
    """Shows an exercise's words and gives them back as typed."""

    def __init__(self, exercise: Exercise, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = self._kept = exercise.for_patient
        self.name = line_field(_("Exercise name"), LINE_LIMIT)
        self.steps = text_field(_("Steps, one a line"), 5)
        self.cue = text_field(_("Cue"), 2)
        self.mistake = line_field(_("Common mistake"), LINE_LIMIT)
        self.caution = text_field(_("Caution"), 2)
        self.name.setText(translated(text.name))
        self.steps.setPlainText("\n".join(map(translated, text.steps)))
        self.cue.setPlainText(translated(text.cue))
        self.mistake.setText(translated(exercise.mistake))
        self.caution.setPlainText(translated(text.caution))
        hint = QLabel(_("One to four short steps, one a line. Say “the working leg”: the side is set in the plan."))
        hint.setProperty("role", "muted")
        hint.setWordWrap(True)
        form = new_form(self)
        form.addRow(_("Name"), self.name)
        form.addRow(_("Steps"), self.steps)
        form.addRow("", hint)
        form.addRow(_("Cue"), self.cue)
        form.addRow(_("Mistake"), self.mistake)
        form.addRow(_("Caution"), self.caution)

    def taken_over(self, exercise: Exercise) -> Exercise:
        """Return the exercise with the words as they are typed; raise OutOfBounds."""
        kept = self._kept
        lines = (tidy_line(line) for line in self.steps.toPlainText().split("\n"))
        text = PatientText(
            name=kept_text(tidy_line(self.name.text()), (kept.name,)),
            steps=tuple(kept_text(line, kept.steps) for line in lines if line),
            cue=kept_text(tidy_text(self.cue.toPlainText()), (kept.cue,)),
            caution=kept_text(tidy_text(self.caution.toPlainText()), (kept.caution,)),
        )
        return replace(exercise, for_patient=text, mistake=kept_text(tidy_line(self.mistake.text()), (exercise.mistake,)))
