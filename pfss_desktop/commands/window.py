"""The window and the self-test: the only commands that need a screen and Qt, imported when one of them is called."""

import ctypes
import os
import sys
from importlib import import_module
from pathlib import Path

from pfss_desktop.commands.terminal import PROGRAM
from pfss_desktop.domain.faults import UserError
from pfss_desktop.language import _
from pfss_desktop.paths import DataFolder

SYSTEM_LIBRARIES = "libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0"
"""Debian packages without which Qt cannot be loaded."""
X_LIBRARIES = {
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""Libraries without which Qt ends the process, with its own message only, when it opens a window on X; and their packages."""


class NoWindow(UserError):
    """The window cannot open here, and what would help."""


def open_window(data: DataFolder, file: Path | None = None) -> int:
    """Open the window, with the plan of this file where one is named, and return when it is closed. Raises NoWindow."""
    _check_screen()
    _check_qt()
    from pfss_desktop.app import run_window

    return run_window(data, [PROGRAM], file)


def test_itself(data: DataFolder) -> int:
    """Run the self-test; return 0 where every step worked, else 1. Raises NoWindow."""
    _check_screen()
    _check_qt()
    from pfss_desktop.self_test import run_self_test

    return run_self_test(data)


def _check_screen() -> None:
    """Raise NoWindow where Qt would end the process with a message of its own, and leave a crash report behind."""
    asked, display = os.environ.get("QT_QPA_PLATFORM", ""), os.environ.get("DISPLAY", "")
    is_x = asked.startswith("xcb") if asked else not os.environ.get("WAYLAND_DISPLAY")
    if not sys.platform.startswith("linux") or not is_x:
        return
    if not display:
        raise NoWindow(_("there is no screen here to open a window on; the other commands work without one (see --help)"))
    missing = [package for library, package in X_LIBRARIES.items() if not _is_there(library)]
    if missing:
        raise _needs(" ".join(missing))
    if not _x_answers():
        raise NoWindow(_("the screen {display} does not answer, so no window can open on it").format(display=display))


def _check_qt() -> None:
    try:
        import_module("PySide6.QtWidgets")
    except ModuleNotFoundError as error:
        raise NoWindow(_("the window needs {name}, which is not installed").format(name=error.name)) from error
    except ImportError as error:
        raise _needs(SYSTEM_LIBRARIES) from error


def _needs(packages: str) -> NoWindow:
    message = _("system libraries that the window needs are missing; on Debian or Ubuntu: sudo apt-get install {packages}")
    return NoWindow(message.format(packages=packages))


def _is_there(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _x_answers() -> bool:
    """Return whether the X server that the environment names lets us in."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not failed
