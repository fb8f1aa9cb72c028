"""Composition root of the window: the only module that knows every room. It builds everything and hands it on."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from pfss_desktop.document.background import Background
from pfss_desktop.garbage import GarbageTimer
from pfss_desktop.language import _
from pfss_desktop.paths import DataFolder, private_folder, resources
from pfss_desktop.ui.main_window import MainWindow
from pfss_desktop.ui.screen_language import ScreenLanguage
from pfss_desktop.ui.settings import Settings
from pfss_desktop.ui.theme import ThemeChoice, choose_theme, dress

if TYPE_CHECKING:
    from pfss_desktop.domain.library import Library
    from pfss_desktop.ui.desk import Resources

SWITCH_S = 0.0005
"""Seconds that work in the background may keep the window waiting: Python's own 0.005 would cost frames while pages are made."""


def run_window(data: DataFolder, arguments: Sequence[str], file: Path | None = None) -> int:
    """Open the window, with the plan of a file where one is named, and return the exit code once it is closed.

    Everything the program keeps lies in `data`.
    """
    application = new_application(arguments)
    program = Program(application, data)
    if file is not None:
        program.import_when_ready(file)
    program.window.show()
    try:
        return application.exec()
    finally:
        program.close()


def new_application(arguments: Sequence[str]) -> QApplication:
    """Return this process's application, made and dressed where there is none yet."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(list(arguments))
    application.setApplicationName("pfss-desktop")
    application.setApplicationDisplayName("PFSS Desktop")
    application.setDesktopFileName("pfss-desktop")
    dress(application)
    return application


class Program(QObject):
    """All that lives while the window is open."""

    def __init__(self, application: QApplication, data: DataFolder) -> None:
        super().__init__()
        self._data = data
        # Whatever is written from here on, by Qt too, is the person's own to read.
        self._former_umask = os.umask(0o077)
        private_folder(data.root)
        self._garbage = GarbageTimer(self)
        self._former_interval = sys.getswitchinterval()
        sys.setswitchinterval(SWITCH_S)
        self._library = LibraryAtHand(data)
        self._background = Background("library")
        self._former_hook = sys.excepthook
        sys.excepthook = self._note_unexpected
        self._settings = Settings(data.settings)
        self._language = ScreenLanguage(application)
        self._language.speak(self._settings.language)
        if self._settings.theme is not ThemeChoice.SYSTEM:
            choose_theme(application, self._settings.theme)
        self.window = self._new_window()

    def speak(self, tag: str) -> None:
        """Let the screen speak this language: a new window takes the place of the old one, with the plan that was open."""
        former, page = self.window, self.window.plan_page
        plan_id = page.document.plan.id if page else ""
        if not former.leave_plan():
            return
        self._settings.language = tag
        self._language.speak(tag)
        former.close()
        self.window = self._new_window()
        if plan_id:
            self.window.ready.connect(partial(self.window.open_plan, plan_id))
        self.window.show()
        former.deleteLater()

    def import_when_ready(self, file: Path) -> None:
        """Take the plan of this file into the database and show it, once plans can be opened."""
        window = self.window
        window.ready.connect(lambda: window.plan_files.import_file(file))

    def close(self) -> None:
        """Let running saves end, close the database and give the excepthook back."""
        self._background.settle()
        self._background.wait_for(self._library.close)
        self._background.close()
        # Now, and not when the interpreter comes to it: nothing of the window may outlive the application.
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._garbage.stop()
        sys.setswitchinterval(self._former_interval)
        sys.excepthook = self._former_hook
        os.umask(self._former_umask)

    def _new_window(self) -> MainWindow:
        library = cast("Library", self._library)
        window = MainWindow(library, self._background, self._settings, partial(read_resources, library))
        window.language_asked.connect(self.speak)
        window.ready.connect(self._garbage.set_aside_soon)
        _FirstPicture(window)
        return window

    def _note_unexpected(self, kind: type[BaseException], error: BaseException, places: TracebackType | None) -> None:
        from pfss_desktop.failure_log import note_failure

        # An exception in a slot ends up here. The plan on the screen is a value that no half-done edit can have touched.
        note_failure(self._data.log, error)
        text = _("Something unexpected went wrong ({name}). The plan on the screen is as it was. Details are in {log}.")
        self.window.notices.say(text.format(name=kind.__name__, log=self._data.log.name), stays=True)
        if self._former_hook is not sys.__excepthook__:
            self._former_hook(kind, error, places)


class LibraryAtHand:
    """Opens the database at the first request, on the thread that asks; so the first picture waits for no database."""

    def __init__(self, data: DataFolder) -> None:
        self._data = data
        self._opened: Any = None

    def __getattr__(self, name: str) -> Callable[..., Any]:
        # Naming a request opens nothing yet; making it does, on the thread that makes it.
        return lambda *words, **named: getattr(self._database(), name)(*words, **named)

    def close(self) -> None:
        """Close the database where it was opened."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def _database(self) -> Any:  # noqa: ANN401
        if self._opened is None:
            from pfss_desktop.storage.database import PlanDatabase

            self._opened = PlanDatabase.open(self._data.database, self._data.backups)
        return self._opened


def read_resources(library: Library | None = None) -> Resources:
    """Read catalogue, templates, resistance choices, phase model and measures; faulty files are listed and left out.

    The library's own exercises stand among the others. Where it cannot be read there are none: the start page tells why.
    """
    from pfss_desktop.catalogue.education import TopicShelf
    from pfss_desktop.catalogue.intake_files import load_intake
    from pfss_desktop.catalogue.loading import load_catalogue
    from pfss_desktop.catalogue.measures import load_measures
    from pfss_desktop.catalogue.own_entry import EntryForm
    from pfss_desktop.catalogue.phase_model import load_usual_criteria
    from pfss_desktop.catalogue.search import WordSearch
    from pfss_desktop.catalogue.stock import load_resistance_choices
    from pfss_desktop.catalogue.templates import load_templates
    from pfss_desktop.domain.checks.check import CheckSettings
    from pfss_desktop.domain.faults import UserError
    from pfss_desktop.ui.desk import Resources
    from pfss_desktop.ui.exercise_shelf import ExerciseShelf

    folder = resources()
    exercises = load_catalogue(folder / "catalogue")
    templates = load_templates(folder / "templates", exercises.catalogue)
    model = load_usual_criteria(folder / "clinical" / "phases.toml")
    intake = load_intake(folder / "clinical")
    outcomes = load_measures(folder / "clinical" / "measures.toml")
    shelf = ExerciseShelf(exercises.catalogue, EntryForm(), WordSearch)
    if library is not None:
        with suppress(UserError):
            shelf.fill(library)
    return Resources(
        shelf=shelf,
        choices=load_resistance_choices(folder / "resistance.toml"),
        built_in_templates=templates.templates,
        education=TopicShelf(folder / "education", exercises.catalogue.sources),
        check_settings=CheckSettings(usual_criteria=model.criteria),
        intake=intake.choices,
        measures=outcomes.measures,
        faults=(*exercises.faults, *templates.faults, *model.faults, *intake.faults, *outcomes.faults),
    )


class _FirstPicture(QObject):
    """Lets the window begin its work right after it was painted for the first time."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._window.begin)
        return False
