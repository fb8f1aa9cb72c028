"""Everything a patient reads is at grade 6 or below in English, and easy in Spanish."""

from collections.abc import Iterator
from functools import cache

import pytest

from pfss_desktop.catalogue.education import load_topics
from pfss_desktop.catalogue.loading import load_catalogue
from pfss_desktop.catalogue.templates import load_templates
from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.domain.checks.check import CheckSettings, Rule
from pfss_desktop.domain.checks.every_check import checks_of
from pfss_desktop.domain.education import EducationTopic
from pfss_desktop.domain.exercise import Exercise
from pfss_desktop.domain.readability import reading_of
from pfss_desktop.domain.templates import Template
from pfss_desktop.handout.content import texts_of
from pfss_desktop.handout.writing import sheet_of
from pfss_desktop.paths import resources
from pfss_desktop.translations import speaking_language, translations_for
from tests.handout.plans_at_hand import plan_of, prescription, request_for

LANGUAGES = ("en", "es")


@cache
def catalogue() -> Catalogue:
    return load_catalogue(resources() / "catalogue").catalogue


def topics() -> Iterator[EducationTopic]:
    for language in LANGUAGES:
        yield from load_topics(resources() / "education", language, {}).topics


@pytest.mark.parametrize("topic", list(topics()), ids=lambda topic: f"{topic.id}.{topic.language}")
def test_every_education_topic_is_easy_to_read(topic: EducationTopic) -> None:
    whole = reading_of(topic.texts(), topic.language)
    assert whole is not None
    assert whole.is_easy, whole


@pytest.mark.parametrize("exercise", catalogue().exercises, ids=lambda exercise: exercise.id)
def test_every_exercise_is_easy_to_read(exercise: Exercise) -> None:
    text = exercise.for_patient
    steps = reading_of(text.steps, "en")
    together = reading_of([*text.steps, text.cue, exercise.mistake, text.caution], "en")
    assert steps is not None
    assert together is not None
    assert steps.is_easy, steps
    assert together.is_easy, together


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_every_handout_says_is_easy_to_read(language: str) -> None:
    with speaking_language(language):
        sheet = sheet_of(request_for(plan_of(prescription()), language=language))
        fixed = reading_of(texts_of((sheet.pain, sheet.stops, sheet.no_phases)), language)
    assert fixed is not None
    assert fixed.is_easy, fixed


@pytest.mark.parametrize(
    "template", load_templates(resources() / "templates", catalogue()).templates, ids=lambda held: held.plan.id
)
def test_no_template_begins_with_words_that_are_pointed_out(template: Template) -> None:
    for language in LANGUAGES:
        settings = CheckSettings(language=language, on_paper=translations_for(language).gettext)
        told = [check for check in checks_of(template.plan, catalogue(), settings) if check.rule is Rule.HARD_TO_READ]
        assert told == []
