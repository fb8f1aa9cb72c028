"""Measures: what may be typed, and what a change between two scores says. The numbers are those of CLINICAL 4."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pfss_desktop.catalogue.measures import load_measures
from pfss_desktop.domain.edits.scores import clear_score, set_score
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.outcome_words import change_words, thresholds_words
from pfss_desktop.domain.outcomes import Better, Direction, change_between, mean_scores, typed_score
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.record import Score
from pfss_desktop.domain.step_down import STEP_DOWN, StepDownBand, step_down_band, step_down_total
from pfss_desktop.paths import resources

MEASURES = {measure.id: measure for measure in load_measures(resources() / "clinical" / "measures.toml").measures}


@pytest.mark.parametrize(
    ("measure", "before", "after", "words"),
    [
        ("nprs-worst", "7", "7", "no change"),
        ("nprs-worst", "7", "6", "no clear change (better by 1)"),
        ("nprs-worst", "7", "5", "better by 2: worthwhile"),
        ("nprs-usual", "3", "5", "worse by 2: a change that matters"),
        ("akps", "60", "69", "no clear change (better by 9)"),
        ("akps", "60", "70", "better by 10: a likely change, may still be chance"),
        ("akps", "60", "72", "better by 12: a likely change, may still be chance"),
        ("akps", "60", "73", "better by 13: worthwhile"),
        ("akps", "73", "61", "worse by 12: a likely change, may still be chance"),
        ("lefs", "40", "48", "no clear change (better by 8)"),
        ("lefs", "40", "49", "better by 9: worthwhile"),
        ("koos-pf", "50", "65.9", "no clear change (better by 15.9)"),
        ("koos-pf", "50", "66", "better by 16: a likely change"),
        ("koos-pf", "50", "66.4", "better by 16.4: worthwhile"),
        ("koos-pf", "66", "50", "worse by 16: a likely change"),
        ("psfs", "3", "5", "no clear change (better by 2)"),
        ("psfs", "3", "6", "better by 3: a likely change"),
        ("psfs-mean", "3.3", "5.2", "no clear change (better by 1.9)"),
        ("psfs-mean", "3.3", "5.3", "better by 2.0: worthwhile"),
        ("groc", "0", "2", "no clear change (better by 2)"),
        ("groc", "0", "3", "better by 3: worthwhile"),
        ("groc", "0", "-3", "worse by 3: a change that matters"),
        ("vas-worst", "6.1", "4.1", "better by 2.0\N{NO-BREAK SPACE}cm: worthwhile"),
        ("step-down", "4", "2", "better by 2; no threshold is known"),
        ("step-down", "1", "2", "worse by 1; no threshold is known"),
        ("free", "130", "142", "up by 12"),
        ("free", "142", "130", "down by 12"),
    ],
)
def test_a_change_is_judged_by_the_table(measure: str, before: str, after: str, words: str) -> None:
    held = MEASURES[measure]
    assert change_words(change_between(held, Decimal(before), Decimal(after)), held.unit) == words


@given(st.sampled_from(sorted(MEASURES)), st.decimals(-500, 500, places=1), st.decimals(-500, 500, places=1))
def test_there_and_back_are_judged_alike_but_for_the_direction(measure: str, one: Decimal, other: Decimal) -> None:
    held = MEASURES[measure]
    there, back = change_between(held, one, other), change_between(held, other, one)
    assert there.kind is back.kind
    assert there.may_be_chance is back.may_be_chance
    opposite = {Direction.BETTER: Direction.WORSE, Direction.WORSE: Direction.BETTER}
    assert back.direction is opposite.get(there.direction, there.direction)


def test_thresholds_are_told_with_their_sources() -> None:
    assert thresholds_words(MEASURES["akps"]) == "MCID 10 [CROSS04, HANSEN23] · MDC 13 [AKPSNO]"
    assert thresholds_words(MEASURES["step-down"]) == ""


@pytest.mark.parametrize(
    ("measure", "text", "value"),
    [("nprs-worst", " 7 ", "7"), ("koos-pf", "61,4", "61.4"), ("groc", "\N{MINUS SIGN}3", "-3"), ("groc", "+2", "2"),
     ("free", "142", "142"), ("free", "-0.125", "-0.125"), ("groc", "-0", "0")],
)  # fmt: skip
def test_a_score_may_be_typed_with_comma_or_point(measure: str, text: str, value: str) -> None:
    assert typed_score(MEASURES[measure], text) == Decimal(value)


@pytest.mark.parametrize(
    ("measure", "text"),
    [("nprs-worst", text) for text in ("11", "-1", "7.5", "", "seven", "1e1", "NaN", "5.", ".", "+", "--1", "1_0", "9" * 5000)]
    + [("groc", "8"), ("free", "10001"), ("free", "1.2345"), ("koos-pf", "1.25")],
)
def test_a_score_that_cannot_be_is_refused_with_the_bounds(measure: str, text: str) -> None:
    with pytest.raises(OutOfBounds, match="number from"):
        typed_score(MEASURES[measure], text)


@given(st.text(max_size=20))
def test_whatever_is_typed_becomes_a_storable_score_or_is_refused(text: str) -> None:
    for measure in MEASURES.values():
        try:
            value = typed_score(measure, text)
        except OutOfBounds:
            continue
        assert measure.low <= Score(measure.id, value).value <= measure.high


def test_the_mean_of_the_patients_activities_is_computed() -> None:
    scores = [Score("psfs", Decimal(value), label=name) for name, value in (("stairs", 3), ("running", 0), ("squatting", 5))]
    assert list(mean_scores(scores, MEASURES.values())) == [Score("psfs-mean", Decimal("2.7"))]
    assert list(mean_scores((), MEASURES.values())) == []


def test_a_score_takes_the_place_of_a_former_one_and_can_be_taken_back() -> None:
    plan = Plan("plan", "Knee plan")
    first, second = Score("akps", Decimal(60)), Score("lefs", Decimal(40))
    both = set_score(set_score(plan, first), second)
    changed = set_score(both, Score("akps", Decimal(70)))
    assert changed.record.scores == (Score("akps", Decimal(70)), second)
    assert clear_score(changed, first).record.scores == (second,)
    assert clear_score(plan, first) == plan


def test_the_step_down_list_sums_up_to_six() -> None:
    assert step_down_total([0] * 5) == 0
    assert step_down_total(len(item.findings) for item in STEP_DOWN) == 6
    with pytest.raises(OutOfBounds):
        step_down_total([0, 0, 0, 3, 0])
    good, medium, poor = StepDownBand.GOOD, StepDownBand.MEDIUM, StepDownBand.POOR
    assert [step_down_band(total) for total in range(7)] == [good, good, medium, medium, poor, poor, poor]


def test_free_measures_have_no_direction() -> None:
    assert MEASURES["free"].better is Better.UNKNOWN
