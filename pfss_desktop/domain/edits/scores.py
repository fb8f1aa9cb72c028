"""Edits of a visit's scores. What a measure allows is in `outcomes`."""

from dataclasses import replace

from pfss_desktop.domain.edits.visits import set_record
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.record import Score


def set_score(plan: Plan, score: Score) -> Plan:
    """Note a score of this visit in place of a former one of the same measure, side and name. Raises OutOfBounds."""
    scores = plan.record.scores
    if any(_is_same(held, score) for held in scores):
        changed = tuple(score if _is_same(held, score) else held for held in scores)
    else:
        changed = (*scores, score)
    return set_record(plan, replace(plan.record, scores=changed))


def clear_score(plan: Plan, score: Score) -> Plan:
    """Take back the score of this measure, side and name; nothing happens where there is none."""
    kept = tuple(held for held in plan.record.scores if not _is_same(held, score))
    return set_record(plan, replace(plan.record, scores=kept))


def _is_same(one: Score, other: Score) -> bool:
    return (one.measure, one.side, one.label) == (other.measure, other.side, other.label)
