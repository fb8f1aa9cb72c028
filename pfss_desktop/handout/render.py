"""A request becomes the bytes of a PDF. The same request gives the same bytes, so a visit can be printed again as it was."""

from io import BytesIO
from typing import Any

from pfss_desktop.handout.content import DOT, texts_of
from pfss_desktop.handout.drawing import Pen
from pfss_desktop.handout.its_words import in_its_words
from pfss_desktop.handout.pages import SIDE, Booklet, booklet_of
from pfss_desktop.handout.places import MadeHandout, places_of
from pfss_desktop.handout.request import HandoutRequest
from pfss_desktop.handout.tagged_canvas import Description, new_canvas
from pfss_desktop.handout.text import for_paper, missing_from
from pfss_desktop.handout.typeface import PRESS, paper_typeface
from pfss_desktop.handout.writing import sheet_of
from pfss_desktop.translations import speaking_language

PROGRAM = "PFSS Desktop"


def render_handout(request: HandoutRequest) -> bytes:
    """Return the handout as a PDF with subset fonts, tagged for screen readers (`roles`), with an outline entry per phase.

    It is in the request's language. Nothing of the patient goes into the metadata unless `is_named`. Any thread may call this;
    calls wait for each other.
    """
    return made_handout(request).content


def made_handout(request: HandoutRequest) -> MadeHandout:
    """Return the same, and where each exercise stands on its pages."""
    with PRESS, speaking_language(request.language):
        typeface = paper_typeface()
        stream = BytesIO()
        canvas = new_canvas(stream, request.paper.size, typeface.regular.name, request.language)
        booklet = booklet_of(request, typeface)
        compose(canvas, request, booklet)
        canvas.save()
        places = tuple(places_of(booklet.pages, SIDE, booklet.text_width))
        return MadeHandout(stream.getvalue(), request.paper.size, len(booklet.pages), places)


def missing_letters(request: HandoutRequest) -> tuple[str, ...]:
    """Return the letters of this handout that the typeface lacks, each once; they print as `text.MISSING`."""
    with PRESS:
        letters = paper_typeface().letters
    with speaking_language(request.language):
        return missing_from(texts_of(sheet_of(in_its_words(request))), letters)


def compose(canvas: Any, request: HandoutRequest, booklet: Booklet) -> None:  # noqa: ANN401 - ReportLab has no types
    """Put a booklet's metadata and pages on a canvas of the request's paper; saving it is the caller's."""
    _describe(canvas, request, booklet)
    pen = Pen(canvas, SIDE, booklet.text_width, request.paper.size[1])
    for page in booklet.pages:
        pen.page(page)
        canvas.showPage()
    canvas.keep_structure(pen.structure)


def _describe(canvas: Any, request: HandoutRequest, booklet: Booklet) -> None:  # noqa: ANN401
    """Set title, author and dates. The plan's own title is always left out: therapists write names into titles."""
    letters = paper_typeface().letters
    giver = request.letterhead.clinic.strip() or request.letterhead.therapist.strip() or PROGRAM
    name = request.patient_name.strip() if request.is_named else ""
    title = for_paper(DOT.join(part for part in (booklet.sheet.title, name) if part), letters)
    author = for_paper(giver, letters)
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setSubject(for_paper(booklet.sheet.code, letters))
    canvas.setCreator(PROGRAM)
    canvas.setProducer("ReportLab")
    canvas.describe(Description(title, author, request.language))
    canvas.setDateFormatter(lambda *_now: f"D:{request.on:%Y%m%d}000000Z")
    canvas.setViewerPreference("DisplayDocTitle", "true")
