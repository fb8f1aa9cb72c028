"""The tempo of an exercise as a bar: how many seconds to go, to hold and to come back, as prescribed and never guessed."""

from enum import StrEnum
from typing import NamedTuple

from pfss_desktop.domain.dosage import Dosage
from pfss_desktop.handout.dosage_words import hold_words
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
    """The bar's parts in their order, and the unit they are counted in; `hold` says the whole of a bar that is a hold only."""

    stretches: tuple[Stretch, ...]
    unit: str
    hold: str = ""


def tempo_part(dosage: Dosage) -> TempoPart | None:
    """Return the bar of a dosage, or None where it says neither tempo nor hold, or a hold only of a second or of very many."""
    out, back = (dosage.tempo.out_seconds, dosage.tempo.back_seconds) if dosage.tempo else (0, 0)
    told = (
        Stretch(Motion.GO, out, _("go")),
        Stretch(Motion.HOLD, dosage.hold_seconds, _("hold")),
        Stretch(Motion.BACK, back, _("back")),
    )
    stretches = tuple(stretch for stretch in told if stretch.seconds)
    if not stretches:
        return None
    if dosage.tempo is None:
        return TempoPart(stretches, _("seconds"), hold_words(dosage)) if 1 < dosage.hold_seconds <= COUNTED else None
    return TempoPart(stretches, _("seconds"))
