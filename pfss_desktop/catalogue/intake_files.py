"""The files of what is asked before a plan: red flags and diagnoses. Nothing is taken from a faulty one."""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from pfss_desktop.catalogue.gathering import Gathering
from pfss_desktop.catalogue.toml_file import read_toml
from pfss_desktop.decoding import typed
from pfss_desktop.domain.faults import FaultyFile, FileFault
from pfss_desktop.domain.intake_choices import Diagnosis, IntakeChoices, RedFlag


class _SignEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    text: str
    urgent: bool


class _SignsEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    signs: tuple[_SignEntry, ...]
    basis: str = ""


class _CodesEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    right: str
    left: str
    any: str


class _DiagnosisEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    codes: _CodesEntry


class _DiagnosesEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    diagnoses: tuple[_DiagnosisEntry, ...]
    basis: str = ""


@dataclass(frozen=True, slots=True)
class LoadedIntake:
    """What there is to choose from, and everything wrong in the files."""

    choices: IntakeChoices = IntakeChoices()
    faults: tuple[FileFault, ...] = ()


def load_intake(folder: Path) -> LoadedIntake:
    """Return what `red_flags.toml` and `diagnoses.toml` in a folder hold; of a faulty one nothing. Raises nothing."""
    flags, flag_faults = _read_flags(folder / "red_flags.toml")
    diagnoses, diagnosis_faults = _read_diagnoses(folder / "diagnoses.toml")
    return LoadedIntake(IntakeChoices(flags, diagnoses), (*flag_faults, *diagnosis_faults))


def _read_flags(path: Path) -> tuple[tuple[RedFlag, ...], tuple[FileFault, ...]]:
    gathering = Gathering()
    try:
        entry = typed(read_toml(path), _SignsEntry)
        flags = [
            gathering.take(f"signs item {number}", lambda held=held: RedFlag(held.id, held.text, held.urgent))  # type: ignore[misc]
            for number, held in enumerate(entry.signs, 1)
        ]
        gathering.finish()
    except FaultyFile as error:
        return (), tuple(FileFault(path.name, fault) for fault in error.faults)
    return tuple(flags), ()


def _read_diagnoses(path: Path) -> tuple[tuple[Diagnosis, ...], tuple[FileFault, ...]]:
    gathering = Gathering()
    try:
        entry = typed(read_toml(path), _DiagnosesEntry)
        diagnoses = [
            gathering.take(
                f"diagnoses item {number}",
                lambda held=held: Diagnosis(held.name, held.codes.right, held.codes.left, held.codes.any),  # type: ignore[misc]
            )
            for number, held in enumerate(entry.diagnoses, 1)
        ]
        gathering.finish()
    except FaultyFile as error:
        return (), tuple(FileFault(path.name, fault) for fault in error.faults)
    return tuple(diagnoses), ()
