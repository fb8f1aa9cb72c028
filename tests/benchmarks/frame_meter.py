"""How long the frames of a window are while a story is played to it, one event at each tick of a clock."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import quantiles

from PySide6.QtCore import QAbstractEventDispatcher, QEventLoop, QObject, Qt, QTimer

TICK_MS = 16
USUAL, LONGEST = 16.0, 50.0
"""Milliseconds that 95 of 100 frames, and all of them, may take."""

Story = Iterator[object]
"""Sends an event, or none, whenever it is asked for its next."""


@dataclass(frozen=True)
class FrameFigure:
    """One line of the table: the frames of a story, in milliseconds."""

    name: str
    frames: list[float] = field(repr=False)

    @property
    def usual(self) -> float:
        """The 95th percentile."""
        return quantiles(self.frames, n=20)[-1]

    def __str__(self) -> str:
        over = sum(frame > LONGEST for frame in self.frames)
        told = f"longest {max(self.frames):.1f} ms, {over} of {len(self.frames)} over {LONGEST:g} ms"
        return f"{self.name:<52}{self.usual:9.3f} ms {' ' * 8}   budget {USUAL:g} ms   {told}"


class FrameMeter(QObject):
    """A frame is all that this thread does between two ticks; ticks in which it did nothing but tick do not count."""

    def __init__(self) -> None:
        super().__init__()
        self._clock = QTimer(self)
        self._clock.setTimerType(Qt.TimerType.PreciseTimer)
        self._clock.setInterval(TICK_MS)
        self._clock.timeout.connect(self._tick)
        self._loop = QEventLoop()
        self._awake_since = 0.0
        self._busy = 0.0
        self._frames: list[float] = []
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.awake.connect(self._wake)
        dispatcher.aboutToBlock.connect(self._rest)

    def frames_of(self, story: Story) -> list[float]:
        """Play the story to its end and return the milliseconds of its frames."""
        self._story = story
        self._frames = []
        self._busy = 0.0
        self._clock.start()
        self._loop.exec()
        return self._frames

    def _tick(self) -> None:
        self._rest()
        if self._busy > _NOTHING_S:
            self._frames.append(self._busy * 1000)
        self._busy = 0.0
        try:
            next(self._story)
        except StopIteration:
            self._clock.stop()
            self._loop.quit()

    def _wake(self) -> None:
        self._awake_since = time.perf_counter()

    def _rest(self) -> None:
        now = time.perf_counter()
        self._busy += now - self._awake_since
        self._awake_since = now


_NOTHING_S = 0.0005
