"""One rung up or down the ladder of resistance: the next cuff, the next colour of the same maker's band, or nothing at all."""

from decimal import Decimal

from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.resistance import (
    Band,
    Bodyweight,
    CuffWeight,
    Machine,
    Mass,
    MassUnit,
    NoResistance,
    Resistance,
    ResistanceKind,
)
from pfss_desktop.domain.stock import ResistanceChoices

_MACHINE_STEPS = {MassUnit.POUND: Decimal(5), MassUnit.KILOGRAM: Decimal("2.5")}
"""One plate of the usual machines; a default of ours, any other load can be typed."""


def stepped_resistance(
    resistance: Resistance,
    by: int,
    choices: ResistanceChoices,
    accepts: tuple[ResistanceKind, ...] = (),
    unit: MassUnit = MassUnit.POUND,
) -> Resistance:
    """Return the resistance `by` rungs up (down, below 0); as it was at an end, or where the next rung is not known.

    `accepts` are the kinds that the exercise takes, all where none are given; `unit` is the clinic's for a first cuff.
    """
    for _rung in range(abs(by)):
        resistance = _next_up(resistance, choices, accepts, unit) if by > 0 else _next_down(resistance, choices, accepts)
    return resistance


def _next_up(
    resistance: Resistance, choices: ResistanceChoices, accepts: tuple[ResistanceKind, ...], unit: MassUnit
) -> Resistance:
    match resistance:
        case CuffWeight(mass):
            above = [step for step in _cuffs(choices, mass.unit) if step > mass.amount]
            return CuffWeight(Mass(above[0], mass.unit)) if above else resistance
        case Band():
            return _next_band(resistance, 1, choices) or resistance
        case Machine(Mass() as load):
            return _machine(load, 1) or resistance
        case NoResistance() | Bodyweight():
            return _lightest(choices, accepts, unit) or resistance
    return resistance


def _next_down(resistance: Resistance, choices: ResistanceChoices, accepts: tuple[ResistanceKind, ...]) -> Resistance:
    match resistance:
        case CuffWeight(mass):
            below = [step for step in _cuffs(choices, mass.unit) if step < mass.amount]
            return CuffWeight(Mass(below[-1], mass.unit)) if below else _free(accepts) or resistance
        case Band():
            is_lightest = resistance.colour in choices.colours_of(resistance.maker)[:1]
            return _next_band(resistance, -1, choices) or (_free(accepts) if is_lightest else None) or resistance
        case Machine(Mass() as load):
            return _machine(load, -1) or resistance
    return resistance


def _next_band(band: Band, by: int, choices: ResistanceChoices) -> Band | None:
    """Return the maker's next colour; None at the end of the list, and for a maker or colour that is not on it (CLINICAL 5.2)."""
    colours = choices.colours_of(band.maker)
    at = colours.index(band.colour) + by if band.colour in colours else -1
    return Band(colours[at], band.maker, band.form, band.position) if 0 <= at < len(colours) else None


def _machine(load: Mass, by: int) -> Machine | None:
    try:
        return Machine(Mass(load.amount + by * _MACHINE_STEPS[load.unit], load.unit))
    except OutOfBounds:
        return None


def _lightest(choices: ResistanceChoices, accepts: tuple[ResistanceKind, ...], unit: MassUnit) -> Resistance | None:
    cuffs = _cuffs(choices, unit)
    if cuffs and (not accepts or ResistanceKind.CUFF in accepts):
        return CuffWeight(Mass(cuffs[0], unit))
    if choices.makers and (not accepts or ResistanceKind.BAND in accepts):
        return Band(choices.makers[0].colours[0], choices.makers[0].name)
    return None


def _free(accepts: tuple[ResistanceKind, ...]) -> Resistance | None:
    if not accepts or ResistanceKind.NONE in accepts:
        return NoResistance()
    return Bodyweight() if ResistanceKind.BODYWEIGHT in accepts else None


def _cuffs(choices: ResistanceChoices, unit: MassUnit) -> tuple[Decimal, ...]:
    return choices.cuff_pounds if unit is MassUnit.POUND else choices.cuff_kilograms
