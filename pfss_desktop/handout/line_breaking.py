"""Where lines break: at spaces, between ideographs, and anywhere in a word wider than a line. Knows widths by a measure only."""

import re
from collections.abc import Callable, Iterator
from math import inf

from pfss_desktop.handout.bidi import LEFT_MARK, RIGHT_MARK, base_level
from pfss_desktop.handout.clusters import clusters

Measure = Callable[[str], float]
"""The width of a printable text in points."""

LONGEST_LINE = 1000
"""Letters; no line that a page can hold has as many, so that longer texts need not be measured whole."""

_IDEOGRAPH = re.compile("[\u2e80-\u30ff\u3100-\u312f\u31a0-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
"""Letters of Chinese and Japanese, which are written without spaces; Korean has spaces."""
_NEVER_FIRST = frozenset(
    "、。，．・：；！？）］｝」』】〕〉》ー々…‥％ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ)]}.,:;!?%ะาำๅๆฯະາຳ"
)
_NEVER_LAST = frozenset("（［｛「『【〔〈《([{เแโใไເແໂໃໄ")
"""Closing and small signs stay with what is before them, opening ones and vowels written in front with what follows."""


def broken_lines(paragraph: str, measure: Measure, width: float, indent: float) -> Iterator[str]:
    """Yield a paragraph in lines as full as they go, the first one shorter by `indent`; nothing for one without a word.

    A line that would not show by itself which way the paragraph runs begins with an invisible mark that does.
    """
    base = base_level(paragraph)
    for line in _filled(_words(paragraph), measure, width, indent):
        yield line if base_level(line) == base else (RIGHT_MARK if base else LEFT_MARK) + line


def broken_word(word: str, measure: Measure, width: float) -> Iterator[str]:
    """Yield a long word in pieces that fit where one cluster fits; an accent stays with its letter."""
    held: list[str] = []
    used = 0.0
    for part in _glued(clusters(word)):
        wide = measure(part)
        if held and used + wide > width:
            # Joined letters can be wider than the same letters apart.
            spare = [held.pop()] if len(held) > 1 and measure("".join(held)) > width else []
            yield "".join(held)
            held, used = spare, sum(map(measure, spare))
        held.append(part)
        used += wide
    yield "".join(held)


def _filled(words: Iterator[tuple[str, str]], measure: Measure, width: float, indent: float) -> Iterator[str]:
    space = measure(" ")
    line, used = "", indent
    for gap, word in words:
        wide = measure(word) if len(word) <= LONGEST_LINE else inf
        lead = space if line and gap else 0.0
        if used + lead + wide <= width:
            used += lead + wide
            line += gap + word if line else word
            continue
        if line or indent:
            yield line
            indent = 0.0
        if wide > width:
            *full, word = broken_word(word, measure, width)
            yield from full
            wide = measure(word)
        line, used = word, wide
    if line:
        yield line


def _words(paragraph: str) -> Iterator[tuple[str, str]]:
    """Yield what a line may not part, each with what stands before it in a line: a space, or nothing between ideographs."""
    if not _IDEOGRAPH.search(paragraph):
        yield from ((" ", word) for word in paragraph.split(" ") if word)
        return
    for word in filter(None, paragraph.split(" ")):
        gap = " "
        for part in _glued(_between_ideographs(word)):
            yield gap, part
            gap = ""


def _between_ideographs(word: str) -> Iterator[str]:
    """Yield ideographs one by one and what stands between them whole."""
    other = ""
    for cluster in clusters(word):
        if not _IDEOGRAPH.match(cluster):
            other += cluster
            continue
        if other:
            yield other
        other = ""
        yield cluster
    if other:
        yield other


def _glued(parts: Iterator[str] | list[str]) -> Iterator[str]:
    """Yield the parts with those put together that a line may not part."""
    held = ""
    for part in parts:
        if held and held[-1] not in _NEVER_LAST and part[0] not in _NEVER_FIRST:
            yield held
            held = ""
        held += part
    if held:
        yield held
