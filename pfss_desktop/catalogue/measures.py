"""The file of outcome measures. A faulty measure is left out and named, all others stay."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

import msgspec

from pfss_desktop.catalogue.gathering import Gathering
from pfss_desktop.catalogue.toml_file import read_toml
from pfss_desktop.decoding import typed
from pfss_desktop.domain.faults import FaultyFile, FileFault, OutOfBounds
from pfss_desktop.domain.outcomes import Better, Measure, Threshold
from pfss_desktop.language import _


class _ThresholdEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    amount: str
    sources: tuple[str, ...]
    basis: str = ""

    def threshold(self) -> Threshold:
        return Threshold(_number(self.amount), self.sources, self.basis)


class _MeasureEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    name: str
    short: str
    plain: str
    low: str
    high: str
    better: Better
    decimals: int = 0
    unit: str = ""
    per_side: bool = False
    named: bool = False
    usual: bool = False
    checklist: bool = False
    is_change: bool = False
    mean_of: str = ""
    mcid: _ThresholdEntry | None = None
    mdc: _ThresholdEntry | None = None
    licence: str = ""

    def measure(self) -> Measure:
        held = {field: getattr(self, field) for field in self.__struct_fields__}
        held |= {"low": _number(self.low), "high": _number(self.high)}
        held |= {"mcid": self.mcid and self.mcid.threshold(), "mdc": self.mdc and self.mdc.threshold()}
        return Measure(**held)


class _MeasuresEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    measures: tuple[_MeasureEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class LoadedMeasures:
    """The measures in the file's order, each id once, and everything wrong in the file."""

    measures: tuple[Measure, ...] = ()
    faults: tuple[FileFault, ...] = ()


def load_measures(path: Path) -> LoadedMeasures:
    """Return the measures in a file and every fault. Raises nothing."""
    gathering = Gathering()
    found: dict[str, Measure] = {}
    try:
        entry = typed(read_toml(path), _MeasuresEntry)
    except FaultyFile as error:
        return LoadedMeasures(faults=tuple(FileFault(path.name, fault) for fault in error.faults))
    for number, held in enumerate(entry.measures, 1):
        place = f"measures item {number}"
        measure = gathering.attempt(place, held.measure)
        if measure is not None and measure.id in found:
            gathering.say(f"{place}.id", _("is there twice"))
        elif measure is not None:
            found[measure.id] = measure
    return LoadedMeasures(tuple(found.values()), tuple(FileFault(path.name, fault) for fault in gathering.faults))


def _number(text: str) -> Decimal:
    """Return a decimal number as it is written: "16.4" must never become 16.39."""
    try:
        return Decimal(text)
    except InvalidOperation:
        raise OutOfBounds("number", _('a number in quotes, such as "7.5"')) from None
