"""The keys of a window, read from its own actions and widgets, so that the sheet of shortcuts says what is so."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from pfss_desktop.language import _


@dataclass(frozen=True, slots=True)
class Shortcut:
    """What is done, by which keys, and under which heading it is listed; `keys` is empty where the words name them."""

    group: str
    text: str
    keys: str


def shortcuts_of(window: QMainWindow) -> tuple[Shortcut, ...]:
    """Return the keys of the menus, then of actions in no menu, then what each part of the window says of its own keys."""
    found = dict.fromkeys((*_in_menus(window), *_elsewhere(window), *_of_parts(window)))
    return tuple(found)


def plain_text(text: str) -> str:
    """Return the text of an action without the menu's letter and dots."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def _in_menus(window: QMainWindow) -> Iterator[Shortcut]:
    for heading in window.menuBar().actions():
        menu = heading.menu()
        if isinstance(menu, QMenu):
            for action in _with_submenus(menu):
                yield from _told(plain_text(heading.text()), action)


def _with_submenus(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            yield from _with_submenus(below)
        else:
            yield action


def _elsewhere(window: QMainWindow) -> Iterator[Shortcut]:
    listed = {action for heading in window.menuBar().actions() for action in _below(heading)}
    for action in window.findChildren(QAction):
        if action not in listed and action.isVisible():
            around = action.parent()
            where = around.accessibleName() if isinstance(around, QWidget) else ""
            yield from _told(where or _("Everywhere"), action)


def _below(heading: QAction) -> Iterator[QAction]:
    menu = heading.menu()
    if isinstance(menu, QMenu):
        yield from _with_submenus(menu)


def _told(group: str, action: QAction) -> Iterator[Shortcut]:
    keys = [keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in action.shortcuts()]
    if keys and plain_text(action.text()):
        yield Shortcut(group, plain_text(action.text()), _(" or ").join(dict.fromkeys(keys)))


def _of_parts(window: QMainWindow) -> Iterator[Shortcut]:
    for widget in window.findChildren(QWidget):
        takes_keys = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes_keys and widget.isVisible() and widget.accessibleName() and _names_a_key(widget.accessibleDescription()):
            yield Shortcut(widget.accessibleName(), widget.accessibleDescription(), "")


def _names_a_key(text: str) -> bool:
    """Return whether these words speak of a key: each of those below is the name printed on it."""
    names = (_("Enter"), _("Escape"), _("Alt"), _("Ctrl"), _("arrow keys"), "F2", _("Page Down"))
    return any(name.casefold() in text.casefold() for name in names)
