"""Rules about what the patient cannot do: positions, the floor, balance, impact; and work that an irritable knee may not bear."""

from collections.abc import Iterator

from pfss_desktop.domain.checks.another_exercise import another_exercise
from pfss_desktop.domain.checks.check import Check, Rule, Spot, named
from pfss_desktop.domain.checks.precaution_rules import rule_against
from pfss_desktop.domain.exercise import KneeLoad
from pfss_desktop.domain.intake import Irritability
from pfss_desktop.language import _, translated


def against_precaution(spot: Spot) -> Iterator[Check]:
    """Point out an exercise that a precaution of the patient speaks of, with one that none does where there is one."""
    patient = spot.settings.patient
    if patient is None or not patient.precautions:
        return
    for held, exercise in spot.known():
        rule = rule_against(exercise, patient.precautions)
        if rule is not None:
            yield Check(
                Rule.PRECAUTION,
                held.id,
                translated(rule.told).format(name=named(held.text.name)),
                _("It is among the patient’s precautions. A firm bed, a chair or a hand on the wall may make it possible."),
                _("The patient’s precautions; which exercises they speak of is a default of this program"),
                another_exercise(spot, held.id, exercise),
            )


def too_much_for_irritable_knee(spot: Spot) -> Iterator[Check]:
    """Point out high load on the kneecap in the present phase while the knee is highly irritable."""
    is_now = spot.plan.phase_now() is spot.phase
    if spot.plan.intake.irritability is not Irritability.HIGH or not is_now:
        return
    for held, exercise in spot.known():
        if exercise.knee_load is KneeLoad.HIGH:
            yield Check(
                Rule.IRRITABLE,
                held.id,
                _("{name} loads the kneecap strongly, and the knee is irritable.").format(name=named(held.text.name)),
                _("A knee that is easily stirred up and slow to settle is usually given less load first."),
                _("A default of this program, not a finding"),
                another_exercise(spot, held.id, exercise, most_load=KneeLoad.MODERATE),
            )
