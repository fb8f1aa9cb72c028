"""Opening plans: a new one, a copy of a template, one from the library, or the one that a sheet's code stands for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from pfss_desktop.document.background import Background

if TYPE_CHECKING:
    from pfss_desktop.domain.library import FoundVisit, Library
    from pfss_desktop.domain.plan import Plan
    from pfss_desktop.domain.visits import OpenPlan


class PlanOpener(QObject):
    """Asks the library off the window's thread, and hands over what is to be shown."""

    opened = Signal(object)
    """The OpenPlan that is to be shown."""
    found = Signal(object, object)
    """The OpenPlan that is to be shown, and the FoundVisit it was looked up by."""
    failed = Signal(object)
    """The error that kept a plan from being opened; nothing was changed."""

    def __init__(self, library: Library, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._library = library
        self._background = background
        self._window = window

    def start(self, patient_id: str = "") -> None:
        """Start an empty plan with one phase, for this patient or none."""
        from pfss_desktop.ui.adding import new_plan

        self._add(new_plan(), patient_id)

    def start_with(self, template: Plan, patient_id: str = "") -> None:
        """Start a plan with a copy of this template's phases."""
        from pfss_desktop.ui.adding import new_plan

        self._add(new_plan(template), patient_id)

    def start_with_own(self, template_id: str, patient_id: str = "") -> None:
        """Start a plan with a copy of this own template, which is opened from the library first."""
        self._ask(lambda: self._library.open_plan(template_id), lambda found: self.start_with(found.plan, patient_id))

    def open_plan(self, plan_id: str) -> None:
        """Open this plan from the library."""
        self._ask(lambda: self._library.open_plan(plan_id), self.opened.emit)

    def ask_code(self) -> None:
        """Ask for the code of a sheet and open the plan it stands for."""
        from pfss_desktop.ui.code_field import CodeDialog

        dialog = CodeDialog(self._library, self._background, self._window)
        dialog.found.connect(self.open_visit)
        dialog.open()

    def open_visit(self, visit: FoundVisit) -> None:
        """Open the plan that a sheet's code stands for."""
        self._ask(lambda: self._library.open_plan(visit.plan_id), lambda opened: self.found.emit(opened, visit))

    def _add(self, plan: Plan, patient_id: str) -> None:
        today = date.today()  # noqa: DTZ011 - a visit's date is the date on the clinic's wall
        self._ask(lambda: self._library.add_plan(plan, patient_id or None, today), self.opened.emit)

    def _ask(self, job: Callable[[], OpenPlan], done: Callable[[OpenPlan], None]) -> None:
        self._background.run(job, done, self.failed.emit)
