"""The list of patients as a person meets it: from opening it, and from each keystroke, to the painted rows."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from pfss_desktop.document.background import Background
from pfss_desktop.storage.database import PlanDatabase
from pfss_desktop.ui.patient_list import PatientList
from tests.benchmarks.figure import Figure

_TYPED = ("a", "an", "anb", "anbe", "anbe d", "anbe da", "anbe", "1990", "17.5", "17.5.1990", "199", "nobody")


def figures(file: Path) -> list[Figure]:
    """Return both figures for a large database, each from the question to the painted answer."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    background = Background("patients benchmark")
    library = background.wait_for(lambda: PlanDatabase.open(file, file.parent / "backups"))
    opening = [_opened(library, background) for _round in range(9)]
    typing = [time_taken for typed in _TYPED for time_taken in _typed(library, background, typed)]
    background.wait_for(library._transactions.close)
    background.close()
    return [
        Figure("patients: open the list, first rows painted", median(opening), None, 100),
        Figure("patients: keystroke to painted rows, median", median(typing), None, 16),
        Figure("patients: keystroke to painted rows, worst", max(typing), None, None),
    ]


def _opened(library: PlanDatabase, background: Background) -> float:
    """Return the milliseconds from making the list to its first painted rows."""
    start = time.perf_counter()
    shown = PatientList(library, background)
    shown.resize(400, 700)
    taken = _until_painted(shown, shown.refresh, start)
    shown.deleteLater()
    return taken


def _typed(library: PlanDatabase, background: Background, typed: str, rounds: int = 9) -> list[float]:
    """Return the milliseconds from this text in the search to the painted rows."""
    shown = PatientList(library, background)
    shown.resize(400, 700)
    _until_painted(shown, shown.refresh, 0)
    times = []
    for _round in range(rounds):
        times.append(_until_painted(shown, lambda: shown.search.setText(typed), time.perf_counter()))
        _until_painted(shown, shown.search.clear, 0)
    shown.deleteLater()
    return times


def _until_painted(shown: PatientList, ask: Callable[[], object], start: float) -> float:
    waiting = QEventLoop()
    shown.shown.connect(waiting.quit)
    ask()
    waiting.exec()
    shown.shown.disconnect(waiting.quit)
    shown.grab()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    print(*figures(Path(sys.argv[1])), sep="\n")
