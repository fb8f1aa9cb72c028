"""Where the code of a brought-back sheet is typed or scanned: a field on the start page, and a question from anywhere."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QMenu, QVBoxLayout, QWidget

from pfss_desktop.document.background import Background
from pfss_desktop.domain.faults import UserError
from pfss_desktop.domain.library import FoundVisit, Library
from pfss_desktop.language import _
from pfss_desktop.ui.form_rows import fault_label, line_field, say_fault
from pfss_desktop.ui.plain import plain_labels
from pfss_desktop.ui.theme import GAP
from pfss_desktop.ui.visit_desk import visit_text

_LONGEST = 40
"""A scanner sends the letters before the code, too."""


class CodeField(QWidget):
    """Looks a code up when Enter is pressed, which a scanner sends by itself, and says what is wrong with it."""

    found = Signal(object)
    """The FoundVisit that the code stands for."""

    def __init__(self, library: Library, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._background = background
        self.field: QLineEdit = line_field(_("Code of a sheet"), _LONGEST)
        self.field.setPlaceholderText(_("Code of a sheet"))
        self.field.setToolTip(_("Type or scan the code of a sheet that was brought back, then press Enter"))
        self.field.setClearButtonEnabled(True)
        self.fault: QLabel = fault_label()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addWidget(self.field)
        column.addWidget(self.fault)
        self.field.returnPressed.connect(self.look_up)
        self.field.textEdited.connect(lambda: say_fault(self.fault, ""))

    def look_up(self) -> None:
        """Ask the library for the visit of what is typed; nothing typed asks nothing."""
        typed = self.field.text().strip()
        if typed:
            self._background.run(lambda: self._library.visits_with_code(typed), self._take, self._say_fault)

    def _take(self, visits: Sequence[FoundVisit]) -> None:
        say_fault(self.fault, "")
        self.field.clear()
        if len(visits) == 1:
            self.found.emit(visits[0])
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for each in visits:
            name = " · ".join(filter(None, (each.patient_name, each.plan_title, visit_text(each.visit))))
            menu.addAction(name.replace("&", "&&")).triggered.connect(_telling(self.found.emit, each))
        menu.popup(self.field.mapToGlobal(QPoint(0, self.field.height())))

    def _say_fault(self, error: Exception) -> None:
        say_fault(self.fault, str(error) if isinstance(error, UserError) else _("The code could not be looked up. Try again."))
        self.field.selectAll()


class CodeDialog(QDialog):
    """Asks for the code of a sheet; closes when it has found its visit."""

    found = Signal(object)
    """The FoundVisit that the code stands for."""

    def __init__(self, library: Library, background: Background, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Open by code"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(380)
        self.code = CodeField(library, background)
        hint = QLabel(
            _("The code stands beside the square of dots on every sheet. Type it, or scan the square, and press Enter.")
        )
        hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(hint)
        column.addWidget(self.code)
        self.code.found.connect(self._take)
        plain_labels(self)
        self.code.field.setFocus()

    def _take(self, visit: FoundVisit) -> None:
        self.accept()
        self.found.emit(visit)


def _telling(tell: Callable[[FoundVisit], object], visit: FoundVisit) -> Callable[[bool], None]:
    """Return a slot that tells of this visit."""

    def slot(_checked: bool = False) -> None:
        tell(visit)

    return slot
