"""Goes through the whole window as a person would: every page, every tab, every form, every dialog that an entry with "…" opens.

Pages, tabs, entries and dialogs are found, not listed: what is new is gone through too.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QProgressDialog,
    QStackedWidget,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from pfss_desktop.app import Program
from pfss_desktop.domain.body import Side
from pfss_desktop.domain.edits import prescriptions as edits
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.prescription_part import Part
from pfss_desktop.domain.resistance import Band, Bodyweight, CuffWeight, Machine, Mass, MassUnit, NoResistance, Resistance
from pfss_desktop.paths import DataFolder
from pfss_desktop.ui.adding import new_plan
from pfss_desktop.ui.plan_page import PlanPage
from pfss_desktop.ui.settings import Settings

Look = Callable[[str, QWidget], None]
RESISTANCES: tuple[Resistance, ...] = (
    CuffWeight(Mass(Decimal("2.5"), MassUnit.POUND)),
    Band("red", "TheraBand"),
    Machine(Mass(Decimal(40), MassUnit.POUND)),
    Bodyweight(),
    NoResistance(),
)
PATIENTS = (Patient("first", "María-José de la Torre-Villanueva", "A-2041", date(1990, 5, 17)), Patient("second", "Li"))
WIDTH, HEIGHT = 1280, 720


@dataclass(frozen=True)
class Screen:
    """What the window is looked at with: the language, how much larger the font is, and the size in pixels."""

    language: str = "en"
    font: float = 1.0
    width: int = WIDTH
    height: int = HEIGHT


class Tour:
    """Calls `look` with a name and the widget to be looked at, wherever there is something else to be seen."""

    def __init__(self, program: Program, qtbot: QtBot, screen: Screen, look: Look) -> None:
        self._program = program
        self._qtbot = qtbot
        self._screen = screen
        self._look = look
        self._visitor = _DialogVisitor(self._meet)
        self._opened_by = ""
        self._opened = False

    def run(self) -> None:
        """Go through everything once."""
        window = self._program.window
        window.resize(self._screen.width, self._screen.height)
        window.show()
        self._qtbot.waitUntil(lambda: window._desk is not None)
        self._settle()
        QApplication.instance().installEventFilter(self._visitor)
        try:
            self._look("start, nothing there yet", window)
            self._add_patients()
            window.start_page.refresh()
            self._settle()
            self._go_through(window.start_page, "start")
            self._open_dialogs("start")
            window.start_plan()
            self._qtbot.waitUntil(lambda: window.plan_page is not None)
            self._settle()
            self._look("plan, empty", window)
            self._fill_plan()
            self._go_through(window.plan_page, "plan")
            self._show_forms()
            self._open_dialogs("plan")
        finally:
            QApplication.instance().removeEventFilter(self._visitor)

    # Private

    @property
    def _page(self) -> PlanPage:
        page = self._program.window.plan_page
        assert page is not None
        return page

    def _add_patients(self) -> None:
        library, background = self._program._library, self._program._background
        for patient in PATIENTS:
            background.wait_for(lambda patient=patient: library.add_patient(patient))
        plan = new_plan(self._program.window._desk.resources.templates[0].plan)
        background.wait_for(lambda: library.add_plan(plan, PATIENTS[0].id, date(2026, 11, 22)))

    def _fill_plan(self) -> None:
        page = self._page
        page.commands.add_exercises(["clamshell", "straight-leg-raise", "quad-set", "bridge-double"])
        page.phase_commands.add_usual()
        page.commands.add_phase()
        page.board.choose([])
        self._settle()

    def _go_through(self, page: QWidget, name: str) -> None:
        """Look at each tab and each page of a stack, with the first entry of every list chosen."""
        window = self._program.window
        self._look(name, window)
        for tabs in _seen(page, QTabWidget):
            for number in range(tabs.count()):
                tabs.setCurrentIndex(number)
                self._choose_first(tabs.currentWidget())
                self._settle()
                self._look(f"{name}, tab {tabs.tabText(number)}", window)
            tabs.setCurrentIndex(0)
        self._choose_first(page)
        self._settle()
        self._look(f"{name}, first of each list", window)

    def _choose_first(self, page: QWidget) -> None:
        for view in _seen(page, QAbstractItemView):
            if view.model() is not None and view.model().rowCount():
                view.setCurrentIndex(view.model().index(0, 0))

    def _show_forms(self) -> None:
        """Look at the form of a phase, of several exercises, of one with each resistance, and at the chips' editors."""
        page, window = self._page, self._program.window
        tabs = page.findChild(QTabWidget)
        tabs.setCurrentIndex(0)
        held = [held.id for held in page.document.plan.prescriptions()]
        page.board.choose([page.document.plan.phases[0].id])
        self._look("form of a phase", window)
        page.board.choose(held[:3])
        self._look("form of several", window)
        page.document.edit("Side", edits.set_side(page.document.plan, held[0], Side.LEFT))
        for resistance in RESISTANCES:
            page.document.edit("Resistance", edits.set_resistance(page.document.plan, held[0], resistance))
            page.board.choose([held[0]])
            self._settle()
            self._look(f"form with {resistance.kind.value}", window)
        for part in Part:
            page.board.chips.open(page.model.index_of(held[0]), part)
            self._settle()
            self._look(f"chip editor of {part.value}", window)
            for editor in page.board.viewport().findChildren(QLineEdit):
                QTest.keyClick(editor, Qt.Key.Key_Escape)
            self._settle()
        page.notices.say("Taken out: Clamshell", "Undo", lambda: None, stays=True)
        self._look("notice", window)
        page.notices.hide()

    def _open_dialogs(self, name: str) -> None:
        """Open whatever an entry or button with dots behind its name opens, once."""
        window = self._program.window
        for menu in window.findChildren(QMenu):
            menu.aboutToShow.emit()
        self._settle()
        actions = [action for action in window.findChildren(QAction) if _asks(action.text()) and action.isEnabled()]
        for title, run in _once([(action.text(), action.trigger) for action in actions]):
            self._open(f"{name}, {title}", run)
        for tabs in _seen(window, QTabWidget):
            for number in range(tabs.count()):
                tabs.setCurrentIndex(number)
                self._press(name, tabs.currentWidget())
            tabs.setCurrentIndex(0)
        self._press(name, window)

    def _press(self, name: str, around: QWidget) -> None:
        buttons = [button for button in _seen(around, QAbstractButton) if _asks(button.text()) and button.isEnabled()]
        for title, run in _once([(button.text(), button.click) for button in buttons]):
            self._open(f"{name}, {title}", run)

    def _open(self, name: str, run: Callable[[], object]) -> None:
        self._opened_by = name
        run()
        self._settle()
        self._opened_by = ""

    def _meet(self, dialog: QDialog) -> None:
        """Look at a dialog that has just come up, and send it away again."""
        self._settle()
        if isinstance(dialog, QFileDialog | QProgressDialog):
            dialog.reject()
            return
        self._look(f"dialog {dialog.windowTitle()} ({self._opened_by})", dialog)
        for button in _seen(dialog, QAbstractButton):
            if button.isCheckable() and button.isEnabled():
                button.click()
        self._settle()
        self._look(f"dialog {dialog.windowTitle()}, all ticked", dialog)
        for stack in _seen(dialog, QStackedWidget):
            for number in range(stack.count()):
                stack.setCurrentIndex(number)
                self._look(f"dialog {dialog.windowTitle()}, page {number}", dialog)
        dialog.reject()

    def _settle(self) -> None:
        self._program._background.settle()
        for _turn in range(8):
            QApplication.processEvents()


class _DialogVisitor(QObject):
    """Tells of each dialog, once its own loop runs."""

    def __init__(self, meet: Callable[[QDialog], None]) -> None:
        super().__init__()
        self._meet = meet

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QDialog):
            QTimer.singleShot(0, watched, lambda: self._meet(watched))
        return False


def take_tour(application: QApplication, qtbot: QtBot, folder: Path, screen: Screen, look: Look) -> None:
    """Start the program in this folder and go through it."""
    Settings(folder / "settings.ini").language = screen.language
    font = application.font()
    larger = application.font()
    larger.setPointSizeF(font.pointSizeF() * screen.font)
    application.setFont(larger)
    program = Program(application, DataFolder(folder))
    try:
        Tour(program, qtbot, screen, look).run()
    finally:
        program.window.close()
        program._language.speak("en")
        program.close()
        application.setFont(font)


def _seen(around: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [found for found in around.findChildren(kind) if found.isVisible()]


def _asks(text: str) -> bool:
    return text.rstrip().endswith("…")


def _once(found: Iterable[tuple[str, Callable[[], object]]]) -> list[tuple[str, Callable[[], object]]]:
    return list(dict(reversed(list(found))).items())
