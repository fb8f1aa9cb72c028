"""The rule about words: what the therapist wrote for the patient is short and plain. The catalogue's own words are not judged."""

from collections.abc import Iterable, Iterator

from pfss_desktop.domain.checks.check import Check, CheckSettings, Rule, Spot, named
from pfss_desktop.domain.exercise import Exercise, PatientText
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.readability import ENGLISH_GRADE_LIMIT, SPANISH_EASE_LIMIT, Reading, reading_of, words_in
from pfss_desktop.language import _

_SENTENCE_SHOWN = 160
"""Letters of a sentence that a check repeats."""


def goal_hard_to_read(plan: Plan, settings: CheckSettings) -> Iterator[Check]:
    """Point out a goal that is hard to read in the patient's language (CLINICAL 7.1, 7.2)."""
    reading = _hardest([[plan.goal]], settings)
    if reading is not None:
        yield _check("", _("The goal is hard to read."), reading, settings)


def hard_to_read(spot: Spot) -> Iterator[Check]:
    """Point out a phase's aim, and an exercise's own words, that are hard to read in the patient's language."""
    reading = _hardest([[spot.phase.goal]], spot.settings)
    if reading is not None:
        text = _("The aim of {phase} is hard to read.").format(phase=named(spot.phase.name))
        yield _check(spot.phase.id, text, reading, spot.settings)
    for held in spot.phase.prescriptions:
        reading = _hardest(_own_texts(held, spot.catalogue.get(held.exercise_id)), spot.settings)
        if reading is not None:
            text = _("Words of {name} are hard to read.").format(name=named(held.text.name))
            yield _check(held.id, text, reading, spot.settings)


def _own_texts(held: Prescription, exercise: Exercise | None) -> Iterator[tuple[str, ...]]:
    """Yield what the therapist wrote, each text by itself; the steps of an exercise are one."""
    usual = exercise.for_patient if exercise is not None else PatientText("-")
    for own, theirs in (
        (held.text.steps, usual.steps),
        ((held.text.cue,), (usual.cue,)),
        ((held.text.caution,), (usual.caution,)),
    ):
        if own != theirs:
            yield own
    yield (held.note,)


def _hardest(texts: Iterable[Iterable[str]], settings: CheckSettings) -> Reading | None:
    """Return the reading of the hardest of these texts; None where all are easy or too short to judge."""
    found: list[Reading] = []
    for parts in texts:
        # What is translated is the program's own; a person's words come back as they are.
        own = [part for part in parts if part and settings.on_paper(part) == part]
        if sum(len(words_in(part)) for part in own) < settings.words_to_judge:
            continue
        reading = reading_of(own, settings.language)
        if reading is not None and not reading.is_easy:
            found.append(reading)
    # In English the highest figure is the hardest, in Spanish the lowest.
    return max(found, key=lambda reading: abs(reading.figure - _limit(settings)), default=None)


def _check(subject_id: str, text: str, reading: Reading, settings: CheckSettings) -> Check:
    sentence = reading.hardest if len(reading.hardest) <= _SENTENCE_SHOWN else reading.hardest[: _SENTENCE_SHOWN - 1] + "…"
    figures = {"sentence": sentence, "figure": f"{reading.figure:.0f}", "limit": f"{_limit(settings):.0f}"}
    if _is_spanish(settings):
        reason = _("Ease {figure}, where {limit} or more is easy. Make this shorter: “{sentence}”").format(**figures)
        return Check(
            Rule.HARD_TO_READ, subject_id, text, reason, _("Fernández Huerta’s reading ease: a rough guide for short texts")
        )
    reason = _("School grade {figure}; most people manage grade {limit}. Make this shorter: “{sentence}”").format(**figures)
    return Check(Rule.HARD_TO_READ, subject_id, text, reason, _("Flesch-Kincaid reading grade: a rough guide for short texts"))


def _limit(settings: CheckSettings) -> float:
    return SPANISH_EASE_LIMIT if _is_spanish(settings) else ENGLISH_GRADE_LIMIT


def _is_spanish(settings: CheckSettings) -> bool:
    return settings.language.startswith("es")
