"""Scores, changes and thresholds in words, for the therapist's screen and paper."""

from collections.abc import Iterable
from decimal import Decimal

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.outcomes import Change, ChangeKind, Direction, Measure, Threshold
from pfss_desktop.domain.record import Score
from pfss_desktop.language import _, translated

NO_BREAK = "\N{NO-BREAK SPACE}"


def number_words(value: Decimal) -> str:
    """Return a number as it was typed, with the sign for minus."""
    return f"{value:f}".replace("-", "\N{MINUS SIGN}")


def value_words(value: Decimal, unit: str) -> str:
    """Return a value and its unit, if it has one."""
    shown = translated(unit)
    if shown in ("°", "%"):
        return f"{number_words(value)}{shown}"
    return f"{number_words(value)}{NO_BREAK}{shown}" if shown else number_words(value)


def score_name(measure: Measure, score: Score, *, short: bool = False) -> str:
    """Return what a score is of: the name a person typed, else the measure's, and the side."""
    name = score.label or translated(measure.short if short else measure.name)
    return _("{name}, {side}").format(name=name, side=side_word(score.side)) if score.side else name


def measure_name(score: Score, measures: Iterable[Measure]) -> str:
    """Return the name of the measure a score is of; of one that is not known its id in words."""
    known = next((measure.name for measure in measures if measure.id == score.measure), "")
    return translated(known) if known else score.measure.replace("-", " ")


def named_score(score: Score, measures: Iterable[Measure]) -> str:
    """Return what a score is of without its side: the name a person typed, else the measure's."""
    return score.label.strip() or measure_name(score, measures)


def side_word(side: Side) -> str:
    """Return left or right."""
    return _("left") if side is Side.LEFT else _("right")


def change_words(change: Change, unit: str = "") -> str:
    """Return a change in words: how much, which way, and whether it counts."""
    amount = value_words(abs(change.difference), unit)
    if change.direction is Direction.SAME:
        return _("no change")
    if change.kind is ChangeKind.UNJUDGED:
        return _unjudged(change).format(amount=amount)
    is_better = change.direction is Direction.BETTER
    if change.kind is ChangeKind.NO_CLEAR:
        told = _("no clear change (better by {amount})") if is_better else _("no clear change (worse by {amount})")
    elif change.kind is ChangeKind.WORTHWHILE:
        told = _("better by {amount}: worthwhile") if is_better else _("worse by {amount}: a change that matters")
    elif change.may_be_chance:
        told = (
            _("better by {amount}: a likely change, may still be chance")
            if is_better
            else _("worse by {amount}: a likely change, may still be chance")
        )
    else:
        told = _("better by {amount}: a likely change") if is_better else _("worse by {amount}: a likely change")
    return told.format(amount=amount)


def thresholds_words(measure: Measure) -> str:
    """Return the measure's thresholds with the keys of their sources; empty where none is known."""
    parts = [
        pattern.format(amount=number_words(held.amount), sources=", ".join(held.sources))
        for pattern, held in ((_("MCID {amount} [{sources}]"), measure.mcid), (_("MDC {amount} [{sources}]"), measure.mdc))
        if held
    ]
    return " · ".join(parts)


def basis_words(measure: Measure) -> str:
    """Return how the thresholds were chosen, and what may be copied, for a tooltip; a line each."""

    def line(name: str, held: Threshold | None) -> str:
        return f"{name}: {translated(held.basis)}" if held and held.basis else ""

    lines = (line("MCID", measure.mcid), line("MDC", measure.mdc), translated(measure.licence))
    return "\n".join(text for text in lines if text)


def _unjudged(change: Change) -> str:
    if change.direction is Direction.BETTER:
        return _("better by {amount}; no threshold is known")
    if change.direction is Direction.WORSE:
        return _("worse by {amount}; no threshold is known")
    return _("up by {amount}") if change.difference > 0 else _("down by {amount}")
