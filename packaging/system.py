"""What Debian and Ubuntu must provide for Qt's window and for the tests: found by trying, installed as root, else told.

On other systems nothing is looked at: Windows and macOS bring what Qt needs, other distributions name their packages otherwise.
"""

import ctypes
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence

from trouble import Trouble


def _by_system(debian: str, *, ubuntu: str) -> str:
    """Return the name that a package has here."""
    try:
        is_ubuntu = platform.freedesktop_os_release().get("ID") == "ubuntu"
    except OSError:
        is_ubuntu = False
    return ubuntu if is_ubuntu else debian


NO_SCREEN = frozenset(
    {
        "catalogue",
        "templates",
        "handout",
        "webpage",
        "calendar",
        "plan",
        "pack",
        "progress",
        "scores",
        "check",
        "figure",
        "figures",
        "-h",
        "--help",
        "--version",
    }
)
"""First words to the program that open no window."""

LIBRARIES = {
    # Named by Qt's own core, gui, widgets and D-Bus libraries, so needed on any platform, also without a screen.
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libzstd.so.1": "libzstd1",
    # Named by the xcb platform plugin: a window on an X screen.
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""Shared libraries that PySide6 6.11's own files name and do not bring, and the Debian package of each."""

COMFORTS = {"libcups.so.2": "libcups2", "libwayland-cursor.so.0": "libwayland-cursor0"}
"""Likewise, but the window opens without them: no printer is listed then, and a Wayland desktop serves as an X screen."""

TOOLS = {
    "Xvfb": "xvfb",
    "xauth": "xauth",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "pdfinfo": "poppler-utils",
    "qpdf": "qpdf",
    "chromedriver": _by_system("chromium-driver", ubuntu="chromium-chromedriver"),
}
"""Programs that the tests start (a virtual screen with a real mouse, reading a PDF back, a browser), and the package of each."""


INSTALLER_PACKAGE = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
"""The Debian package that lets Debian's own Python fill an environment."""


def missing_packages(command: str, words: Sequence[str], *, installer: bool) -> list[str]:
    """Return the Debian packages that `run` or `test` lacks, in alphabetical order; none on a system without apt-get.

    `installer` says whether this Python can fill an environment by itself.
    """
    if shutil.which("apt-get") is None:
        return []
    missing: set[str] = set() if installer else {INSTALLER_PACKAGE}
    if command == "test" or needs_screen(words):
        missing.update(package for library, package in (LIBRARIES | COMFORTS).items() if not _loads(library))
    if command == "test":
        missing.update(package for tool, package in TOOLS.items() if shutil.which(tool) is None)
    return sorted(missing)


def provide(packages: Sequence[str]) -> None:
    """Install these Debian packages as root; raise Trouble with the one line to type where a person is not.

    Where only comforts are missing the line is a hint, and all goes on.
    """
    if not packages:
        return
    if sys.platform == "win32" or os.geteuid() != 0:
        if set(packages) <= set(COMFORTS.values()):
            print(f"For printers and Wayland, once: {apt_line(packages)}", file=sys.stderr)
            return
        raise Trouble(f"this system lacks a few packages; please type this line, then try again:\n{apt_line(packages)}")
    print(f"Installing {' '.join(packages)} ...", flush=True)
    _apt_install(packages)


def needs_screen(words: Sequence[str]) -> bool:
    """Return whether the program opens a window (or Qt at all) when it is given these words."""
    rest = list(words)
    while rest[:1] == ["--data-dir"]:
        rest = rest[2:]
    while rest and rest[0].startswith("--data-dir="):
        rest = rest[1:]
    return not NO_SCREEN.intersection(rest[:1])


def apt_line(packages: Iterable[str]) -> str:
    """Return the one line that installs these packages."""
    return f"sudo apt-get install --no-install-recommends {' '.join(packages)}"


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _apt_install(packages: Sequence[str]) -> None:
    """Install at once; only where the package lists are missing or stale are they fetched first."""
    install = ["install", "--yes", "--no-install-recommends", *packages]
    if _apt(install) == "":
        return
    _apt(["update"])
    fault = _apt(install)
    if fault:
        raise Trouble(f"apt-get could not install what is missing. Its last words:\n{fault}")


def _apt(words: Sequence[str]) -> str:
    """Run apt-get and return its last words where it failed, nothing where it did not."""
    answer = subprocess.run(
        ["apt-get", "--quiet", "-o", "DPkg::Lock::Timeout=300", *words],
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return "\n".join(answer.stdout.strip().splitlines()[-6:]) or "no word" if answer.returncode else ""
