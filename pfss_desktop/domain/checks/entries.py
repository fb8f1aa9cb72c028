"""Rules about an exercise as an entry of its phase: there twice, or unknown to the catalogue."""

from collections.abc import Iterator

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.checks.check import Check, Rule, Spot, named, taking_out
from pfss_desktop.domain.exercise import Laterality
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.language import _

_EACH_LEG = frozenset({Side.LEFT, Side.RIGHT})


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
