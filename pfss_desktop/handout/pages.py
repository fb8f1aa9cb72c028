"""A sheet onto pages of a given paper: margins, running heads, footers with the number of pages."""

from dataclasses import dataclass

from pfss_desktop.handout.blocks import Blocks, Styles
from pfss_desktop.handout.content import DOT, Sheet, sheet_of
from pfss_desktop.handout.marks import Group, Row, Rule
from pfss_desktop.handout.pagination import Page, Placed, Room, paginated
from pfss_desktop.handout.request import HandoutRequest
from pfss_desktop.handout.typeface import Typeface
from pfss_desktop.handout.typesetting import Style, Typesetter
from pfss_desktop.language import _

SIDE = 45.0
"""Left and right margin, about 16 mm: every home printer reaches that far."""
FIRST_TOP = 40.0
TOP = 68.0
"""Of later pages, below the running head."""
HEAD = 38.0
BOTTOM = 56.0
FOOT = 44.0
"""The footer's hairline, above the lower edge."""


@dataclass(frozen=True, slots=True)
class Booklet:
    """The pages of one handout, ready to be drawn; at least one."""

    sheet: Sheet
    pages: tuple[Page, ...]
    text_width: float


def booklet_of(request: HandoutRequest, typeface: Typeface) -> Booklet:
    """Return the pages of a handout."""
    sheet = sheet_of(request)
    wide, high = request.paper.size
    setter, styles, width = Typesetter(typeface), Styles(typeface), wide - 2 * SIDE
    blocks = Blocks(setter, styles, width, request.plan, request.figures)
    pages = paginated(blocks.groups(sheet), Room(top=TOP, bottom=high - BOTTOM, first_top=FIRST_TOP))
    edge = _Edge(setter, styles.small, width, sheet)
    bound = tuple(
        (*edge.head(number), *page, edge.foot(number, len(pages), high)) for number, page in enumerate(pages, 1)
    )
    return Booklet(sheet, bound, width)


@dataclass(frozen=True, slots=True)
class _Edge:
    """What stands at the edges of the pages."""

    setter: Typesetter
    style: Style
    width: float
    sheet: Sheet

    def head(self, number: int) -> tuple[Placed, ...]:
        """Return the running head: none on the first page; on others whose plan it is, so that loose pages find home."""
        if number == 1:
            return ()
        text = DOT.join(part for part in (self.sheet.title, self.sheet.about) if part)
        line = self.setter.fitted(text, self.style, self.width)
        height = self.style.leading
        marks = (self.style.words(line, 0.0), Rule(0.0, height + 3, self.width, height + 3))
        return (Placed(Group((Row(height, marks),)), HEAD),)

    def foot(self, number: int, count: int, high: float) -> Placed:
        """Return the footer: whom to ask, the plan's code, and the page of how many."""
        page = self.setter.printable(_("Page {number} of {count}").format(number=number, count=count))
        right = self.style.width(page)
        code = self.setter.fitted(self.sheet.code, self.style, self.width * 0.3)
        code_x = self.width - self.style.width(page) - 24 - self.style.width(code)
        phone = self.setter.fitted(self.sheet.phone, self.style, code_x - 16)
        marks = (
            Rule(0.0, 0.0, self.width, 0.0),
            *((self.style.words(phone, 0.0, 4.0),) if phone else ()),
            self.style.words(code, code_x, 4.0),
            self.style.words(page, self.width - right, 4.0),
        )
        return Placed(Group((Row(self.style.leading + 4, marks),)), high - FOOT)
