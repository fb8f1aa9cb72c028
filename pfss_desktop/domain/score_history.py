"""Scores over visits: what each visit measured and in which phase, and the lines that charts and tables are made of."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.outcomes import Change, Measure, change_between, mean_scores
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.record import Score
from pfss_desktop.domain.visits import Visit


@dataclass(frozen=True, slots=True)
class ScoredVisit:
    """A visit with its scores and the name of the phase the patient was in, empty for a plan without phases."""

    plan_id: str
    visit: Visit
    phase: str = ""
    scores: tuple[Score, ...] = ()


class SeriesKey(NamedTuple):
    """What is one line over time: a measure, under a name where it has names, on a side where it has sides."""

    measure: str
    label: str = ""
    side: Side | None = None


class Point(NamedTuple):
    """A value at a visit; `place` counts the visits shown from 0."""

    place: int
    on: date
    visit_number: int
    value: Decimal


@dataclass(frozen=True, slots=True)
class Series:
    """The values of one measure over visits, the first first; at least one."""

    measure: Measure
    label: str
    side: Side | None
    unit: str
    points: tuple[Point, ...]

    @property
    def key(self) -> SeriesKey:
        """What tells this line from all others."""
        return SeriesKey(self.measure.id, self.label, self.side)

    def score(self, point: Point) -> Score:
        """Return a point as the score it is."""
        return Score(self.measure.id, point.value, self.side, self.label, self.unit)

    def change_at(self, number: int) -> Change | None:
        """Return the change from the point before to this one; None at the first. A rating of change is held against 0."""
        if self.measure.is_change:
            return change_between(self.measure, Decimal(), self.points[number].value)
        if number == 0:
            return None
        return change_between(self.measure, self.points[number - 1].value, self.points[number].value)

    def change_in_all(self) -> Change | None:
        """Return the change from the first point to the last; None where there is but one."""
        if self.measure.is_change:
            return change_between(self.measure, Decimal(), self.points[-1].value)
        if len(self.points) < 2:
            return None
        return change_between(self.measure, self.points[0].value, self.points[-1].value)


class PhaseBand(NamedTuple):
    """Visits in a row that were in the same phase, from place to place, both included."""

    name: str
    first: int
    last: int


def with_now(history: Iterable[ScoredVisit], visit: Visit, plan: Plan) -> tuple[ScoredVisit, ...]:
    """Return the history with the plan on the screen as what its visit is now; later visits are left out."""
    phase = plan.phase_now()
    now = ScoredVisit(plan.id, visit, phase.name if phase else "", plan.record.scores)
    former = (held for held in history if held.plan_id != plan.id or held.visit.number < visit.number)
    return (*former, now)


def series_of(visits: Sequence[ScoredVisit], measures: Iterable[Measure]) -> tuple[Series, ...]:
    """Return a line for everything measured, in the order of the measures, names in the order of their first score.

    Means are computed. Scores of a measure that is not known are left out.
    """
    known = {measure.id: measure for measure in measures}
    points: dict[SeriesKey, list[Point]] = {}
    units: dict[SeriesKey, str] = {}
    for place, held in enumerate(visits):
        for score in (*held.scores, *mean_scores(held.scores, known.values())):
            key = SeriesKey(score.measure, score.label, score.side)
            points.setdefault(key, []).append(Point(place, held.visit.on, held.visit.number, score.value))
            units[key] = score.unit
    return tuple(_series(points, units, known))


def bands_of(visits: Sequence[ScoredVisit]) -> tuple[PhaseBand, ...]:
    """Return the phases that the visits went through, in order."""
    bands: list[PhaseBand] = []
    for place, held in enumerate(visits):
        if bands and bands[-1].name == held.phase:
            bands[-1] = bands[-1]._replace(last=place)
        else:
            bands.append(PhaseBand(held.phase, place, place))
    return tuple(bands)


def scored(visits: Iterable[ScoredVisit]) -> tuple[ScoredVisit, ...]:
    """Return the visits that measured anything."""
    return tuple(held for held in visits if held.scores)


def _series(
    points: Mapping[SeriesKey, list[Point]], units: Mapping[SeriesKey, str], known: Mapping[str, Measure]
) -> Iterator[Series]:
    for measure in known.values():
        for key, held in points.items():
            if key.measure == measure.id:
                yield Series(measure, key.label, key.side, units[key] or measure.unit, tuple(held))


def last_score(visits: Sequence[ScoredVisit], score: Score) -> Score | None:
    """Return the latest score of the same measure, name and side in these visits, None where there is none."""
    key = SeriesKey(score.measure, score.label, score.side)
    for held in reversed(visits):
        for one in held.scores:
            if SeriesKey(one.measure, one.label, one.side) == key:
                return one
    return None
