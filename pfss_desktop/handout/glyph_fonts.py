"""Fonts of a PDF that are written glyph by glyph: part of a font file, with the text that each glyph stands for.

ReportLab's own fonts hold letters, not glyphs; joined and stacked letters need these beside them.
"""

from collections.abc import Iterator
from typing import Any

import uharfbuzz as harfbuzz
from reportlab.pdfbase import pdfdoc

from pfss_desktop.handout.composing import composed
from pfss_desktop.handout.fonts_at_hand import face_of
from pfss_desktop.handout.glyphs import FontFile, Glyph

_NEEDLESS = (
    "GSUB",
    "GPOS",
    "GDEF",
    "BASE",
    "JSTF",
    "STAT",
    "name",
    "post",
    "DSIG",
    "OS/2",
    "cmap",
    "meta",
    "vmtx",
    "vhea",
    "VORG",
)
"""Tables for typing and shaping; a PDF only draws."""
_MAPPINGS_AT_ONCE = 100
"""The most that one block of a character map may hold."""
_SYMBOLIC = 4
"""The font descriptor's flag for a font with letters of its own numbering."""


class GlyphFont:
    """One font at one weight in one document. Each pair of shape and text has a code of its own, so that both come back."""

    def __init__(self, font: FontFile, weight: int, number: int) -> None:
        self.font = font
        self.weight = weight
        self.name = f"G{number}"
        self._codes: dict[Glyph, int] = {}

    def code(self, glyph: Glyph) -> int:
        """Return the two-byte code that draws this glyph."""
        return self._codes.setdefault(glyph, len(self._codes) + 1)

    def addObjects(self, document: Any) -> None:  # noqa: N802, ANN401 - ReportLab calls this when the document is saved
        """Write the font with the glyphs that were used."""
        name = f"{_tag(self.name)}+Handout{self.weight}"
        data, numbers = self._part()
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("CIDFontType2"),
                "BaseFont": pdfdoc.PDFName(name),
                "CIDSystemInfo": pdfdoc.PDFDictionary(
                    {"Registry": pdfdoc.PDFString("Adobe"), "Ordering": pdfdoc.PDFString("Identity"), "Supplement": 0}
                ),
                "FontDescriptor": document.Reference(self._descriptor(document, name, data)),
                "DW": 0,
                "W": pdfdoc.PDFArray([0, pdfdoc.PDFArray([0, *(round(glyph.advance, 2) for glyph in self._codes)])]),
                "CIDToGIDMap": document.Reference(_stream(document, b"".join(number.to_bytes(2, "big") for number in numbers))),
            }
        )
        whole = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": pdfdoc.PDFName(name),
                "Encoding": pdfdoc.PDFName("Identity-H"),
                "DescendantFonts": pdfdoc.PDFArray([document.Reference(descendant)]),
                "ToUnicode": document.Reference(_stream(document, self._unicode_map().encode("ascii"))),
            }
        )
        document.idToObject["BasicFonts"].dict[self.name] = document.Reference(whole)

    def _part(self) -> tuple[bytes, list[int]]:
        """Return a font file with the glyphs in use at this weight, and its glyph's number for each code."""
        face = face_of(self.font)
        wanted = harfbuzz.SubsetInput()
        wanted.glyph_set.update(part.number for glyph in self._codes for part in glyph.parts)
        wanted.drop_table_tag_set.update(int.from_bytes(tag.ljust(4).encode("ascii"), "big") for tag in _NEEDLESS)
        wanted.flags = harfbuzz.SubsetFlags.NO_HINTING | harfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
        for axis in face.axis_infos:
            if axis.tag == "wght":
                wanted.pin_axis_location(face, axis.tag, min(max(self.weight, axis.min_value), axis.max_value))
            else:
                wanted.pin_axis_to_default(face, axis.tag)
        plan = harfbuzz.SubsetPlan(face, wanted)
        numbers = plan.old_to_new_glyph_mapping
        shapes = [
            (tuple(part._replace(number=numbers[part.number]) for part in glyph.parts), round(glyph.advance * face.upem / 1000))
            for glyph in self._codes
        ]
        data, found = composed(plan.execute(), shapes)
        return data, [0, *found]

    def _descriptor(self, document: Any, name: str, data: bytes) -> Any:  # noqa: ANN401
        extents = harfbuzz.Font(face_of(self.font)).get_font_extents("ltr")
        scale = 1000 / face_of(self.font).upem
        ascent, descent = round(extents.ascender * scale), round(extents.descender * scale)
        program = _stream(document, data)
        program.dictionary["Length1"] = len(data)
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("FontDescriptor"),
                "FontName": pdfdoc.PDFName(name),
                "Flags": _SYMBOLIC,
                "FontBBox": pdfdoc.PDFArray([-1000, descent, 2000, ascent]),
                "ItalicAngle": 0,
                "Ascent": ascent,
                "Descent": descent,
                "CapHeight": 700,
                "StemV": 80,
                "FontFile2": document.Reference(program),
            }
        )

    def _unicode_map(self) -> str:
        pairs = [(code, glyph.text) for glyph, code in self._codes.items()]
        return "\n".join(("/CIDInit /ProcSet findresource begin", "12 dict begin", "begincmap", *_map_lines(pairs), "end", "end"))


def glyph_font(document: Any, font: FontFile, weight: int) -> GlyphFont:  # noqa: ANN401
    """Return the font of this document, made at the first call; ReportLab asks it for its objects when it saves."""
    for held in document.delayedFonts:
        if isinstance(held, GlyphFont) and (held.font, held.weight) == (font, weight):
            return held
    made = GlyphFont(font, weight, len(document.delayedFonts) + 1)
    document.delayedFonts.append(made)
    return made


def _map_lines(pairs: list[tuple[int, str]]) -> Iterator[str]:
    yield "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def"
    yield "/CMapName /Adobe-Identity-UCS def"
    yield "/CMapType 2 def"
    yield "1 begincodespacerange"
    yield "<0000> <FFFF>"
    yield "endcodespacerange"
    for start in range(0, len(pairs), _MAPPINGS_AT_ONCE):
        block = pairs[start : start + _MAPPINGS_AT_ONCE]
        yield f"{len(block)} beginbfchar"
        yield from (f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in block)
        yield "endbfchar"
    yield "endcmap"
    yield "CMapName currentdict /CMap defineresource pop"


def _stream(document: Any, content: bytes) -> Any:  # noqa: ANN401
    stream = pdfdoc.PDFStream()
    stream.content = content
    if document.compression:
        stream.filters = [pdfdoc.PDFZCompress]
    return stream


def _tag(name: str) -> str:
    """Return six capitals that tell this part of a font from others in the document."""
    return "".join(chr(ord("A") + int(digit)) for digit in f"{int(name[1:]):06d}")
