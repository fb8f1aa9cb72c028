"""An own exercise's photo: chosen or dropped, made safe off the window's thread, and cut to a part."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from pfss_desktop.document.background import Background
from pfss_desktop.domain.faults import UserError
from pfss_desktop.language import _
from pfss_desktop.photos import BYTES_LIMIT, Part, kept_photo
from pfss_desktop.ui.form_rows import fault_label, say_fault, side_by_side
from pfss_desktop.ui.photo_crop import PhotoCrop
from pfss_desktop.ui.segments import Segments
from pfss_desktop.ui.theme import GAP

_SHAPE = 4 / 3
_WHOLE = Part(0.0, 0.0, 1.0, 1.0)


class PhotoForm(QWidget):
    """Holds a photo and the part of it that is to be kept; `photo` is empty until one was read."""

    edited = Signal()
    """Another photo was read."""

    def __init__(self, background: Background, photo: bytes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._crop = PhotoCrop()
        self._shape: Segments[float] = Segments(_("Shape"), [(_("4 to 3"), _SHAPE), (_("Square"), 1.0), (_("Whole photo"), 0.0)])
        self._choose = QPushButton(_("Choose a photo…"))
        self._fault = fault_label()
        self.setAcceptDrops(True)
        hint = QLabel(_("Ask before you photograph a patient. Place, date and camera are taken out of the photo."))
        hint.setProperty("role", "muted")
        hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._crop, 1)
        column.addWidget(self._fault)
        column.addWidget(side_by_side(self._choose, self._shape))
        column.addWidget(hint)
        self._choose.clicked.connect(self._ask)
        self._shape.chosen.connect(lambda: self._crop.take_shape(self._shape.value() or 0.0))
        # What is kept already was cut when it was taken.
        self.photo = photo
        self._shape.choose(0.0 if photo else _SHAPE)
        self._crop.show_photo(photo, 0.0)

    @property
    def part(self) -> Part | None:
        """The part that is to be cut out, None for the whole photo."""
        part = self._crop.frame.part if self._crop.frame else _WHOLE
        return None if part == _WHOLE else part

    def read(self, path: Path) -> None:
        """Read the photo in a file, in the background; say why where it is none."""

        def job() -> bytes:
            with path.open("rb") as stream:
                return kept_photo(stream.read(BYTES_LIMIT + 1))

        self._choose.setEnabled(False)
        self._background.run(job, self._show, self._refuse)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        local = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if local:
            self.read(Path(local[0]))

    def _ask(self) -> None:
        name, _filter = QFileDialog.getOpenFileName(
            self, _("Choose a photo"), "", _("Photos (*.jpg *.jpeg *.png *.webp *.avif);;All files (*)")
        )
        if name:
            self.read(Path(name))

    def _show(self, photo: bytes) -> None:
        self.photo = photo
        self._choose.setEnabled(True)
        say_fault(self._fault, "")
        self._shape.choose(_SHAPE)
        self._crop.show_photo(photo, _SHAPE)
        self.edited.emit()

    def _refuse(self, error: Exception) -> None:
        self._choose.setEnabled(True)
        reason = str(error) if isinstance(error, UserError) else _("The file cannot be read.")
        say_fault(self._fault, _("No photo was taken over. {reason}").format(reason=reason))
