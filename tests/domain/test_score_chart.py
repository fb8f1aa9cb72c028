"""Charts of scores: where everything stands, whatever was measured when."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from pfss_desktop.catalogue.measures import load_measures
from pfss_desktop.domain.body import Side
from pfss_desktop.domain.record import Score
from pfss_desktop.domain.score_chart import Box, chart_groups, chart_of
from pfss_desktop.domain.score_chart_words import group_title, line_words, spoken_chart
from pfss_desktop.domain.score_history import ScoredVisit, series_of
from pfss_desktop.domain.visits import Visit
from pfss_desktop.paths import resources

MEASURES = load_measures(resources() / "clinical" / "measures.toml").measures
BOX = Box(0.0, 0.0, 100.0, 50.0)
values = st.decimals(-10_000, 10_000, places=3)


def visit(number: int, day: int, phase: str, *scores: Score) -> ScoredVisit:
    return ScoredVisit("plan", Visit(f"visit-{number}", number, date(2026, 1, 1) + timedelta(days=day)), phase, scores)


@given(st.lists(st.tuples(st.integers(0, 400), values, st.sampled_from(["A", "B"])), min_size=1, max_size=30))
def test_everything_stands_inside_the_box_from_left_to_right(told: list[tuple[int, Decimal, str]]) -> None:
    visits = [
        visit(number, day, phase, Score("free", value, label="bend", unit="°"))
        for number, (day, value, phase) in enumerate(sorted(told, key=lambda each: each[0]), 1)
    ]
    [group] = chart_groups(series_of(visits, MEASURES))
    chart = chart_of(group, visits, BOX)
    dots = chart.lines[0].dots
    assert all(BOX.left <= dot.x <= BOX.right and BOX.top - 0.001 <= dot.y <= BOX.bottom + 0.001 for dot in dots)
    assert [dot.x for dot in dots] == sorted(dot.x for dot in dots)
    assert 2 <= len(chart.ticks) <= 8
    assert (chart.bands[0].left, chart.bands[-1].right) == (BOX.left, BOX.right)
    assert all(one.right == other.left for one, other in zip(chart.bands, chart.bands[1:], strict=False))


def test_a_higher_value_stands_higher_and_the_goal_is_where_the_change_is_worthwhile() -> None:
    visits = [visit(1, 0, "A", Score("nprs-worst", Decimal(7))), visit(2, 30, "B", Score("nprs-worst", Decimal(4)))]
    [group] = chart_groups(series_of(visits, MEASURES))
    chart = chart_of(group, visits, BOX)
    first, last = chart.lines[0].dots
    assert first.y < last.y
    assert [str(tick.value) for tick in chart.ticks] == ["0", "5", "10"]
    assert chart.goal is not None
    assert chart.goal.value == 5


def test_a_goal_beyond_the_scale_is_not_drawn() -> None:
    visits = [visit(1, 0, "A", Score("nprs-worst", Decimal(1)))]
    [group] = chart_groups(series_of(visits, MEASURES))
    assert chart_of(group, visits, BOX).goal is None


def test_visits_of_one_day_stand_beside_each_other() -> None:
    visits = [visit(number, 0, "A", Score("akps", Decimal(50))) for number in range(1, 4)]
    [group] = chart_groups(series_of(visits, MEASURES))
    xs = [dot.x for dot in chart_of(group, visits, BOX).lines[0].dots]
    assert len(set(xs)) == 3


def test_left_and_right_share_a_chart_and_are_told_apart() -> None:
    visits = [
        visit(1, 0, "A", Score("step-down", Decimal(4), Side.LEFT), Score("step-down", Decimal(2), Side.RIGHT)),
        visit(2, 9, "A", Score("step-down", Decimal(3), Side.LEFT)),
    ]
    [group] = chart_groups(series_of(visits, MEASURES))
    assert [line.side for line in chart_of(group, visits, BOX).lines] == [Side.LEFT, Side.RIGHT]
    assert group_title(group) == "Step-down"
    assert [line_words(line) for line in group.lines] == ["left: 4 → 3 · better by 1; no threshold is known", "right: 2"]
    told = "left: visit 1: 4, visit 2: 3. better by 1; no threshold is known. right: visit 1: 2. lower is better"
    assert spoken_chart(group) == told


def test_a_side_alone_is_in_the_title() -> None:
    visits = [visit(1, 0, "A", Score("free", Decimal(130), Side.RIGHT, "Knee bend", "°"))]
    [group] = chart_groups(series_of(visits, MEASURES))
    assert group_title(group) == "Knee bend, right (°)"
