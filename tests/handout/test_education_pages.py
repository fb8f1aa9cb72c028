"""Every education topic fits one page, on either paper and in both languages, with its last words under its title."""

import pytest

from pfss_desktop.catalogue.education import load_topics
from pfss_desktop.handout.request import Paper
from pfss_desktop.handout.sections import Section
from pfss_desktop.paths import resources
from pfss_desktop.translations import speaking_language
from tests.handout.plans_at_hand import plan_of, request_for
from tests.handout.reading_back import page_texts, squeezed


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_topic_fits_one_page(language: str, paper: Paper) -> None:
    topics = load_topics(resources() / "education", language, {}).topics
    sections = (Section.EXERCISES, Section.EDUCATION)
    with speaking_language(language):
        pages = page_texts(request_for(plan_of(), language=language, paper=paper, education=topics, sections=sections))
    for topic in topics:
        first, *_between, last = (squeezed(text) for text in topic.texts())
        (page,) = (squeezed(text) for text in pages if first in squeezed(text) and last in squeezed(text))
        assert page.index(first) < page.index(last)


def test_the_schedule_is_a_table_with_a_box_for_each_time() -> None:
    schedule = next(topic for topic in load_topics(resources() / "education", "en", {}).topics if topic.stages)
    text = " ".join(page_texts(request_for(plan_of(), education=(schedule,), sections=(Section.EXERCISES, Section.EDUCATION))))
    for words in ("Stage Walk Run", "1 2 min 3 min", "1 mi (1.6 km)", "2 mi (3.2 km)", "all the way"):
        assert words in text
