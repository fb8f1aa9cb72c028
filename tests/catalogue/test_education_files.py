"""Education topics: ours in two languages, a clinic's own, and broken ones."""

import re
import shutil
from functools import cache
from pathlib import Path

import pytest

from pfss_desktop.catalogue.checking import FileKind, check_topic_file, kind_of
from pfss_desktop.catalogue.education import TopicShelf, load_topics
from pfss_desktop.catalogue.loading import load_catalogue
from pfss_desktop.catalogue.run_stages import load_run_stages
from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.domain.education import EducationTopic
from pfss_desktop.domain.faults import FaultyFile
from pfss_desktop.domain.library import LoadedTopics
from pfss_desktop.paths import resources

FOLDER = resources() / "education"
LANGUAGES = ("en", "es")
NEVER_PRINTED = {
    "en": r"align|degenerat|\bmg\b|ibuprofen|aspirin|no pain,? no gain|in a week\b|(?<!not )\bcure[sd]? you|chondromalac",
    "es": r"aline|degenerat|\bmg\b|ibuprofeno|aspirina|en una semana\b|condromalac",
}
"""What must not be printed (CLINICAL 7.3): kneecaps put in line, wear, doses, promises."""


@cache
def catalogue() -> Catalogue:
    return load_catalogue(resources() / "catalogue").catalogue


@cache
def ours(language: str) -> LoadedTopics:
    return load_topics(FOLDER, language, catalogue().sources)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of one translated topic, with the stages where they belong."""
    mine = tmp_path / "education"
    mine.mkdir()
    (tmp_path / "clinical").mkdir()
    shutil.copy(resources() / "clinical" / "run_stages.toml", tmp_path / "clinical")
    for language in LANGUAGES:
        shutil.copy(FOLDER / f"run-walk.{language}.toml", mine)
    return mine


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def faults(loaded: LoadedTopics) -> list[str]:
    return [str(fault) for fault in loaded.faults]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_of_ours_is_sound_and_translated(language: str) -> None:
    loaded = ours(language)
    assert faults(loaded) == []
    assert {topic.language for topic in loaded.topics} == {language}
    assert [topic.id for topic in loaded.topics] == [topic.id for topic in ours("en").topics]
    assert len(loaded.topics) == len(list(FOLDER.glob(f"*.{language}.toml"))) == 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_tells_the_therapist_what_it_rests_on(language: str) -> None:
    for topic in ours(language).topics:
        assert topic.note, topic.id
        assert set(topic.sources) & catalogue().sources.keys(), topic.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_said_that_must_not_be_printed(language: str) -> None:
    for topic in ours(language).topics:
        for text in topic.texts():
            assert not re.search(NEVER_PRINTED[language], text, re.IGNORECASE), (topic.id, text)


def test_a_translation_says_no_less() -> None:
    for english, spanish in zip(ours("en").topics, ours("es").topics, strict=True):
        assert shape(english) == shape(spanish), english.id
        assert numbers(english) == numbers(spanish), english.id


def shape(topic: EducationTopic) -> list[tuple[bool, int, int]]:
    return [(bool(section.heading), len(section.paragraphs), len(section.bullets)) for section in topic.sections]


def numbers(topic: EducationTopic) -> list[list[str]]:
    return [re.findall(r"\d+", " ".join(section.texts())) for section in topic.sections]


def test_the_schedule_carries_the_stages_of_their_own_file() -> None:
    (schedule,) = (topic for topic in ours("es").topics if topic.stages)
    assert schedule.id == "run-walk"
    assert schedule.stages == load_run_stages(resources() / "clinical" / "run_stages.toml")
    assert [(held.walk_minutes, held.run_minutes, held.miles) for held in schedule.stages][-1] == (0, None, 2)


def test_without_a_translation_a_topic_comes_in_english(folder: Path) -> None:
    (folder / "run-walk.es.toml").unlink()
    loaded = load_topics(folder, "es", {})
    assert [(topic.id, topic.language) for topic in loaded.topics] == [("run-walk", "en")]
    assert loaded.faults == ()


def test_a_faulty_translation_is_named_and_the_topic_comes_in_english(folder: Path) -> None:
    change(folder / "run-walk.es.toml", "title =", "titulo =")
    loaded = load_topics(folder, "es", {})
    assert [topic.language for topic in loaded.topics] == ["en"]
    assert faults(loaded) == [
        "run-walk.es.toml: titulo: no such field; known are note, sections, title",
        "run-walk.es.toml: title: is missing",
    ]


def test_every_fault_of_a_topic_is_named_and_the_others_stay(folder: Path) -> None:
    shutil.copy(FOLDER / "tape.en.toml", folder)
    path = folder / "run-walk.en.toml"
    change(path, "phases = [4]", "phases = [4, 9]")
    change(path, 'title = "', 'title = "\\n')
    change(path, 'heading = "Rules"', 'heading = "\\n"')
    loaded = load_topics(folder, "en", {})
    assert [topic.id for topic in loaded.topics] == ["tape"]
    assert [text.split(": must")[0] for text in faults(loaded)] == [
        "run-walk.en.toml: phases",
        "run-walk.en.toml: sections item 3",
        "run-walk.en.toml: title",
    ]


def test_faulty_stages_are_named_where_they_are_wanted(folder: Path) -> None:
    stages = folder.parent / "clinical" / "run_stages.toml"
    change(stages, "effort = 4", "effort = 40")
    change(stages, "stage = 6", "stage = 7")
    assert faults(load_topics(folder, "en", {})) == [
        "run-walk.en.toml: with_run_stages: run_stages.toml: stages item 3: must be a whole number from 0 to 10",
        "run-walk.en.toml: with_run_stages: run_stages.toml: stages item 4: must be a whole number from 0 to 10",
        "run-walk.en.toml: with_run_stages: run_stages.toml: stages: must be numbered 1, 2, 3 and so on",
    ]


@pytest.mark.parametrize("number", ["inf", "nan", "-1", "1e300", "0.00001", '"some"'])
def test_minutes_that_cannot_be_are_refused(folder: Path, number: str) -> None:
    stages = folder.parent / "clinical" / "run_stages.toml"
    change(stages, "run_minutes = 3", f"run_minutes = {number}")
    with pytest.raises(FaultyFile):
        load_run_stages(stages)


def test_a_source_that_nobody_listed_is_named(folder: Path) -> None:
    change(folder / "run-walk.en.toml", '"RTRSYD"', '"RTRSID"')
    assert faults(load_topics(folder, "en", catalogue().sources)) == [
        "run-walk.en.toml: sources: RTRSID is not in the list of sources"
    ]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert faults(load_topics(tmp_path / "nowhere", "en", {})) == ["nowhere: cannot be read"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_file_is_checked_for_the_command_line(folder: Path, language: str) -> None:
    path = folder / f"run-walk.{language}.toml"
    assert kind_of(path) is FileKind.TOPIC
    assert check_topic_file(path, catalogue()) == ()
    change(path, "title =", "titel =")
    assert len(check_topic_file(path, catalogue())) == 2


def test_a_translation_alone_or_without_a_language_is_no_topic(folder: Path) -> None:
    (folder / "run-walk.en.toml").unlink()
    (alone,) = check_topic_file(folder / "run-walk.es.toml", catalogue())
    assert str(alone) == "needs the English file run-walk.en.toml beside it"
    nameless = (folder / "run-walk.es.toml").rename(folder / "run-walk.toml")
    (fault,) = check_topic_file(nameless, catalogue())
    assert "such as tape.es.toml" in str(fault)


def test_the_shelf_reads_a_language_once(folder: Path) -> None:
    shelf = TopicShelf(folder, {})
    before = shelf.in_language("es")
    shutil.rmtree(folder)
    assert shelf.in_language("es") is before
    assert faults(shelf.in_language("en")) == ["education: cannot be read"]
