"""A topic is a page of bounded texts; a schedule's stages count up from one."""

from dataclasses import replace
from decimal import Decimal

import pytest

from pfss_desktop.domain.education import EducationSection, EducationTopic, RunWalkStage, chosen_topics, ticked
from pfss_desktop.domain.faults import OutOfBounds

SECTION = EducationSection("Ice", ("Ice can calm a sore knee.",), ("Put a cloth between.", "Stop after 20 minutes."))
TOPIC = EducationTopic("ice", "en", "Ice and heat", (EducationSection("", ("Both are fine.",)), SECTION), phases=(1,))
STAGE = RunWalkStage(1, Decimal(2), Decimal(3), effort=3, miles=Decimal("1.5"))


def test_a_topic_is_read_from_its_title_to_its_last_bullet() -> None:
    assert list(TOPIC.texts()) == [
        "Ice and heat",
        "Both are fine.",
        "Ice",
        "Ice can calm a sore knee.",
        "Put a cloth between.",
        "Stop after 20 minutes.",
    ]


def test_a_topic_says_something() -> None:
    with pytest.raises(OutOfBounds, match="section"):
        EducationSection("")
    with pytest.raises(OutOfBounds, match="sections"):
        replace(TOPIC, sections=())
    with pytest.raises(OutOfBounds, match="title"):
        replace(TOPIC, title=" ")


def test_phases_are_those_of_the_model() -> None:
    with pytest.raises(OutOfBounds, match="phases"):
        replace(TOPIC, phases=(5,))


def test_a_stage_tells_how_much_in_one_way() -> None:
    assert replace(STAGE, miles=None, repeats=4).repeats == 4
    for wrong in ({"repeats": 4}, {"miles": None}):
        with pytest.raises(OutOfBounds, match="either miles or repeats"):
            replace(STAGE, **wrong)


def test_a_stage_may_be_all_running_but_never_all_walking() -> None:
    assert replace(STAGE, walk_minutes=Decimal(0), run_minutes=None).run_minutes is None
    with pytest.raises(OutOfBounds, match="run minutes"):
        replace(STAGE, run_minutes=Decimal(0))
    with pytest.raises(OutOfBounds, match="walk minutes"):
        replace(STAGE, walk_minutes=Decimal(-1))


def test_stages_count_up_without_a_gap() -> None:
    assert len(replace(TOPIC, stages=(STAGE, replace(STAGE, stage=2))).stages) == 2
    with pytest.raises(OutOfBounds, match="numbered"):
        replace(TOPIC, stages=(STAGE, replace(STAGE, stage=3)))


LIST = tuple(replace(TOPIC, id=topic_id) for topic_id in ("what", "ice", "tape"))


def test_ticked_topics_keep_the_order_of_the_list() -> None:
    one = ticked((), "tape", LIST, on=True)
    two = ticked(one, "what", LIST, on=True)
    assert two == ("what", "tape")
    assert [topic.id for topic in chosen_topics(LIST, two)] == ["what", "tape"]
    assert ticked(two, "what", LIST, on=False) == ("tape",)


def test_a_topic_that_is_no_more_keeps_its_tick_and_prints_nothing() -> None:
    kept = ticked(("gone",), "ice", LIST, on=True)
    assert kept == ("ice", "gone")
    assert [topic.id for topic in chosen_topics(LIST, kept)] == ["ice"]
