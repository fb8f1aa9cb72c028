"""The real window under a hand that never rests: frames, the way from an edit to the paper, memory after many edits.

`python -m tests.benchmarks.frames` prints the figures. They come from a process of their own, with made-up events and no screen.
"""

import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

from PySide6.QtCore import QEventLoop, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSlider, QWidget

from tests.benchmarks.figure import Figure
from tests.benchmarks.frame_meter import FrameFigure, FrameMeter, Story

LARGE, USUAL = 40, 12
"""Prescriptions of the plan that is dragged over, and of the one whose paper is measured."""
EDITS = 500
TYPED = ("straight leg raise", "clam", "brige", "hip abduction", "wall sit")
ROUNDS = 25


def figure_lines() -> list[object]:
    """Measure everything in a window of its own process; each line prints itself."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "QT_LOGGING_RULES": "*=false", "LC_ALL": "C.UTF-8"}
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        command = [sys.executable, "-m", "tests.benchmarks.frames", folder]
        told = json.loads(subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env=environment).stdout)
    return [
        *(FrameFigure(f"frames: {name}", frames) for name, frames in told["frames"].items()),
        Figure(f"edit to refreshed paper, {USUAL} exercises", median(told["paper"]), None, 150),
        Figure(f"edit to refreshed paper, {USUAL} exercises, worst", max(told["paper"]), None, None),
        f"{f'memory after {EDITS} edits, more than before':<52}{told['megabytes']:9.3f} MB {' ' * 8}   budget 5 MB",
    ]


class Window:
    """The program's window with a plan of so many prescriptions in three phases."""

    def __init__(self, folder: Path) -> None:
        from pfss_desktop.app import Program, new_application
        from pfss_desktop.paths import DataFolder

        self.application = new_application(["pfss-desktop"])
        self.program = Program(self.application, DataFolder(folder))
        self.main = self.program.window
        self.main.resize(1440, 860)
        self.wait_for(self.main.ready, self.main.show)

    @property
    def page(self) -> Any:
        """The page of the open plan."""
        return self.main.plan_page

    def open(self, count: int) -> None:
        """Start a plan with so many different exercises and show it."""
        self.wait_for(self.main.plan_opened, self.main.start_plan)
        self.page.commands.add_phase()
        self.page.commands.add_phase()
        ids = [exercise.id for exercise in self.page._desk.resources.catalogue.exercises]
        chosen = ids[:: len(ids) // count][:count]
        phases = self.page.document.plan.phases
        for number, phase in enumerate(phases):
            self.page.board.choose([phase.id])
            self.page.commands.add_exercises(chosen[number :: len(phases)])
        self.settle()

    def wait_for(self, signal: Any, action: Callable[[], object]) -> None:
        """Do something and wait until it has led to this signal."""
        loop = QEventLoop()
        signal.connect(loop.quit)
        action()
        loop.exec()
        signal.disconnect(loop.quit)

    def settle(self) -> None:
        """Wait until the window has nothing to do for a while."""
        QTest.qWait(500)

    def edit(self, number: int) -> None:
        """Change the dose of one prescription."""
        from pfss_desktop.domain.dosage import Dosage, RepRange
        from pfss_desktop.domain.edits.prescriptions import set_dosage

        plan = self.page.document.plan
        held = list(plan.prescriptions())
        dosage = Dosage(2 + number % 3, RepRange(5, 8 + number % 20))
        self.page.document.edit("Change", set_dosage(plan, held[number % 4].id, dosage))

    def close(self) -> None:
        """Leave as a person does."""
        self.main.close()
        self.program.close()


def dragging(window: Window) -> Story:
    """Drag an exercise slowly down the board and up again, beyond its edges too."""
    from pfss_desktop.ui.drag_data import EXERCISES, carry

    board, data = window.page.board, carry(EXERCISES, ["clam"])
    area = board.viewport()
    actions, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(area, QDragEnterEvent(QPoint(200, 10), actions, data, button, keys))
    bar = board.verticalScrollBar()
    ways = [*range(200), *range(200, 0, -1)]
    for step in ways:
        bar.setValue(bar.maximum() * step // 200)
        at = QPoint(120 + step, 4 + (step * 7) % (area.height() - 8))
        QApplication.sendEvent(area, QDragMoveEvent(at, actions, data, button, keys))
        yield


def typing(window: Window) -> Story:
    """Type into the search, a key every 80 milliseconds, and clear it again."""
    field = window.page.catalogue.search_field
    field.setFocus()
    for text in TYPED:
        for letter in text:
            QTest.keyClicks(field, letter)
            yield from _nothing(4)
        for _letter in text:
            QTest.keyClick(field, Qt.Key.Key_Backspace)
            yield from _nothing(4)


def scrubbing(window: Window) -> Story:
    """Drag the scrubber of a figure to and fro."""
    page = window.page
    held = list(page.document.plan.prescriptions())
    for number in (0, 3, 7):
        page.board.choose([held[number].id])
        page._tabs.setCurrentWidget(page.inspector)
        yield from _nothing(10)
        scrubber = page.inspector.findChild(QSlider)
        for step in [*range(0, 200, 2), *range(200, 0, -2)]:
            scrubber.setValue(step)
            yield


def refreshing(window: Window) -> Story:
    """Change a dose twice a second while the pointer moves over the board and the paper follows."""
    page = window.page
    page._tabs.setCurrentWidget(page.paper)
    yield from _nothing(60)
    for step in range(600):
        if step % 30 == 0:
            window.edit(step // 30)
        _move(page.board.viewport(), QPoint(100 + step % 300, 20 + (step * 3) % 500))
        yield


def _move(widget: QWidget, at: QPoint) -> None:
    where, none = QPointF(at), Qt.MouseButton.NoButton
    event = QMouseEvent(QMouseEvent.Type.MouseMove, where, widget.mapToGlobal(where), none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)


def _nothing(ticks: int) -> Iterator[None]:
    for _tick in range(ticks):
        yield


def paper_times(window: Window) -> list[float]:
    """Return milliseconds from an edit until the new pages are on the screen."""
    page = window.page
    page._tabs.setCurrentWidget(page.paper)
    window.settle()
    times = []
    for number in range(ROUNDS):
        started = time.perf_counter()
        window.wait_for(page.paper.shown, lambda number=number: window.edit(number))
        times.append((time.perf_counter() - started) * 1000)
        QTest.qWait(50)
    return times[3:]


def megabytes_grown(window: Window) -> float:
    """Return how much more memory is held after many edits, each shown on the paper and saved as it comes."""
    for number in range(30):
        window.edit(number)
        QTest.qWait(10)
    window.settle()
    before = _megabytes()
    for number in range(EDITS):
        window.edit(number)
        QTest.qWait(10)
    window.settle()
    return _megabytes() - before


def _megabytes() -> float:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def measure(folder: Path) -> None:
    """In the child: play all stories and print what was measured."""
    window, meter = Window(folder), FrameMeter()
    window.open(LARGE)
    frames = {
        f"dragging over a plan of {LARGE}": meter.frames_of(dragging(window)),
        "typing in the search": meter.frames_of(typing(window)),
        "scrubbing a figure": meter.frames_of(scrubbing(window)),
    }
    window.open(USUAL)
    frames["while the paper refreshes"] = meter.frames_of(refreshing(window))
    told = {"frames": frames, "paper": paper_times(window), "megabytes": megabytes_grown(window)}
    window.close()
    print(json.dumps(told))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(Path(sys.argv[1]))
    else:
        for line in figure_lines():
            print(line)
