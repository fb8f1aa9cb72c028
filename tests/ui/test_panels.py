"""Panels of the open plan by keys, and light and dark by choice."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pfss_desktop.domain.plan import Plan
from pfss_desktop.ui.adding import new_plan
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.plan_page import PlanPage
from pfss_desktop.ui.theme import DARK, LIGHT, ThemeChoice, choose_theme, theme_now
from tests.ui.seen_faults import contrast

OpenPage = Callable[[Plan], PlanPage]
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(open_page: OpenPage, qtbot: QtBot) -> PlanPage:
    opened = open_page(new_plan())
    opened.activateWindow()
    opened.catalogue.search_field.setFocus()
    qtbot.waitUntil(opened.catalogue.search_field.hasFocus)
    return opened


@pytest.fixture
def system_colours(qapp: QApplication) -> Iterator[None]:
    yield
    choose_theme(qapp, ThemeChoice.SYSTEM)


def panel_of(page: PlanPage) -> QWidget:
    return next(panel for panel in page.panels._round if panel.isAncestorOf(QApplication.focusWidget()))


def press(page: PlanPage, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(page, key, keys)


def test_f6_goes_round_the_panels_and_comes_back_to_where_the_focus_was(page: PlanPage) -> None:
    header, catalogue, middle, tabs = page.panels._round
    found = []
    for _turn in range(4):
        press(page, Qt.Key.Key_F6)
        found.append(panel_of(page))
    assert found == [middle, tabs, header, catalogue]
    assert page.catalogue.search_field.hasFocus()
    press(page, Qt.Key.Key_F6, SHIFT)
    assert panel_of(page) is header


def test_a_panel_is_put_away_and_brought_back_by_keys(page: PlanPage) -> None:
    press(page, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert page.catalogue.isHidden()
    assert panel_of(page) is page.panels._round[2]
    press(page, Qt.Key.Key_F6, SHIFT)
    assert panel_of(page) is page.panels._round[0]
    press(page, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert page.catalogue.isVisible()


def test_what_was_put_away_stays_away_in_the_next_plan(page: PlanPage, open_page: OpenPage, desk: Desk) -> None:
    page.panels.shown[1].trigger()
    page.leave()
    following = open_page(new_plan())
    assert following.catalogue.isVisible()
    assert following.panels._round[3].isHidden()
    assert not following.panels.shown[1].isChecked()


def test_light_and_dark_by_choice(qapp: QApplication, system_colours: None, desk: Desk) -> None:
    choose_theme(qapp, ThemeChoice.DARK)
    assert theme_now() is DARK
    assert qapp.palette().window().color().name() == DARK.ground
    choose_theme(qapp, ThemeChoice.LIGHT)
    assert theme_now() is LIGHT
    desk.settings.theme = ThemeChoice.DARK
    assert desk.settings.theme is ThemeChoice.DARK


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("kind", ["plain", "primary", "flat", "chip", "checked"])
def test_the_focus_is_seen_on_every_kind_of_button(
    qtbot: QtBot, qapp: QApplication, system_colours: None, choice: ThemeChoice, kind: str
) -> None:
    choose_theme(qapp, choice)
    window = QWidget()
    qtbot.addWidget(window)
    button, other = QPushButton("Button", window), QPushButton("Other", window)
    button.setProperty(kind, "true")
    button.setCheckable(kind == "checked")
    button.setChecked(kind == "checked")
    button.move(20, 20)
    other.move(20, 90)
    window.resize(240, 140)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    before = window.grab(button.geometry()).toImage()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    after = window.grab(button.geometry()).toImage()

    dots = ((x, y) for x in range(before.width()) for y in range(before.height()))
    seen = sum(1 for x, y in dots if contrast(before.pixelColor(x, y), after.pixelColor(x, y)) >= 3)
    assert seen >= 2 * before.width()
