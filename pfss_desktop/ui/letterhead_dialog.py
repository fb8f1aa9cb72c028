"""Asks for the clinic's letterhead and its logo."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from pfss_desktop.domain.bounds import LINE_LIMIT, tidy_line
from pfss_desktop.handout.request import Letterhead
from pfss_desktop.language import _
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.form_rows import line_field, new_form
from pfss_desktop.ui.handout_maker import HandoutMaker
from pfss_desktop.ui.logo_field import LogoField


class LetterheadDialog(QDialog):
    """Clinic, therapist, phone and logo as they stand at the top of every handout."""

    def __init__(self, letterhead: Letterhead, maker: HandoutMaker, folder: Path, parent: QWidget | None = None) -> None:
        """`folder` is where pictures are looked for first."""
        super().__init__(parent)
        self.setWindowTitle(_("Letterhead"))
        self.setAcceptDrops(True)
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
        self.logo_field = LogoField(letterhead.logo, maker, folder)
        confirm = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.logo_field.reading_changed.connect(confirm.setDisabled)
        self.logo_field.reading_changed.connect(self._make_room)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        holder = QWidget()
        form = self._form = new_form(holder)
        form.addRow(_("Clinic"), self._clinic)
        form.addRow(_("Therapist"), self._therapist)
        form.addRow(_("Phone"), self._phone)
        form.addRow(_("Logo"), self.logo_field)
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
            logo=self.logo_field.logo(),
        )

    def _make_room(self) -> None:
        """Grow for a word about a picture, and shrink when it is gone."""
        for layout in (self.logo_field.layout(), self._form, self.layout()):
            if layout is not None:
                layout.activate()
        self.adjustSize()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        # A picture may be dropped anywhere on the dialog.
        self.logo_field.dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.logo_field.dropEvent(event)


def ask_letterhead(desk: Desk, parent: QWidget) -> bool:
    """Ask for the letterhead and remember it, the logo in the database; return whether it was confirmed."""
    sheet = desk.clinic.sheet
    letterhead = replace(desk.settings.letterhead, logo=sheet.logo)
    dialog = LetterheadDialog(letterhead, desk.maker, desk.settings.folder, parent)
    try:
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return False
        desk.settings.letterhead = dialog.letterhead()
        sheet.keep_logo(dialog.letterhead().logo)
        return True
    finally:
        dialog.deleteLater()
