"""Which way each letter of a line runs, and the order it is drawn in: the Unicode Bidirectional Algorithm (UAX 9).

The part of it for text without embeddings and isolates, which `tidy_text` takes out of every text.
"""

import unicodedata
from itertools import groupby

LEFT_MARK = "\u200e"
RIGHT_MARK = "\u200f"
"""Invisible; put before a line whose first letter does not show which way its paragraph runs."""

_PAIRS = "()[]{}⟦⟧⟨⟩⟪⟫⁅⁆⁽⁾₍₎〈〉《》「」『』【】〔〕（）［］｛｝"
_CLOSING = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_TURNED = "<>≤≥«»‹›"
_MIRRORED = {
    one: other
    for pairs in (_PAIRS, _TURNED)
    for left, right in zip(pairs[::2], pairs[1::2], strict=True)
    for one, other in ((left, right), (right, left))
}
_OPEN_LIMIT = 63
_STRONG = {"L": 0, "R": 1, "AL": 1}
_AS_RIGHT = {"R": "R", "EN": "R", "AN": "R", "L": "L"}


def base_level(text: str) -> int:
    """Return 1 where the first letter with a direction runs from right to left, else 0 (rules P2 and P3)."""
    if text.isascii():
        return 0
    for letter in text:
        level = _STRONG.get(unicodedata.bidirectional(letter))
        if level is not None:
            return level
    return 0


def looking_like(letter: str) -> str:
    """Return the letter that this one looks like where the text runs from right to left: the other bracket of a pair."""
    return _MIRRORED.get(letter, letter)


def levels_of(text: str, base: int) -> list[int]:
    """Return the level of each letter of a line: odd runs from right to left."""
    kinds = [unicodedata.bidirectional(letter) or "L" for letter in text]
    # Joiners and the like have no say (rule X9); they go with the letter before.
    seen = [number for number, kind in enumerate(kinds) if kind != "BN"]
    resolved = _resolved([kinds[number] for number in seen], [text[number] for number in seen], "R" if base else "L")
    levels = [base] * len(text)
    for number, kind in zip(seen, resolved, strict=True):
        levels[number] = _level(kind, base)
    for number in range(1, len(text)):
        if kinds[number] == "BN":
            levels[number] = levels[number - 1]
    return _ended(kinds, levels, base)


def visual_order(levels: list[int]) -> list[int]:
    """Return the numbers of things with these levels as they stand from left to right (rule L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end + 1
    return order


def _level(kind: str, base: int) -> int:
    """Return the level of a resolved kind (rules I1 and I2)."""
    if kind == "R":
        return 1
    if kind == "L":
        return 2 * base
    return 2


def _ended(kinds: list[str], levels: list[int], base: int) -> list[int]:
    """Return the levels with the spaces at the end as the line runs (rule L1)."""
    for number in range(len(kinds) - 1, -1, -1):
        if kinds[number] not in ("WS", "BN", "S", "B"):
            break
        levels[number] = base
    return levels


def _resolved(kinds: list[str], letters: list[str], edge: str) -> list[str]:
    resolved = _bracketed(_weak(kinds, edge), letters, edge)
    for number in range(1, len(kinds)):
        if kinds[number] == "NSM" and resolved[number] == "ON" and resolved[number - 1] in ("L", "R"):
            # An accent on a bracket turns with it.
            resolved[number] = resolved[number - 1]
    return _neutral(resolved, edge)


def _weak(given: list[str], edge: str) -> list[str]:
    """Return the kinds after rules W1 to W7: only L, R, EN, AN and neutral ones are left."""
    kinds = list(given)
    before = edge
    for number, kind in enumerate(kinds):
        before = kinds[number] = before if kind == "NSM" else kind
    strong = edge
    for number, kind in enumerate(kinds):
        if kind in _STRONG:
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[number] = "AN"
    kinds = _numbers_joined(["R" if kind == "AL" else kind for kind in kinds])
    strong = edge
    for number, kind in enumerate(kinds):
        if kind in _STRONG:
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[number] = "L"
    return kinds


def _numbers_joined(kinds: list[str]) -> list[str]:
    """Return the kinds with the signs inside and beside numbers made part of them (rules W4 to W6)."""
    for number in range(1, len(kinds) - 1):
        before, kind, after = kinds[number - 1 : number + 2]
        if before == after and ((before == "EN" and kind in ("ES", "CS")) or (before == "AN" and kind == "CS")):
            kinds[number] = before
    joined: list[str] = []
    runs = [(kind, len(list(run))) for kind, run in groupby(kinds)]
    for at, (kind, count) in enumerate(runs):
        beside = {runs[at - 1][0] if at else "", runs[at + 1][0] if at + 1 < len(runs) else ""}
        if kind == "ET" and "EN" in beside:
            kind = "EN"
        joined += [kind if kind in ("L", "R", "EN", "AN") else "ON"] * count
    return joined


def _bracketed(kinds: list[str], letters: list[str], edge: str) -> list[str]:
    """Return the kinds with pairs of brackets turned as what they hold (rule N0)."""
    for start, end in _pairs(kinds, letters):
        inside = {_AS_RIGHT[kind] for kind in kinds[start + 1 : end] if kind in _AS_RIGHT}
        if edge in inside:
            kinds[start] = kinds[end] = edge
        elif inside:
            before = next((_AS_RIGHT[kind] for kind in reversed(kinds[:start]) if kind in _AS_RIGHT), edge)
            kinds[start] = kinds[end] = before if before != edge else edge
    return kinds


def _pairs(kinds: list[str], letters: list[str]) -> list[tuple[int, int]]:
    """Return where brackets that belong together open and close, in the order they open (rule BD16)."""
    opened: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for number, letter in enumerate(letters):
        if kinds[number] != "ON":
            continue
        if letter in _CLOSING:
            if len(opened) == _OPEN_LIMIT:
                return []
            opened.append((_CLOSING[letter], number))
            continue
        depth = next((depth for depth in range(len(opened) - 1, -1, -1) if opened[depth][0] == letter), None)
        if depth is not None:
            found.append((opened[depth][1], number))
            del opened[depth:]
    return sorted(found)


def _neutral(kinds: list[str], edge: str) -> list[str]:
    """Return the kinds with every neutral run as its neighbours, or else as the line (rules N1 and N2)."""
    resolved: list[str] = []
    runs = [(kind, len(list(run))) for kind, run in groupby(kinds)]
    for at, (kind, count) in enumerate(runs):
        if kind == "ON":
            before = _AS_RIGHT[runs[at - 1][0]] if at else edge
            after = _AS_RIGHT[runs[at + 1][0]] if at + 1 < len(runs) else edge
            kind = before if before == after else edge
        resolved += [kind] * count
    return resolved
