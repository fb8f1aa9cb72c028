"""Cuffs and bands that a patient has at home, in one line of words such as "2 lb, red TheraBand band", and back."""

import re
from collections.abc import Mapping, Sequence

from pfss_desktop.domain.bounds import tidy_line
from pfss_desktop.domain.resistance import Band, BandForm, CuffWeight, Mass
from pfss_desktop.domain.resistance_words import UnknownResistance, resistance_from
from pfss_desktop.domain.spanish_resistance import in_english
from pfss_desktop.domain.stock import BandMaker
from pfss_desktop.language import _, translated

Load = Mass | Band
"""A cuff by its mass, or a band."""


def load_text(load: Load) -> str:
    """Return the words for one cuff or band, such as "2 lb cuff" or "red TheraBand loop band"."""
    if isinstance(load, Mass):
        return _("{mass} cuff").format(mass=f"{load.amount} {load.unit.value}")
    words = _("{colour} {maker} loop band") if load.form is BandForm.LOOP else _("{colour} {maker} band")
    return tidy_line(words.format(colour=translated(load.colour), maker=load.maker))


def loads_text(loads: Sequence[Load]) -> str:
    """Return the words for these, with commas between."""
    return ", ".join(map(load_text, loads))


def loads_from(words: str, makers: Sequence[BandMaker], known: Sequence[Load] = ()) -> tuple[Load, ...]:
    """Return what a line of words names, each once; a mass alone is a cuff, a colour alone a band.

    `known` and the makers' bands are understood by the words that `load_text` has for them, whoever wrote them. Raises
    UnknownResistance, or OutOfBounds for a mass that no cuff has.
    """
    if words == loads_text(known):
        return tuple(known)
    offered = (Band(colour, maker.name, form) for maker in makers for form in BandForm for colour in maker.colours)
    by_words = {load_text(load): load for load in (*offered, *known)}
    pieces = [tidy_line(piece) for piece in _BETWEEN.split(words)]
    return tuple(dict.fromkeys(_load(piece, makers, by_words) for piece in pieces if piece))


def _load(piece: str, makers: Sequence[BandMaker], known: Mapping[str, Load]) -> Load:
    if piece in known:
        return known[piece]
    english = in_english(piece)
    for words in (english, f"cuff {english}", f"{english} band"):
        try:
            found = resistance_from(words, makers)
        except UnknownResistance:
            continue
        if isinstance(found, CuffWeight):
            return found.mass
        if isinstance(found, Band):
            return Band(found.colour, found.maker, found.form)
    told = _("“{words}” is no cuff or band that is known here. Write for example: 2 lb, 1.5 kg, red TheraBand band, green loop")
    raise UnknownResistance(told.format(words=piece))


_BETWEEN = re.compile(r"[;\n]|,(?![0-9])")
"""A comma inside a number, as in 1,5 kg, parts nothing."""
