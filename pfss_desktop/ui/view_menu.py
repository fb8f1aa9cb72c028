"""The View menu: the panels of the open plan, and light or dark."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QApplication, QMenu

from pfss_desktop.language import _
from pfss_desktop.ui.theme import ThemeChoice, choose_theme

if TYPE_CHECKING:
    from pfss_desktop.ui.plan_page import PlanPage
    from pfss_desktop.ui.settings import Settings


def fill_view_menu(menu: QMenu, settings: Settings, page: PlanPage | None) -> None:
    """Offer what can be shown in another way now."""
    if page is not None:
        page.panels.fill(menu)
        menu.addSeparator()
    group = QActionGroup(menu)
    names = {ThemeChoice.SYSTEM: _("Colours of the &system"), ThemeChoice.LIGHT: _("&Light"), ThemeChoice.DARK: _("&Dark")}
    for choice, name in names.items():
        action = group.addAction(menu.addAction(name))
        action.setCheckable(True)
        action.setChecked(settings.theme is choice)
        action.triggered.connect(partial(_choose, settings, choice))


def _choose(settings: Settings, choice: ThemeChoice, _checked: bool = False) -> None:
    settings.theme = choice
    application = QApplication.instance()
    if isinstance(application, QApplication):
        choose_theme(application, choice)
