"""Outcome measures and how a change between two scores is judged (CLINICAL 4). Words for people are in `outcome_words`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from pfss_desktop.domain.bounds import check_line, check_whole
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.identity import check_id
from pfss_desktop.domain.record import Score
from pfss_desktop.language import _

FREE = "free"
"""Id of the measure whose name and unit the therapist types."""
PSFS_LIMIT = 5
"""Activities of the patient that are scored at most (CLINICAL 4)."""


class Better(StrEnum):
    """Which way a score moves when the patient does better."""

    HIGHER = "higher"
    LOWER = "lower"
    UNKNOWN = "unknown"


class Direction(StrEnum):
    """What a change means for the patient; UNKNOWN where the measure does not tell."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    UNKNOWN = "unknown"


class ChangeKind(StrEnum):
    """How much a change is to be trusted; UNJUDGED where no threshold is known."""

    NO_CLEAR = "no clear change"
    LIKELY = "likely change"
    WORTHWHILE = "worthwhile"
    UNJUDGED = "unjudged"


@dataclass(frozen=True, slots=True)
class Threshold:
    """An amount of change from which something is said, the keys of its sources, and how it was chosen."""

    amount: Decimal
    sources: tuple[str, ...]
    basis: str = ""

    def __post_init__(self) -> None:
        if not self.amount.is_finite() or self.amount <= 0:
            raise OutOfBounds("threshold", _("more than 0"))
        if not self.sources:
            raise OutOfBounds("threshold sources", _("at least one"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A scale from `low` to `high` with at most `decimals` places; only its total is typed in.

    `short` is for narrow places, `plain` for patients. `per_side` scores left and right apart. `named` ones are scored under
    names that a person types: activities of the patient, or the clinic's own measures. `mean_of` is the measure whose scores at
    one visit this one is the mean of; it is never typed. `is_change` is itself a rating of change, held against 0. Raises
    OutOfBounds.
    """

    id: str
    name: str
    short: str
    plain: str
    low: Decimal
    high: Decimal
    better: Better
    decimals: int = 0
    unit: str = ""
    per_side: bool = False
    named: bool = False
    usual: bool = False
    checklist: bool = False
    is_change: bool = False
    mean_of: str = ""
    mcid: Threshold | None = None
    mdc: Threshold | None = None
    licence: str = ""

    def __post_init__(self) -> None:
        check_id("measure", self.id)
        for field, text in (("measure name", self.name), ("short name", self.short), ("plain name", self.plain)):
            check_line(field, text)
        check_whole("decimals", self.decimals, 0, 3)
        if not self.low < self.high:
            raise OutOfBounds("range", _("from the lower to the higher end"))

    def sources(self) -> tuple[str, ...]:
        """Return the keys of all sources its thresholds rest on, each once."""
        keys = [key for threshold in (self.mcid, self.mdc) if threshold for key in threshold.sources]
        return tuple(dict.fromkeys(keys))


@dataclass(frozen=True, slots=True)
class Change:
    """A change of a measure: how much, which way, and whether it counts.

    `may_be_chance` is set where the change is one that patients find worthwhile and yet within the error of one measurement.
    """

    difference: Decimal
    direction: Direction
    kind: ChangeKind
    may_be_chance: bool = False


def change_between(measure: Measure, before: Decimal, after: Decimal) -> Change:
    """Return how a score changed: worthwhile from the MCID on, likely from the MDC on, else no clear change (CLINICAL 4).

    Where the error of one measurement is larger than the MCID (AKPS: 13 and 10), a change between the two is only likely.
    """
    difference = after - before
    amount = abs(difference)
    direction = _direction(measure, difference)
    matters = measure.mcid is not None and amount >= measure.mcid.amount
    is_beyond_error = measure.mdc is not None and amount >= measure.mdc.amount
    if measure.mcid is None and measure.mdc is None:
        return Change(difference, direction, ChangeKind.UNJUDGED)
    if matters and (is_beyond_error or measure.mdc is None):
        return Change(difference, direction, ChangeKind.WORTHWHILE)
    if matters or is_beyond_error:
        return Change(difference, direction, ChangeKind.LIKELY, may_be_chance=matters)
    return Change(difference, direction, ChangeKind.NO_CLEAR)


def mean_scores(scores: Iterable[Score], measures: Iterable[Measure]) -> Iterator[Score]:
    """Yield the score of every measure that is a mean, where a visit has scores to take it of; halves round away from zero."""
    held = tuple(scores)
    for measure in measures:
        values = [score.value for score in held if score.measure == measure.mean_of]
        if values:
            place = Decimal(1).scaleb(-measure.decimals)
            yield Score(measure.id, (sum(values, Decimal()) / len(values)).quantize(place, ROUND_HALF_UP))


def typed_score(measure: Measure, text: str) -> Decimal:
    """Return the value that a person typed, with a decimal comma or point; raise OutOfBounds with the measure's own bounds."""
    plain = text.strip().replace("\N{MINUS SIGN}", "-").replace(",", ".")
    digits = plain[1:] if plain[:1] in ("-", "+") else plain
    whole, _point, part = digits.partition(".")
    fine = len(digits) <= 12 and (whole + part).isdecimal() and (bool(part) or "." not in digits)
    value = Decimal(plain) if fine else Decimal("NaN")
    if not fine or len(part) > measure.decimals or not measure.low <= value <= measure.high:
        raise OutOfBounds("score", bounds_text(measure))
    return value if value else abs(value)


def bounds_text(measure: Measure) -> str:
    """Return the measure's bounds in words."""
    words = {"low": f"{measure.low:f}", "high": f"{measure.high:f}", "places": measure.decimals}
    if not measure.decimals:
        return _("a whole number from {low} to {high}").format(**words)
    return _("a number from {low} to {high} with at most {places} decimals").format(**words)


def _direction(measure: Measure, difference: Decimal) -> Direction:
    if not difference:
        return Direction.SAME
    if measure.better is Better.UNKNOWN:
        return Direction.UNKNOWN
    return Direction.BETTER if (difference > 0) is (measure.better is Better.HIGHER) else Direction.WORSE
