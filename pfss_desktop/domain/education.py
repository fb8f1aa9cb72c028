"""Education topics: one-page texts for the patient, and the stages back to running that one of them prints as a table."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from pfss_desktop.domain.bounds import check_count, check_decimal, check_line, check_text, check_whole
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.identity import check_id
from pfss_desktop.language import _

SECTION_LIMIT = 12
"""Sections of a topic; a page holds fewer."""
STAGE_LIMIT = 30
"""Stages of a schedule; the longest one read has 19 (CLINICAL 3.8)."""


@dataclass(frozen=True, slots=True)
class RunWalkStage:
    """One stage back to running: walk and run in turns, so many minutes each, until the distance or the turns are done.

    `run_minutes` is None where all of it is run. `effort` is 0 to 10. Either `miles` or `repeats` says how much. A stage is done
    at least `least_times` before the next one (CLINICAL 3.8, RTRSOLD). Raises OutOfBounds.
    """

    stage: int
    walk_minutes: Decimal
    run_minutes: Decimal | None
    effort: int
    miles: Decimal | None = None
    repeats: int | None = None
    least_times: int = 2

    def __post_init__(self) -> None:
        check_whole("stage", self.stage, 1, STAGE_LIMIT)
        if self.walk_minutes != 0:
            check_decimal("walk minutes", self.walk_minutes, 0, 60)
        if self.run_minutes is not None:
            check_decimal("run minutes", self.run_minutes, 0, 120)
        check_whole("effort", self.effort, 0, 10)
        check_whole("least times", self.least_times, 1, 6)
        if (self.miles is None) is (self.repeats is None):
            raise OutOfBounds("stage", _("told by either miles or repeats"))
        if self.miles is not None:
            check_decimal("miles", self.miles, 0, 30)
        if self.repeats is not None:
            check_whole("repeats", self.repeats, 1, 60)


@dataclass(frozen=True, slots=True)
class EducationSection:
    """A heading, paragraphs, then bullets; the heading may be empty, but not all three. Raises OutOfBounds."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    bullets: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_line("heading", self.heading, empty=True)
        check_count("paragraphs", self.paragraphs, 12)
        check_count("bullets", self.bullets, 20)
        for paragraph in self.paragraphs:
            check_text("paragraphs", paragraph)
        for bullet in self.bullets:
            check_text("bullets", bullet)
        if not (self.heading or self.paragraphs or self.bullets):
            raise OutOfBounds("section", _("a heading, a paragraph or a bullet"))

    def texts(self) -> Iterator[str]:
        """Yield heading, paragraphs and bullets as they are read."""
        if self.heading:
            yield self.heading
        yield from self.paragraphs
        yield from self.bullets


@dataclass(frozen=True, slots=True)
class EducationTopic:
    """A page for the patient in one language, to be ticked for a plan by its `id`. Raises OutOfBounds.

    `language` is a tag such as "en" or "es"; a topic has the same id in every language. `phases` are those of the phase model,
    1 to 4 (CLINICAL 3.4), in which it is suggested, none for a topic that is only ever asked for. `sources` are keys of the
    catalogue's sources, and `note` is for the therapist who chooses; neither is printed for the patient. `stages` is the table of
    a schedule back to running, empty for all other topics.
    """

    id: str
    language: str
    title: str
    sections: tuple[EducationSection, ...]
    phases: tuple[int, ...] = ()
    sources: tuple[str, ...] = ()
    note: str = ""
    stages: tuple[RunWalkStage, ...] = ()

    def __post_init__(self) -> None:
        check_id("id", self.id)
        check_id("language", self.language)
        check_line("title", self.title)
        check_count("sections", self.sections, SECTION_LIMIT)
        if not self.sections:
            raise OutOfBounds("sections", _("at least one section"))
        check_count("phases", self.phases, 4)
        for phase in self.phases:
            check_whole("phases", phase, 1, 4)
        check_count("sources", self.sources, 40)
        for key in self.sources:
            check_line("sources", key)
        check_text("note", self.note)
        check_count("stages", self.stages, STAGE_LIMIT)
        if [held.stage for held in self.stages] != list(range(1, len(self.stages) + 1)):
            raise OutOfBounds("stages", _("numbered 1, 2, 3 and so on"))

    def texts(self) -> Iterator[str]:
        """Yield title, headings, paragraphs and bullets as they are read."""
        yield self.title
        for section in self.sections:
            yield from section.texts()


def chosen_topics(topics: Iterable[EducationTopic], ids: Collection[str]) -> tuple[EducationTopic, ...]:
    """Return the topics with these ids in the order of the topics; an id without a topic is passed over."""
    return tuple(topic for topic in topics if topic.id in ids)


def ticked(ids: tuple[str, ...], topic_id: str, topics: Iterable[EducationTopic], *, on: bool) -> tuple[str, ...]:
    """Return a plan's topic ids with one more or one less, in the order of the topics; ids without a topic stay, at the end."""
    wanted = {*ids, topic_id} if on else {*ids} - {topic_id}
    in_order = [topic.id for topic in topics if topic.id in wanted]
    return (*in_order, *(held for held in ids if held in wanted and held not in in_order))
