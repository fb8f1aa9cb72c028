"""A movement as a strip of pictures in compact SVG, for pages that move without a script. Writes shapes and computes none.

Coordinates are whole sixteenths of a millimetre. What several pictures share is written once and referred to.
"""

from collections import Counter
from html import escape
from typing import NamedTuple

from pfss_desktop.figures.drawing import Drawing, Label, Shape
from pfss_desktop.figures.hulls import Path

UNITS = 16
"""Units of the picture in a millimetre."""


class Film(NamedTuple):
    """SVG elements: what is shared, the picture that stands still, and the strip of those that move; sizes in units.

    The strip holds picture k from k x `width` on; without movement it is empty.
    """

    shared: str
    still: str
    strip: str
    width: int
    height: int


def film_of(still: Drawing, moments: tuple[Drawing, ...], name: str) -> Film:
    """Return the film of these drawings, all of one size; ids of shared elements begin with `name`, unique in the document."""
    pictures = [_elements(drawing) for drawing in (still, *moments)]
    uses = Counter(element for picture in pictures for element in picture)
    ids = {element: f"{name}-{number}" for number, element in enumerate(each for each, count in uses.items() if count > 1)}
    written = ["".join(f'<use href="#{ids[each]}"/>' if each in ids else each for each in picture) for picture in pictures]
    shared = "".join(element.replace(" ", f' id="{key}" ', 1) for element, key in ids.items())
    width, height = round(still.width * UNITS), round(still.height * UNITS)
    strip = "".join(f'<g transform="translate({at * width})">{each}</g>' for at, each in enumerate(written[1:]))
    return Film(shared, written[0], strip, width, height)


def _elements(drawing: Drawing) -> list[str]:
    return [*map(_shape, drawing.shapes), *map(_label, drawing.labels)]


def _shape(shape: Shape) -> str:
    data = "".join(_outline(path, closed=shape.closed) for path in shape.paths)
    stroke = f' stroke="{shape.stroke}" stroke-width="{shape.width * UNITS:.3g}"' if shape.stroke else ""
    dashes = f' stroke-dasharray="{" ".join(f"{each * UNITS:.3g}" for each in shape.dashes)}"' if shape.dashes else ""
    return f'<path d="{data}" fill="{shape.fill or "none"}"{stroke}{dashes}/>'


def _outline(path: Path, *, closed: bool) -> str:
    """Return an outline as steps from point to point; each step starts from where rounding has led, so no error adds up."""
    words: list[str] = []
    x = y = 0
    for index, segment in enumerate(path):
        numbers = [round(number * UNITS) for number in segment]
        steps = [number - (y if at % 2 else x) for at, number in enumerate(numbers)]
        letter = "M" if index == 0 else "l" if len(segment) == 2 else "c"
        words.append(letter + " ".join(map(str, steps)).replace(" -", "-"))
        x, y = numbers[-2:]
    return "".join(words) + ("z" if closed else "")


def _label(label: Label) -> str:
    size = label.size * UNITS
    place = f'x="{label.x * UNITS:.0f}" y="{label.y * UNITS + 0.35 * size:.0f}" text-anchor="middle" fill="{label.colour}"'
    return f'<text {place} font-weight="700" font-size="{size:.0f}">{escape(label.text)}</text>'
