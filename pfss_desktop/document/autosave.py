"""Keeps the open plan in the database without being asked, and says at any moment whether it is there."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, QTimer, Signal

from pfss_desktop.document.background import Background
from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.domain.faults import UserError
from pfss_desktop.domain.library import Library
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.visits import OpenPlan
from pfss_desktop.language import _

PAUSE_MS = 700
"""Milliseconds without an edit after which the plan is saved."""
LONGEST_WAIT_MS = 2000
"""Milliseconds after which it is saved although edits go on."""
RETRY_MS = 5000
"""Milliseconds after a failed save until the next try."""


class SaveState(Enum):
    """What the window says of the plan."""

    SAVED = "saved"
    SAVING = "saving"
    NOT_SAVED = "not saved"


@dataclass(frozen=True, slots=True)
class SaveReport:
    """The state, and for NOT_SAVED the reason in plain words."""

    state: SaveState
    reason: str = ""


class Autosave(QObject):
    """Saves the document's plan after every pause; SAVED is only said once the database has committed what is on the screen."""

    reported = Signal(object)
    """A SaveReport, whenever it changes."""

    def __init__(self, document: PlanDocument, library: Library, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._library = library
        self._background = background
        self._report = SaveReport(SaveState.SAVED)
        self._is_running = False
        self._pause = self._timer(PAUSE_MS)
        self._longest = self._timer(LONGEST_WAIT_MS)
        self._retry = self._timer(RETRY_MS)
        document.plan_changed.connect(self._wait_for_pause)

    @property
    def report(self) -> SaveReport:
        """The state now."""
        return self._report

    def save_soon(self) -> None:
        """Save in the background now, unless a save runs or there is nothing to save."""
        self._stop_timers()
        if self._is_running or self._is_clean():
            return
        self._is_running = True
        self._say(SaveReport(SaveState.SAVING))
        opened, plan = self._document.opened, self._document.plan
        self._background.run(lambda: self._library.save_plan(opened, plan), self._saved, self._failed)

    def save_now(self) -> bool:
        """Hold until what is on the screen is in the database, and return whether it is; for leaving the plan."""
        # A save that is on its way may end badly or be overtaken by edits, so there may be need of a second one.
        for _try in range(2):
            self.save_soon()
            while self._is_running:
                self._background.settle()
            if self._is_clean():
                break
        return self._report.state is SaveState.SAVED

    def stop(self) -> None:
        """Stop following the document, for when it is closed."""
        self._stop_timers()
        self._document.plan_changed.disconnect(self._wait_for_pause)

    def _wait_for_pause(self, _before: Plan, _after: Plan) -> None:
        if self._is_clean() and not self._is_running:
            self._stop_timers()
            self._say(SaveReport(SaveState.SAVED))
            return
        self._say(SaveReport(SaveState.SAVING))
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def _saved(self, opened: OpenPlan) -> None:
        self._is_running = False
        self._document.note_opened(opened)
        if self._is_clean():
            self._say(SaveReport(SaveState.SAVED))
        elif not self._pause.isActive():
            self.save_soon()

    def _failed(self, error: Exception) -> None:
        self._is_running = False
        self._say(SaveReport(SaveState.NOT_SAVED, str(error) if isinstance(error, UserError) else _unexpected(error)))
        self._retry.start()

    def _is_clean(self) -> bool:
        return self._document.plan == self._document.opened.plan

    def _say(self, report: SaveReport) -> None:
        if report != self._report:
            self._report = report
            self.reported.emit(report)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.save_soon)
        return timer

    def _stop_timers(self) -> None:
        for timer in (self._pause, self._longest, self._retry):
            timer.stop()


def _unexpected(error: Exception) -> str:
    return _("An unexpected fault ({name}). Your work is still on the screen.").format(name=type(error).__name__)
