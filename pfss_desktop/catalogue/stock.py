"""The file of bands and cuff weights that the program offers."""

from decimal import Decimal, InvalidOperation
from functools import partial
from pathlib import Path

import msgspec

from pfss_desktop.catalogue.gathering import Gathering
from pfss_desktop.catalogue.toml_file import read_toml
from pfss_desktop.decoding import typed
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.resistance import CuffWeight, Mass, MassUnit
from pfss_desktop.domain.stock import BandMaker, ResistanceChoices
from pfss_desktop.language import _


class _MakerEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    colours: tuple[str, ...]
    basis: str = ""


class _CuffsEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pounds: tuple[str, ...] = ()
    kilograms: tuple[str, ...] = ()


class _ResistanceEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    cuffs: _CuffsEntry = _CuffsEntry()
    bands: tuple[_MakerEntry, ...] = ()


def load_resistance_choices(path: Path) -> ResistanceChoices:
    """Return the bands and cuff weights of a file; raise FaultyFile with every fault."""
    entry = typed(read_toml(path), _ResistanceEntry)
    gathering = Gathering()
    makers = tuple(
        gathering.take(f"bands item {number}", partial(BandMaker, maker.name, maker.colours))
        for number, maker in enumerate(entry.bands, 1)
    )
    pounds = gathering.take("cuffs.pounds", lambda: _amounts(entry.cuffs.pounds, MassUnit.POUND))
    kilograms = gathering.take("cuffs.kilograms", lambda: _amounts(entry.cuffs.kilograms, MassUnit.KILOGRAM))
    gathering.finish()
    choices = gathering.take("", lambda: ResistanceChoices(makers, pounds, kilograms))
    gathering.finish()
    return choices


def _amounts(texts: tuple[str, ...], unit: MassUnit) -> tuple[Decimal, ...]:
    """Return decimal numbers as they are written: "7.5" must never become 7.4999."""
    try:
        return tuple(CuffWeight(Mass(Decimal(text), unit)).mass.amount for text in texts)
    except InvalidOperation:
        raise OutOfBounds("mass", _('numbers in quotes, such as "7.5"')) from None
