"""Paper's words for a dosage: how much in a session and how often, as a patient says it."""

from pfss_desktop.domain.dosage import CountUnit, Dosage, RepRange, Tempo
from pfss_desktop.domain.exercise import Laterality
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.language import _, ngettext


def amount_words(prescription: Prescription) -> tuple[str, ...]:
    """Return how much one session is, part by part: "3 sets of 12", "hold 5 seconds", "rest 1 minute between sets"."""
    dosage = prescription.dosage
    tempo = tempo_words(dosage.tempo) if dosage.tempo else ""
    parts = (_amount(prescription), hold_words(dosage), _minutes(prescription), tempo, _rest(dosage))
    return tuple(part for part in parts if part)


def amount_at_a_glance(prescription: Prescription) -> tuple[str, ...]:
    """Return how much one session is, without rests and tempo, for lists that remind of what has been learned."""
    dosage = prescription.dosage
    parts = (_amount(prescription), hold_words(dosage), _minutes(prescription))
    return tuple(part for part in parts if part)


def often_words(dosage: Dosage) -> tuple[str, ...]:
    """Return how often: "twice a day", "5 days a week"."""
    return (_times_per_day(dosage.times_per_day), _days_per_week(dosage.days_per_week))


def tempo_words(tempo: Tempo) -> str:
    """Return how fast to go and to come back; 0 seconds means fast."""
    if tempo.out_seconds == 0 and tempo.back_seconds == 0:
        return _("move fast both ways")
    if tempo.out_seconds == 0:
        return _("go fast, take {back} to come back").format(back=duration_words(tempo.back_seconds))
    if tempo.back_seconds == 0:
        return _("take {out} to go, come back fast").format(out=duration_words(tempo.out_seconds))
    return _("{out} one way, {back} back").format(out=duration_words(tempo.out_seconds), back=duration_words(tempo.back_seconds))


def duration_words(seconds: int) -> str:
    """Return seconds as they are said: up to 119 other than 60 as seconds, then minutes and seconds."""
    minutes, rest = divmod(seconds, 60)
    if seconds < 120 and rest:
        return ngettext("{count} second", "{count} seconds", seconds).format(count=seconds)
    said = minutes_words(minutes)
    if rest:
        said = _("{minutes} {seconds}").format(minutes=said, seconds=duration_words(rest))
    return said


def minutes_words(minutes: int) -> str:
    """Return a number of minutes."""
    return ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)


def _amount(prescription: Prescription) -> str:
    dosage = prescription.dosage
    if dosage.reps is None:
        return ngettext("{count} set", "{count} sets", dosage.sets).format(count=dosage.sets) if dosage.sets > 1 else ""
    if _is_one_stretch_of_time(dosage):
        return ""
    said = _sets_of_counted(dosage, dosage.reps)
    return _("{amount} for each leg").format(amount=said) if prescription.is_one_side_after_the_other else said


def _sets_of_counted(dosage: Dosage, reps: RepRange) -> str:
    number = str(reps.low) if reps.is_single else _("{low} to {high}").format(low=reps.low, high=reps.high)
    if dosage.counted is CountUnit.REPS:
        if dosage.sets == 1:
            return ngettext("{number} time", "{number} times", reps.high).format(number=number)
        if reps.high == 1:
            return _("{number} times").format(number=dosage.sets)
        return _("{sets} sets of {number}").format(sets=dosage.sets, number=number)
    if reps.high == 1:
        return _counted(dosage.counted, dosage.sets).format(number=dosage.sets)
    counted = _counted(dosage.counted, reps.high).format(number=number)
    return counted if dosage.sets == 1 else _("{sets} sets of {number}").format(sets=dosage.sets, number=counted)


def _counted(unit: CountUnit, count: int) -> str:
    if unit is CountUnit.HOLDS:
        return ngettext("{number} hold", "{number} holds", count)
    if unit is CountUnit.STEPS:
        return ngettext("{number} step", "{number} steps", count)
    if unit is CountUnit.CONTACTS:
        return ngettext("{number} landing", "{number} landings", count)
    if unit is CountUnit.GLIDES:
        return ngettext("{number} glide", "{number} glides", count)
    if unit is CountUnit.PASSES:
        return ngettext("{number} pass", "{number} passes", count)
    return ngettext("{number} round", "{number} rounds", count)


def hold_words(dosage: Dosage) -> str:
    """Return how long to hold, or an empty text."""
    if not dosage.hold_seconds:
        return ""
    time = duration_words(dosage.hold_seconds)
    if dosage.counted in (CountUnit.HOLDS, CountUnit.PASSES, CountUnit.BOUTS):
        return _("{time} each").format(time=time)
    return _("hold {time}").format(time=time)


def _minutes(prescription: Prescription) -> str:
    """Return the minutes; "in all" wherever they might be taken for each set or for each leg."""
    dosage = prescription.dosage
    if dosage.minutes is None:
        return ""
    time = minutes_words(dosage.minutes)
    in_one_go = _is_one_stretch_of_time(dosage) or (dosage.reps is None and dosage.sets == 1)
    each_leg_in_turn = prescription.laterality is Laterality.UNILATERAL and prescription.is_one_side_after_the_other
    return time if in_one_go and not each_leg_in_turn else _("{time} in all").format(time=time)


def _is_one_stretch_of_time(dosage: Dosage) -> bool:
    once = dosage.reps is not None and dosage.reps.high == 1
    return once and dosage.sets == 1 and dosage.minutes is not None


def _rest(dosage: Dosage) -> str:
    if not dosage.rest_seconds:
        return ""
    time = duration_words(dosage.rest_seconds)
    if dosage.sets > 1 and dosage.reps and dosage.reps.high == 1:
        return _("rest {time} in between").format(time=time)
    if dosage.sets > 1:
        return _("rest {time} between sets").format(time=time)
    if dosage.counted is CountUnit.HOLDS and dosage.reps and dosage.reps.high > 1:
        return _("rest {time} between holds").format(time=time)
    # After a single set there is nothing to rest for.
    return ""


def _times_per_day(times: int) -> str:
    if times == 1:
        return _("once a day")
    return _("twice a day") if times == 2 else _("{count} times a day").format(count=times)


def _days_per_week(days: int) -> str:
    return _("every day") if days == 7 else ngettext("{count} day a week", "{count} days a week", days).format(count=days)
