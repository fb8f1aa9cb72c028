"""An education topic on the screen: the page as the patient reads it, then what the therapist wants to know of it."""

from collections.abc import Iterator, Mapping
from html import escape

from pfss_desktop.domain.catalogue import Source
from pfss_desktop.domain.education import EducationTopic
from pfss_desktop.domain.readability import reading_of, words_in
from pfss_desktop.handout.content import TopicPart
from pfss_desktop.handout.education_words import topic_part
from pfss_desktop.language import _
from pfss_desktop.translations import LANGUAGES, speaking_language


def page_html(topic: EducationTopic, sources: Mapping[str, Source]) -> str:
    """Return the topic as HTML for a text view; every text is escaped."""
    with speaking_language(topic.language):
        part = topic_part(topic)
    return "".join((*_patient_html(part), *_therapist_html(topic, sources)))


def reading_words(topic: EducationTopic) -> str:
    """Return how easy the topic is to read, how long it is and in which language it is."""
    reading = reading_of(topic.texts(), topic.language)
    words = sum(len(words_in(text)) for text in topic.texts())
    name = next((language.own_name for language in LANGUAGES if language.tag == topic.language), topic.language)
    told = _("{language} · about {count} words").format(language=name, count=words)
    if reading is None:
        return told
    if topic.language == "es":
        return _("{told} · reading ease {figure} (80 or more is easy)").format(told=told, figure=f"{reading.figure:.0f}")
    return _("{told} · reading grade {figure} (6 or less is easy)").format(told=told, figure=f"{max(1.0, reading.figure):.0f}")


def _patient_html(part: TopicPart) -> Iterator[str]:
    yield f"<h2>{escape(part.title)}</h2>"
    for section in part.sections:
        if section.heading:
            yield f"<h4>{escape(section.heading)}</h4>"
        yield from (f"<p>{escape(paragraph)}</p>" for paragraph in section.paragraphs)
        if section.bullets:
            yield f"<ul>{''.join(f'<li>{escape(bullet)}</li>' for bullet in section.bullets)}</ul>"
    if part.table:
        heads, *rows = part.table
        yield "<table cellpadding='4' border='1' cellspacing='0'>"
        yield f"<tr>{''.join(f'<th>{escape(head)}</th>' for head in heads)}</tr>"
        for row, ticks in zip(rows, part.ticks, strict=True):
            yield f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row[:-1])}<td>{'☐ ' * ticks}</td></tr>"
        yield "</table>"


def _therapist_html(topic: EducationTopic, sources: Mapping[str, Source]) -> Iterator[str]:
    title, sources_title = _("For you, not printed"), _("Sources")
    yield f"<hr><h4>{escape(title)}</h4>"
    if topic.note:
        yield f"<p>{escape(topic.note)}</p>"
    cited = [f"<li>{escape(key)}: {escape(_citation(sources.get(key)))}</li>" for key in topic.sources]
    if cited:
        yield f"<p>{escape(sources_title)}</p><ul>{''.join(cited)}</ul>"


def _citation(source: Source | None) -> str:
    if source is None:
        return _("not in the list of sources")
    return _("{citation}. Read as: {how}").format(citation=source.citation.rstrip("."), how=source.read_as)
