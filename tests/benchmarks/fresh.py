"""Figures that need a process of their own: start to the first painted window, its memory, and loading the catalogue.

Run as a module with a mode, it is the child that measures itself: `python -m tests.benchmarks.fresh bare|program|catalogue`.
"""

import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

ROUNDS = 9


def start_figures() -> tuple[dict[str, float], dict[str, float]]:
    """Return seconds and megabytes from a process's start to its first painted window: the program's, and a bare window's."""
    ours: list[tuple[float, float]] = []
    bare: list[tuple[float, float]] = []
    with TemporaryDirectory() as folder:
        for _round in range(ROUNDS + 1):
            bare.append(_child("bare", folder))
            ours.append(_child("program", folder))
    # The first round compiled the modules and made the database.
    return _medians(ours[1:]), _medians(bare[1:])


def catalogue_figure() -> tuple[float, float]:
    """Return milliseconds to load the catalogue in a fresh process: with all that it imports, and as the program does it."""
    with TemporaryDirectory() as folder:
        rounds = [(_child("catalogue", folder)[0], _child("catalogue in program", folder)[0]) for _round in range(ROUNDS + 1)]
    return median(first for first, _second in rounds[1:]), median(second for _first, second in rounds[1:])


def _child(mode: str, folder: str) -> tuple[float, float]:
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(Path(folder) / "compiled"), "QT_LOGGING_RULES": "*=false"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Started without a word, as from the desktop, in a person's folder of its own.
    environment |= {"XDG_DATA_HOME": folder, "LOCALAPPDATA": folder}
    command = [sys.executable, "-m", "tests.benchmarks.fresh", mode, str(time.monotonic())]
    run = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    first, second = run.stdout.split()
    return float(first), float(second)


def _medians(rounds: list[tuple[float, float]]) -> dict[str, float]:
    return {"seconds": median(first for first, _second in rounds), "megabytes": median(second for _first, second in rounds)}


def _tell(since: float) -> None:
    """Print seconds since the parent started this process, and the most memory it has held, in megabytes."""
    print(time.monotonic() - since, _peak_megabytes(), flush=True)


def _peak_megabytes() -> float:
    # Where Linux tells it: the figure that POSIX gives counts the parent's memory at the fork too.
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _bare(since: float) -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Empty(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, lambda: (_tell(since), application.quit()))

    application = QApplication([])
    window = Empty()
    window.resize(1440, 860)
    window.show()
    application.exec()


def _program(since: float) -> None:
    from pfss_desktop.ui.main_window import MainWindow

    def begin(window: MainWindow) -> None:
        # The program calls this right after its first picture.
        _tell(since)
        window.close()

    MainWindow.begin = begin
    from pfss_desktop.cli import main

    main()


def _catalogue(*, in_program: bool) -> None:
    if in_program:
        import PySide6.QtWidgets  # noqa: F401

        import pfss_desktop.domain.library  # noqa: F401
    start = time.perf_counter()
    from pfss_desktop.catalogue.loading import load_catalogue
    from pfss_desktop.paths import resources

    loaded = load_catalogue(resources() / "catalogue")
    assert len(loaded.catalogue) >= 90
    print((time.perf_counter() - start) * 1000, 0)


if __name__ == "__main__":
    mode, since = sys.argv[1], float(sys.argv[2])
    del sys.argv[1:]
    if mode == "bare":
        _bare(since)
    elif mode == "program":
        _program(since)
    else:
        _catalogue(in_program=mode != "catalogue")
