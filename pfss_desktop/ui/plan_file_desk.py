"""Reading and writing plan files from the window."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from pfss_desktop.document.background import Background
from pfss_desktop.domain.faults import FaultyFile, UserError
from pfss_desktop.files import write_whole
from pfss_desktop.language import _, ngettext
from pfss_desktop.ui import either_question
from pfss_desktop.ui.notice_bar import NoticeBar
from pfss_desktop.ui.settings import Settings

if TYPE_CHECKING:
    from pfss_desktop.domain.library import Library
    from pfss_desktop.domain.patient import Patient
    from pfss_desktop.domain.plan import Plan
    from pfss_desktop.domain.visits import OpenPlan
    from pfss_desktop.exchange.plan_file import PlanFile

_FAULTS_SHOWN = 3


class PlanFileDesk(QObject):
    """Imports a plan file as a new plan, and writes a plan to a file."""

    imported = Signal(str)
    """Id of the plan that was read and stored."""

    def __init__(self, library: Library, background: Background, settings: Settings, notices: NoticeBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._library = library
        self._background = background
        self._settings = settings
        self._notices = notices
        self._window = parent

    def ask_and_import(self) -> None:
        """Ask for a plan file and import it."""
        name, _filter = QFileDialog.getOpenFileName(
            self._window, _("Open plan file"), str(self._settings.folder), _("Plan (*.pfss)")
        )
        if name:
            self.import_file(Path(name))

    def import_file(self, path: Path) -> None:
        """Store the plan of this file, with its visits, as a new plan without a patient and tell its id.

        What is wrong with a bad file is said.
        """

        def stored(opened: OpenPlan) -> None:
            self._settings.folder = path.parent
            self.imported.emit(opened.plan.id)

        self._background.run(lambda: self._store(_read(path)), stored, self._say_import_fault)

    def ask_and_export(self, opened: OpenPlan) -> None:
        """Ask whether former visits go along and for a file name; write the plan there without the patient."""
        with_former = self._ask_former(opened.visit.number - 1)
        if with_former is None:
            return
        proposed = self._settings.folder / f"plan-{opened.plan.id[:8]}.pfss"
        name, _filter = QFileDialog.getSaveFileName(self._window, _("Save plan as file"), str(proposed), _("Plan (*.pfss)"))
        if not name:
            return
        path = Path(name)
        if with_former:
            self._export_history(opened, path)
        elif self.export_now(opened.plan, None, path):
            self._say_exported(opened, path)

    def _ask_former(self, count: int) -> bool | None:
        """Return whether former visits go along, None where all was given up; a plan at its first visit has none to ask about."""
        if not count:
            return False
        answer = either_question.ask_either(
            _("Save plan as file"),
            _("Shall the visits before this one go along?"),
            _("With them, whoever opens the file sees how the plan and the scores changed. The patient's name stays here."),
            (_("All visits"), _("Only this visit")),
            self._window,
        )
        return None if answer is None else answer == 0

    def _export_history(self, opened: OpenPlan, path: Path) -> None:
        """Read and write all visits in the background; the latest is the one on the screen."""

        def write() -> None:
            from pfss_desktop.domain.visits import DatedPlan
            from pfss_desktop.exchange.plan_file import encode_plan

            former = [held for held in self._library.history(opened.plan.id) if held.visit.number < opened.visit.number]
            visits = [DatedPlan(held.visit.on, held.plan) for held in former]
            write_whole(path, encode_plan(opened.plan, None, opened.visit.on, visits))

        def written(_nothing: None) -> None:
            self._settings.folder = path.parent
            self._say_exported(opened, path)

        self._background.run(write, written, self._say_export_fault)

    def _say_exported(self, opened: OpenPlan, path: Path) -> None:
        told = _("Plan saved as {name}. The patient's name is not in it.") if opened.patient else _("Plan saved as {name}.")
        self._notices.say(told.format(name=path.name))

    def ask_and_save_copy(self, plan: Plan, patient: Patient | None) -> bool:
        """Ask where to put a copy of a plan that could not be saved, its patient in it; return whether it is there."""
        proposed = self._settings.folder / f"plan-{plan.id[:8]}-copy.pfss"
        name, _filter = QFileDialog.getSaveFileName(self._window, _("Save a copy"), str(proposed), _("Plan (*.pfss)"))
        return bool(name) and self.export_now(plan, patient, Path(name))

    def export_now(self, plan: Plan, patient: Patient | None, path: Path) -> bool:
        """Write the plan to this file at once; return whether it is there, and say so where it is not."""
        from pfss_desktop.exchange.plan_file import encode_plan

        try:
            write_whole(path, encode_plan(plan, patient))
        except (OSError, UserError) as error:
            self._say_export_fault(error)
            return False
        self._settings.folder = path.parent
        return True

    def _store(self, held: PlanFile) -> OpenPlan:
        # As a plan with an id of its own: importing the same file twice never mixes two plans.
        on = held.on or date.today()  # noqa: DTZ011 - the date on the clinic's wall
        return self._library.add_history(held.plan, None, on, held.former_visits)

    def _say_export_fault(self, error: Exception) -> None:
        known = getattr(error, "strerror", None) or (str(error) if isinstance(error, UserError) else type(error).__name__)
        text = _("The file could not be written: {reason}. The plan itself is unchanged.")
        self._notices.say(text.format(reason=known), stays=True)

    def _say_import_fault(self, error: Exception) -> None:
        if isinstance(error, FaultyFile):
            shown = "\n".join(str(fault) for fault in error.faults[:_FAULTS_SHOWN])
            more = len(error.faults) - _FAULTS_SHOWN
            if more > 0:
                shown += "\n" + ngettext("and {count} more", "and {count} more", more).format(count=more)
            text = _("This plan file cannot be used. Nothing was changed.\n{faults}").format(faults=shown)
        elif isinstance(error, UserError):
            text = str(error)
        else:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else type(error).__name__
            text = _("The file could not be read: {reason}. Nothing was changed.").format(reason=reason)
        self._notices.say(text, stays=True)


def _read(path: Path) -> PlanFile:
    from pfss_desktop.exchange.plan_file import decode_plan
    from pfss_desktop.exchange.strict_json import SIZE_LIMIT

    with open(path, "rb") as stream:
        content = stream.read(SIZE_LIMIT + 1)
    return decode_plan(content)
