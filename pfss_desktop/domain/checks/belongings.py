"""Rules about what the patient has, or must not have: bands, cuffs and other things. What is not known is not spoken of."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from pfss_desktop.domain.checks.another_exercise import another_exercise
from pfss_desktop.domain.checks.check import Check, Remedy, Rule, Spot, named, taking_out
from pfss_desktop.domain.edits.prescriptions import set_resistance
from pfss_desktop.domain.exercise import Equipment
from pfss_desktop.domain.on_hand import OnHand
from pfss_desktop.domain.patient import Precaution
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.resistance import Band, NoResistance, Resistance, ResistanceKind
from pfss_desktop.domain.resistance_steps import nearest_resistance
from pfss_desktop.domain.workload import resistance_thing
from pfss_desktop.language import _, translated


def latex_band(spot: Spot) -> Iterator[Check]:
    """Point out a band that nobody marked latex-free where the patient must not have latex (CLINICAL 5.2)."""
    patient, on_hand = spot.settings.patient, spot.settings.on_hand
    if patient is None or Precaution.LATEX_ALLERGY not in patient.precautions:
        return
    for held in spot.phase.prescriptions:
        if isinstance(held.resistance, Band) and not on_hand.is_latex_free(held.resistance):
            yield Check(
                Rule.LATEX_BAND,
                held.id,
                _("{name} has a band, and latex is to be avoided.").format(name=named(held.text.name)),
                _("Most bands are made of latex. {thing} is not marked latex-free in the clinic’s stock.").format(
                    thing=_begun(resistance_thing(held.resistance))
                ),
                _("The patient’s precautions and the clinic’s stock"),
                _other_resistance(spot, held, replace(on_hand, home=None) if on_hand.stock else OnHand()),
            )


def lacking_resistance(spot: Spot) -> Iterator[Check]:
    """Point out a band or cuff that is neither among the patient's own, once these are known, nor in the stock."""
    on_hand = spot.settings.on_hand
    if on_hand.home is None:
        return
    for held in spot.phase.prescriptions:
        if not on_hand.holds(held.resistance):
            yield Check(
                Rule.RESISTANCE_LACKING,
                held.id,
                _("{name} needs what the patient does not have: {thing}.").format(
                    name=named(held.text.name), thing=resistance_thing(held.resistance)
                ),
                _lacking_reason(on_hand),
                _where_from(),
                _other_resistance(spot, held, on_hand),
            )


def lacking_equipment(spot: Spot) -> Iterator[Check]:
    """Point out an exercise whose things are not at home, once these are known, nor in the stock, nor in every home."""
    on_hand = spot.settings.on_hand
    if on_hand.home is None:
        return
    for held, exercise in spot.known():
        missing = [need for need in exercise.equipment if not (_is_said_already(need, held) or on_hand.meets(need))]
        if missing:
            yield Check(
                Rule.EQUIPMENT_LACKING,
                held.id,
                _("{name} needs what the patient does not have: {thing}.").format(
                    name=named(held.text.name), thing=", ".join(translated(need.text) for need in missing)
                ),
                _lacking_reason(on_hand),
                _where_from(),
                another_exercise(spot, held.id, exercise),
            )


def _lacking_reason(on_hand: OnHand) -> str:
    if on_hand.stock is None:
        return _("It is not among the things at home. What the clinic could give out is not noted yet.")
    return _("It is neither among the things at home nor in the clinic’s stock.")


def _where_from() -> str:
    return _("The patient’s equipment and the clinic’s stock")


def _is_said_already(need: Equipment, held: Prescription) -> bool:
    """Return whether a need is the band itself, which the rule about resistance looks at."""
    return isinstance(held.resistance, Band) and all("band" in thing for thing in need.any_of)


def _other_resistance(spot: Spot, held: Prescription, on_hand: OnHand) -> Remedy:
    """Return the step to the nearest thing on hand, to none where the exercise allows it, or out of the plan."""
    exercise = spot.catalogue.get(held.exercise_id)
    accepts = exercise.accepts if exercise else (held.resistance.kind, ResistanceKind.NONE)
    found = nearest_resistance(held.resistance, on_hand, accepts) if on_hand.is_known else _without(accepts)
    if found is None:
        return taking_out(_("Take it out"), held.id)
    thing = resistance_thing(found)
    text = _("Use {thing}").format(thing=thing) if thing else _("Do it without resistance")
    return Remedy(text, partial(set_resistance, prescription_id=held.id, resistance=found))


def _without(accepts: tuple[ResistanceKind, ...]) -> Resistance | None:
    return nearest_resistance(NoResistance(), OnHand(), accepts)


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]
