"""The file of stages back to running, which an education topic prints as a table."""

from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Literal

import msgspec

from pfss_desktop.catalogue.gathering import Gathering
from pfss_desktop.catalogue.toml_file import read_toml
from pfss_desktop.decoding import item_place, typed
from pfss_desktop.domain.education import RunWalkStage
from pfss_desktop.language import _


class _StageEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    stage: int
    effort: int
    walk_minutes: float
    run_minutes: float | Literal["all"]
    miles: float | None = None
    repeats: int | None = None
    least_times: int = 2


class _StagesEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    stages: tuple[_StageEntry, ...]
    source: str = ""


def load_run_stages(path: Path) -> tuple[RunWalkStage, ...]:
    """Return the stages in a file; raise FaultyFile with every fault."""
    entry = typed(read_toml(path), _StagesEntry)
    gathering = Gathering()
    stages = tuple(
        gathering.take(item_place("stages", number), partial(_stage_of, held)) for number, held in enumerate(entry.stages, 1)
    )
    if [held.stage for held in entry.stages] != list(range(1, len(stages) + 1)):
        gathering.say("stages", _("must be numbered 1, 2, 3 and so on"))
    gathering.finish()
    return stages


def _stage_of(entry: _StageEntry) -> RunWalkStage:
    return RunWalkStage(
        entry.stage,
        _decimal(entry.walk_minutes),
        None if entry.run_minutes == "all" else _decimal(entry.run_minutes),
        entry.effort,
        None if entry.miles is None else _decimal(entry.miles),
        entry.repeats,
        entry.least_times,
    )


def _decimal(number: float) -> Decimal:
    return Decimal(f"{number:.10g}")
