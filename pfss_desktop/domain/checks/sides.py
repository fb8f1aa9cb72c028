"""Rules about sides: none given, or the other one than the affected."""

from collections.abc import Iterator
from functools import partial

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.checks.check import Check, Remedy, Rule, Spot, named
from pfss_desktop.domain.edits.prescriptions import is_for, set_side
from pfss_desktop.domain.exercise import Laterality
from pfss_desktop.language import _

_OTHER = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}


def side_missing(spot: Spot) -> Iterator[Check]:
    """Point out a one-legged exercise without a side."""
    for held in spot.phase.prescriptions:
        if held.laterality is Laterality.UNILATERAL and held.side is None:
            yield Check(
                Rule.SIDE_MISSING,
                held.id,
                _("{name} has no side.").format(name=named(held.text.name)),
                _("It works one leg, and the handout cannot say which."),
                "",
                _given(spot.plan.affected_side, held.id),
            )


def other_side(spot: Spot) -> Iterator[Check]:
    """Point out a one-legged exercise for the leg that is not affected; that can be meant."""
    affected = spot.plan.affected_side
    wrong = _OTHER.get(affected) if affected else None
    for held in spot.phase.prescriptions:
        if wrong is not None and is_for(held, wrong):
            text = _("{name} is for the left leg.") if wrong is Side.LEFT else _("{name} is for the right leg.")
            yield Check(
                Rule.OTHER_SIDE,
                held.id,
                text.format(name=named(held.text.name)),
                _("The plan's affected side is the other one. Leave it if that is meant."),
                "",
                _given(affected, held.id),
            )


def _given(side: Side | None, prescription_id: str) -> Remedy | None:
    if side not in _OTHER:
        return None
    text = _("Set to left") if side is Side.LEFT else _("Set to right")
    return Remedy(text, partial(set_side, prescription_id=prescription_id, side=side))
