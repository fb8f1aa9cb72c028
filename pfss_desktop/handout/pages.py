"""A sheet onto pages of a given paper: margins, running heads, footers with the number of pages."""

from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.handout.blocks import sheet_groups
from pfss_desktop.handout.content import DOT, Sheet
from pfss_desktop.handout.exercise_arrangement import grid_for
from pfss_desktop.handout.exercise_block import FIGURE_HEIGHT, FIGURE_WIDTH
from pfss_desktop.handout.fridge import FridgeDoor
from pfss_desktop.handout.galley import Galley, Styles
from pfss_desktop.handout.ink import inked
from pfss_desktop.handout.its_words import in_its_words
from pfss_desktop.handout.layout import Form
from pfss_desktop.handout.marks import Figure, Group, Mark, Row, Rule
from pfss_desktop.handout.pagination import Page, Placed, Room, paginated
from pfss_desktop.handout.placing import settled
from pfss_desktop.handout.pointer import with_true_pointer
from pfss_desktop.handout.request import FigureDrawing, HandoutRequest
from pfss_desktop.handout.roles import Role
from pfss_desktop.handout.sections import ALL_DETAILS, Detail
from pfss_desktop.handout.two_languages import TwoLanguages
from pfss_desktop.handout.typeface import Typeface
from pfss_desktop.handout.typesetting import Typesetter
from pfss_desktop.handout.writing import sheet_of
from pfss_desktop.language import _
from pfss_desktop.translations import speaking_language

SIDE = 45.0
"""Left and right margin, about 16 mm: every home printer reaches that far."""
FIRST_TOP = 40.0
TOP = 64.0
"""Of later pages, below the running head."""
HEAD = 36.0
BOTTOM = 51.0
DETAILS = {
    Form.THREE: ALL_DETAILS - {Detail.SHOWN},
    Form.FOUR: frozenset((Detail.CUE, Detail.MISTAKE, Detail.CAUTION)),
    Form.SIX: frozenset((Detail.CUE, Detail.CAUTION)),
}
"""What small cells tell of an exercise besides how much: a tempo is said in words, and cautions are never left out."""
FOOT = 44.0
"""The footer's hairline, above the lower edge."""


class Booklet(NamedTuple):
    """The pages of one handout, ready to be drawn; at least one."""

    sheet: Sheet
    pages: tuple[Page, ...]
    text_width: float


def booklet_of(request: HandoutRequest, typeface: Typeface) -> Booklet:
    """Return the pages of a handout, in the language spoken now and, if asked for, in a second one."""
    asked = replace(request, details=request.details & _details_of(request))
    request = in_its_words(asked)
    sheet = sheet_of(request)
    wide, high = request.paper.size
    room = Room(top=TOP, bottom=high - BOTTOM, first_top=FIRST_TOP)
    grid = grid_for(request.layout.form, room.height)
    galley = Galley(Typesetter(typeface), Styles(typeface, request.layout.body), wide - 2 * SIDE, grid)
    if request.layout.form is Form.FRIDGE:
        pages = FridgeDoor(galley, sheet, _prescriptions(request), _figures(request), room).pages(large=request.layout.large)
    elif request.beside:
        with speaking_language(request.beside):
            second = sheet_of(in_its_words(asked))
        pair = TwoLanguages(galley, sheet, second, request.beside)
        sheet, pages = pair.sheet, pair.pages(_figures(request), room)
    else:
        pages = paginated(sheet_groups(galley, sheet, _figures(request)), room, grid.rows if grid else 0)
        pages = with_true_pointer(galley, sheet, settled(pages, room.bottom))
    if request.layout.ink or request.layout.large:
        pages = inked(pages)
    return bound(galley, sheet, pages, high)


def bound(galley: Galley, sheet: Sheet, pages: tuple[Page, ...], high: float) -> Booklet:
    """Return pages of this height with their running heads and footers."""
    edge = _Edge(galley, sheet)
    whole = tuple((*edge.head(number), *page, edge.foot(number, len(pages), high)) for number, page in enumerate(pages, 1))
    return Booklet(sheet, whole, galley.width)


def _details_of(request: HandoutRequest) -> frozenset[Detail]:
    """Return what there is room to tell of an exercise; where it is scarce, a tempo is said in words instead of its bar."""
    if request.beside:
        return ALL_DETAILS - {Detail.TEMPO}
    if request.layout.large and request.layout.form is Form.TWO:
        return DETAILS[Form.SIX]
    return DETAILS.get(request.layout.form, ALL_DETAILS)


def _prescriptions(request: HandoutRequest) -> dict[str, Prescription]:
    return {held.id: held for held in request.plan.prescriptions()}


def _figures(request: HandoutRequest) -> dict[str, Figure]:
    prescriptions = _prescriptions(request)
    return {
        key: Figure(_DrawnFor(prescriptions[key], draw), prescriptions[key].text.name, FIGURE_WIDTH, FIGURE_HEIGHT)
        for key, draw in request.figures.items()
        if key in prescriptions
    }


@dataclass(frozen=True, slots=True)
class _DrawnFor:
    """The drawing of one prescription's figure."""

    prescription: Prescription
    draw: FigureDrawing

    def __call__(self, canvas: Any, x: float, y: float, width: float, height: float) -> str:  # noqa: ANN401 - ReportLab has no types
        """Draw it into the box."""
        return self.draw(canvas, self.prescription, x, y, width, height)


class _Edge(NamedTuple):
    """What stands at the edges of the pages."""

    galley: Galley
    sheet: Sheet

    def head(self, number: int) -> tuple[Placed, ...]:
        """Return the running head: none on the first page; on others whose plan it is, so that loose pages find home."""
        if number == 1:
            return ()
        galley, style = self.galley, self.galley.styles.small.as_role(Role.EDGE)
        text = DOT.join(part for part in (self.sheet.title, self.sheet.about) if part)
        line = galley.setter.fitted(text, style, galley.width)
        rule = Rule(0.0, style.leading + 3, galley.width, style.leading + 3)
        return (Placed(Group((Row(style.leading, (style.words(line, 0.0), rule)),)), HEAD),)

    def foot(self, number: int, count: int, high: float) -> Placed:
        """Return the footer: whom to ask, the plan's code, and the page of how many."""
        galley, style = self.galley, self.galley.styles.small.as_role(Role.EDGE)
        page = galley.setter.printable(_("Page {number} of {count}").format(number=number, count=count))
        page_x = galley.width - style.width(page)
        code = galley.setter.fitted(self.sheet.code, style, galley.width * 0.3)
        code_x = page_x - 24 - style.width(code)
        phone = galley.setter.fitted(self.sheet.phone, style, code_x - 16)
        texts = [style.words(text, x, 4.0) for text, x in ((phone, 0.0), (code, code_x), (page, page_x)) if text]
        marks: tuple[Mark, ...] = (Rule(0.0, 0.0, galley.width, 0.0), *texts)
        return Placed(Group((Row(style.leading + 4, marks),)), high - FOOT)
