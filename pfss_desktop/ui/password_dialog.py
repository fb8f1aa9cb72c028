"""Asks for the password of a file, twice. It is kept nowhere."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from pfss_desktop.handout.locking import PASSWORD_BYTES, UnfitPassword, check_password
from pfss_desktop.language import _
from pfss_desktop.ui.form_rows import line_field, new_form
from pfss_desktop.ui.plain import plain_labels
from pfss_desktop.ui.wrapped_label import wrapped_label

_WIDTH = 360
"""Pixels that the words have at least."""


class PasswordDialog(QDialog):
    """Two fields that must hold the same; says what is amiss and lets nothing else pass."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Password for the handout"))
        self._first, self._second = _field(_("Password")), _field(_("Once more"))
        self._told = wrapped_label("")
        self._told.setAccessibleName(_("What is still to do"))
        self.setMinimumWidth(_WIDTH)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        about = wrapped_label(
            "", _("The file will open with this password only. Tell it to the patient in person. No one can look it up later.")
        )
        holder = QWidget()
        form = new_form(holder)
        form.addRow(_("Password"), self._first)
        form.addRow(_("Once more"), self._second)
        column = QVBoxLayout(self)
        for widget in (about, holder, self._told, buttons):
            column.addWidget(widget)
        self._first.textChanged.connect(self._judge)
        self._second.textChanged.connect(self._judge)
        self._judge()
        plain_labels(self)

    def password(self) -> str:
        """Return what is typed."""
        return self._first.text()

    def _judge(self) -> None:
        told = ""
        try:
            check_password(self._first.text())
        except UnfitPassword as fault:
            told = str(fault) if self._first.text() else _("Type a password that is hard to guess: three or four words are best.")
        if not told and self._first.text() != self._second.text():
            told = _("Type it once more below.") if not self._second.text() else _("The two are not the same yet.")
        self._told.setText(told)
        self._ok.setEnabled(not told)


def ask_password(parent: QWidget) -> str:
    """Return the password that was typed twice; empty where the dialog was left without one."""
    dialog = PasswordDialog(parent)
    try:
        return dialog.password() if dialog.exec() == QDialog.DialogCode.Accepted else ""
    finally:
        dialog.deleteLater()


def _field(name: str) -> QLineEdit:
    field = line_field(name, PASSWORD_BYTES)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field
