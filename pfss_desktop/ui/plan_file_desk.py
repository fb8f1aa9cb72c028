"""Reading and writing plan files from the window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from pfss_desktop.document.background import Background
from pfss_desktop.domain.faults import FaultyFile, UserError
from pfss_desktop.files import write_whole
from pfss_desktop.language import _, ngettext
from pfss_desktop.ui.notice_bar import NoticeBar
from pfss_desktop.ui.settings import Settings

if TYPE_CHECKING:
    from pfss_desktop.domain.library import Library
    from pfss_desktop.domain.patient import Patient
    from pfss_desktop.domain.plan import Plan
    from pfss_desktop.domain.visits import OpenPlan

SIZE_LIMIT = 5_000_000
"""Bytes of the largest plan file that is read."""
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
        """Store the plan of this file as a new plan without a patient and tell its id; say what is wrong with a bad file."""

        def stored(opened: OpenPlan) -> None:
            self._settings.folder = path.parent
            self.imported.emit(opened.plan.id)

        self._background.run(lambda: self._store(_read(path)), stored, self._say_import_fault)

    def ask_and_export(self, plan: Plan, patient: Patient | None) -> None:
        """Ask for a file name, without the patient's in it by default, and write the plan there without the patient."""
        proposed = self._settings.folder / f"plan-{plan.id[:8]}.pfss"
        name, _filter = QFileDialog.getSaveFileName(self._window, _("Save plan as file"), str(proposed), _("Plan (*.pfss)"))
        if name and self.export_now(plan, None, Path(name)):
            without = _(" The patient's name is not in it.") if patient else ""
            self._notices.say(_("Plan saved as {name}.").format(name=Path(name).name) + without)

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
            text = _("The file could not be written: {reason}. The plan itself is unchanged.")
            self._notices.say(text.format(reason=getattr(error, "strerror", None) or str(error)), stays=True)
            return False
        self._settings.folder = path.parent
        return True

    def _store(self, plan: Plan) -> OpenPlan:
        from pfss_desktop.domain.identity import new_id

        # A copy with an id of its own: importing the same file twice never mixes two plans.
        copy = replace(plan, id=new_id())
        return self._library.add_plan(copy, None, date.today())  # noqa: DTZ011 - the date on the clinic's wall

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


def _read(path: Path) -> Plan:
    from pfss_desktop.exchange.plan_file import decode_plan

    with open(path, "rb") as stream:
        content = stream.read(SIZE_LIMIT + 1)
    return decode_plan(content).plan
