"""The tempo of an exercise as a bar: how many seconds to go, to hold and to come back, as prescribed and never guessed."""

from enum import StrEnum
from typing import NamedTuple

from pfss_desktop.domain.dosage import Dosage
from pfss_desktop.language import _

COUNTED = 12
"""Seconds of a bar up to which a patient counts along."""


class Motion(StrEnum):
    """What is done during a stretch of the bar."""

    GO = "go"
    HOLD = "hold"
    BACK = "back"


class Stretch(NamedTuple):
    """A part of the bar, at least a second long."""

    motion: Motion
    seconds: int
    word: str


class TempoPart(NamedTuple):
    """The bar's parts in their order, and the unit they are counted in."""

    stretches: tuple[Stretch, ...]
    unit: str

    @property
    def is_one_stretch(self) -> bool:
        """Whether there is a hold only, or one movement only: short enough to stand beside other words."""
        return len(self.stretches) == 1


def tempo_part(dosage: Dosage) -> TempoPart | None:
    """Return the bar of a dosage, or None where it says neither tempo nor hold, or a long hold only, which needs no bar."""
    out, back = (dosage.tempo.out_seconds, dosage.tempo.back_seconds) if dosage.tempo else (0, 0)
    told = (
        Stretch(Motion.GO, out, _("go")),
        Stretch(Motion.HOLD, dosage.hold_seconds, _("hold")),
        Stretch(Motion.BACK, back, _("come back")),
    )
    stretches = tuple(stretch for stretch in told if stretch.seconds)
    if not stretches or (len(stretches) == 1 and stretches[0].seconds > COUNTED):
        return None
    return TempoPart(stretches, _("seconds"))
