"""A drawing as frozen values: outlines to fill and stroke, and labels, in millimetres, x right and y down. No toolkit."""

import msgspec

from pfss_desktop.figures.hulls import Path


class Shape(msgspec.Struct, frozen=True):
    """Outlines painted at once: filled (non-zero winding) when `fill` is given, then stroked when `stroke` is.

    Colours are "#rrggbb"; `width` in millimetres; joins and caps are round. `closed` False strokes open lines.
    """

    paths: tuple[Path, ...]
    fill: str | None = None
    stroke: str | None = None
    width: float = 0.0
    closed: bool = True
    dashes: tuple[float, ...] = ()


class Label(msgspec.Struct, frozen=True):
    """A short text centred on a point; `size` is the height of its letters' em in millimetres."""

    text: str
    x: float
    y: float
    size: float
    colour: str


class Drawing(msgspec.Struct, frozen=True):
    """A finished picture: painters only stroke, fill and write; they compute no shape."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    labels: tuple[Label, ...]
    alt_text: str
