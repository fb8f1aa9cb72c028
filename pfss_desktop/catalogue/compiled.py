"""The compiled form: what a catalogue's files were read as, beside each one's digest, so that unchanged files need no parsing.

It is a shortcut and never a source: a missing, cut or foreign one costs time, nothing else.
"""

from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

import msgspec

from pfss_desktop.domain.catalogue import Source
from pfss_desktop.domain.exercise import Exercise

FORM = "pfss-desktop compiled catalogue 2"
"""Name and version of the form; changed whenever the same file would be read as something else."""


class CompiledExercise(msgspec.Struct, frozen=True):
    """What a file with this digest was read as."""

    digest: str
    exercise: Exercise


class CompiledSources(msgspec.Struct, frozen=True):
    """What a source list with this digest was read as."""

    digest: str
    sources: Mapping[str, Source]


class Compiled(msgspec.Struct, frozen=True):
    """Exercises by file name, and the source list."""

    form: str
    exercises: dict[str, CompiledExercise] = {}
    sources: CompiledSources = CompiledSources("", {})

    def exercise(self, file_name: str, digest: str) -> Exercise | None:
        """Return what a file was read as, if it still has this digest."""
        held = self.exercises.get(file_name)
        return held.exercise if held is not None and held.digest == digest else None


def digest_of(content: bytes) -> str:
    """Return 16 bytes of BLAKE2b over a file's content as hexadecimal letters; line ends of Windows count as plain ones."""
    return blake2b(content.replace(b"\r\n", b"\n"), digest_size=16).hexdigest()


def compiled_path(folder: Path) -> Path:
    """Return where the compiled form of a catalogue folder lies: beside it."""
    return folder.with_name(f"{folder.name}.compiled.json")


def read_compiled(path: Path) -> Compiled:
    """Return the compiled form in a file; an empty one where it is missing, cut, foreign or of another version."""
    try:
        compiled = msgspec.json.decode(path.read_bytes(), type=Compiled)
    except (OSError, msgspec.DecodeError, ValueError, RecursionError):
        return Compiled(FORM)
    return compiled if compiled.form == FORM else Compiled(FORM)


def written(compiled: Compiled) -> bytes:
    """Return the file content of a compiled form: JSON, one exercise a line, the same bytes for the same catalogue."""
    lines = [f"{_json(name)}:{_json(held)}" for name, held in sorted(compiled.exercises.items())]
    inner = ",\n".join(lines)
    return f'{{"form":{_json(compiled.form)},\n"sources":{_json(compiled.sources)},\n"exercises":{{\n{inner}\n}}}}\n'.encode()


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
