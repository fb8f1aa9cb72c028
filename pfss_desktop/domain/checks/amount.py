"""Rules about how much a phase asks for: nothing, too many exercises, too many minutes."""

from collections.abc import Iterator
from functools import partial

from pfss_desktop.domain.checks.check import Check, Remedy, Rule, Spot, named
from pfss_desktop.domain.edits.phases import remove_phase
from pfss_desktop.domain.intake import Irritability
from pfss_desktop.domain.workload import phase_minutes_per_day
from pfss_desktop.language import _, ngettext


def too_many_exercises(spot: Spot) -> Iterator[Check]:
    """Point out a phase with more exercises than patients keep up with (CLINICAL 7.1)."""
    count, most = len(spot.phase.prescriptions), spot.settings.exercises_in_phase
    is_irritable = spot.plan.intake.irritability is Irritability.HIGH and spot.plan.phase_now() is spot.phase
    if is_irritable and spot.settings.exercises_when_irritable < min(count, most + 1):
        yield _too_many_for_irritable(spot, count)
    elif count > most:
        text = ngettext("{phase} has {count} exercise.", "{phase} has {count} exercises.", count)
        yield Check(
            Rule.TOO_MANY,
            spot.phase.id,
            text.format(phase=named(spot.phase.name), count=count),
            _("The more exercises, the fewer are done: with up to two, 86 of 100 people did them; with four or more, 54."),
            _("Eckard; Medina (as told by a blog, the papers were not read). The limit of {most} is a default.").format(
                most=most
            ),
        )


def too_many_minutes(spot: Spot) -> Iterator[Check]:
    """Point out a phase whose fullest day is longer than the time the patient has, or than the default where nobody asked."""
    asked = spot.plan.intake.minutes_a_day
    minutes, most = phase_minutes_per_day(spot.phase), asked or spot.settings.minutes_per_day
    if minutes > most:
        yield Check(
            Rule.TOO_LONG,
            spot.phase.id,
            _("{phase} takes {minutes} min a day.").format(phase=named(spot.phase.name), minutes=minutes),
            _("That is over {most} min. Fewer sets, fewer exercises or fewer times a day fit a day more easily.").format(
                most=most
            ),
            _("What the patient said") if asked else _("A default of this program, not a finding"),
        )


def _too_many_for_irritable(spot: Spot, count: int) -> Check:
    most = spot.settings.exercises_when_irritable
    text = ngettext(
        "{phase} has {count} exercise, and the knee is irritable.",
        "{phase} has {count} exercises, and the knee is irritable.",
        count,
    )
    return Check(
        Rule.TOO_MANY,
        spot.phase.id,
        text.format(phase=named(spot.phase.name), count=count),
        _("A knee that is easily stirred up and slow to settle is usually given less at first: here, up to {most}.").format(
            most=most
        ),
        _("A default of this program, not a finding"),
    )


def empty_phase(spot: Spot) -> Iterator[Check]:
    """Point out a phase without exercises."""
    if not spot.phase.prescriptions:
        yield Check(
            Rule.EMPTY_PHASE,
            spot.phase.id,
            _("{phase} has no exercises.").format(phase=named(spot.phase.name)),
            _("On paper it would be a heading with nothing to do."),
            "",
            Remedy(_("Take the phase out"), partial(remove_phase, phase_id=spot.phase.id)),
        )
