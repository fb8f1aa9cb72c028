"""The window's menus: those of the start page, or those of the open plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow, QMessageBox

from pfss_desktop.language import _

if TYPE_CHECKING:
    from pfss_desktop.ui.plan_page import PlanPage


@dataclass(frozen=True)
class MenuDoing:
    """What the menus do beyond the open plan's own actions."""

    new_plan: Callable[[], object]
    open_file: Callable[[], object]
    save_file: Callable[[], object]
    ask_code: Callable[[], object]


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
    file.addSeparator()
    file.addAction(_("&Quit"), "Ctrl+Q").triggered.connect(window.close)
    bar.addMenu(_("&Help")).addAction(_("&About")).triggered.connect(lambda: _show_about(window))


def _show_about(window: QMainWindow) -> None:
    from pfss_desktop import __version__

    QMessageBox.about(window, "PFSS Desktop", _("PFSS Desktop {version}").format(version=__version__))
