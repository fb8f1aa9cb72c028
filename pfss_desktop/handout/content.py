"""What a handout says, as plain values in patient words. No sizes, no fonts: those are the pages' business.

Named tuples here and in `marks`: frozen like the domain's values, at an eighth of the cost of defining and making them.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from pfss_desktop.handout.diary_words import DiaryPart
from pfss_desktop.handout.safety import FlarePart, PainPart, StopList
from pfss_desktop.handout.sections import Section
from pfss_desktop.handout.tempo_words import TempoPart

DOT = " · "
"""Between the parts of a line."""


class Labelled(NamedTuple):
    """A text with a label before it. A part with an empty text is not printed."""

    label: str
    text: str


NOTHING = Labelled("", "")


class ExercisePart(NamedTuple):
    """One exercise: `amount` of a session and how `often`, part by part; `facts` are what to use and how far to go.

    `mark` is the word for what changed since the visit before. `feet` tells of the left and of the right leg whether it works,
    None where that is open; `reference` is what the therapist's copy adds. Empty texts are not printed.
    """

    prescription_id: str
    number: int
    name: str
    amount: tuple[str, ...]
    often: tuple[str, ...]
    side: str
    facts: tuple[str, ...]
    steps: tuple[str, ...]
    cue: Labelled
    caution: Labelled
    note: Labelled
    mark: str = ""
    feet: tuple[bool, bool] | None = None
    tempo: TempoPart | None = None
    mistake: Labelled = NOTHING
    shown: str = ""
    reference: tuple[Labelled, ...] = ()


class ChangeList(NamedTuple):
    """Changes of one kind under the word that marks them; a line without a label lists names."""

    mark: str
    lines: tuple[Labelled, ...]


class ChangesPart(NamedTuple):
    """What has changed since the visit before; `phase` says that it is another phase's turn, or is empty."""

    title: str
    phase: str
    lists: tuple[ChangeList, ...]


class PhasePart(NamedTuple):
    """One phase. `turn` says whether it is this phase's turn where several are printed; `criteria_title` heads its criteria."""

    phase_id: str
    heading: str
    amount: str
    turn: str
    is_now: bool
    goal: Labelled
    equipment: Labelled
    exercises: tuple[ExercisePart, ...]
    no_exercises: str
    criteria_title: str
    criteria: tuple[str, ...]


class TopicSection(NamedTuple):
    """A heading, paragraphs, then bullets; each may be empty."""

    heading: str
    paragraphs: tuple[str, ...]
    bullets: tuple[str, ...]


class TopicPart(NamedTuple):
    """An education topic; `table` holds rows of cells, the heads first, or nothing; `ticks` are the boxes in each last cell."""

    title: str
    sections: tuple[TopicSection, ...]
    table: tuple[tuple[str, ...], ...] = ()
    ticks: tuple[int, ...] = ()


class SummaryPart(NamedTuple):
    """The plan in a few short sentences."""

    title: str
    lines: tuple[str, ...]


class CodePart(NamedTuple):
    """The code that finds the visit again; `shown` says what its square of dots is to those who cannot see it."""

    title: str
    told: str
    code: str
    shown: str


class LogoPart(NamedTuple):
    """The clinic's logo, a small PNG or JPEG, and whose it is for those who cannot see it."""

    logo: bytes
    name: str


class Sheet(NamedTuple):
    """The whole handout: its head, and the parts in the order of `sections`; a part left out is None or empty."""

    title: str
    plan_title: str
    about: str
    giver: tuple[str, ...]
    date: str
    sections: tuple[Section, ...]
    summary: SummaryPart | None
    goal: Labelled
    changes: ChangesPart | None
    phases: tuple[PhasePart, ...]
    no_phases: str
    when_and_where: tuple[str, ...]
    pain: PainPart | None
    flare_up: FlarePart | None
    stops: tuple[StopList, ...]
    topics: tuple[TopicPart, ...]
    diary: DiaryPart | None
    phone: str
    code: str
    code_part: CodePart | None
    reference: tuple[Labelled, ...] = ()
    logo: LogoPart | None = None


def texts_of(part: object) -> Iterator[str]:
    """Yield every text inside a part of a sheet, in the order of its fields; names of ours are no texts."""
    if isinstance(part, StrEnum):
        return
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for inner in part:
            yield from texts_of(inner)
