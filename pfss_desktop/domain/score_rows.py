"""What a visit's scores look like as a form: a row for every score that can be typed, with the one before it and the change."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.outcomes import FREE, Change, Measure, change_between, mean_scores
from pfss_desktop.domain.record import Score
from pfss_desktop.domain.score_history import ScoredVisit, SeriesKey, last_score

_SIDES = (Side.LEFT, Side.RIGHT)


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One score of a visit: what it is of, its value now, and the latest one before; None is not scored."""

    measure: Measure
    label: str = ""
    side: Side | None = None
    unit: str = ""
    now: Decimal | None = None
    before: Decimal | None = None

    @property
    def key(self) -> SeriesKey:
        """What tells this row from all others."""
        return SeriesKey(self.measure.id, self.label, self.side)

    @property
    def is_computed(self) -> bool:
        """Whether it follows from other rows and is never typed."""
        return bool(self.measure.mean_of)

    def score(self, value: Decimal) -> Score:
        """Return a value typed into this row as a score."""
        return Score(self.measure.id, value, self.side, self.label, self.unit if self.measure.id == FREE else "")

    def change(self) -> Change | None:
        """Return what changed since the score before, if there is one; a rating of change is held against 0."""
        before = Decimal() if self.measure.is_change else self.before
        if self.now is None or before is None:
            return None
        return change_between(self.measure, before, self.now)


def chosen_measures(measures: Iterable[Measure], kept: Collection[str] | None, visits: Iterable[ScoredVisit]) -> tuple[str, ...]:
    """Return the ids of the measures to be scored: those kept for the plan, else the usual ones and all that were ever scored."""
    held = tuple(visits)
    ever = {score.measure for visit in held for score in visit.scores}
    return tuple(
        measure.id
        for measure in measures
        if not measure.mean_of and (measure.id in kept if kept is not None else measure.usual or measure.id in ever)
    )


def score_rows(
    measures: Sequence[Measure],
    chosen: Collection[str],
    former: Sequence[ScoredVisit],
    scores: Sequence[Score],
    added: Iterable[Score] = (),
) -> tuple[ScoreRow, ...]:
    """Return the rows of a visit, in the order of the measures: the chosen ones and whatever is scored already.

    Named rows are those scored before, those scored now, and those `added`, of which only name, side and unit count.
    """
    names = (*(score for visit in former for score in visit.scores), *scores, *added)
    shown = {*chosen, *(score.measure for score in scores)}
    rows = []
    for measure in measures:
        if (measure.mean_of or measure.id) in shown:
            rows += [_filled(row, measures, former, scores) for row in _rows_of(measure, names)]
    return tuple(rows)


def _rows_of(measure: Measure, names: Sequence[Score]) -> Iterator[ScoreRow]:
    if measure.mean_of:
        if any(score.measure == measure.mean_of for score in names):
            yield ScoreRow(measure)
    elif measure.named:
        known = {(score.label, score.side): score.unit for score in names if score.measure == measure.id}
        yield from (ScoreRow(measure, label, side, unit) for (label, side), unit in known.items())
    elif measure.per_side:
        yield from (ScoreRow(measure, side=side, unit=measure.unit) for side in _SIDES)
    else:
        yield ScoreRow(measure, unit=measure.unit)


def _filled(row: ScoreRow, measures: Sequence[Measure], former: Sequence[ScoredVisit], scores: Sequence[Score]) -> ScoreRow:
    def value(held: Iterable[Score]) -> Decimal | None:
        return next((score.value for score in held if SeriesKey(score.measure, score.label, score.side) == row.key), None)

    if row.is_computed:
        earlier = next(
            (found for visit in reversed(former) if (found := value(mean_scores(visit.scores, measures))) is not None), None
        )
        now = value(mean_scores(scores, measures))
    else:
        last = last_score(former, Score(row.measure.id, Decimal(), row.side, row.label))
        earlier, now = (last.value if last else None), value(scores)
    return ScoreRow(row.measure, row.label, row.side, row.unit, now, earlier)
