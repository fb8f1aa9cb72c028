"""The panels of an open plan: F6 goes round them, the outer two are put away and brought back, and sizes are remembered."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QByteArray, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QSplitter, QWidget

from pfss_desktop.language import _
from pfss_desktop.ui.settings import Settings


class Panels(QObject):
    """Knows the header, and the catalogue, plan and tabs in their splitter; the middle one always stays."""

    def __init__(self, splitter: QSplitter, header: QWidget, settings: Settings, page: QWidget) -> None:
        super().__init__(page)
        self._splitter = splitter
        self._settings = settings
        self._page = page
        inside = [panel for number in range(splitter.count()) if (panel := splitter.widget(number)) is not None]
        self._round = (header, *inside)
        self._last: dict[QWidget, QWidget] = {}
        outer = ((_("&Catalogue"), "Alt+1", inside[0]), (_("&Panel beside the plan"), "Alt+2", inside[-1]))
        self.shown = tuple(self._switch(text, keys, panel) for text, keys, panel in outer)
        self._steps = (
            self._action(_("&Next panel"), "F6", partial(self.step, 1)),
            self._action(_("P&revious panel"), "Shift+F6", partial(self.step, -1)),
        )
        for number in range(splitter.count()):
            splitter.setCollapsible(number, False)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._note)

    def fill(self, menu: QMenu) -> None:
        """Put the switches of the panels and the way round them into a menu."""
        menu.addActions(self.shown)
        menu.addSeparator()
        menu.addActions(self._steps)

    def restore(self) -> None:
        """Put sizes and panels back as they were left on a screen of this size."""
        stored = self._settings.layout(self._key())
        self._splitter.restoreState(stored if not stored.isEmpty() else self._settings.layout("plan"))
        away = bytes(self._settings.layout("plan_away").data())
        for number, action in enumerate(self.shown):
            action.setChecked(str(number).encode() not in away)

    def remember(self) -> None:
        """Keep sizes and panels for the next plan and the next start."""
        self._settings.remember_layout(self._key(), self._splitter.saveState())
        away = "".join(str(number) for number, action in enumerate(self.shown) if not action.isChecked())
        self._settings.remember_layout("plan_away", QByteArray(f"-{away}".encode()))

    def step(self, by: int) -> None:
        """Give the focus to the next panel that is shown, where it was there last."""
        here = [panel for panel in self._round if panel.isVisible()]
        now = next(
            (number for number, panel in enumerate(here) if _holds(panel, QApplication.focusWidget())), -1 if by > 0 else 0
        )
        for distance in range(1, len(here) + 1):
            panel = here[(now + by * distance) % len(here)]
            target = self._target(panel)
            if target is not None:
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    # Private

    def _key(self) -> str:
        size = self._page.screen().size()
        return f"plan_{size.width()}x{size.height()}"

    def _switch(self, text: str, keys: str, panel: QWidget) -> QAction:
        action = self._action(text, keys, None)
        action.setCheckable(True)
        action.setChecked(True)
        action.toggled.connect(partial(self._show, panel))
        return action

    def _action(self, text: str, keys: str, run: partial[None] | None) -> QAction:
        action = QAction(text, self._page)
        action.setShortcut(QKeySequence(keys))
        if run is not None:
            action.triggered.connect(lambda: run())
        self._page.addAction(action)
        return action

    def _show(self, panel: QWidget, on: bool) -> None:
        if not on and _holds(panel, QApplication.focusWidget()):
            self.step(-1 if panel is self._round[-1] else 1)
        panel.setVisible(on)

    def _note(self, _before: QWidget | None, now: QWidget | None) -> None:
        for panel in self._round:
            if now is not None and now is not panel and _holds(panel, now):
                self._last[panel] = now

    def _target(self, panel: QWidget) -> QWidget | None:
        last = self._last.get(panel)
        inside = _stops(panel)
        return last if last in inside else next(iter(inside), None)


def _stops(panel: QWidget) -> Sequence[QWidget]:
    """Return what Tab stops at inside a panel, in its order."""
    found, widget = [], panel.nextInFocusChain()
    while widget is not None and widget is not panel:
        stops = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
        if stops and panel.isAncestorOf(widget) and widget.isVisible() and widget.isEnabled():
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def _holds(panel: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (panel is widget or panel.isAncestorOf(widget))
