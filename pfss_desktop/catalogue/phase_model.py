"""The file of the phase model: what it says about when to leave each phase. Nothing is taken from a faulty one."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

import msgspec

from pfss_desktop.catalogue.gathering import Gathering
from pfss_desktop.catalogue.toml_file import read_toml
from pfss_desktop.decoding import typed
from pfss_desktop.domain.faults import FaultyFile, FileFault
from pfss_desktop.domain.plan import Phase


class _PhaseEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    weeks: str = ""
    goal: str = ""
    criteria: tuple[str, ...] = ()
    basis: str = ""


class _ModelEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    phases: tuple[_PhaseEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class LoadedCriteria:
    """Criteria to leave each phase of the model, first to last, and everything wrong in the file."""

    criteria: tuple[tuple[str, ...], ...] = ()
    faults: tuple[FileFault, ...] = ()


def load_usual_criteria(path: Path) -> LoadedCriteria:
    """Return the criteria in a file; none, but every fault, where it has any. Raises nothing."""
    gathering = Gathering()
    try:
        entry = typed(read_toml(path), _ModelEntry)
        phases = [
            gathering.take(f"phases item {number}", partial(Phase, "model", held.name, held.goal, criteria=held.criteria))
            for number, held in enumerate(entry.phases, 1)
        ]
        gathering.finish()
    except FaultyFile as error:
        return LoadedCriteria(faults=tuple(FileFault(path.name, fault) for fault in error.faults))
    return LoadedCriteria(tuple(phase.criteria for phase in phases))
