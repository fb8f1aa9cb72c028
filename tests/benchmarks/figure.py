"""One line of the benchmark table, and taking two things in turns."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

ROUNDS = 200


@dataclass(frozen=True)
class Figure:
    """One line of the table: milliseconds, what they are measured against (if anything), and the most that is allowed.

    The budget is a ratio where there is a baseline, else milliseconds.
    """

    name: str
    milliseconds: float
    baseline: float | None
    budget: float | None

    def __str__(self) -> str:
        ratio = f"{self.milliseconds / self.baseline:6.2f} x" if self.baseline else " " * 8
        unit = "x" if self.baseline else "ms"
        budget = f"{self.budget:g} {unit}" if self.budget else "-"
        return f"{self.name:<52}{self.milliseconds:9.3f} ms {ratio}   budget {budget}"


def in_turns(first: Callable[[int], object], second: Callable[[int], object], rounds: int = ROUNDS) -> tuple[float, float]:
    """Return the median milliseconds of two actions done in turns."""
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds + 10):
        for kept, action in zip(times, (first, second), strict=True):
            started = time.perf_counter()
            action(number)
            kept.append((time.perf_counter() - started) * 1000)
    return median(times[0][10:]), median(times[1][10:])
