"""A line in any script as runs of placed glyphs: joined, stacked and ordered as its readers expect.

Only lines with letters that the paper's own typeface lacks, or with accents set apart, come here; they are rare and cost more.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import Any

import uharfbuzz as harfbuzz

from pfss_desktop.handout.bidi import LEFT_MARK, RIGHT_MARK, base_level, levels_of, looking_like, visual_order
from pfss_desktop.handout.clusters import JOINERS, clusters
from pfss_desktop.handout.fonts_at_hand import face_of, font_for, letters_of
from pfss_desktop.handout.glyphs import FontFile, Glyph, Own, Part, Run

_MARKS = LEFT_MARK + RIGHT_MARK
_AS_MEASURED = {"kern": False, "liga": False, "clig": False}
"""The paper's own typeface is measured letter by letter; so it is set."""


@lru_cache(2048)
def runs_of(line: str, own: Own) -> tuple[Run, ...]:
    """Return a printable line as runs from left to right. Every letter of it must be in some font (`font_for`)."""
    base = base_level(line)
    said = [(letter, level) for letter, level in zip(line, levels_of(line, base), strict=True) if letter not in _MARKS]
    fonts = _fonts_of("".join(letter for letter, _level in said), own)
    runs: list[Run] = []
    levels: list[int] = []
    for (font, level), run in groupby(zip(fonts, said, strict=True), lambda one: (one[0], one[1][1])):
        text = "".join(letter for _font, (letter, _level) in run)
        runs.append(Run(font, own.weight, tuple(_shaped(text, font, own, level))))
        levels.append(level)
    return tuple(runs[number] for number in visual_order(levels))


def width_of(line: str, own: Own) -> float:
    """Return the width of a printable line in thousandths of the size."""
    return sum(run.advance for run in runs_of(line, own))


def _fonts_of(text: str, own: Own) -> list[FontFile]:
    """Return the font of each letter. A space between words of one font is of that font, so that readers keep their order."""
    fonts = [font for cluster in clusters(text) for font in _cluster_fonts(cluster, own)]
    for number in range(1, len(fonts) - 1):
        if text[number] == " " and fonts[number - 1] == fonts[number + 1] and _has(fonts[number - 1], " "):
            fonts[number] = fonts[number - 1]
    return fonts


def _cluster_fonts(cluster: str, own: Own) -> Iterator[FontFile]:
    """Yield the font of each letter of a cluster: one for all where one has them all."""
    shown = "".join(letter for letter in cluster if letter not in JOINERS)
    font = own.font if _has(own.font, shown) else font_for(shown)
    for letter in cluster:
        yield font or (own.font if letter in JOINERS or _has(own.font, letter) else font_for(letter) or own.font)


def _has(font: FontFile, letters: str) -> bool:
    return all(ord(letter) in letters_of(font) for letter in letters)


def _shaped(text: str, font: FontFile, own: Own, level: int) -> Iterator[Glyph]:
    """Yield the glyphs of a run from left to right."""
    buffer = harfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.language = "und"
    buffer.direction = "rtl" if level % 2 else "ltr"
    harfbuzz.shape(_weighted(font, own.weight), buffer, _AS_MEASURED if font == own.font else {})
    placed = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
    starts = sorted({info.cluster for info, _position in placed})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    for start, cluster in groupby(placed, lambda one: one[0].cluster):
        glyphs = _cluster(text[start : ends[start]], list(cluster), 1000 / face_of(font).upem, level)
        yield from (glyph._replace(advance=_space(own)) if glyph.text == " " else glyph for glyph in glyphs)


def _cluster(text: str, placed: list[Any], scale: float, level: int) -> Iterator[Glyph]:
    parts: list[Part] = []
    x = 0
    for info, position in placed:
        parts.append(Part(info.codepoint, x + position.x_offset, position.y_offset))
        x += position.x_advance
    if level % 2:
        yield from (Glyph((), letter, 0.0) for letter in reversed(text[1:]))
        text = looking_like(text[:1])
    yield Glyph(tuple(parts), text, x * scale)


@lru_cache(8)
def _space(own: Own) -> float:
    """Return the width of a space of the paper's own typeface; every space of a line is as wide."""
    scaled = _weighted(own.font, own.weight)
    advance: int = scaled.get_glyph_h_advance(scaled.get_nominal_glyph(ord(" ")))
    upem: int = face_of(own.font).upem
    return advance * 1000 / upem


@lru_cache(64)
def _weighted(font: FontFile, weight: int) -> harfbuzz.Font:
    face = face_of(font)
    scaled = harfbuzz.Font(face)
    if any(axis.tag == "wght" for axis in face.axis_infos):
        scaled.set_variations({"wght": weight})
    return scaled
