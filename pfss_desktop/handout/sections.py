"""Which parts a handout has and in which order. The paper's head, and the edges of its pages, are on every sheet."""

from enum import StrEnum

from pfss_desktop.domain.bounds import check_count
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.language import _


class Section(StrEnum):
    """A part of the sheet that a clinic may leave out or move; only the exercises are always there."""

    SUMMARY = "summary"
    GOAL = "goal"
    CHANGES = "changes"
    PAIN_RULE = "pain-rule"
    EQUIPMENT = "equipment"
    EXERCISES = "exercises"
    CRITERIA = "criteria"
    FLARE_UP = "flare-up"
    STOP = "stop"
    EDUCATION = "education"
    WHEN_AND_WHERE = "when-and-where"
    DIARY = "diary"
    CODE = "code"


class Detail(StrEnum):
    """What is told of an exercise beyond how it is done, each of which a clinic may leave out."""

    TEMPO = "tempo"
    CUE = "cue"
    MISTAKE = "mistake"
    CAUTION = "caution"
    SHOWN = "shown"


DEFAULT_SECTIONS: tuple[Section, ...] = tuple(Section)
"""Every part, in the order in which a patient needs it: what pain is all right comes before the exercises.

A default that the clinic can change.
"""

ALL_DETAILS: frozenset[Detail] = frozenset(Detail)

_OF_A_PHASE = (Section.EQUIPMENT, Section.EXERCISES, Section.CRITERIA)


def check_sections(sections: tuple[Section, ...]) -> None:
    """Raise OutOfBounds unless each part is named once at most and the exercises are among them."""
    check_count("sections", sections, len(Section))
    if len(set(sections)) != len(sections):
        raise OutOfBounds("sections", _("each part once"))
    if Section.EXERCISES not in sections:
        raise OutOfBounds("sections", _("the exercises among them"))


def phase_run(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Return the exercises with those parts of a phase that stand next to them: what is printed phase by phase."""
    first = last = sections.index(Section.EXERCISES)
    while first and sections[first - 1] in _OF_A_PHASE:
        first -= 1
    while last + 1 < len(sections) and sections[last + 1] in _OF_A_PHASE:
        last += 1
    return sections[first : last + 1]
