"""A folder of education topics in one language; a file with a fault is left out and named, all others stay."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from pfss_desktop.catalogue.education_file import PlacedTopic, TopicName, load_topic, name_of, translated
from pfss_desktop.catalogue.loading import toml_names
from pfss_desktop.domain.catalogue import Source
from pfss_desktop.domain.education import EducationTopic
from pfss_desktop.domain.faults import Fault, FaultyFile, FileFault
from pfss_desktop.domain.library import LoadedTopics
from pfss_desktop.language import _


class TopicShelf:
    """The topics of one folder; each language is read once, at the first request."""

    def __init__(self, folder: Path, sources: Mapping[str, Source]) -> None:
        self._folder = folder
        self._sources = sources
        self._read: dict[str, LoadedTopics] = {}

    def in_language(self, language: str) -> LoadedTopics:
        """Return the topics in a language, in English where one is not translated."""
        if language not in self._read:
            self._read[language] = load_topics(self._folder, language, self._sources)
        return self._read[language]


def load_topics(folder: Path, language: str, sources: Mapping[str, Source]) -> LoadedTopics:
    """Return the topics of a folder in a language, in English where one is not translated; every fault is listed.

    A topic whose English file is faulty is left out; one whose translation is faulty comes in English. Source keys are looked up
    in `sources`, if there are any. Raises nothing.
    """
    try:
        names = set(map(name_of, toml_names(folder)))
    except OSError:
        return LoadedTopics(faults=(FileFault(folder.name, Fault("", _("cannot be read"))),))
    faults: list[FileFault] = []
    found = [_topic(folder, name, names & {name._replace(language=language)}, faults) for name in sorted(names) if name.is_source]
    topics = [placed for placed in found if placed is not None]
    faults += [FileFault(f"{topic.id}.en.toml", fault) for _order, topic in topics for fault in unknown_sources(topic, sources)]
    topics.sort(key=lambda placed: (placed.order, placed.topic.id))
    return LoadedTopics(tuple(placed.topic for placed in topics), tuple(faults))


def unknown_sources(topic: EducationTopic, sources: Mapping[str, Source]) -> Sequence[Fault]:
    """Return a fault for every source key of a topic that is not in a list of sources; none where the list is empty."""
    unknown = [key for key in topic.sources if key not in sources] if sources else []
    return [Fault("sources", _("{key} is not in the list of sources").format(key=key)) for key in unknown]


def _topic(folder: Path, name: TopicName, translations: set[TopicName], faults: list[FileFault]) -> PlacedTopic | None:
    """Return a topic, translated where it can be; None, and its faults kept, where its own file has any."""
    try:
        placed = load_topic(folder / name.file)
    except FaultyFile as error:
        faults += [FileFault(name.file, fault) for fault in error.faults]
        return None
    for other in translations - {name}:
        try:
            placed = translated(placed, folder / other.file)
        except FaultyFile as error:
            faults += [FileFault(other.file, fault) for fault in error.faults]
    return placed
