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

    def take(self, place: str, make: Callable[[], T]) -> T:
        """Return what `make` returns. Where it raises, keep the fault under this place and return a stand-in (None).

        A stand-in must not be used: call `finish` before the parts are put together.
        """
        try:
            return make()
        except OutOfBounds as error:
            self.faults.append(Fault(place, _("must be {bounds}").format(bounds=_(error.bounds))))
        except FaultyFile as error:
            self.faults += [Fault(f"{place}.{fault.field}" if fault.field else place, fault.reason) for fault in error.faults]
        return cast(T, None)

    def each_alone(self, place: str, make: Callable[..., object], values: Mapping[str, Any]) -> bool:
        """Return whether `make` takes each of these values by itself, so that the bounds stay in one place, the domain."""
        before = len(self.faults)
        for name, value in values.items():
            self.take(f"{place}.{name}" if place else name, lambda name=name, value=value: make(**{name: value}))  # type: ignore[misc]
        return len(self.faults) == before

    def say(self, place: str, reason: str) -> None:
        """Keep a fault found otherwise."""
        self.faults.append(Fault(place, reason))

    def finish(self) -> None:
        """Raise FaultyFile with all that was kept; return where nothing was."""
        if self.faults:
            raise FaultyFile(self.faults)
