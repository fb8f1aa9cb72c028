"""The clock of a moving figure: out, hold, back and rest at the prescribed tempo, with an ease. No timer, no painting."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import asin, sin

from pfss_desktop.domain.dosage import Dosage

USUAL_SECONDS = 2.0
"""Each way where no tempo is prescribed; a design value."""
_SHORTEST = 0.3
_REST_SECONDS = 0.8
_LONGEST_HOLD = 5.0
"""Seconds; a longer hold is shown for so long only, or the figure would seem to have stopped."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds of one repetition: out, held, back, and at rest before the next."""

    out: float
    hold: float
    back: float
    rest: float = _REST_SECONDS

    @classmethod
    def of(cls, dosage: Dosage) -> "Pace":
        """Return the pace of a dosage: its tempo and its hold, a hold of at most five seconds."""
        out, back = (USUAL_SECONDS, USUAL_SECONDS)
        if dosage.tempo is not None:
            out, back = float(dosage.tempo.out_seconds), float(dosage.tempo.back_seconds)
        return cls(max(out, _SHORTEST), min(float(dosage.hold_seconds), _LONGEST_HOLD), max(back, _SHORTEST))

    @property
    def seconds(self) -> float:
        """How long one repetition takes."""
        return self.out + self.hold + self.back + self.rest

    def part_at(self, seconds: float) -> float:
        """Return the part of the way (0 start, 1 end) at a time; it repeats for ever."""
        now = seconds % self.seconds
        if now < self.out:
            return _eased(now / self.out)
        now -= self.out
        if now < self.hold:
            return 1.0
        now -= self.hold
        return 1.0 - _eased(now / self.back) if now < self.back else 0.0

    def cuts(self, steps: int) -> Iterator[tuple[float, int]]:
        """Yield when each of `steps` + 1 evenly spaced pictures (0 start, `steps` end) has its turn, in seconds from the start.

        A picture is shown until the next cut; the last one, at rest, until the repetition is over.
        """
        yield 0.0, 0
        for picture in range(1, steps + 1):
            yield self.out * _share((picture - 0.5) / steps), picture
        for picture in range(steps - 1, -1, -1):
            yield self.out + self.hold + self.back * _share(1.0 - (picture + 0.5) / steps), picture


def _eased(share: float) -> float:
    """Return a share of the time as a share of the way: slow at both ends, smooth between."""
    return share * share * (3.0 - 2.0 * share)


def _share(eased: float) -> float:
    """Return the share of the time at which a share of the way is reached: the inverse of `_eased`."""
    return 0.5 - sin(asin(1.0 - 2.0 * eased) / 3.0)
