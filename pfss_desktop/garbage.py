"""Python's garbage is collected on the window's thread only.

Left to itself the collector runs on whatever thread happens to allocate; a picture or widget that a background job
frees by chance is freed off the window's thread, which Qt does not forgive.
"""

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 3000
"""Milliseconds between two looks at whether there is anything to collect."""
SETTLED_MS = 1000
"""Milliseconds after the start until what is alive counts as here to stay."""


class GarbageTimer(QObject):
    """Switches the automatic collector off for as long as it lives and collects by the same thresholds on its own thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def set_aside_soon(self) -> None:
        """Let the collector pass over modules and resources from now on: to look through them would hold the window for 50 ms."""
        QTimer.singleShot(SETTLED_MS, self, self._set_aside)

    def stop(self) -> None:
        """Collect all and give the automatic collector back as it was."""
        self._timer.stop()
        gc.unfreeze()
        gc.collect()
        if self._was_on:
            gc.enable()

    def _set_aside(self) -> None:
        gc.collect()
        gc.freeze()

    def _look(self) -> None:
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return
