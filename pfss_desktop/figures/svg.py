"""A drawing as SVG text: for browsers, files and looking at. Writes what the drawing holds and computes nothing."""

from xml.sax.saxutils import escape, quoteattr

from pfss_desktop.figures.drawing import Drawing, Label, Shape
from pfss_desktop.figures.hulls import Path


def to_svg(drawing: Drawing, name: str = "", width: float | None = None) -> str:
    """Return the drawing as a whole SVG document, `width` millimetres wide, else as wide as it was drawn.

    `name` is its title and the alt text its description; without a name, the alt text is the title.
    """
    wide = drawing.width if width is None else width
    high = drawing.height * wide / drawing.width
    size = f'width="{wide:g}mm" height="{high:g}mm" viewBox="0 0 {drawing.width:g} {drawing.height:g}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-label={quoteattr(drawing.alt_text)}>'
        f"{_told(drawing.alt_text, name)}{svg_content(drawing)}</svg>"
    )


def svg_content(drawing: Drawing) -> str:
    """Return the drawing's elements alone, to be put into another SVG document."""
    shapes = "".join(map(_shape, drawing.shapes))
    labels = "".join(map(_label, drawing.labels))
    return f'<g stroke-linejoin="round" stroke-linecap="round">{shapes}{labels}</g>'


def _told(alt_text: str, name: str) -> str:
    if not name:
        return f"<title>{escape(alt_text)}</title>"
    return f"<title>{escape(name)}</title><desc>{escape(alt_text)}</desc>"


def _shape(shape: Shape) -> str:
    data = "".join(_path(path, closed=shape.closed) for path in shape.paths)
    stroke = f' stroke="{shape.stroke}" stroke-width="{shape.width:.3g}"' if shape.stroke else ""
    dashes = f' stroke-dasharray="{" ".join(f"{d:.3g}" for d in shape.dashes)}"' if shape.dashes else ""
    return f'<path d="{data}" fill="{shape.fill or "none"}"{stroke}{dashes}/>'


def _path(path: Path, *, closed: bool) -> str:
    words = []
    for index, segment in enumerate(path):
        letter = "M" if index == 0 else "L" if len(segment) == 2 else "C"
        words.append(letter + " ".join([f"{number:.2f}" for number in segment]))
    return "".join(words) + ("Z" if closed else "")


def _label(label: Label) -> str:
    place = f'x="{label.x:.2f}" y="{label.y + 0.35 * label.size:.2f}" text-anchor="middle" fill="{label.colour}"'
    font = f'font-family="Source Sans Pro, DejaVu Sans, sans-serif" font-weight="700" font-size="{label.size:.2f}"'
    return f"<text {place} {font}>{escape(label.text)}</text>"
