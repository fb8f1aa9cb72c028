"""Asks for the clinic's letterhead."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from pfss_desktop.domain.bounds import LINE_LIMIT, tidy_line
from pfss_desktop.handout.request import Letterhead
from pfss_desktop.language import _
from pfss_desktop.ui.form_rows import line_field, new_form
from pfss_desktop.ui.settings import Settings


class LetterheadDialog(QDialog):
    """Clinic, therapist and phone as they stand at the top of every handout."""

    def __init__(self, letterhead: Letterhead, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Letterhead"))
        self._clinic = line_field(_("Clinic"), LINE_LIMIT)
        self._therapist = line_field(_("Therapist"), LINE_LIMIT)
        self._phone = line_field(_("Phone"), LINE_LIMIT)
        for field, text in (
            (self._clinic, letterhead.clinic),
            (self._therapist, letterhead.therapist),
            (self._phone, letterhead.phone),
        ):
            field.setText(text)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        holder = QWidget()
        form = new_form(holder)
        form.addRow(_("Clinic"), self._clinic)
        form.addRow(_("Therapist"), self._therapist)
        form.addRow(_("Phone"), self._phone)
        column = QVBoxLayout(self)
        column.addWidget(QLabel(_("This stands at the top of every handout. Leave empty what should not.")))
        column.addWidget(holder)
        column.addWidget(buttons)

    def letterhead(self) -> Letterhead:
        """Return what is typed."""
        return Letterhead(
            clinic=tidy_line(self._clinic.text()),
            therapist=tidy_line(self._therapist.text()),
            phone=tidy_line(self._phone.text()),
        )


def ask_letterhead(settings: Settings, parent: QWidget) -> bool:
    """Ask for the letterhead and remember it; return whether it was confirmed."""
    dialog = LetterheadDialog(settings.letterhead, parent)
    try:
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return False
        settings.letterhead = dialog.letterhead()
        return True
    finally:
        dialog.deleteLater()
