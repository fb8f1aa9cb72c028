"""How many pages a handout takes, told without drawing any."""

from pfss_desktop.handout.pages import booklet_of
from pfss_desktop.handout.request import HandoutRequest
from pfss_desktop.handout.typeface import PRESS, paper_typeface
from pfss_desktop.translations import speaking_language


def count_pages(request: HandoutRequest) -> int:
    """Return the number of pages that `render_handout` gives for this request. Any thread may call this."""
    with PRESS, speaking_language(request.language):
        return len(booklet_of(request, paper_typeface()).pages)
