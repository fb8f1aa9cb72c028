"""A folder of exercise files becomes a catalogue; a file with a fault is left out and named, all others stay."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pfss_desktop.catalogue.compiled import (
    FORM,
    Compiled,
    CompiledExercise,
    CompiledSources,
    compiled_path,
    digest_of,
    read_compiled,
)
from pfss_desktop.catalogue.toml_file import read_bytes
from pfss_desktop.domain.catalogue import Catalogue, Source, arranged
from pfss_desktop.domain.exercise import Exercise
from pfss_desktop.domain.faults import Fault, FaultyFile, FileFault
from pfss_desktop.language import _

SOURCES = "sources.toml"
"""The source list's file name, beside the catalogue's folder."""


@dataclass(frozen=True, slots=True)
class LoadedCatalogue:
    """The exercises that could be read, and everything wrong in the folder's files."""

    catalogue: Catalogue
    faults: tuple[FileFault, ...] = ()


def load_catalogue(folder: Path) -> LoadedCatalogue:
    """Return the catalogue in a folder, by phase, category and name; every fault of every file is listed.

    A broken file disables only itself. A link to an exercise that is not there is listed and dropped, its exercise stays; links
    to a broken file are dropped without a word, as that file's own faults are listed already. Raises nothing.
    """
    compiled = read_compiled(compiled_path(folder))
    reading = _Reading(compiled)
    names = reading.names(folder)
    exercises = [exercise for name in names if (exercise := reading.exercise(folder, name)) is not None]
    sources = reading.sources(folder.with_name(SOURCES))
    known = {name.removesuffix(".toml") for name in names}
    for exercise in exercises:
        reading.check_links(exercise, known, sources)
    return LoadedCatalogue(arranged(exercises, sources), tuple(reading.faults))


def compile_catalogue(folder: Path) -> Compiled:
    """Return the compiled form of a folder's files as they are now; files with faults are not in it."""
    reading = _Reading(Compiled(FORM))
    names = reading.names(folder)
    held = {
        name: CompiledExercise(digest_of(read_bytes(folder / name)), exercise)
        for name in names
        if (exercise := reading.exercise(folder, name)) is not None
    }
    path = folder.with_name(SOURCES)
    sources = reading.sources(path)
    return Compiled(FORM, held, CompiledSources(digest_of(read_bytes(path)) if path.is_file() else "", sources))


def toml_names(folder: Path) -> list[str]:
    """Return the names of the TOML files in a folder, without hidden ones, in alphabetical order. Raises OSError."""
    return sorted(name for name in os.listdir(folder) if name.endswith(".toml") and not name.startswith("."))


class _Reading:
    """Reads files one by one and keeps their faults."""

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self.faults: list[FileFault] = []

    def names(self, folder: Path) -> list[str]:
        """Return the names of a folder's files; none, and a fault kept, where it cannot be read."""
        try:
            return toml_names(folder)
        except OSError:
            self.say(folder.name, [Fault("", _("cannot be read"))])
            return []

    def exercise(self, folder: Path, name: str) -> Exercise | None:
        """Return the exercise in a file; None, and its faults kept, where it cannot be."""
        try:
            content = read_bytes(os.path.join(folder, name))
            return self._compiled.exercise(name, digest_of(content)) or self._parsed(content, name)
        except FaultyFile as error:
            self.say(name, error.faults)
            return None

    def sources(self, path: Path) -> Mapping[str, Source]:
        """Return the source list in a file; empty, and its faults kept, where it cannot be."""
        held = self._compiled.sources
        try:
            content = read_bytes(path)
            if held.digest == digest_of(content):
                return held.sources
            from pfss_desktop.catalogue.sources import sources_in

            return sources_in(content)
        except FaultyFile as error:
            self.say(path.name, error.faults)
            return {}

    def check_links(self, exercise: Exercise, known: set[str], sources: Mapping[str, Source]) -> None:
        """Keep a fault for every link and evidence key of an exercise that leads nowhere."""
        lost = [(place, link) for place in ("harder", "easier") for link in getattr(exercise, place) if link not in known]
        faults = [Fault(f"links.{place}", _("{id} is not an exercise of this catalogue").format(id=link)) for place, link in lost]
        unknown = [key for key in exercise.basis.evidence if key not in sources] if sources else []
        faults += [Fault("basis.evidence", _("{key} is not in the list of sources").format(key=key)) for key in unknown]
        self.say(f"{exercise.id}.toml", faults)

    def say(self, file_name: str, faults: Iterable[Fault]) -> None:
        """Keep faults of a file."""
        self.faults += [FileFault(file_name, fault) for fault in faults]

    @staticmethod
    def _parsed(content: bytes, file_name: str) -> Exercise:
        from pfss_desktop.catalogue.exercise_file import exercise_in  # the parser loads only when a file has changed

        return exercise_in(content, file_name)
