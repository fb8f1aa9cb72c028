"""The window's menus: those of the start page, or those of the open plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu, QMessageBox

from pfss_desktop.language import _, spoken_language
from pfss_desktop.translations import LANGUAGES
from pfss_desktop.ui.view_menu import fill_view_menu

if TYPE_CHECKING:
    from pfss_desktop.ui.plan_page import PlanPage
    from pfss_desktop.ui.settings import Settings


@dataclass(frozen=True)
class MenuDoing:
    """What the menus do beyond the open plan's own actions."""

    new_plan: Callable[[], object]
    open_file: Callable[[], object]
    save_file: Callable[[], object]
    ask_code: Callable[[], object]
    choose_language: Callable[[str], object]
    settings: Settings


def fill_menus(window: QMainWindow, page: PlanPage | None, doing: MenuDoing) -> None:
    """Put into the menu bar what can be done now: with the open plan, or on the start page."""
    bar = window.menuBar()
    bar.clear()
    file = bar.addMenu(_("&File"))
    if page is not None:
        page.fill_menus(file, bar.addMenu(_("&Edit")), bar.addMenu(_("&Plan")))
        file.addAction(_("Save plan as &file…")).triggered.connect(lambda: doing.save_file())
    else:
        file.addAction(_("&New plan"), "Ctrl+N").triggered.connect(lambda: doing.new_plan())
        file.addAction(_("&Open plan file…"), "Ctrl+O").triggered.connect(lambda: doing.open_file())
    file.addAction(_("Open by &code…"), "Ctrl+G").triggered.connect(lambda: doing.ask_code())
    _add_languages(file.addMenu(_("&Language")), doing)
    file.addSeparator()
    file.addAction(_("&Quit"), "Ctrl+Q").triggered.connect(window.close)
    fill_view_menu(bar.addMenu(_("&View")), doing.settings, page)
    _add_help(bar.addMenu(_("&Help")), window)


def _add_languages(menu: QMenu, doing: MenuDoing) -> None:
    """Offer each language by the name that those who speak it know."""
    group = QActionGroup(menu)
    for language in LANGUAGES:
        action = group.addAction(menu.addAction(language.own_name))
        action.setCheckable(True)
        action.setChecked(spoken_language() == language.tag)
        action.triggered.connect(partial(_chosen, doing, language.tag))


def _add_help(menu: QMenu, window: QMainWindow) -> None:
    menu.addAction(_("&How it works…")).triggered.connect(lambda: _show_help(window))
    menu.addAction(_("&Keyboard shortcuts…"), "F1").triggered.connect(lambda: _show_shortcuts(window))
    menu.addAction(_("&About")).triggered.connect(lambda: _show_about(window))


def _show_help(window: QMainWindow) -> None:
    from pfss_desktop.ui.help_dialog import HelpDialog

    HelpDialog(window).open()


def _show_shortcuts(window: QMainWindow) -> None:
    from pfss_desktop.ui.shortcuts import shortcuts_of
    from pfss_desktop.ui.shortcuts_dialog import ShortcutsDialog

    ShortcutsDialog(shortcuts_of(window), window).open()


def _chosen(doing: MenuDoing, tag: str) -> None:
    if tag != spoken_language():
        doing.choose_language(tag)


def _show_about(window: QMainWindow) -> None:
    from pfss_desktop import __version__

    QMessageBox.about(window, "PFSS Desktop", _("PFSS Desktop {version}").format(version=__version__))
