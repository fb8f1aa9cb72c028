"""A font file with glyphs put together from others: one for each cluster of letters that is drawn with several.

So one code of a PDF draws a whole cluster and stands for its text, and whoever copies or searches finds the letters as typed.
Knows the tables of a TrueType font (OpenType specification: glyf, loca, hmtx, maxp); nothing of PDF.
"""

import struct
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import uharfbuzz as harfbuzz

from pfss_desktop.handout.glyphs import Part, Parts

_LONG_OFFSETS = 1
_WORDS, _SHIFTS, _MORE, _UNSCALED = 0x0001, 0x0002, 0x0020, 0x1000
"""Flags of a component: its shift is two words, it is a shift, another component follows, the shift is not scaled."""
_MAGIC = 0xB1B0AFBA
"""The sum of a whole font file and the field in `head` that makes up for it."""


class _Outlines(NamedTuple):
    """The tables that hold the glyphs; each glyph's outline is bytes, its metrics an advance and a left bearing."""

    glyphs: list[bytes]
    metrics: list[tuple[int, int]]

    @classmethod
    def of(cls, face: harfbuzz.Face) -> "_Outlines":
        count = face.glyph_count
        is_long = _whole(_table(face, "head"), 50) == _LONG_OFFSETS
        offsets = struct.unpack(
            f">{count + 1}{'I' if is_long else 'H'}", _table(face, "loca")[: (count + 1) * (4 if is_long else 2)]
        )
        step = 1 if is_long else 2
        data = _table(face, "glyf")
        glyphs = [data[start * step : end * step] for start, end in pairwise(offsets)]
        return cls(glyphs, _metrics(face))

    def add(self, parts: Parts, advance: int) -> int:
        """Add a glyph made of these, which may be none, and return its number."""
        box = [self._box(part) for part in parts if self.glyphs[part.number]]
        outline = b""
        if box:
            left, low = min(one[0] for one in box), min(one[1] for one in box)
            right, high = max(one[2] for one in box), max(one[3] for one in box)
            outline = struct.pack(">hhhhh", -1, left, low, right, high)
        drawn = [part for part in parts if self.glyphs[part.number]]
        for part in drawn:
            flags = _WORDS | _SHIFTS | _UNSCALED | (_MORE if part is not drawn[-1] else 0)
            outline += struct.pack(">HHhh", flags, part.number, part.x, part.y)
        self.glyphs.append(outline + b"\0" * (-len(outline) % 4))
        self.metrics.append((min(max(advance, 0), 0xFFFF), struct.unpack_from(">h", outline, 2)[0] if outline else 0))
        return len(self.glyphs) - 1

    def _box(self, part: Part) -> tuple[int, int, int, int]:
        left, low, right, high = struct.unpack_from(">hhhh", self.glyphs[part.number], 2)
        return left + part.x, low + part.y, right + part.x, high + part.y


def composed(face: harfbuzz.Face, wanted: Sequence[tuple[Parts, int]]) -> tuple[bytes, list[int]]:
    """Return a font file with a glyph for each of these, and their numbers in it.

    `wanted` are the parts of each glyph, numbered as in `face`, and its advance in font units. No parts make an empty glyph.
    """
    outlines = _Outlines.of(face)
    numbers = [
        parts[0].number if len(parts) == 1 and parts[0][1:] == (0, 0) else outlines.add(parts, advance)
        for parts, advance in wanted
    ]
    most = max((len(parts) for parts, _advance in wanted), default=1)
    tables = {tag: _table(face, tag) for tag in face.table_tags}
    tables |= _tables_of(outlines)
    tables["head"] = _patched(tables["head"], 50, _LONG_OFFSETS)
    tables["hhea"] = _patched(tables["hhea"], 34, len(outlines.glyphs))
    tables["maxp"] = _limits(tables["maxp"], len(outlines.glyphs), most)
    return _file_of(tables), numbers


def _tables_of(outlines: _Outlines) -> dict[str, bytes]:
    offsets, at = [0], 0
    for glyph in outlines.glyphs:
        at += len(glyph)
        offsets.append(at)
    return {
        "glyf": b"".join(outlines.glyphs),
        "loca": struct.pack(f">{len(offsets)}I", *offsets),
        "hmtx": b"".join(struct.pack(">Hh", *metric) for metric in outlines.metrics),
    }


def _metrics(face: harfbuzz.Face) -> list[tuple[int, int]]:
    """Return advance and left bearing of each glyph; the last advances may be said once for all."""
    data = _table(face, "hmtx")
    full = _whole(_table(face, "hhea"), 34)
    metrics = list(struct.iter_unpack(">Hh", data[: 4 * full]))
    rest = data[4 * full : 4 * full + 2 * (face.glyph_count - full)]
    return [*metrics, *((metrics[-1][0], bearing) for (bearing,) in struct.iter_unpack(">h", rest))]


def _limits(table: bytes, count: int, most: int) -> bytes:
    """Return `maxp` with room for glyphs of so many parts."""
    points, contours = (min(_whole(table, at) * most + _whole(table, at + 4), 0xFFFF) for at in (6, 8))
    depth = _whole(table, 30) + 1
    for at, value in ((4, count), (10, points), (12, contours), (28, max(_whole(table, 28), most)), (30, depth)):
        table = _patched(table, at, value)
    return table


def _file_of(tables: dict[str, bytes]) -> bytes:
    """Return a font file with these tables, and the sums by which it is checked."""
    tables["head"] = tables["head"][:8] + b"\0\0\0\0" + tables["head"][12:]
    power = len(tables).bit_length() - 1
    header = struct.pack(">IHHHH", 0x00010000, len(tables), 16 << power, power, 16 * len(tables) - (16 << power))
    at = len(header) + 16 * len(tables)
    directory, body, head_at = b"", b"", 0
    for tag, data in sorted(tables.items()):
        padded = data + b"\0" * (-len(data) % 4)
        head_at = at if tag == "head" else head_at
        directory += struct.pack(">4sIII", tag.encode("ascii"), _sum(padded), at, len(data))
        body += padded
        at += len(padded)
    whole = header + directory + body
    check = (_MAGIC - _sum(whole)) & 0xFFFFFFFF
    return whole[: head_at + 8] + struct.pack(">I", check) + whole[head_at + 12 :]


def _sum(data: bytes) -> int:
    words: tuple[int, ...] = struct.unpack(f">{len(data) // 4}I", data)
    return sum(words) & 0xFFFFFFFF


def _table(face: harfbuzz.Face, tag: str) -> bytes:
    return bytes(face.reference_table(tag).data)


def _whole(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "big")


def _patched(data: bytes, at: int, value: int) -> bytes:
    return data[:at] + value.to_bytes(2, "big") + data[at + 2 :]
