"""The plan in a few sentences at the top of the sheet, told from the plan itself."""

from dataclasses import replace

import pytest

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.dosage import Dosage, RepRange
from pfss_desktop.domain.exercise import Laterality
from pfss_desktop.domain.plan import PainRule
from pfss_desktop.figures.book import prescribed
from pfss_desktop.figures.compose import FigureRequest
from pfss_desktop.handout.request import PhaseChoice
from pfss_desktop.handout.sections import DEFAULT_SECTIONS, Section
from pfss_desktop.handout.writing import sheet_of
from tests.handout.plans_at_hand import plan_of, plan_of_phases, prescription, request_for


def _lines(*days: int, reps: RepRange | None = None, rule: PainRule | None = None) -> tuple[str, ...]:
    held = (
        prescription(number, dosage=Dosage(3, reps or RepRange.exactly(10), days_per_week=each))
        for number, each in enumerate(days, 1)
    )
    summary = sheet_of(request_for(replace(plan_of(*held), pain_rule=rule or PainRule()))).summary
    return summary.lines if summary else ()


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ((7, 7), "Do your exercises every day."),
        ((3,), "Do your exercises on 3 days a week."),
        ((1,), "Do your exercises on 1 day a week."),
        ((7, 3), "Do some every day, the others on 3 days a week."),
        ((7, 3, 5), "Do some every day, the others on 3 to 5 days a week."),
        ((3, 5), "Do each exercise on 3 to 5 days a week, as it says below."),
    ],
)
def test_the_rhythm_is_told_in_one_sentence(days: tuple[int, ...], told: str) -> None:
    assert told in _lines(*days)


def test_two_numbers_are_explained_only_where_there_are_two() -> None:
    told = "“8 to 12” times: start with 8, and work up to 12."
    assert told in _lines(3, reps=RepRange(8, 12))
    assert not any("work up" in line for line in _lines(3))


def test_the_pain_is_that_of_the_plans_own_rule() -> None:
    assert "Pain up to 2 out of 10 is all right. At 5 or more, stop." in _lines(3, rule=PainRule(2, 4))
    assert "It is best to have no pain. At 3 or more out of 10, stop." in _lines(3, rule=PainRule(0, 2))


def test_there_is_none_without_exercises_without_the_present_phase_and_where_it_is_left_out() -> None:
    assert sheet_of(request_for(plan_of())).summary is None
    plan = plan_of_phases(1, 1)
    assert sheet_of(request_for(plan, phases=PhaseChoice.CURRENT)).summary is not None
    assert sheet_of(request_for(plan, phases=(plan.phases[1].id,))).summary is None
    without = tuple(section for section in DEFAULT_SECTIONS if section is not Section.SUMMARY)
    assert sheet_of(request_for(plan, sections=without)).summary is None


def test_a_figure_shows_the_leg_that_is_told_first() -> None:
    look = FigureRequest()
    one_legged = prescription(laterality=Laterality.UNILATERAL, side=Side.BOTH)
    assert prescribed(one_legged, look).side is Side.LEFT
    assert prescribed(replace(one_legged, side=Side.RIGHT), look).side is Side.RIGHT
    assert prescribed(replace(one_legged, laterality=Laterality.BILATERAL), look).side is Side.BOTH
