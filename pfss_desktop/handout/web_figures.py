"""Figures on the web page: inline pictures that move at the prescribed tempo by style rules alone, or else stand still."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from pfss_desktop.domain.faults import FaultyFile
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.figures.book import FigureBook, prescribed
from pfss_desktop.figures.compose import FigureRequest, draw_figure
from pfss_desktop.figures.figure import Figure
from pfss_desktop.figures.film import UNITS, film_of
from pfss_desktop.figures.styles import Style
from pfss_desktop.figures.tempo import Pace
from pfss_desktop.handout.html import NONE, Html, tag, text
from pfss_desktop.language import _

STEPS = 20
"""Steps of a way from start to end: about ten pictures a second at the usual tempo, and far within what a page may weigh."""
WIDTH, HEIGHT = 62.0, 44.0
"""Millimetres, as on paper; the page scales it to the screen."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """Draws the figures of one page; `clocks` names the rule of each pace."""

    book: FigureBook
    style: Style
    clocks: Mapping[Pace, str]

    @classmethod
    def of(cls, shown: Iterable[Prescription], book: FigureBook, style: Style) -> "Pictures":
        """Return the pictures for these prescriptions."""
        paces = dict.fromkeys(Pace.of(held.dosage) for held in shown)
        return cls(book, style, {pace: f"pace{number}" for number, pace in enumerate(paces)})

    def rules(self) -> Iterator[str]:
        """Yield the style rules of every pace: which picture of the strip is shown when."""
        for pace, name in self.clocks.items():
            cuts = " ".join(
                f"{100 * seconds / pace.seconds:.3f}%{{transform:translate(-{picture * WIDTH * UNITS:.0f}px)}}"
                for seconds, picture in pace.cuts(STEPS)
            )
            yield f"@keyframes {name}{{{cuts}}}"
            moves = f".{name}{{animation:{name} {pace.seconds:g}s step-end infinite}}"
            yield f"@media (prefers-reduced-motion:no-preference){{{moves}}}"

    def picture(self, held: Prescription, number: int) -> Html:
        """Return the figure of a prescription with a box to hold it still, or nothing where there is no figure.

        `number` is the exercise's on this page.
        """
        figure = _figure(self.book, held)
        if figure is None:
            return NONE
        look = prescribed(held, FigureRequest(style=self.style, width=WIDTH, height=HEIGHT))
        still = draw_figure(figure, look)
        moments = tuple(draw_figure(figure, replace(look, frame=part / STEPS)) for part in range(STEPS + 1))
        film = film_of(still, moments if len(figure.motion.keys) > 1 else (), f"f{number}")
        title, told = f"f{number}-title", f"f{number}-told"
        moving = Html(f'<g class="film"><g class="{self.clocks[Pace.of(held.dosage)]}">{film.strip}</g></g>')
        picture = Html(
            f'<svg viewBox="0 0 {film.width} {film.height}" role="img" aria-labelledby="{title} {told}">'
            f"{tag('title', text(held.text.name), id=title)}{tag('desc', text(still.alt_text), id=told)}"
            f'<defs>{film.shared}</defs><g class="still">{film.still}</g>{moving if film.strip else ""}</svg>'
        )
        return tag("figure", _hold_box(number) if film.strip else NONE, picture, class_="moves" if film.strip else "")


def _hold_box(number: int) -> Html:
    """Return the box that holds one picture still; it stands before the picture, or no style rule could tell."""
    key = f"hold{number}"
    return Html(
        tag("input", type="checkbox", id=key, class_="hold") + tag("label", text(_("Hold still")), for_=key, class_="holder")
    )


def _figure(book: FigureBook, held: Prescription) -> Figure | None:
    """Return the figure, none for an exercise without poses; faulty poses count as none, as on paper."""
    try:
        return book.figure(held.exercise_id)
    except FaultyFile:
        return None
