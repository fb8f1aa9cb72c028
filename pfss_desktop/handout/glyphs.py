"""What a line in other scripts is drawn from: glyphs of font files, as plain values. Loads no font and no library."""

from typing import NamedTuple


class FontFile(NamedTuple):
    """A TrueType font; `place` counts the fonts of a collection from 0."""

    path: str
    place: int = 0


class Own(NamedTuple):
    """The paper's own typeface at one weight, whose letters need no other font."""

    font: FontFile
    weight: int


class Part(NamedTuple):
    """A glyph by its number, moved by so many font units."""

    number: int
    x: int
    y: int


Parts = tuple[Part, ...]


class Glyph(NamedTuple):
    """What is drawn for one cluster of letters, and the `text` it stands for; `advance` is in thousandths of the size.

    Where a text runs from right to left, every letter but a cluster's first is a glyph without parts, drawn before it: who reads
    the page backwards then meets base and accents in the order in which they were typed.
    """

    parts: Parts
    text: str
    advance: float


class Run(NamedTuple):
    """Glyphs of one font at one weight, from left to right."""

    font: FontFile
    weight: int
    glyphs: tuple[Glyph, ...]

    @property
    def advance(self) -> float:
        """The width in thousandths of the size."""
        return sum(glyph.advance for glyph in self.glyphs)
