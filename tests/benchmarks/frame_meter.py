"""How long the frames of a window are while a story is played to it, one event at each tick of a clock."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import quantiles

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

TICK_MS, PROBE_MS = 16, 2
USUAL, LONGEST = 16.0, 50.0
"""Milliseconds that 95 of 100 frames, and all of them, may take."""

Story = Iterator[object]
"""Sends an event, or none, whenever it is asked for its next."""


@dataclass(frozen=True)
class FrameFigure:
    """One line of the table: the frames of a story, each as milliseconds on the clock and milliseconds of the processor.

    Where other programs take their turns, the clock counts them too; the processor's own time does not.
    """

    name: str
    frames: list[tuple[float, float]] = field(repr=False)

    def __str__(self) -> str:
        clock, own = ([frame[part] for frame in self.frames] for part in (0, 1))
        over = sum(frame > LONGEST for frame in clock)
        told = f"longest {max(clock):.0f} ms, {over} of {len(clock)} over {LONGEST:g} ms"
        usual, usual_own = quantiles(clock, n=20)[-1], quantiles(own, n=20)[-1]
        told += f"; processor {usual_own:.1f}, {max(own):.0f} ms"
        return f"{self.name:<52}{usual:9.3f} ms {' ' * 8}   budget {USUAL:g} ms   {told}"


class FrameMeter(QObject):
    """A probe fires every two milliseconds when nothing keeps this thread; a frame is the time in which it could not.

    That is what this thread did between two ticks of 16 ms, what it waited for others in between, and less than a probe more.
    """

    def __init__(self) -> None:
        super().__init__()
        self._probe = QTimer(self)
        self._probe.setTimerType(Qt.TimerType.PreciseTimer)
        self._probe.setInterval(PROBE_MS)
        self._probe.timeout.connect(self._look)
        self._loop = QEventLoop()
        self._frames: list[tuple[float, float]] = []

    def frames_of(self, story: Story) -> list[tuple[float, float]]:
        """Play the story to its end and return the milliseconds of its frames."""
        self._story = story
        self._frames = []
        self._kept = 0.0
        self._looked, self._own = time.perf_counter() * 1000, time.thread_time() * 1000
        self._ticked = self._looked
        self._probe.start()
        self._loop.exec()
        return self._frames

    def _look(self) -> None:
        now = time.perf_counter() * 1000
        if now - self._looked > 1.5 * PROBE_MS:
            self._kept += now - self._looked
        self._looked = now
        if now - self._ticked >= TICK_MS - PROBE_MS / 2:
            self._tick(now)

    def _tick(self, now: float) -> None:
        own = time.thread_time() * 1000
        self._frames.append((self._kept, own - self._own))
        self._kept, self._own, self._ticked = 0.0, own, now
        try:
            next(self._story)
        except StopIteration:
            self._probe.stop()
            self._loop.quit()
