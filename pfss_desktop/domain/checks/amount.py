"""Rules about how much a phase asks for: exercises, minutes, criteria, and the same thing twice."""

from collections.abc import Iterator
from functools import partial
from statistics import median_high

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.checks.check import Check, Remedy, Rule, Spot, named, taking_out
from pfss_desktop.domain.edits.phases import remove_phase, set_phase_criteria
from pfss_desktop.domain.exercise import Laterality
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.workload import phase_minutes_per_day
from pfss_desktop.language import _, ngettext

_EACH_LEG = frozenset({Side.LEFT, Side.RIGHT})


def too_many_exercises(spot: Spot) -> Iterator[Check]:
    """Point out a phase with more exercises than patients keep up with (CLINICAL 7.1)."""
    count, most = len(spot.phase.prescriptions), spot.settings.exercises_in_phase
    if count > most:
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
    """Point out a phase whose fullest day is longer than the budget."""
    minutes, most = phase_minutes_per_day(spot.phase), spot.settings.minutes_per_day
    if minutes > most:
        yield Check(
            Rule.TOO_LONG,
            spot.phase.id,
            _("{phase} takes {minutes} min a day.").format(phase=named(spot.phase.name), minutes=minutes),
            _("That is over {most} min. Fewer sets, fewer exercises or fewer times a day fit a day more easily.").format(
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


def no_criteria(spot: Spot) -> Iterator[Check]:
    """Point out a phase, other than an empty one, that nothing says when to leave (CLINICAL 3.4)."""
    if spot.phase.criteria or not spot.phase.prescriptions:
        return
    is_last = spot.number == len(spot.plan.phases)
    text = _("{phase} has no criteria to finish.") if is_last else _("{phase} has no criteria to move on.")
    yield Check(
        Rule.NO_CRITERIA,
        spot.phase.id,
        text.format(phase=named(spot.phase.name)),
        _("Pain, quality and strength tell when a knee is ready; weeks are a guide only."),
        _("The program's phase model: a proposal that joins several sources"),
        criteria_remedy(spot, spot.number),
    )


def criteria_remedy(spot: Spot, number: int) -> Remedy | None:
    """Return the step that gives phase `number` the usual criteria, None where none are at hand.

    They are those of the model's phase that most of its exercises belong to, by the catalogue: plans have more or fewer phases.
    """
    phase = spot.plan.phases[number - 1]
    entries = (spot.catalogue.get(held.exercise_id) for held in phase.prescriptions)
    belongs = [entry.phase for entry in entries if entry is not None]
    usual = spot.settings.usual_criteria
    model_phase = median_high(belongs) if belongs else number
    if model_phase > len(usual) or not usual[model_phase - 1]:
        return None
    criteria = usual[model_phase - 1]
    text = _("Put in the usual criteria ({count})").format(count=len(criteria))
    return Remedy(text, partial(set_phase_criteria, phase_id=phase.id, criteria=criteria))


def same_exercise_twice(spot: Spot) -> Iterator[Check]:
    """Point out an exercise that the same legs do a second time in one phase, in the same way, whatever its dosage."""
    for place, held in enumerate(spot.phase.prescriptions):
        if any(_is_same_work(former, held) for former in spot.phase.prescriptions[:place]):
            yield Check(
                Rule.TWICE,
                held.id,
                _("{name} is in this phase twice.").format(name=named(held.text.name)),
                _("The same leg would do the same thing twice, which is more than either dosage says."),
                "",
                taking_out(_("Take the second one out"), held.id),
            )


def not_in_catalogue(spot: Spot) -> Iterator[Check]:
    """Point out an exercise that the catalogue does not have (any more)."""
    for held in spot.phase.prescriptions:
        if spot.catalogue.get(held.exercise_id) is None:
            yield Check(
                Rule.NOT_IN_CATALOGUE,
                held.id,
                _("{name} is not in the catalogue.").format(name=named(held.text.name)),
                _("The plan keeps its name, steps and dosage, but there is no figure, and it is not looked at here."),
                "",
            )


def _is_same_work(former: Prescription, held: Prescription) -> bool:
    return (
        former.exercise_id == held.exercise_id
        and former.text.name == held.text.name
        and former.resistance == held.resistance
        and former.range_limit == held.range_limit
        and not _legs(former).isdisjoint(_legs(held))
    )


def _legs(held: Prescription) -> frozenset[Side | None]:
    """Return the legs that work; a one-legged exercise without a side has only itself to be compared with."""
    if held.side in _EACH_LEG or (held.side is None and held.laterality is Laterality.UNILATERAL):
        return frozenset({held.side})
    return _EACH_LEG
