"""Figures on paper without a plan: one as a page of its own size, or all of a catalogue on a contact sheet of A4."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.units import mm

from pfss_desktop.figures.drawing import Drawing
from pfss_desktop.handout.figure_operators import draw_on_canvas
from pfss_desktop.handout.request import Paper
from pfss_desktop.handout.roles import Role
from pfss_desktop.handout.runs_on_paper import draw_line
from pfss_desktop.handout.structure import Element, Structure
from pfss_desktop.handout.tagged_canvas import Description, TaggedCanvas, new_canvas
from pfss_desktop.handout.text import for_paper
from pfss_desktop.handout.typeface import PRESS, Typeface, paper_typeface
from pfss_desktop.handout.typesetting import Style, Typesetter
from pfss_desktop.language import _

CELL_WIDTH, CELL_HEIGHT = 44.0, 33.0
"""Millimetres that a figure of the sheet takes: as small as a thumbnail may be and still show cuff and band."""

_PROGRAM = "PFSS Desktop"
_COLUMNS, _ROWS = 4, 6
_SIDE = 11.0 * mm
_TOP = 19.0 * mm
_FOOT = 9.0 * mm
_ROW = 44.5 * mm
_NAME_LINES = 2
_GREY = (0.35, 0.35, 0.35)


@dataclass(frozen=True, slots=True)
class NamedFigure:
    """A figure of the sheet, with the exercise's name and id to stand below it."""

    exercise_id: str
    name: str
    drawing: Drawing


def figure_page(drawing: Drawing, name: str, width: float, language: str = "en") -> bytes:
    """Return a PDF of one page, just as large as the drawing is when it is `width` millimetres wide.

    Its title is the exercise's name, its subject the alt text.

    The same drawing gives the same bytes; fonts are embedded. Any thread may call this; calls wait for each other.
    """
    with PRESS:
        typeface = paper_typeface()
        stream = BytesIO()
        height = width * drawing.height / drawing.width
        canvas = new_canvas(stream, (width * mm, height * mm), typeface.regular.name, language)
        _describe(canvas, name, drawing.alt_text, typeface, language)
        structure = Structure()
        structure.turn_page()
        _told_figure(canvas, structure, drawing, (0.0, 0.0, width * mm, height * mm), typeface)
        canvas.showPage()
        canvas.keep_structure(structure)
        canvas.save()
        return stream.getvalue()


def contact_sheet(figures: Sequence[NamedFigure], language: str = "en") -> bytes:
    """Return a PDF of A4 pages with 24 figures each, in their order, names and ids below; at least one page.

    Drawings are best made CELL_WIDTH by CELL_HEIGHT; others are scaled to that width. The same figures give the same bytes.
    """
    with PRESS:
        typeface = paper_typeface()
        stream = BytesIO()
        canvas = new_canvas(stream, Paper.A4.size, typeface.regular.name, language)
        _describe(canvas, _("The figures of all exercises"), "", typeface, language)
        sheet = _Sheet(canvas, Typesetter(typeface))
        per_page = _COLUMNS * _ROWS
        parts = [figures[first : first + per_page] for first in range(0, len(figures), per_page)] or [()]
        for number, part in enumerate(parts, 1):
            sheet.page(part, number, len(parts), len(figures))
            canvas.showPage()
        canvas.keep_structure(sheet.structure)
        canvas.save()
        return stream.getvalue()


class _Sheet:
    """Draws the pages of a contact sheet."""

    def __init__(self, canvas: TaggedCanvas, setter: Typesetter) -> None:
        self.structure = Structure()
        self._canvas = canvas
        self._setter = setter
        self._wide, self._high = Paper.A4.size
        faces = setter.typeface
        self._title, self._name = Style(faces.bold, 12.0), Style(faces.semibold, 8.5)
        self._small = Style(faces.regular, 7.5, _GREY)

    def page(self, figures: Sequence[NamedFigure], number: int, count: int, total: int) -> None:
        """Draw one page: title, figures row by row, page number."""
        self.structure.turn_page()
        heading = _("Exercises: {count} figures").format(count=total)
        self._line(heading, self._title, _SIDE, self._high - _TOP + 7.0 * mm, Role.TITLE if number == 1 else Role.EDGE)
        column = (self._wide - 2 * _SIDE) / _COLUMNS
        for place, figure in enumerate(figures):
            row, beside = divmod(place, _COLUMNS)
            self._cell(figure, _SIDE + (beside + 0.5) * column, self._high - _TOP - row * _ROW)
        page = _("Page {number} of {count}").format(number=number, count=count)
        self._line(page, self._small, self._wide - _SIDE - self._small.width(self._setter.printable(page)), _FOOT, Role.EDGE)

    def _cell(self, figure: NamedFigure, middle: float, top: float) -> None:
        width = CELL_WIDTH * mm
        height = width * figure.drawing.height / figure.drawing.width
        box = (middle - width / 2, top - height, middle + width / 2, top)
        _told_figure(self._canvas, self.structure, figure.drawing, box, self._setter.typeface)
        at = top - height - self._name.size
        lines = self._setter.lines(figure.name, self._name, width)
        if len(lines) > _NAME_LINES:
            lines = [*lines[: _NAME_LINES - 1], self._setter.fitted(" ".join(lines[_NAME_LINES - 1 :]), self._name, width)]
        for number, line in enumerate(lines):
            x = middle - self._name.width(line) / 2
            self._line(line if number == len(lines) - 1 else f"{line} ", self._name, x, at, continues=number > 0)
            at -= self._name.size * 1.1
        shown = self._setter.fitted(figure.exercise_id, self._small, width)
        self._line(shown, self._small, middle - self._small.width(shown) / 2, at)

    def _line(self, text: str, style: Style, x: float, y: float, role: Role = Role.PARAGRAPH, *, continues: bool = False) -> None:
        if role.is_silent:
            self._canvas.addLiteral("/Artifact <</Type /Pagination>> BDC")
        else:
            _open(self._canvas, self.structure, self.structure.text(role, text, "", continues=continues))
        draw_line(self._canvas, style.words(self._setter.printable(text), x), x, y)
        self._canvas.addLiteral("EMC")


def _told_figure(
    canvas: TaggedCanvas, structure: Structure, drawing: Drawing, box: tuple[float, float, float, float], typeface: Typeface
) -> None:
    """Draw a figure into a box, its words behind it."""
    element = structure.figure(box)
    element.alt = drawing.alt_text
    _open(canvas, structure, element)
    draw_on_canvas(canvas, drawing, box[0], box[1], box[2] - box[0], typeface.bold.name)
    canvas.addLiteral("EMC")


def _open(canvas: TaggedCanvas, structure: Structure, element: Element) -> None:
    canvas.addLiteral(f"/{element.kind} <</MCID {structure.numbered(element)}>> BDC")


def _describe(canvas: TaggedCanvas, title: str, subject: str, typeface: Typeface, language: str) -> None:
    canvas.describe(Description(for_paper(title, typeface.letters), _PROGRAM, language))
    canvas.setTitle(for_paper(title, typeface.letters))
    canvas.setSubject(for_paper(subject, typeface.letters))
    canvas.setAuthor(_PROGRAM)
    canvas.setCreator(_PROGRAM)
    canvas.setProducer("ReportLab")
    canvas.setViewerPreference("DisplayDocTitle", "true")
