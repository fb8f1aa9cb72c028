"""Work off the window's thread: jobs run one after another, answers come back on the thread that owns the object.

A job runs in the context of whoever asked for it, so it speaks their language.
"""

import threading
from collections.abc import Callable
from contextvars import copy_context
from functools import partial
from queue import SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal

T = TypeVar("T")


class Background(QObject):
    """One thread that runs jobs in the order they came. `done` and `failed` are called on the owner's thread."""

    _answered = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._answered.connect(self._answer)
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def run(self, job: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Run the job in the background; its result goes to `done`, its exception to `failed`, later and on this thread."""

        def answer_later() -> None:
            try:
                result = job()
            except Exception as error:
                self._answered.emit((failed, error))
            else:
                self._answered.emit((done, result))

        self._put(answer_later)

    def wait_for(self, job: Callable[[], T]) -> T:
        """Run the job after those that wait, hold this thread until it has ended, and return its result or raise its error."""
        ended = threading.Event()
        outcome: list[T] = []
        faults: list[Exception] = []

        def hold() -> None:
            try:
                outcome.append(job())
            except Exception as error:
                faults.append(error)
            finally:
                ended.set()

        self._put(hold)
        ended.wait()
        if faults:
            raise faults[0]
        return outcome[0]

    def settle(self) -> None:
        """Hold this thread until all jobs so far have ended, and give their answers."""
        self.wait_for(lambda: None)
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    def close(self) -> None:
        """Let the waiting jobs end, then the thread. Answers that are still on their way are dropped."""
        self._answered.disconnect(self._answer)
        self._jobs.put(None)
        self._thread.join()

    def _put(self, job: Callable[[], None]) -> None:
        self._jobs.put(partial(copy_context().run, job))

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()

    def _answer(self, answer: tuple[Callable[[Any], None], Any]) -> None:
        receive, value = answer
        receive(value)
