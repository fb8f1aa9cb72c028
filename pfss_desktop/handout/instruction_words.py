"""One prescription as a patient is told it, in plain lines: for record systems, which have no sheet."""

from collections.abc import Iterator

from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.handout.dosage_words import amount_words, often_words
from pfss_desktop.handout.words import BLANK, range_words, resistance_words, side_words
from pfss_desktop.language import translated


def instruction_words(held: Prescription) -> str:
    """Return which leg, how much, how often, with what, and the steps, a line each, in the language spoken now."""
    return "\n".join(line for line in _lines(held) if line.strip())


def _lines(held: Prescription) -> Iterator[str]:
    side = side_words(held)
    # A line to fill in by hand is of no use in a record.
    yield "" if BLANK in side else side
    yield ", ".join(amount_words(held))
    yield ", ".join(often_words(held.dosage))
    yield resistance_words(held.resistance)
    yield range_words(held.range_limit)
    steps = [step for step in held.text.steps if step.strip()]
    yield from (f"{number}. {translated(step)}" for number, step in enumerate(steps, 1))
    yield from map(translated, (held.text.cue, held.text.caution, held.note))
