"""A page's own colours as black, white and a few greys, for mono printers, photocopies and large print."""

from pfss_desktop.handout.logo_block import LogoDrawing
from pfss_desktop.handout.marks import BLACK, PALE, TEAL, WHITE, Colour, Group, Mark, Outline, Rule, Words
from pfss_desktop.handout.pagination import Page

LIGHTEST = 0.93
"""A filling lighter than this grey is left white: printers make dots of it. A default."""


def inked(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """Return the pages with every colour of ours made grey, and the logo; figures have a palette of their own."""
    return tuple(tuple(placed._replace(group=_group(placed.group)) for placed in page) for page in pages)


def _group(group: Group) -> Group:
    frame = group.frame
    if frame:
        frame = frame._replace(fill=_fill(frame.fill), outline=frame.outline and _line(frame.outline))
    figure = group.figure
    if figure and isinstance(figure.draw, LogoDrawing):
        figure = figure._replace(draw=figure.draw.in_grey())
    rows = tuple(row._replace(marks=tuple(map(_mark, row.marks))) for row in group.rows)
    return group._replace(rows=rows, frame=frame, figure=figure)


def _mark(mark: Mark) -> Mark:
    if isinstance(mark, Words):
        return mark
    if isinstance(mark, Rule):
        return mark._replace(colour=_line(mark.colour))
    if isinstance(mark, Outline):
        return mark._replace(fill=_fill(mark.fill), outline=_line(mark.outline))
    outline = mark.outline and _line(mark.outline)
    if mark.fill == PALE and outline is None:
        outline = BLACK
    return mark._replace(fill=_fill(mark.fill), outline=outline)


def _line(colour: Colour) -> Colour:
    return BLACK if colour == TEAL else _grey(colour)


def _fill(colour: Colour | None) -> Colour | None:
    if colour is None or colour == TEAL:
        return colour and BLACK
    grey = _grey(colour)
    return WHITE if grey[0] >= LIGHTEST else grey


def _grey(colour: Colour) -> Colour:
    """Return the grey that looks as light as a colour."""
    red, green, blue = colour
    light = 0.299 * red + 0.587 * green + 0.114 * blue
    return (light, light, light)
