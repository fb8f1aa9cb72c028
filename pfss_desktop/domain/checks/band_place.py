"""A rule about where a band sits: what a step says and what is prescribed must be one place, or the sheet contradicts itself."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from pfss_desktop.domain.checks.check import Check, Remedy, Rule, Spot, named
from pfss_desktop.domain.edits.prescriptions import set_resistance
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.resistance import Band, BandPosition
from pfss_desktop.language import _

_BAND_WORDS = ("band", "loop", "banda")
_NAMED: Mapping[BandPosition, tuple[str, ...]] = {
    BandPosition.ABOVE_KNEES: (
        "above your knees",
        "above the knees",
        "above both knees",
        "encima de las rodillas",
        "arriba de las rodillas",
    ),
    BandPosition.BELOW_KNEES: (
        "below your knees",
        "below the knees",
        "below both knees",
        "debajo de las rodillas",
        "abajo de las rodillas",
    ),
    BandPosition.ANKLES: ("your ankles", "the ankles", "both ankles", "los tobillos"),
    BandPosition.FOREFEET: (
        "front of your feet",
        "front of the feet",
        "your forefeet",
        "the forefeet",
        "parte delantera de los pies",
    ),
    BandPosition.BEHIND_KNEE: ("behind your knee", "behind the knee", "detrás de la rodilla"),
}
"""How the steps of a sheet name a place, in the languages of the catalogue. An anchor is no place on the body."""


def band_elsewhere(spot: Spot) -> Iterator[Check]:
    """Point out a band that is prescribed at another place than the one that the steps name."""
    for held in spot.phase.prescriptions:
        band = held.resistance
        if not isinstance(band, Band) or band.position not in _NAMED:
            continue
        places = _places(held)
        if places and band.position not in places:
            change = partial(set_resistance, prescription_id=held.id, resistance=replace(band, position=places[0]))
            yield Check(
                Rule.BAND_ELSEWHERE,
                held.id,
                _("The steps of {name} put the band at another place.").format(name=named(held.text.name)),
                _("The sheet would name two places for one band. Set the place, or change the step."),
                "",
                Remedy(_("Put the band where the step says"), change),
            )


def _places(held: Prescription) -> tuple[BandPosition, ...]:
    """Return the places that steps about the band name, in the order of the steps."""
    steps = [step.casefold() for step in held.text.steps]
    told = [step for step in steps if any(word in step for word in _BAND_WORDS)]
    return tuple(place for step in told for place, phrases in _NAMED.items() if any(phrase in step for phrase in phrases))
