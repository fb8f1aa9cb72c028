"""Collecting every fault of a file while its parts become domain values, where the domain stops at the first."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast

from pfss_desktop.domain.faults import Fault, FaultyFile, OutOfBounds
from pfss_desktop.language import _

T = TypeVar("T")


class Gathering:
    """Makes the parts of a value one by one and keeps what is wrong with each."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def attempt(self, place: str, make: Callable[[], T]) -> T | None:
        """Return what `make` returns; where it raises, keep the fault under this place and return None."""
        try:
            return make()
        except OutOfBounds as error:
            self.say(place, _("must be {bounds}").format(bounds=error.bounds))
        except FaultyFile as error:
            for fault in error.faults:
                self.say(".".join(part for part in (place, fault.field) if part), fault.reason)
        return None

    def take(self, place: str, make: Callable[[], T]) -> T:
        """Return what `make` returns, as `attempt` does; the None in its place after a fault must not be used before `finish`."""
        return cast(T, self.attempt(place, make))

    def each_alone(self, place: str, make: Callable[..., object], values: Mapping[str, Any]) -> bool:
        """Return whether `make` takes each of these values by itself, so that the bounds stay in one place, the domain."""
        before = len(self.faults)
        for name, value in values.items():
            self.take(f"{place}.{name}" if place else name, lambda name=name, value=value: make(**{name: value}))  # type: ignore[misc]
        return len(self.faults) == before

    def say(self, place: str, reason: str) -> None:
        """Keep a fault."""
        self.faults.append(Fault(place, reason))

    def error(self) -> FaultyFile:
        """Return the error that says all that was kept; only where there is something."""
        return FaultyFile(self.faults)

    def finish(self) -> None:
        """Raise FaultyFile with all that was kept; return where nothing was."""
        if self.faults:
            raise self.error()
