"""The check of one catalogue, template or education file for the command line: every fault, and what kind of file it is."""

from enum import StrEnum
from pathlib import Path

from pfss_desktop.catalogue.education import unknown_sources
from pfss_desktop.catalogue.education_file import load_topic
from pfss_desktop.catalogue.exercise_file import exercise_in
from pfss_desktop.catalogue.templates import load_template
from pfss_desktop.catalogue.toml_file import read_bytes, read_toml
from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.domain.faults import Fault, FaultyFile


class FileKind(StrEnum):
    """What a TOML file is meant to be."""

    EXERCISE = "exercise"
    TEMPLATE = "template"
    TOPIC = "topic"


def kind_of(path: Path) -> FileKind | None:
    """Return what a TOML file is meant to be, by its tables; None for any other. Raises FaultyFile as read_toml does."""
    data = read_toml(path)
    if "sections" in data:
        return FileKind.TOPIC
    if "phases" in data:
        return FileKind.TEMPLATE
    return FileKind.EXERCISE if data.keys() & {"steps", "facts", "dosage", "motion"} else None


def check_exercise_file(path: Path) -> tuple[Fault, ...]:
    """Return everything wrong in an exercise file, but its links and source keys, which need the catalogue. Raises nothing."""
    try:
        exercise_in(read_bytes(path), path.name)
    except FaultyFile as error:
        return error.faults
    return ()


def check_template_file(path: Path, catalogue: Catalogue) -> tuple[Fault, ...]:
    """Return everything wrong in a template file, with exercises looked up in this catalogue. Raises nothing."""
    try:
        load_template(path, catalogue)
    except FaultyFile as error:
        return error.faults
    return ()


def check_topic_file(path: Path, catalogue: Catalogue) -> tuple[Fault, ...]:
    """Return everything wrong in an education file, with source keys looked up in this catalogue. Raises nothing."""
    try:
        return tuple(unknown_sources(load_topic(path).topic, catalogue.sources))
    except FaultyFile as error:
        return error.faults
