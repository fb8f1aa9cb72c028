"""Finding the layout that fits a handout to a number of pages, by counting them in each."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from pfss_desktop.domain.faults import UserError
from pfss_desktop.handout.layout import LARGE_FORMS, Form, Layout
from pfss_desktop.handout.request import HandoutRequest
from pfss_desktop.language import ngettext

ORDER = (Form.FLOW, Form.FOUR, Form.THREE, Form.TWO, Form.ONE, Form.SIX, Form.FRIDGE)
"""Forms with the whole text come first, the short form next, the bare list last."""


class Fitted(NamedTuple):
    """A request whose layout fits, and how many pages it takes."""

    request: HandoutRequest
    pages: int


class DoesNotFit(UserError):
    """No layout takes so few pages; `least` is the number that the densest one takes."""

    def __init__(self, asked: int, least: int) -> None:
        told = ngettext(
            "This handout takes at least {count} page, more than the {asked} asked for. Print fewer phases, or fewer parts.",
            "This handout takes at least {count} pages, more than the {asked} asked for. Print fewer phases, or fewer parts.",
            least,
        )
        super().__init__(told.format(count=least, asked=asked))
        self.asked = asked
        self.least = least


def fitted(request: HandoutRequest, most: int, count: Callable[[HandoutRequest], int]) -> Fitted:
    """Return the request in the best layout of at most this many pages; raise DoesNotFit.

    `count` tells a request's pages. Large print comes before the usual letters, and is kept where it was asked for; among those
    of one size the form that the request asks for comes first, then ORDER. Two languages have the flowing form only. Ink, copy,
    paper, phases and parts stay as they are asked for.
    """
    least: int | None = None
    forms = (Form.FLOW,) if request.beside else tuple(dict.fromkeys((request.layout.form, *ORDER)))
    for layout in _layouts(request.layout, forms):
        tried = replace(request, layout=layout)
        pages = count(tried)
        if pages <= most:
            return Fitted(tried, pages)
        least = pages if least is None else min(least, pages)
    raise DoesNotFit(most, least or 1)


def _layouts(asked: Layout, forms: tuple[Form, ...]) -> Iterator[Layout]:
    for form in forms:
        if form in LARGE_FORMS and form is not Form.FRIDGE:
            yield replace(asked, form=form, large=True)
    if not asked.large:
        for form in forms:
            yield replace(asked, form=form, large=False)
