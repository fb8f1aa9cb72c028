"""Lines over visits: what was measured when, means among it, and the phases that the visits went through."""

from datetime import date, timedelta
from decimal import Decimal

from pfss_desktop.catalogue.measures import load_measures
from pfss_desktop.domain.body import Side
from pfss_desktop.domain.outcome_words import change_words
from pfss_desktop.domain.plan import Phase, Plan
from pfss_desktop.domain.record import Score, VisitRecord
from pfss_desktop.domain.score_history import PhaseBand, ScoredVisit, bands_of, last_score, scored, series_of, with_now
from pfss_desktop.domain.visits import Visit
from pfss_desktop.paths import resources

MEASURES = load_measures(resources() / "clinical" / "measures.toml").measures


def visit(number: int, phase: str, *scores: Score) -> ScoredVisit:
    return ScoredVisit("plan", Visit(f"visit-{number}", number, date(2026, 1, 5) + timedelta(weeks=number)), phase, scores)


def test_lines_come_in_the_measures_order_with_means_and_sides() -> None:
    visits = (
        visit(1, "Calm", Score("psfs", Decimal(2), label="stairs"), Score("akps", Decimal(55))),
        visit(2, "Calm", Score("unknown", Decimal(1)), Score("step-down", Decimal(4), Side.LEFT)),
        visit(3, "Strengthen", Score("psfs", Decimal(5), label="stairs"), Score("psfs", Decimal(4), label="running")),
    )
    found = [(line.key, [(point.place, str(point.value)) for point in line.points]) for line in series_of(visits, MEASURES)]
    assert found == [
        (("akps", "", None), [(0, "55")]),
        (("psfs", "stairs", None), [(0, "2"), (2, "5")]),
        (("psfs", "running", None), [(2, "4")]),
        (("psfs-mean", "", None), [(0, "2.0"), (2, "4.5")]),
        (("step-down", "", Side.LEFT), [(1, "4")]),
    ]


def test_changes_are_from_visit_to_visit_and_in_all_and_a_rating_of_change_stands_by_itself() -> None:
    values = ((7, 0), (6, 2), (5, 4))
    visits = [
        visit(number, "", Score("nprs-worst", Decimal(pain)), Score("groc", Decimal(groc)))
        for number, (pain, groc) in enumerate(values, 1)
    ]
    pain, groc = series_of(visits, MEASURES)
    assert [change and change_words(change) for change in map(pain.change_at, range(3))] == [
        None, "no clear change (better by 1)", "no clear change (better by 1)",
    ]  # fmt: skip
    in_all = pain.change_in_all()
    assert in_all is not None
    assert change_words(in_all) == "better by 2: worthwhile"
    rated = groc.change_in_all()
    assert rated is not None
    assert change_words(rated) == "better by 4: worthwhile"


def test_phases_are_bands_over_the_visits() -> None:
    visits = [visit(number, phase) for number, phase in enumerate(("A", "A", "B", "A"), 1)]
    assert bands_of(visits) == (PhaseBand("A", 0, 1), PhaseBand("B", 2, 2), PhaseBand("A", 3, 3))
    assert bands_of(()) == ()


def test_the_plan_on_the_screen_is_the_latest_visit() -> None:
    stored = (visit(1, "A", Score("akps", Decimal(50))), visit(2, "A"), visit(3, "A", Score("akps", Decimal(90))))
    now = Score("akps", Decimal(60))
    plan = Plan("plan", "Knee", phases=(Phase("b", "B"),), record=VisitRecord((now,)))
    shown = with_now(stored, stored[1].visit, plan)
    assert [(held.visit.number, held.phase, held.scores) for held in shown[1:]] == [(2, "B", (now,))]
    assert scored((visit(1, "A"), *shown)) == shown
    assert last_score(shown[:-1], now) == Score("akps", Decimal(50))
    assert last_score(shown, Score("akps", Decimal(0), Side.LEFT)) is None
