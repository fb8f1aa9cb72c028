"""The handout against WeasyPrint on the web page's own content: `python -m tests.benchmarks.against_weasyprint`.

WeasyPrint is no dependency of the program nor of its tests. For this row alone, `pip install weasyprint`; on Debian it also wants
`libpango-1.0-0` and `libpangoft2-1.0-0`. Without it the row says so. The page is given to it without the moving pictures, which
paper does not show.
"""

import re
from importlib.util import find_spec
from statistics import median
from time import perf_counter
from typing import Any

from pfss_desktop.catalogue.loading import load_catalogue
from pfss_desktop.figures.book import FigureBook
from pfss_desktop.figures.styles import Style
from pfss_desktop.handout.figures_on_paper import figures_for
from pfss_desktop.handout.render import render_handout
from pfss_desktop.handout.request import HandoutRequest
from pfss_desktop.handout.web_page import render_page
from pfss_desktop.paths import resources
from tests.benchmarks.figure import Figure
from tests.handout.plans_at_hand import plan_of, prescription, request_for

LEAST_RATIO = 5
MILLISECONDS, KILOBYTES = 250, 400
"""Budgets of a handout of 12 exercises with their figures, in a warm process."""
ROUNDS, SLOW_ROUNDS = 20, 3
_FILM = re.compile(rb'<g class="film">.*?</g></g></svg>', re.DOTALL)


def twelve_with_figures() -> tuple[HandoutRequest, FigureBook]:
    """The request that is measured, and the figures in it."""
    catalogue = load_catalogue(resources() / "catalogue").catalogue
    book = FigureBook(catalogue)
    drawn = [exercise for exercise in catalogue if book.figure(exercise.id)][:12]
    plan = plan_of(*(prescription(at, exercise_id=each.id, text=each.for_patient) for at, each in enumerate(drawn, 1)))
    return request_for(plan, figures=figures_for(plan, book, Style())), book


def lines() -> list[str]:
    """Return the rows of the table."""
    request, book = twelve_with_figures()
    content = render_handout(request)
    ours = _milliseconds(lambda: render_handout(request), ROUNDS)
    rows = [
        str(Figure("handout of 12 exercises with figures", ours, None, MILLISECONDS)),
        f"{'size of that handout':<52}{len(content) / 1000:9.1f} kB{'':>10}   budget {KILOBYTES} kB",
    ]
    if find_spec("weasyprint") is None:
        return [*rows, "the same by WeasyPrint: not measured; `pip install weasyprint` and run again"]
    page = _FILM.sub(b"</svg>", render_page(request, book, Style())).decode()
    theirs = _milliseconds(lambda: _by_weasyprint(page), SLOW_ROUNDS)
    ratio = f"{theirs:9.1f} ms {theirs / ours:6.2f} x   at least {LEAST_RATIO} x"
    return [*rows, f"{'the same by WeasyPrint / handout':<52}{ratio}"]


def _by_weasyprint(page: str) -> Any:
    from weasyprint import HTML

    return HTML(string=page).write_pdf()


def _milliseconds(action: Any, rounds: int) -> float:
    action()
    times = []
    for _round in range(rounds):
        start = perf_counter()
        action()
        times.append((perf_counter() - start) * 1000)
    return median(times)


if __name__ == "__main__":
    print("\n".join(lines()))
