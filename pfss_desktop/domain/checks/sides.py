"""Rules about sides: none given, or the other one than the affected."""

from collections.abc import Iterator
from functools import partial

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.checks.check import Check, CheckSettings, Remedy, Rule, Spot, named
from pfss_desktop.domain.edits.prescriptions import is_for, set_side
from pfss_desktop.domain.exercise import Laterality
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.language import _, ngettext

_OTHER = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}


def sides_open(plan: Plan, settings: CheckSettings) -> Iterator[Check]:
    """Point out once that one-legged exercises have no side while the plan has none to give them."""
    count = sum(_is_open(held) for held in plan.prescriptions())
    if count and plan.affected_side is None and not settings.sides_may_be_open:
        text = ngettext("{count} exercise has no side.", "{count} exercises have no side.", count)
        yield Check(
            Rule.SIDES_OPEN,
            "",
            text.format(count=count),
            _("They work one leg, and the handout cannot say which. Choose the affected knee at the top: they take its side."),
            "",
        )


def side_missing(spot: Spot) -> Iterator[Check]:
    """Point out a one-legged exercise without a side, where the plan has one."""
    for held in spot.phase.prescriptions:
        if _is_open(held) and spot.plan.affected_side is not None:
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


def _is_open(held: Prescription) -> bool:
    return held.laterality is Laterality.UNILATERAL and held.side is None


def _given(side: Side | None, prescription_id: str) -> Remedy | None:
    if side not in _OTHER:
        return None
    text = _("Set to left") if side is Side.LEFT else _("Set to right")
    return Remedy(text, partial(set_side, prescription_id=prescription_id, side=side))
