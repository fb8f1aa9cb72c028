"""One education topic's files: facts and English words in `<topic>.en.toml`, the words of each other language beside it."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

import msgspec

from pfss_desktop.catalogue.gathering import Gathering
from pfss_desktop.catalogue.run_stages import load_run_stages
from pfss_desktop.catalogue.toml_file import read_toml
from pfss_desktop.decoding import item_place, typed
from pfss_desktop.domain.education import EducationSection, EducationTopic, RunWalkStage
from pfss_desktop.domain.faults import Fault, FaultyFile, OutOfBounds
from pfss_desktop.domain.identity import check_id
from pfss_desktop.language import _

SOURCE_LANGUAGE = "en"
"""The language whose file holds the facts as well, and whose words stand in where a topic is not translated."""
STAGES = Path("clinical") / "run_stages.toml"
"""The stages back to running, from the folder that the topics' folder is in."""


class _SectionEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    heading: str = ""
    paragraphs: tuple[str, ...] = ()
    bullets: tuple[str, ...] = ()


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words in one language."""

    title: str
    sections: tuple[_SectionEntry, ...]
    note: str = ""


class _WordsAndFacts(_Words, frozen=True, forbid_unknown_fields=True):
    """The English words and the facts; `order` is the place in the list, the lowest first."""

    order: int = 1000
    phases: tuple[int, ...] = ()
    sources: tuple[str, ...] = ()
    with_run_stages: bool = False


class TopicName(NamedTuple):
    """What a topic's file name says."""

    topic_id: str
    language: str

    @property
    def file(self) -> str:
        """The file name."""
        return f"{self.topic_id}.{self.language}.toml"

    @property
    def is_source(self) -> bool:
        """Whether this is the file with the facts."""
        return self.language == SOURCE_LANGUAGE


class PlacedTopic(NamedTuple):
    """A topic and its place in the list."""

    order: int
    topic: EducationTopic


def name_of(file_name: str) -> TopicName:
    """Return what a file name such as "tape.es.toml" says; the language is empty where it says none."""
    first, _dot, last = file_name.removesuffix(".toml").rpartition(".")
    return TopicName(first, last) if first else TopicName(last, "")


def load_topic(path: Path) -> PlacedTopic:
    """Return the topic in a file with the facts, or in a translation beside such a file; raise FaultyFile with every fault."""
    name = name_of(path.name)
    _check_name(name)
    if not name.is_source:
        source = path.with_name(name._replace(language=SOURCE_LANGUAGE).file)
        typed(read_toml(path), _Words)
        if not source.is_file():
            raise FaultyFile([Fault("", _("needs the English file {file} beside it").format(file=source.name))])
        return translated(load_topic(source), path)
    entry = typed(read_toml(path), _WordsAndFacts)
    stages = _stages_for(path) if entry.with_run_stages else ()
    blank = EducationTopic(name.topic_id, name.language, "-", (EducationSection("-"),), stages=stages)
    gathering = Gathering()
    fine = gathering.each_alone("", partial(replace, blank), {"phases": entry.phases, "sources": entry.sources})
    bare = replace(blank, phases=entry.phases, sources=entry.sources) if fine else blank
    topic = _worded(bare, entry, name.language, gathering)
    return PlacedTopic(entry.order, topic)


def translated(placed: PlacedTopic, path: Path) -> PlacedTopic:
    """Return the topic with the words of a translation; raise FaultyFile with every fault."""
    language = name_of(path.name).language
    return placed._replace(topic=_worded(placed.topic, typed(read_toml(path), _Words), language, Gathering()))


def _worded(topic: EducationTopic, words: _Words, language: str, gathering: Gathering) -> EducationTopic:
    sections = tuple(
        gathering.take(item_place("sections", number), partial(EducationSection, held.heading, held.paragraphs, held.bullets))
        for number, held in enumerate(words.sections, 1)
    )
    gathering.each_alone("", partial(replace, topic), {"title": words.title, "note": words.note})
    gathering.finish()
    make = partial(replace, topic, title=words.title, note=words.note, sections=sections, language=language)
    made = gathering.take("sections", make)
    gathering.finish()
    return made


def _stages_for(path: Path) -> tuple[RunWalkStage, ...]:
    stages = path.parent.parent / STAGES
    try:
        return load_run_stages(stages)
    except FaultyFile as error:
        raise FaultyFile([Fault("with_run_stages", f"{stages.name}: {fault}") for fault in error.faults]) from None


def _check_name(name: TopicName) -> None:
    try:
        check_id("id", name.topic_id)
        check_id("language", name.language)
    except OutOfBounds:
        raise FaultyFile([Fault("", _("its name must be a topic and a language, such as tape.es.toml"))]) from None
