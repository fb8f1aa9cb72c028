"""A page of progress as the bytes of a PDF: same fonts, tags, edges and metadata as the handout."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO

from pfss_desktop.domain.score_chart import ChartGroup
from pfss_desktop.domain.score_history import ScoredVisit, scored
from pfss_desktop.handout.blocks import head_group
from pfss_desktop.handout.content import TopicSection
from pfss_desktop.handout.education_blocks import table_group
from pfss_desktop.handout.galley import HANG, PAD, Galley, Styles
from pfss_desktop.handout.marks import Cell, Group, Row
from pfss_desktop.handout.pages import BOTTOM, FIRST_TOP, SIDE, TOP, Booklet, bound
from pfss_desktop.handout.pagination import Page, Room, paginated
from pfss_desktop.handout.placing import settled
from pfss_desktop.handout.progress_chart import chart_group
from pfss_desktop.handout.progress_request import ProgressRequest
from pfss_desktop.handout.progress_words import ProgressSheet, progress_sheet
from pfss_desktop.handout.render import compose
from pfss_desktop.handout.sections import Section
from pfss_desktop.handout.tagged_canvas import new_canvas
from pfss_desktop.handout.typeface import PRESS, Typeface, paper_typeface
from pfss_desktop.handout.typesetting import Typesetter
from pfss_desktop.language import _
from pfss_desktop.translations import speaking_language

CHARTS = (4, 2, 0)
"""Charts on a page, in the order in which the numbers are tried."""
BESIDE = 16.0
"""Between two charts side by side."""
SOURCES = 9.0
"""Points of the sources, which are looked up and not read."""


def render_progress(request: ProgressRequest) -> bytes:
    """Return the page as a tagged PDF in the request's language; where much was measured, it takes more than one.

    Nothing of the patient goes into the metadata. Any thread may call this; calls wait for each other.
    """
    handout = replace(request.handout, phases=(), sections=(Section.EXERCISES,), is_named=False)
    request = replace(request, handout=handout)
    with PRESS, speaking_language(handout.language):
        typeface = paper_typeface()
        stream = BytesIO()
        canvas = new_canvas(stream, handout.paper.size, typeface.regular.name, handout.language)
        compose(canvas, handout, _booklet(request, typeface))
        canvas.save()
        return stream.getvalue()


def _booklet(request: ProgressRequest, typeface: Typeface) -> Booklet:
    wide, high = request.handout.paper.size
    galley = Galley(Typesetter(typeface), Styles(typeface), wide - 2 * SIDE)
    told = progress_sheet(request)
    room = Room(top=TOP, bottom=high - BOTTOM, first_top=FIRST_TOP)
    pages: tuple[Page, ...] = ()
    for most in CHARTS:
        # Where much is to be said, charts make room: one page is read, two are not.
        fewer = told._replace(charts=told.charts[:most])
        pages = settled(paginated(_groups(galley, fewer, scored(request.visits)), room), room.bottom)
        if len(pages) == 1:
            break
    return bound(galley, told.sheet, pages, high)


def _groups(galley: Galley, told: ProgressSheet, visits: tuple[ScoredVisit, ...]) -> Iterator[Group]:
    yield head_group(galley, told.sheet)
    goal = galley.labelled(told.goal, PAD, galley.width - 2 * PAD)
    if goal:
        yield galley.boxed(goal, gap=10.0)
    facts = [row for fact in told.facts for row in galley.labelled(fact, 0.0, galley.width, above=2.0)]
    if facts:
        yield Group(tuple(facts), gap=8.0)
    for section in told.sections:
        yield from _section(galley, section)
    if told.charts:
        yield _heading(galley, told.charts_title)
        yield galley.paragraph(_chart_key(), galley.styles.body, 3.0)._replace(leads=True)
        yield from _charts(galley, told.charts, visits)
    small = galley._replace(styles=galley.styles.of_body(10.5, is_narrow=True))
    if told.table:
        yield from _titled(galley, _("Scores"), table_group(small, told.table, (0,) * (len(told.table) - 1)))
        yield galley.paragraph(_judged_by(), small.styles.body, 6.0)
    if told.exercises:
        rows = [row for held in told.exercises for row in small.labelled(held, 0.0, galley.width, above=2.0)]
        yield from _titled(galley, _("Present exercises"), Group(tuple(rows), gap=3.0))
    if told.sources:
        tiny = small.styles.small._replace(size=SOURCES)
        yield from _titled(galley, _("Sources"), galley.paragraph(told.sources, tiny, 3.0))


def _chart_key() -> str:
    return _("Grey and white show your phases. From the dashed line on, the change since the start is one that counts.")


def _judged_by() -> str:
    return _(
        "Worthwhile: at least the smallest change that patients find important (MCID). Likely: beyond the error of one "
        "measurement (MDC), or important but within it."
    )


def _section(galley: Galley, section: TopicSection) -> Iterator[Group]:
    yield _heading(galley, section.heading)
    rows: list[Row] = []
    for bullet in section.bullets:
        rows += galley.setter.hanging("•", bullet, (galley.styles.strong, galley.styles.body), 0.0, HANG, galley.width)
    for paragraph in section.paragraphs:
        rows += galley.setter.rows(paragraph, galley.styles.body, 0.0, galley.width)
    yield Group(tuple(rows), gap=3.0)


def _heading(galley: Galley, text: str) -> Group:
    rows = galley.setter.rows(text, galley.styles.section, 0.0, galley.width)
    return Group(tuple(rows), gap=12.0, leads=True, bookmark=galley.setter.printable(text), is_apart=True)


def _titled(galley: Galley, title: str, group: Group) -> Iterator[Group]:
    yield _heading(galley, title)
    yield group


def _charts(galley: Galley, charts: Sequence[ChartGroup], visits: tuple[ScoredVisit, ...]) -> Iterator[Group]:
    """Yield the charts two by two."""
    wide = (galley.width - BESIDE) / 2
    column = galley._replace(width=wide)
    for at in range(0, len(charts), 2):
        pair = [chart_group(column, group, visits) for group in charts[at : at + 2]]
        cells = tuple(Cell(number * (wide + BESIDE), wide, group) for number, group in enumerate(pair))
        yield Group((), gap=8.0, cells=cells)
