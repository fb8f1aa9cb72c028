"""One rung up or down the ladder of resistance: the next cuff or band on hand, or nothing at all; and the nearest on hand."""

from decimal import Decimal

from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.on_hand import OnHand, Place
from pfss_desktop.domain.resistance import (
    Band,
    BandForm,
    Bodyweight,
    CuffWeight,
    Machine,
    Mass,
    MassUnit,
    NoResistance,
    Resistance,
    ResistanceKind,
)

_MACHINE_STEPS = {MassUnit.POUND: Decimal(5), MassUnit.KILOGRAM: Decimal("2.5")}
"""One plate of the usual machines; a default of ours, any other load can be typed."""


def stepped_resistance(
    resistance: Resistance,
    by: int,
    on_hand: OnHand,
    accepts: tuple[ResistanceKind, ...] = (),
    unit: MassUnit = MassUnit.POUND,
) -> Resistance:
    """Return the resistance `by` rungs up (down, below 0); as it was at an end of what is on hand, or where nothing is known.

    `accepts` are the kinds that the exercise takes, all where none are given; `unit` is the clinic's for a first cuff.
    """
    for _rung in range(abs(by)):
        resistance = _next_up(resistance, on_hand, accepts, unit) if by > 0 else _next_down(resistance, on_hand, accepts)
    return resistance


def nearest_resistance(wanted: Resistance, on_hand: OnHand, accepts: tuple[ResistanceKind, ...] = ()) -> Resistance | None:
    """Return what is on hand and comes nearest to a cuff or band, the lighter of two; None where nothing of its kind is on hand.

    Of another maker's bands, which cannot be compared (CLINICAL 5.2), it is the lightest. What is at home comes first.
    """
    for place in on_hand.places:
        if isinstance(wanted, CuffWeight):
            cuffs = [Mass(amount, unit) for unit in MassUnit for amount in on_hand.cuffs_at(place, unit)]
            if cuffs:
                return CuffWeight(min(cuffs, key=lambda cuff: (abs(cuff.kilograms - wanted.mass.kilograms), cuff.kilograms)))
        if isinstance(wanted, Band) and (band := _nearest_band(wanted, on_hand, place)) is not None:
            return band
    return _free(accepts) if accepts else None


def from_what_is_on_hand(usual: Resistance, on_hand: OnHand) -> Resistance:
    """Return a usual resistance as it is where it is on hand, or nobody said what is; else the nearest of its kind, if any."""
    if not on_hand.is_known or on_hand.holds(usual):
        return usual
    return nearest_resistance(usual, on_hand) or usual


def lightest_band(on_hand: OnHand, wanted: BandForm = BandForm.FLAT) -> Band | None:
    """Return the band to begin with: the lightest of the first maker on hand, of the wanted form where there is one."""
    forms = sorted(BandForm, key=lambda form: form is not wanted)
    for place in on_hand.places:
        for form in forms:
            for maker in on_hand.bands_at(place, form):
                return Band(maker.colours[0], maker.name, form)
    return None


def cuffs_on_hand(on_hand: OnHand, unit: MassUnit) -> tuple[Decimal, ...]:
    """Return the cuff weights of one unit that a step may take, from light to heavy."""
    return tuple(sorted({step for place in on_hand.places for step in on_hand.cuffs_at(place, unit)}))


def _next_up(resistance: Resistance, on_hand: OnHand, accepts: tuple[ResistanceKind, ...], unit: MassUnit) -> Resistance:
    match resistance:
        case CuffWeight(mass):
            above = [step for step in cuffs_on_hand(on_hand, mass.unit) if step > mass.amount]
            return CuffWeight(Mass(above[0], mass.unit)) if above else resistance
        case Band():
            return _next_band(resistance, 1, on_hand) or resistance
        case Machine(Mass() as load):
            return _machine(load, 1) or resistance
        case NoResistance() | Bodyweight():
            return _lightest(on_hand, accepts, unit) or resistance
    return resistance


def _next_down(resistance: Resistance, on_hand: OnHand, accepts: tuple[ResistanceKind, ...]) -> Resistance:
    match resistance:
        case CuffWeight(mass):
            below = [step for step in cuffs_on_hand(on_hand, mass.unit) if step < mass.amount]
            return CuffWeight(Mass(below[-1], mass.unit)) if below else _free(accepts) or resistance
        case Band():
            return _next_band(resistance, -1, on_hand) or _below_lightest(resistance, on_hand, accepts) or resistance
        case Machine(Mass() as load):
            return _machine(load, -1) or resistance
    return resistance


def _next_band(band: Band, by: int, on_hand: OnHand) -> Band | None:
    """Return the maker's next colour on hand; None past the last one, and for a maker or colour not known (CLINICAL 5.2)."""
    order = on_hand.colours_in_order(band.maker, band.form)
    if band.colour not in order:
        return None
    at = order.index(band.colour)
    there = _colours_on_hand(on_hand, band)
    beyond = order[at + 1 :] if by > 0 else order[:at][::-1]
    return next((_coloured(band, colour) for colour in beyond if colour in there), None)


def _below_lightest(band: Band, on_hand: OnHand, accepts: tuple[ResistanceKind, ...]) -> Resistance | None:
    # Of a colour that is not known, nobody can say that it is the lightest.
    return _free(accepts) if band.colour in on_hand.colours_in_order(band.maker, band.form) else None


def _nearest_band(wanted: Band, on_hand: OnHand, place: Place) -> Band | None:
    makers = on_hand.bands_at(place, wanted.form)
    order = on_hand.colours_in_order(wanted.maker, wanted.form)
    for maker in makers:
        known = [colour for colour in maker.colours if colour in order]
        if maker.name == wanted.maker and known and wanted.colour in order:
            at = order.index(wanted.colour)
            return _coloured(wanted, min(known, key=lambda colour: (abs(order.index(colour) - at), order.index(colour))))
    if makers:
        return Band(makers[0].colours[0], makers[0].name, wanted.form, wanted.position)
    nameless = (band for band in on_hand.nameless_at(place) if band.form is wanted.form)
    return next((Band(band.colour, "", wanted.form, wanted.position) for band in nameless), None)


def _colours_on_hand(on_hand: OnHand, band: Band) -> frozenset[str]:
    makers = (maker for place in on_hand.places for maker in on_hand.bands_at(place, band.form))
    return frozenset(colour for maker in makers if maker.name == band.maker for colour in maker.colours)


def _coloured(band: Band, colour: str) -> Band:
    return Band(colour, band.maker, band.form, band.position)


def _machine(load: Mass, by: int) -> Machine | None:
    try:
        return Machine(Mass(load.amount + by * _MACHINE_STEPS[load.unit], load.unit))
    except OutOfBounds:
        return None


def _lightest(on_hand: OnHand, accepts: tuple[ResistanceKind, ...], unit: MassUnit) -> Resistance | None:
    if not accepts or ResistanceKind.CUFF in accepts:
        for marked in (unit, *MassUnit):
            if cuffs := cuffs_on_hand(on_hand, marked):
                return CuffWeight(Mass(cuffs[0], marked))
    return lightest_band(on_hand) if not accepts or ResistanceKind.BAND in accepts else None


def _free(accepts: tuple[ResistanceKind, ...]) -> Resistance | None:
    if not accepts or ResistanceKind.NONE in accepts:
        return NoResistance()
    return Bodyweight() if ResistanceKind.BODYWEIGHT in accepts else None
