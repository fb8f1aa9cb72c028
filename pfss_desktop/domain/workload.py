"""What a plan asks of a patient's day: minutes and things to have at hand."""

from pfss_desktop.domain.dosage import Tempo
from pfss_desktop.domain.plan import Phase
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.resistance import Band, BandForm, CuffWeight, Resistance
from pfss_desktop.language import _, translated

USUAL_TEMPO = Tempo(out_seconds=2, back_seconds=2)
"""Seconds a repetition takes where no tempo is set: an estimate of ours, for the minutes shown only."""


def session_seconds(prescription: Prescription) -> int:
    """Return how long one session of a prescription takes, in seconds.

    Rests between sets count, changes of place do not. A dosage done once for each leg takes twice the time. Steady work counts
    its minutes. A hold of ten seconds and more without a tempo is a position, not a movement, and takes its hold only.
    """
    dosage = prescription.dosage
    if dosage.minutes is not None:
        return dosage.minutes * 60
    tempo = dosage.tempo or USUAL_TEMPO
    reps = dosage.reps.high if dosage.reps else 1
    moving = 0 if dosage.hold_seconds >= 10 and dosage.tempo is None else tempo.out_seconds + tempo.back_seconds
    work = dosage.sets * reps * (dosage.hold_seconds + moving)
    legs = 2 if prescription.is_one_side_after_the_other else 1
    return work * legs + dosage.rest_seconds * (dosage.sets - 1)


def minutes_per_day(prescription: Prescription) -> int:
    """Return the minutes on a day when it is done, rounded up, at least 1."""
    return max(1, -(-session_seconds(prescription) * prescription.dosage.times_per_day // 60))


def phase_minutes_per_day(phase: Phase) -> int:
    """Return the minutes on the fullest day of a phase: all its prescriptions, rounded up once; 0 for an empty phase."""
    seconds = sum(session_seconds(held) * held.dosage.times_per_day for held in phase.prescriptions)
    return -(-seconds // 60)


def equipment_of(prescriptions: tuple[Prescription, ...]) -> tuple[str, ...]:
    """Return the things to have at hand, each once, in the order they are first needed; prescribed cuffs and bands by name."""
    things: dict[str, None] = {}
    for held in prescriptions:
        for thing in held.equipment:
            if not _is_said_by_resistance(thing, held.resistance):
                things[translated(thing)] = None
        named = resistance_thing(held.resistance)
        if named:
            things[named] = None
    return tuple(things)


def _is_said_by_resistance(thing: str, resistance: Resistance) -> bool:
    return isinstance(resistance, Band) and "band" in thing


def resistance_thing(resistance: Resistance) -> str:
    """Return a cuff or band as a thing to have at hand, a band with its maker; empty for any other resistance."""
    if isinstance(resistance, CuffWeight):
        return _("{amount} {unit} cuff weight").format(amount=resistance.mass.amount, unit=resistance.mass.unit.value)
    if isinstance(resistance, Band):
        band = _("{colour} loop band") if resistance.form is BandForm.LOOP else _("{colour} band")
        named = band.format(colour=translated(resistance.colour))
        # The same colour of another maker is another band (CLINICAL 5.2).
        return _("{band} ({maker})").format(band=named, maker=resistance.maker) if resistance.maker.strip() else named
    return ""
