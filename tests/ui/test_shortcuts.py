"""The sheet of shortcuts and the help: what they list is what the window does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pfss_desktop.app import Program
from pfss_desktop.paths import DataFolder
from pfss_desktop.ui.help_dialog import HelpDialog, help_html
from pfss_desktop.ui.main_window import MainWindow
from pfss_desktop.ui.settings import Settings
from pfss_desktop.ui.shortcuts import plain_text, shortcuts_of
from pfss_desktop.ui.shortcuts_dialog import ShortcutsDialog


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    Settings(tmp_path / "settings.ini").language = "en"
    program = Program(qapp, DataFolder(tmp_path))
    program.window.show()
    qtbot.waitUntil(lambda: program.window._desk is not None)
    yield program.window
    program.window.close()
    program.close()


def action(window: MainWindow, text: str) -> QAction:
    return next(each for each in window.findChildren(QAction) if plain_text(each.text()) == text)


def test_every_action_with_keys_is_on_the_sheet(window: MainWindow, qtbot: QtBot) -> None:
    window.start_plan()
    qtbot.waitUntil(lambda: window.plan_page is not None)
    listed = {(each.text, each.keys) for each in shortcuts_of(window)}
    actions = [each for each in window.findChildren(QAction) if each.shortcuts() and each.isVisible() and plain_text(each.text())]
    assert len(actions) > 30
    for each in actions:
        keys = " or ".join(dict.fromkeys(keys.toString() for keys in each.shortcuts()))
        assert (plain_text(each.text()), keys) in listed


def test_keys_that_belong_to_one_part_are_told_too(window: MainWindow, qtbot: QtBot) -> None:
    window.start_plan()
    qtbot.waitUntil(lambda: window.plan_page is not None)
    board = next(each for each in shortcuts_of(window) if each.group == "Plan" and not each.keys)
    assert "F2" in board.text


def test_f1_opens_the_sheet_and_typed_words_narrow_it(window: MainWindow) -> None:
    action(window, "Keyboard shortcuts").trigger()
    dialog = window.findChild(ShortcutsDialog)
    assert [each.text for each in dialog.shown() if each.keys == "F1"] == ["Keyboard shortcuts"]
    dialog.search.setText("new ctrl+n")
    assert [each.text for each in dialog.shown()] == ["New plan"]
    assert dialog.list.topLevelItemCount() == 1
    dialog.search.setText("no such thing")
    assert dialog.shown() == ()
    assert "Try fewer" in dialog.list.topLevelItem(0).text(0)
    dialog.reject()


def test_the_help_opens_inside_the_program(window: MainWindow) -> None:
    action(window, "How it works").trigger()
    dialog = window.findChild(HelpDialog)
    assert "Build a plan" in dialog.page.toPlainText()
    dialog.reject()


def test_the_keys_that_the_help_names_are_real(window: MainWindow, qtbot: QtBot) -> None:
    window.start_plan()
    qtbot.waitUntil(lambda: window.plan_page is not None)
    real = " ".join(each.keys for each in shortcuts_of(window))
    for keys in ("Ctrl+K", "Ctrl+Z", "Ctrl+P", "Ctrl+Shift+E", "Ctrl+G", "F1", "F6"):
        assert keys in help_html()
        assert keys in real
