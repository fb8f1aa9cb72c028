"""The parts of the web page besides exercises and diary: changes, pain rule, signs to stop, education."""

from pfss_desktop.domain.visit_code import scanned_text
from pfss_desktop.handout.content import ChangesPart, CodePart, Labelled, SummaryPart, TopicPart, TopicSection
from pfss_desktop.handout.html import NONE, Html, own, tag, text
from pfss_desktop.handout.safety import FlarePart, PainLevel, PainPart, StopList
from pfss_desktop.handout.web_exercises import labelled
from pfss_desktop.handout.web_signs import LIGHTS, STOP


def changes_part(part: ChangesPart) -> Html:
    """Return what has changed since last time, under a word for each kind of change."""
    phase = tag("p", tag("strong", own(part.phase))) if part.phase else NONE
    lists = []
    for told in part.lists:
        lines = [labelled(line) if line.label else tag("p", own(line.text)) for line in told.lines]
        lists.append(tag("div", tag("p", tag("span", text(told.mark), class_="mark")), tag("div", *lines), class_="change"))
    return tag("section", tag("h2", text(part.title)), phase, *lists, class_="box", id="changes")


def summary_part(part: SummaryPart) -> Html:
    """Return the plan in a few sentences."""
    return tag("div", tag("h2", text(part.title)), tag("ul", *(tag("li", text(line)) for line in part.lines)), class_="box")


def pain_part(part: PainPart) -> Html:
    """Return the pain rule as three lights."""
    return tag(
        "section",
        tag("h2", text(part.title)),
        tag("p", text(part.scale)),
        tag("ul", *map(_light, part.levels), class_="lights"),
        labelled(Labelled(part.next_morning_label, part.next_morning)),
        id="pain",
    )


def flare_part(part: FlarePart) -> Html:
    """Return what to do in a flare-up, step by step."""
    steps = tag("ol", *(tag("li", own(step)) for step in part.steps))
    return tag("section", tag("h2", text(part.title)), tag("p", text(part.sign)), steps, class_="box", id="flare-up")


def stop_part(stop: StopList, key: str) -> Html:
    """Return one list of signs to stop for."""
    signs = tag("ul", *(tag("li", text(sign)) for sign in stop.signs))
    return tag("section", tag("h2", STOP, own(stop.title)), signs, class_="box strong", id=key)


def topic_part(topic: TopicPart, key: str) -> Html:
    """Return an education topic."""
    table = _table(topic) if topic.table else NONE
    return tag("section", tag("h2", text(topic.title)), *map(_topic_section, topic.sections), table, class_="topic", id=key)


def code_part(part: CodePart) -> Html:
    """Return the code that finds the visit again, in words and as a square of dots."""
    # Loaded only where a sheet has a code.
    import segno

    square = segno.make(scanned_text(part.code), error="m", micro=False, boost_error=False)
    dots = Html(square.svg_inline(border=4, light="#ffffff", dark="#000000", omitsize=True))
    shown = tag("div", dots, role="img", aria_label=part.shown, class_="dots")
    told = tag("div", tag("p", tag("strong", text(part.title))), tag("p", text(part.told)), tag("p", text(part.code)))
    return tag("div", shown, told, class_="box code")


def questions_part(questions: tuple[str, ...]) -> Html:
    """Return questions with lines to write on; nothing that is written leaves the page."""
    lines = [tag("label", text(question), tag("input", type="text", autocomplete="off")) for question in questions]
    return tag("div", *lines, class_="box questions")


def _light(level: PainLevel) -> Html:
    head = tag("p", LIGHTS[level.light], tag("strong", text(level.word)), text(" "), text(level.levels))
    return tag("li", head, tag("p", text(level.advice)), class_=level.light.value)


def _topic_section(section: TopicSection) -> Html:
    heading = tag("h3", text(section.heading)) if section.heading else NONE
    bullets = tag("ul", *(tag("li", text(bullet)) for bullet in section.bullets)) if section.bullets else NONE
    return tag("div", heading, *(tag("p", text(each)) for each in section.paragraphs), bullets)


def _table(topic: TopicPart) -> Html:
    """Return the stages as a table whose rows turn into blocks on a phone; roles keep it a table for those who hear it."""
    heads, *rows = topic.table
    head = tag("tr", *(tag("th", text(each), role="columnheader", scope="col") for each in heads), role="row")
    body = [
        tag("tr", *(_cell(cell, heads[at], ticks if at == len(row) - 1 else 0) for at, cell in enumerate(row)), role="row")
        for row, ticks in zip(rows, topic.ticks, strict=True)
    ]
    return tag(
        "table",
        tag("thead", head, role="rowgroup"),
        tag("tbody", *body, role="rowgroup"),
        class_="stages",
        role="table",
        aria_label=topic.title,
    )


def _cell(words: str, head: str, ticks: int) -> Html:
    boxes = [tag("input", type="checkbox", aria_label=f"{head} {number}") for number in range(1, ticks + 1)]
    return tag("td", tag("span", text(words), *boxes), role="cell", data_head=head)
