"""A clinic for stories of many weeks: the whole program on one screen, a calendar that is turned by hand, a folder of sheets."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pypdf
import pypdfium2
import pytest
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from pfss_desktop.app import Program
from pfss_desktop.paths import DataFolder
from pfss_desktop.ui import visit_desk
from pfss_desktop.ui.plan_page import PlanPage
from pfss_desktop.ui.score_field import ScoreField


class Calendar(date):
    """The date on the clinic's wall."""

    shown = date(2026, 3, 2)

    @classmethod
    def today(cls) -> date:
        return cls.shown


class Clinic:
    """What the therapist does and sees; every wait ends with what it waited for."""

    def __init__(self, program: Program, qtbot: QtBot, sheets: Path) -> None:
        self._program = program
        self._qtbot = qtbot
        self._sheets = sheets

    @property
    def page(self) -> PlanPage:
        page = self._program.window.plan_page
        assert page is not None
        return page

    @property
    def start(self) -> object:
        return self._program.window.start_page

    def settle(self) -> None:
        """Let everything that was asked of the library be answered."""
        self._program._background.settle()
        QApplication.processEvents()

    def until(self, reached: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(reached()), timeout=20_000)

    def opened_with(self, act: Callable[[], object]) -> PlanPage:
        """Do what opens a plan, and wait for its page."""
        with self._qtbot.waitSignal(self._program.window.plan_opened, timeout=20_000):
            act()
        self.settle()
        return self.page

    def back_to_start(self) -> None:
        self._program.window.show_start()
        self.until(lambda: self._program.window.plan_page is None)
        self.settle()

    def weeks_later(self, weeks: int) -> None:
        Calendar.shown += timedelta(weeks=weeks)

    def come_back_with(self, sheet: bytes) -> PlanPage:
        """The patient hands the sheet over: its square of dots is scanned on the first page, and a new visit begun."""
        code = self._program.window.start_page.code
        code.field.setFocus()
        QTest.keyClicks(code.field, scanned(sheet))
        page = self.opened_with(lambda: QTest.keyClick(code.field, Qt.Key.Key_Return))
        assert "The sheet is from" in page.notices.text
        page.notices._act()
        self.settle()
        self.until(lambda: page.follow_up.panel.diary.isVisible())
        return page

    def score(self, **typed: str) -> None:
        """Type scores into their fields, by the measure's name with underscores for spaces."""
        panel = self.page.scores.panel
        self.page.scores.open()
        self.settle()
        for name, value in typed.items():
            row = self._score_row(name.replace("_", " "))
            row.field.setFocus()
            QTest.keyClicks(row.field, value)
            QTest.keyClick(row.field, Qt.Key.Key_Return)
        assert panel.fields()

    def _score_row(self, name: str) -> ScoreField:
        return next(held for held in self.page.scores.panel.fields() if name in held.field.accessibleName().lower())

    def sheet(self, name: str) -> bytes:
        """Save the handout and return it; the file stays for whoever wants to look at it."""
        path = self._sheets / f"{name}.pdf"
        with self._qtbot.waitSignal(self.page.handout.saved, timeout=30_000):
            self.page.handout.save(path)
        return path.read_bytes()

    def visit_over(self) -> None:
        """Leave the plan as it is, saved."""
        self.until(lambda: self.page.is_saved)
        self.back_to_start()

    def dialog(self, kind: type[QDialog]) -> QDialog:
        """Return the open dialog of this kind."""
        return next(shown for shown in self.page.findChildren(kind) if shown.isVisible())


@contextmanager
def clinic_open(qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Clinic]:
    """Open the program on an empty folder for the block."""
    Calendar.shown = date(2026, 3, 2)
    monkeypatch.setattr(visit_desk, "date", Calendar)
    monkeypatch.setattr("pfss_desktop.ui.plan_opener.date", Calendar)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    program = Program(application, DataFolder(folder / "data"))
    sheets = folder / "sheets"
    sheets.mkdir()
    try:
        with qtbot.waitSignal(program.window.ready, timeout=20_000):
            program.window.show()
        program._background.settle()
        yield Clinic(program, qtbot, sheets)
        program.window.close()
    finally:
        program.close()


def scanned(sheet: bytes) -> str:
    """What a scanner reads off the last page of a sheet."""
    document = pypdfium2.PdfDocument(BytesIO(sheet))
    image = document[len(document) - 1].render(scale=150 / 72, grayscale=True).to_pil()
    [found] = zxingcpp.read_barcodes(image)
    return str(found.text)


def words_of(sheet: bytes) -> str:
    """All text of a sheet, every run of white space made one space."""
    return " ".join(" ".join(page.extract_text().split()) for page in pypdf.PdfReader(BytesIO(sheet)).pages)
