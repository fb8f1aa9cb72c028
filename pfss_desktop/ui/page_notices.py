"""The notices of a plan's page: what was done with its undo, and what went wrong."""

from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from pfss_desktop.domain.faults import UserError
from pfss_desktop.language import _
from pfss_desktop.ui.notice_bar import NoticeBar


class PageNotices(NoticeBar):
    """Floats over the lower edge of the page."""

    def __init__(self, undo_stack: QUndoStack, page: QWidget) -> None:
        super().__init__(page)
        self._undo_stack = undo_stack

    def say_undoable(self, text: str) -> None:
        """Tell what was done, with a button that takes the plan's last step back."""
        self.say(text, _("Undo"), self._undo_stack.undo)

    def say_fault(self, error: Exception) -> None:
        """Tell what went wrong, of an unexpected fault only its kind."""
        name = type(error).__name__
        self.say(str(error) if isinstance(error, UserError) else _("Unexpected fault ({name}).").format(name=name))
