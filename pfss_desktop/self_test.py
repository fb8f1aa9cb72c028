"""The program tries itself: the real window, a drag, a dose, a save, a reopening, a PDF. For a new PC and for a built program."""

import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from pfss_desktop.app import Program, new_application
from pfss_desktop.domain.dosage import Dosage, RepRange
from pfss_desktop.domain.edits.prescriptions import set_dosage
from pfss_desktop.domain.plan import Plan
from pfss_desktop.language import _
from pfss_desktop.paths import DataFolder
from pfss_desktop.ui.plan_page import PlanPage

PATIENCE_MS = 20_000
"""Milliseconds after which a step counts as failed."""


class StepFailed(Exception):
    """A step of the self-test did not come out as it should; the text says which."""


def run_self_test(data: DataFolder) -> int:
    """Run every step in a temporary folder of its own and print a line for each; 0 where all went well."""
    del data  # a person's own plans are never touched
    application = new_application(["pfss-desktop"])
    with tempfile.TemporaryDirectory(prefix="pfss-self-test-") as folder:
        trial = _Trial(application, Path(folder))
        steps: tuple[tuple[str, Callable[[], None]], ...] = (
            (_("open the window"), trial.open_window),
            (_("start a plan"), trial.start_plan),
            (_("drag an exercise into the phase"), trial.drag),
            (_("set its dosage"), trial.dose),
            (_("undo and redo"), trial.undo_and_redo),
            (_("save"), trial.save),
            (_("close and reopen the plan"), trial.reopen),
            (_("export the handout"), trial.export),
        )
        try:
            return _run(steps)
        finally:
            trial.end()


def _run(steps: tuple[tuple[str, Callable[[], None]], ...]) -> int:
    for name, step in steps:
        try:
            step()
        except Exception as error:
            reason = str(error) if isinstance(error, StepFailed) else type(error).__name__
            _print(_("failed  {step}: {reason}").format(step=name, reason=reason))
            return 1
        _print(_("ok      {step}").format(step=name))
    _print(_("The self-test passed."))
    return 0


class _Trial:
    """The steps, in the order they are taken."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        self._application = application
        self._folder = folder
        self._program: Program | None = None

    def open_window(self) -> None:
        """Open the real window and wait until it can open plans."""
        self._program = Program(self._application, DataFolder(self._folder / "data"))
        is_ready: list[bool] = []
        self._program.window.ready.connect(lambda: is_ready.append(True))
        self._program.window.show()
        _wait(lambda: bool(is_ready), _("the window did not get ready"))

    def start_plan(self) -> None:
        """Start an empty plan with one phase."""
        self._the_program().window.start_plan()
        _wait(lambda: self._the_program().window.plan_page is not None, _("no plan was opened"))

    def drag(self) -> None:
        """Send a drag of the catalogue's first exercise to the board, as Qt would."""
        page = self._page()
        model = page.catalogue.model
        data = model.mimeData([model.index(0, 0)])
        _check(drop(page.board.viewport(), QPoint(120, 60), data), _("the board refused the exercise"))
        _check(len(list(self._plan().prescriptions())) == 1, _("the plan does not hold the exercise"))

    def dose(self) -> None:
        """Set three sets of twelve."""
        page, plan = self._page(), self._plan()
        held = next(plan.prescriptions())
        dosage = Dosage(sets=3, reps=RepRange.exactly(12), hold_seconds=5)
        page.document.edit(_("Change dosage"), set_dosage(plan, held.id, dosage))
        _check(next(self._plan().prescriptions()).dosage == dosage, _("the dosage is another"))

    def undo_and_redo(self) -> None:
        """Take the dosage back and forth."""
        page, dosed = self._page(), self._plan()
        page.document.undo_stack.undo()
        _check(self._plan() != dosed, _("undo changed nothing"))
        page.document.undo_stack.redo()
        _check(self._plan() == dosed, _("redo did not bring it back"))

    def save(self) -> None:
        """Wait for the autosave to say that the plan is saved."""
        page = self._page()
        page.autosave.save_soon()
        _wait(lambda: page.is_saved, _("the plan was not saved"))

    def reopen(self) -> None:
        """Leave the plan, open it from the database again and compare."""
        window, before = self._the_program().window, self._plan()
        window.show_start()
        _check(window.plan_page is None, _("the plan could not be left"))
        window.open_plan(before.id)
        _wait(lambda: window.plan_page is not None, _("the plan was not found again"))
        _check(self._plan() == before, _("the reopened plan differs"))

    def export(self) -> None:
        """Save the handout and read its first bytes."""
        file = self._folder / "handout.pdf"
        page = self._page()
        said: list[str] = []
        page.handout.saved.connect(said.append)
        page.handout.save(file)
        _wait(lambda: bool(said), _("no handout was written"))
        _check(file.read_bytes().startswith(b"%PDF-"), _("the handout is not a PDF"))

    def end(self) -> None:
        """Close the window and the database."""
        if self._program is not None:
            self._program.window.close()
            self._program.close()
            self._program = None

    def _the_program(self) -> Program:
        if self._program is None:
            raise StepFailed(_("the window is not open"))
        return self._program

    def _page(self) -> PlanPage:
        page = self._the_program().window.plan_page
        if page is None:
            raise StepFailed(_("no plan is open"))
        return page

    def _plan(self) -> Plan:
        return self._page().document.plan


def drop(widget: QWidget, at: QPoint, data: QMimeData) -> bool:
    """Send enter, move and drop of this data to a widget, and return whether it was accepted; the data must outlive the call."""
    actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for kind in (QDragEnterEvent, QDragMoveEvent):
        event = kind(at, actions, data, button, keys)
        QApplication.sendEvent(widget, event)
        if not event.isAccepted():
            return False
    dropped = QDropEvent(QPointF(at), actions, data, button, keys)
    QApplication.sendEvent(widget, dropped)
    return dropped.isAccepted()


def _wait(reached: Callable[[], bool], otherwise: str) -> None:
    """Let the program work until this is reached; raise StepFailed when patience ends."""
    deadline = QDeadlineTimer(PATIENCE_MS)
    while not reached():
        if deadline.hasExpired():
            raise StepFailed(otherwise)
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


def _check(is_so: bool, otherwise: str) -> None:
    if not is_so:
        raise StepFailed(otherwise)


def _print(line: str) -> None:
    with suppress(OSError):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
