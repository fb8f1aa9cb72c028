"""A request becomes one web page for the patient's phone: a single file that asks the net for nothing and needs no script.

It says what the handout says, from the same sheet, in the same order. How it looks stands in `resources/web/page.css`.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from pfss_desktop.figures.book import FigureBook
from pfss_desktop.figures.styles import Style
from pfss_desktop.handout.content import DOT, ExercisePart, Sheet
from pfss_desktop.handout.html import NONE, Html, own, tag, text
from pfss_desktop.handout.its_words import in_its_words
from pfss_desktop.handout.request import HandoutRequest
from pfss_desktop.handout.sections import Section, phase_run
from pfss_desktop.handout.web_diary import diary_part
from pfss_desktop.handout.web_exercises import criteria_part, equipment_parts, labelled, phase_part
from pfss_desktop.handout.web_figures import Pictures
from pfss_desktop.handout.web_parts import (
    changes_part,
    code_part,
    flare_part,
    pain_part,
    questions_part,
    stop_part,
    summary_part,
    topic_part,
)
from pfss_desktop.handout.writing import sheet_of
from pfss_desktop.language import _
from pfss_desktop.paths import resources
from pfss_desktop.translations import speaking_language

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
"""Nothing is fetched, run or sent, whatever somebody may have typed."""
_DIALLED = re.compile(r"[^0-9+*#]")
_FEWEST_DIGITS = 3


def render_page(request: HandoutRequest, book: FigureBook, style: Style) -> bytes:
    """Return the page as UTF-8, in the request's language; `book` draws the figures in this style.

    Paper, layout and the request's own drawings are of no account here. The patient's name is in its title only if asked for. Any
    thread may call this.
    """
    with speaking_language(request.language):
        request = in_its_words(request)
        sheet = sheet_of(request)
        shown = {held.id: held for phase in request.shown_phases() for held in phase.prescriptions}
        pictures = Pictures.of(shown.values(), book, style)

        def picture(exercise: ExercisePart) -> Html:
            return pictures.picture(shown[exercise.prescription_id], exercise.number)

        body = tag("body", _head(sheet), _main(sheet, picture), _foot(sheet, request.letterhead.phone))
        page = tag("html", _meta(_title(request, sheet), pictures), body, lang=request.language)
        return f"<!DOCTYPE html>\n{page}\n".encode()


def _meta(title: str, pictures: Pictures) -> Html:
    look = (resources() / "web" / "page.css").read_text(encoding="utf-8")
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="robots", content="noindex"),
        tag("meta", name="format-detection", content="telephone=no"),
        tag("title", text(title)),
        # Both are ours: the rules file, and names and numbers made here.
        tag("style", Html(look), Html("\n".join(pictures.rules()))),
    )


def _title(request: HandoutRequest, sheet: Sheet) -> str:
    """Return the title of the browser's window, with the patient's name only where that was asked for."""
    return DOT.join((sheet.title, request.patient_name)) if request.is_named and request.patient_name else sheet.title


def _head(sheet: Sheet) -> Html:
    giver = [tag("p", own(line)) for line in (*sheet.giver, sheet.date)]
    return tag(
        "header",
        tag("div", tag("h1", text(sheet.title)), tag("p", own(sheet.plan_title), class_="plan"), tag("p", own(sheet.about))),
        tag("div", *giver, class_="giver"),
    )


def _main(sheet: Sheet, picture: Callable[[ExercisePart], Html]) -> Html:
    run = phase_run(sheet.sections)
    parts: list[Html] = []
    for section in sheet.sections:
        if section is Section.EXERCISES:
            parts += [_before_start(sheet), *(phase_part(phase, run, picture) for phase in sheet.phases)]
            if not sheet.phases:
                parts.append(tag("p", text(sheet.no_phases)))
        elif section not in run:
            parts += _PARTS[section](sheet)
    reference = [labelled(part, class_="reference") for part in sheet.reference]
    # The box comes before all that it holds still: style rules look forward only.
    still = tag("input", type="checkbox", id="still", class_="hold")
    told = tag("label", text(_("Hold all pictures still")), for_="still", class_="holder")
    return tag("main", still, told, _contents(sheet), tag("div", *parts, *reference))


def _contents(sheet: Sheet) -> Html:
    links = [tag("li", tag("a", own(title), href=f"#{key}")) for key, title in _places(sheet)]
    told = _("On this page")
    return tag("nav", tag("details", tag("summary", text(told)), tag("ul", *links)), aria_label=told) if links else NONE


def _places(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Yield the key and title of all that can be jumped to, in the order of the page."""
    for section in sheet.sections:
        if section is Section.CHANGES and sheet.changes:
            yield "changes", sheet.changes.title
        elif section is Section.EXERCISES:
            yield from ((f"phase-{phase.phase_id}", phase.heading) for phase in sheet.phases)
        elif section is Section.PAIN_RULE and sheet.pain:
            yield "pain", sheet.pain.title
        elif section is Section.FLARE_UP and sheet.flare_up:
            yield "flare-up", sheet.flare_up.title
        elif section is Section.STOP:
            yield from ((f"stop-{at}", stop.title) for at, stop in enumerate(sheet.stops, 1))
        elif section is Section.EDUCATION:
            yield from ((f"topic-{at}", topic.title) for at, topic in enumerate(sheet.topics, 1))
        elif section is Section.DIARY and sheet.diary:
            yield "diary", sheet.diary.title


def _before_start(sheet: Sheet) -> Html:
    """Return what sends the reader to the pain rule and the signs to stop, where they stand below it."""
    later = sheet.sections[sheet.sections.index(Section.EXERCISES) :]
    links = []
    if sheet.pain and Section.PAIN_RULE in later:
        links.append(tag("a", text(sheet.pain.title), href="#pain"))
    if sheet.stops and Section.STOP in later:
        links.append(tag("a", text(_("When to stop")), href="#stop-1"))
    if not links or not sheet.phases:
        return NONE
    return tag("p", tag("strong", text(_("Before you start, read:"))), text(" "), Html(" · ".join(links)), class_="first")


def _foot(sheet: Sheet, phone: str) -> Html:
    digits = _DIALLED.sub("", phone)
    told = own(sheet.phone)
    if len(digits) >= _FEWEST_DIGITS:
        told = tag("a", told, href=f"tel:{digits}")
    return tag("footer", tag("p", told) if sheet.phone else NONE, tag("p", text(sheet.code)))


_PARTS: Mapping[Section, Callable[[Sheet], list[Html]]] = {
    Section.SUMMARY: lambda sheet: [summary_part(sheet.summary)] if sheet.summary else [],
    Section.GOAL: lambda sheet: [tag("div", labelled(sheet.goal), class_="box")] if sheet.goal.text.strip() else [],
    Section.CHANGES: lambda sheet: [changes_part(sheet.changes)] if sheet.changes else [],
    Section.EQUIPMENT: lambda sheet: [equipment_parts(sheet.phases)],
    Section.CRITERIA: lambda sheet: [criteria_part(phase, "h2") for phase in sheet.phases],
    Section.WHEN_AND_WHERE: lambda sheet: [questions_part(sheet.when_and_where)] if sheet.when_and_where else [],
    Section.PAIN_RULE: lambda sheet: [pain_part(sheet.pain)] if sheet.pain else [],
    Section.FLARE_UP: lambda sheet: [flare_part(sheet.flare_up)] if sheet.flare_up else [],
    Section.STOP: lambda sheet: [stop_part(stop, f"stop-{at}") for at, stop in enumerate(sheet.stops, 1)],
    Section.EDUCATION: lambda sheet: [topic_part(topic, f"topic-{at}") for at, topic in enumerate(sheet.topics, 1)],
    Section.CODE: lambda sheet: [code_part(sheet.code_part)] if sheet.code_part else [],
    Section.DIARY: lambda sheet: [diary_part(sheet.diary)] if sheet.diary else [],
}
