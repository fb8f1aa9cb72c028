"""The words this patient is given: name, steps, cue, caution and the therapist's note."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from pfss_desktop.domain.bounds import LINE_LIMIT, tidy_line, tidy_text
from pfss_desktop.domain.exercise import PatientText
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.language import _, kept_text, translated
from pfss_desktop.ui.form_rows import fault_label, line_field, new_form, say_fault, show_line, show_text, side_by_side, text_field


class PatientTextForm(QWidget):
    """Shows the patient's text and the note, and tells of every change that makes a valid one."""

    text_edited = Signal(object, str)
    """The new PatientText, and the name of the field that was changed."""
    note_edited = Signal(str)
    """The new note."""
    default_asked = Signal(object)
    """The PatientText that is to be the clinic's for this exercise in all plans to come; None for that of the catalogue."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept, self._kept_note = PatientText("–"), ""
        self._name = line_field(_("Exercise name"), LINE_LIMIT)
        self._steps = text_field(_("Steps, one a line"), 4)
        self._cue = text_field(_("Cue"), 2)
        self._caution = text_field(_("Caution"), 2)
        self._note = text_field(_("Note for this patient"), 2)
        self._fault = fault_label()
        self._name.textEdited.connect(lambda _text: self._tell("name"))
        self._steps.textChanged.connect(lambda: self._tell("steps"))
        self._cue.textChanged.connect(lambda: self._tell("cue"))
        self._caution.textChanged.connect(lambda: self._tell("caution"))
        self._note.textChanged.connect(self._tell_note)
        form = new_form(self)
        form.addRow(_("Note"), self._note)
        form.addRow(_("Name"), self._name)
        form.addRow(_("Steps"), self._steps)
        form.addRow(_("Cue"), self._cue)
        form.addRow(_("Caution"), self._caution)
        form.addRow(self._fault)
        self._default = QPushButton(_("Use in all new plans"))
        self._default.setToolTip(_("Name, steps, cue and caution become the clinic's words for this exercise"))
        self._default.clicked.connect(lambda: self.default_asked.emit(self._kept))
        self._no_default = QPushButton(_("Back to the catalogue's"))
        self._no_default.setToolTip(_("New plans use the words of the catalogue again"))
        self._no_default.clicked.connect(lambda: self.default_asked.emit(None))
        form.addRow("", side_by_side(self._default, self._no_default))

    def show_words(self, text: PatientText, note: str) -> None:
        """Show these words without a signal; a field that says the same already keeps its cursor."""
        self._kept, self._kept_note = text, note
        show_line(self._name, translated(text.name))
        steps = tuple(map(translated, text.steps))
        if self._typed_steps() != steps:
            show_text(self._steps, "\n".join(steps))
        show_text(self._cue, translated(text.cue))
        show_text(self._caution, translated(text.caution))
        show_text(self._note, translated(note))
        say_fault(self._fault, "")

    def offer_default(self, *, can_be: bool, is_one: bool) -> None:
        """Show whether these words can become the clinic's, and whether there are such words to be taken back."""
        self._default.setVisible(can_be)
        self._no_default.setVisible(is_one)

    def _typed_steps(self) -> tuple[str, ...]:
        return tuple(line for line in map(tidy_line, self._steps.toPlainText().split("\n")) if line)

    def _tell(self, field_name: str) -> None:
        kept = self._kept
        try:
            text = PatientText(
                name=kept_text(tidy_line(self._name.text()), (kept.name,)),
                steps=tuple(kept_text(step, kept.steps) for step in self._typed_steps()),
                cue=kept_text(tidy_text(self._cue.toPlainText()), (kept.cue,)),
                caution=kept_text(tidy_text(self._caution.toPlainText()), (kept.caution,)),
            )
        except OutOfBounds as error:
            say_fault(self._fault, _("Not taken over: {reason}").format(reason=str(error)))
            return
        say_fault(self._fault, "")
        self.text_edited.emit(text, field_name)

    def _tell_note(self) -> None:
        self.note_edited.emit(kept_text(self._note.toPlainText(), (self._kept_note,)))
