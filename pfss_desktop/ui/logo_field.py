"""The field for the clinic's logo: a picture chosen or dropped, shown as the paper will have it, and taken away again."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from pfss_desktop.domain.faults import UserError
from pfss_desktop.language import _
from pfss_desktop.ui.form_rows import fault_label
from pfss_desktop.ui.handout_maker import HandoutMaker
from pfss_desktop.ui.theme import GAP

SHOWN = QSize(150, 64)
"""Room for the preview, in logical pixels."""


class LogoField(QWidget):
    """Pictures are read on the maker's thread. One that cannot be used is told, and the logo stays as it was."""

    reading_changed = Signal(bool)
    """A picture is being read, or no longer."""

    def __init__(self, logo: bytes, maker: HandoutMaker, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.setAccessibleName(_("Logo"))
        self._maker = maker
        self._folder = folder
        self._logo = b""
        self._preview = QLabel()
        self._preview.setFixedSize(SHOWN)
        self._preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # Paper is white in the dark, too.
        self._preview.setStyleSheet("background: white; color: #444; border: 1px solid #999; border-radius: 4px;")
        self._choose = QPushButton(_("Choose &picture…"))
        self._choose.setToolTip(
            _("A PNG or JPEG file; you can also drop it here. It is made small, and only the picture itself is kept.")
        )
        self._remove = QPushButton(_("&Remove"))
        self._remove.setAccessibleName(_("Remove the logo"))
        self.fault = fault_label()
        for button in (self._choose, self._remove):
            button.setAutoDefault(False)
        self._choose.clicked.connect(self._ask)
        self._remove.clicked.connect(lambda: self._show(b""))
        self._lay_out()
        self._show(logo)

    def logo(self) -> bytes:
        """Return the logo as it is shown, empty for none."""
        return self._logo

    def read(self, path: Path) -> None:
        """Take the picture in this file as the logo."""
        self._folder = path.parent
        self.fault.hide()
        self._choose.setEnabled(False)
        self.reading_changed.emit(True)

        def job() -> bytes:
            from pfss_desktop.handout.logo import read_logo

            return read_logo(path)

        # Pictures may take a second; by then the dialog may be gone.
        self._maker.run(
            job, lambda logo: self._if_open(lambda: self._show(logo)), lambda error: self._if_open(lambda: self._say(error))
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped_file(event)
        if path is not None and self._choose.isEnabled():
            event.acceptProposedAction()
            self.read(path)

    def _if_open(self, then: Callable[[], None]) -> None:
        if isValid(self):
            then()
            self._choose.setEnabled(True)
            self.reading_changed.emit(False)

    def _ask(self) -> None:
        pictures = _("Pictures (*.png *.jpg *.jpeg)")
        name, _filter = QFileDialog.getOpenFileName(self, _("Choose the logo"), str(self._folder), pictures)
        if name:
            self.read(Path(name))

    def _show(self, logo: bytes) -> None:
        picture = QPixmap()
        if logo:
            picture.loadFromData(logo)
        self._logo = logo
        self.fault.hide()
        self._remove.setEnabled(bool(logo))
        if picture.isNull():
            self._preview.setText(_("No logo"))
        else:
            ratio = self.devicePixelRatioF()
            room = (SHOWN - QSize(GAP, GAP)) * ratio
            shown = picture.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
            shown.setDevicePixelRatio(ratio)
            self._preview.setPixmap(shown)
        self._preview.setAccessibleName(_("The logo as it is printed") if logo else _("No logo"))

    def _say(self, error: Exception) -> None:
        self.fault.setText(str(error) if isinstance(error, UserError) else type(error).__name__)
        self.fault.show()

    def _lay_out(self) -> None:
        buttons = QVBoxLayout()
        buttons.addWidget(self._choose)
        buttons.addWidget(self._remove)
        row = QHBoxLayout()
        row.addWidget(self._preview)
        row.addLayout(buttons)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addLayout(row)
        column.addWidget(self.fault)


def _dropped_file(event: QDropEvent) -> Path | None:
    """Return the one file that is dragged here; None for several, and for what is no file."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
