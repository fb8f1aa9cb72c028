"""The window in Spanish: everything said by it and by the catalogue; plans keep their English texts and what was typed."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from pfss_desktop.app import Program, read_resources
from pfss_desktop.domain.plan import Plan
from pfss_desktop.language import _, spoken_language, translated
from pfss_desktop.paths import DataFolder
from pfss_desktop.translations import SOURCE, speaking_language
from pfss_desktop.ui.adding import new_plan
from pfss_desktop.ui.inspector import Inspector
from pfss_desktop.ui.plan_page import PlanPage
from pfss_desktop.ui.screen_language import ScreenLanguage, locale_for
from pfss_desktop.ui.settings import Settings


@pytest.fixture
def spanish(qapp: QApplication) -> Iterator[None]:
    former = QLocale()
    language = ScreenLanguage(qapp)
    language.speak("es")
    yield
    language.speak(SOURCE.tag)
    QLocale.setDefault(former)


def field(page: QWidget, kind: type[QWidget], name: str) -> QWidget:
    [found] = [each for each in page.findChildren(kind) if each.accessibleName() == name]
    return found


def test_typing_into_a_translated_text_changes_that_text_only(
    spanish: None, qtbot: QtBot, open_page: Callable[[Plan], PlanPage]
) -> None:
    page = open_page(new_plan())
    page.commands.add_exercises(["clamshell"])
    [held] = page.document.plan.prescriptions()
    english = held.text
    page.board.choose([held.id])
    steps = field(page.findChild(Inspector), QPlainTextEdit, "Pasos, uno por línea")
    assert isinstance(steps, QPlainTextEdit)
    assert steps.toPlainText().split("\n") == [translated(step) for step in english.steps]
    steps.appendPlainText("Descanse un momento.")
    [held] = page.document.plan.prescriptions()
    assert held.text.steps == (*english.steps, "Descanse un momento.")
    assert held.text.name == english.name


def test_a_new_plan_is_kept_in_english_and_shown_in_spanish(spanish: None, open_page: Callable[[Plan], PlanPage]) -> None:
    page = open_page(new_plan())
    assert page.document.plan.title == "Knee exercise plan"
    title = field(page, QLineEdit, "Título del plan")
    assert isinstance(title, QLineEdit)
    assert title.text() == "Plan de ejercicios para la rodilla"


def test_the_search_knows_english_and_spanish_words() -> None:
    with speaking_language("es"):
        search = read_resources().search
    assert search.find("Clamshell")[0] == "clamshell"
    assert "clamshell" in search.find("glúteo")
    assert "clamshell" in search.find("cadera")
    assert "clamshell" not in read_resources().search.find("cadera")


def test_the_languages_of_numbers_is_the_screens() -> None:
    assert locale_for("es").language() is QLocale.Language.Spanish
    assert locale_for("en").language() in (QLocale.Language.English, QLocale.Language.C)


def test_choosing_a_language_makes_the_window_anew_with_the_plan_that_was_open(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    former = QLocale()
    Settings(tmp_path / "settings.ini").language = "en"
    program = Program(qapp, DataFolder(tmp_path))
    try:
        program.window.show()
        qtbot.waitUntil(lambda: program.window._desk is not None)
        program.window.start_plan()
        qtbot.waitUntil(lambda: program.window.plan_page is not None)
        page = program.window.plan_page
        assert page is not None
        page.commands.add_exercises(["clamshell"])
        plan = page.document.plan
        program.window.language_asked.emit("es")
        assert spoken_language() == "es"
        assert _("Undo") == "Deshacer"
        qtbot.waitUntil(lambda: program.window.plan_page is not None)
        page = program.window.plan_page
        assert page is not None
        assert page.document.plan == plan
        assert program.window.menuBar().actions()[0].text() == "&Archivo"
        assert Settings(tmp_path / "settings.ini").language == "es"
    finally:
        program.window.close()
        program._language.speak("en")
        program.close()
        QLocale.setDefault(former)
