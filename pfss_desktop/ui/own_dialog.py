"""The editor of an own exercise: words, kind, dosage and picture, checked as strictly as a file of the catalogue."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMessageBox, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from pfss_desktop.domain.dosage import Dosage
from pfss_desktop.domain.exercise import Exercise
from pfss_desktop.domain.faults import FaultyFile, OutOfBounds, UserError
from pfss_desktop.domain.own_exercise import OwnExercise
from pfss_desktop.language import _, translated
from pfss_desktop.photos import Part, kept_photo
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.dosage_form import DosageForm
from pfss_desktop.ui.form_rows import fault_label, say_fault
from pfss_desktop.ui.own_kind_form import OwnKindForm
from pfss_desktop.ui.own_picture_form import OwnPictureForm
from pfss_desktop.ui.own_words_form import OwnWordsForm
from pfss_desktop.ui.plain import plain_labels
from pfss_desktop.ui.theme import GAP


class OwnDialog(QDialog):
    """Shows an exercise to be changed; what is saved is whole, or the dialog says what is missing and stays."""

    exercise_done = Signal(object)
    """The OwnExercise as it is to be kept."""

    def __init__(self, own: OwnExercise, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Own exercise"))
        self._own, self._desk = own, desk
        self._dosage = own.exercise.dosage
        self.words = OwnWordsForm(own.exercise)
        self.kind = OwnKindForm(own.exercise, desk.resources.catalogue)
        self.dosage = DosageForm()
        self.dosage.show_dosage(own.exercise.dosage, own.exercise.suggested)
        self.dosage.edited.connect(self._take_dosage)
        self.picture = OwnPictureForm(own, desk.background)
        self._fault = fault_label()
        self._tabs = QTabWidget()
        self._tabs.setAccessibleName(_("Own exercise"))
        for form, title in (
            (self.words, _("Words")),
            (self.kind, _("Kind")),
            (self.dosage, _("Dosage")),
            (self.picture, _("Picture")),
        ):
            self._tabs.addTab(_in_scroll_area(form, title), title)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        self._buttons.button(QDialogButtonBox.StandardButton.Save).setText(_("Save exercise"))
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(_("Cancel"))
        self._buttons.accepted.connect(self.finish)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self._tabs, 1)
        column.addWidget(self._fault)
        column.addWidget(self._buttons)
        plain_labels(self)
        self.resize(940, 660)
        self.words.name.setFocus()
        self.words.name.selectAll()

    def finish(self) -> None:
        """Check what is typed, cut the photo, and tell of the exercise; or say what is to be mended."""
        try:
            exercise = self._checked()
        except (OutOfBounds, FaultyFile) as error:
            say_fault(self._fault, _told(error))
            return
        photo, part = self.picture.photo_and_part()
        self._buttons.setEnabled(False)
        self._desk.background.run(lambda: _cut(photo, part), lambda cut: self._tell(exercise, cut), self._stay)

    def reject(self) -> None:
        """Close the editor; where something was changed, ask first whether it may be lost."""
        if not self._is_changed():
            super().reject()
            return
        question = QMessageBox(self)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.setWindowTitle(_("Own exercise"))
        question.setText(_("Close without saving what you have changed?"))
        stay = question.addButton(_("Go on editing"), QMessageBox.ButtonRole.RejectRole)
        leave = question.addButton(_("Close without saving"), QMessageBox.ButtonRole.DestructiveRole)
        leave.clicked.connect(lambda: self.done(QDialog.DialogCode.Rejected))
        question.setDefaultButton(stay)
        question.open()

    def _is_changed(self) -> bool:
        photo, part = self.picture.photo_and_part()
        try:
            return self._checked() != self._own.exercise or photo != self._own.photo or part is not None
        except (OutOfBounds, FaultyFile):
            return True

    def _checked(self) -> Exercise:
        exercise = self.kind.taken_over(self.words.taken_over(self._own.exercise))
        form = self._desk.resources.shelf.form
        return form.read(form.written(self.picture.taken_over(exercise, self._dosage)))

    def _take_dosage(self, dosage: Dosage, _field: str) -> None:
        self._dosage = dosage

    def _tell(self, exercise: Exercise, photo: bytes) -> None:
        self.exercise_done.emit(OwnExercise(exercise, photo))
        self.accept()

    def _stay(self, error: Exception) -> None:
        self._buttons.setEnabled(True)
        say_fault(self._fault, str(error) if isinstance(error, UserError) else _("The photo cannot be read."))


def _cut(photo: bytes, part: Part | None) -> bytes:
    return kept_photo(photo, part) if photo and part is not None else photo


def _told(error: OutOfBounds | FaultyFile) -> str:
    if isinstance(error, OutOfBounds):
        return _("Not saved yet: {reason}").format(reason=str(error))
    lines = (f"{translated(fault.field)}: {fault.reason}" if fault.field else fault.reason for fault in error.faults[:4])
    return _("Not saved yet: {reason}").format(reason="\n".join(lines))


def _in_scroll_area(form: QWidget, title: str) -> QScrollArea:
    area = QScrollArea()
    area.setAccessibleName(title)
    area.setProperty("role", "panel")
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    holder = QWidget()
    holder.setProperty("role", "panel")
    column = QVBoxLayout(holder)
    column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
    column.addWidget(form, 1)
    if not isinstance(form, OwnPictureForm):
        column.addStretch(1)
    area.setWidget(holder)
    return area
