"""Where everything of a chart of scores stands: pure geometry for screen and paper. Lengths in any unit, y counted downwards."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import floor, log10
from typing import NamedTuple

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.outcomes import FREE, Better, Measure
from pfss_desktop.domain.score_history import Point, ScoredVisit, Series, bands_of

_STEPS = (1, 2, 5, 10)
_TICKS = 4


@dataclass(frozen=True, slots=True)
class ChartGroup:
    """What is drawn in one chart: a measure under a name, with a line, or one for each side."""

    lines: tuple[Series, ...]

    @property
    def measure(self) -> Measure:
        """What all lines are of."""
        return self.lines[0].measure

    @property
    def label(self) -> str:
        """The name that a person gave; empty for most measures."""
        return self.lines[0].label

    @property
    def unit(self) -> str:
        """The unit of the values."""
        return self.lines[0].unit


class Box(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float


class Dot(NamedTuple):
    """A value in its place."""

    x: float
    y: float
    point: Point


class ChartLine(NamedTuple):
    """The values of one side, or of no side, from first to last."""

    side: Side | None
    dots: tuple[Dot, ...]


class ChartBand(NamedTuple):
    """A phase from edge to edge; `number` counts them from 0."""

    name: str
    left: float
    right: float
    number: int


class Tick(NamedTuple):
    """A line across with its value."""

    y: float
    value: Decimal


class Chart(NamedTuple):
    """A chart inside `box`; `goal` is the line from which the change since the start is worthwhile, None without an MCID."""

    box: Box
    bands: tuple[ChartBand, ...]
    ticks: tuple[Tick, ...]
    lines: tuple[ChartLine, ...]
    goal: Tick | None


def chart_groups(series: Iterable[Series]) -> tuple[ChartGroup, ...]:
    """Return the charts of these lines, in their order; left and right of one thing share a chart."""
    groups: dict[tuple[str, str, str], list[Series]] = {}
    for line in series:
        groups.setdefault((line.measure.id, line.label, line.unit), []).append(line)
    return tuple(ChartGroup(tuple(lines)) for lines in groups.values())


def chart_of(group: ChartGroup, visits: Sequence[ScoredVisit], box: Box) -> Chart:
    """Return where everything stands inside the box: visits by their dates from left to right, the scale from below to above."""
    ticks = _scale(group)
    low, high = ticks[0], ticks[-1]
    places = _places(visits)

    def x(place: int) -> float:
        return box.left + places[place] * (box.right - box.left)

    def y(value: Decimal) -> float:
        return box.bottom - float((value - low) / (high - low)) * (box.bottom - box.top)

    bands = bands_of(visits)
    edges = [box.left, *(x(band.first) for band in bands[1:]), box.right]
    goal = _goal(group)
    return Chart(
        box,
        tuple(ChartBand(band.name, edges[at], edges[at + 1], at) for at, band in enumerate(bands)),
        tuple(Tick(y(value), value) for value in ticks),
        tuple(
            ChartLine(line.side, tuple(Dot(x(point.place), y(point.value), point) for point in line.points))
            for line in group.lines
        ),
        Tick(y(goal), goal) if goal is not None and low <= goal <= high else None,
    )


def _places(visits: Sequence[ScoredVisit]) -> list[float]:
    """Return each visit's place from 0 to 1, a margin kept at both ends: by date, or evenly where all are of one day."""
    first, last = visits[0].visit.on, visits[-1].visit.on
    span = (last - first).days
    if len(visits) == 1:
        shares = [0.5]
    elif span <= 0:
        shares = [at / (len(visits) - 1) for at in range(len(visits))]
    else:
        shares = [min(1.0, max(0.0, (held.visit.on - first).days / span)) for held in visits]
    return [0.06 + 0.88 * share for share in shares]


def _scale(group: ChartGroup) -> list[Decimal]:
    """Return the values of the lines across, from the lowest: ends and middle of a scale, round numbers around free values."""
    measure = group.measure
    if measure.id != FREE:
        middle = (measure.low + measure.high) / 2
        return [measure.low, *([middle] if middle == middle.to_integral_value() else []), measure.high]
    values = [point.value for line in group.lines for point in line.points]
    low, high = min(values), max(values)
    step = _round_step(float(high - low) or abs(float(high)) / 5 or 1.0)
    first, last = low // step - 1 if low < 0 else low // step, high // step + 1
    return [step * number for number in range(int(first), int(last) + 1)]


def _round_step(span: float) -> Decimal:
    """Return a step of 1, 2 or 5 times a power of ten that parts the span at most a few times."""
    power = floor(log10(span / _TICKS))
    return next(Decimal(step).scaleb(power) for step in _STEPS if step * 10.0**power * _TICKS >= span * 0.999)


def _goal(group: ChartGroup) -> Decimal | None:
    """Return the value from which the first line's change since its start is worthwhile."""
    measure, line = group.measure, group.lines[0]
    if measure.mcid is None or measure.better is Better.UNKNOWN:
        return None
    start = Decimal() if measure.is_change else line.points[0].value
    return start - measure.mcid.amount if measure.better is Better.LOWER else start + measure.mcid.amount
