"""Hears a PDF as a screen reader does: by its structure tree, from the pages' marked content (ISO 32000-1, 14.7 and 14.8)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream, IndirectObject

SHOWING = {b"Tj", b"TJ", b"'", b'"'}
PAINTING = SHOWING | {b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"sh", b"Do", b"INLINE IMAGE"}


@dataclass
class Heard:
    """An element as it is heard: its kind, its own words or its kids, and what is known of it."""

    kind: str
    text: str = ""
    alt: str = ""
    language: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)
    kids: list["Heard"] = field(default_factory=list)

    def walk(self) -> Iterator["Heard"]:
        """This element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def all(self, *kinds: str) -> list["Heard"]:
        """Every element of these kinds, in reading order."""
        return [element for element in self.walk() if element.kind in kinds]

    def whole(self) -> str:
        """All words, a space between elements."""
        return " ".join(element.text for element in self.walk() if element.text)

    def outline(self, depth: int = 0) -> list[str]:
        """The tree as lines."""
        lines = [f"{'  ' * depth}{self.kind}{': ' if self.text else ''}{self.text}"]
        return lines + [line for kid in self.kids for line in kid.outline(depth + 1)]


@dataclass
class MarkedPage:
    """A page's texts by number of marked content, those of its artifacts, and the painting that nothing encloses."""

    texts: dict[int, str] = field(default_factory=dict)
    kinds: dict[int, str] = field(default_factory=dict)
    artifacts: list[str] = field(default_factory=list)
    unmarked: list[bytes] = field(default_factory=list)
    deepest: int = 0

    def say(self, text: str, number: int | None) -> None:
        """Add to a numbered piece, or to the artifact that is open."""
        if number is None:
            self.artifacts[-1] += text
        else:
            self.texts[number] += text


@dataclass
class Codes:
    """What the codes of a font stand for; each takes `size` bytes."""

    size: int
    letters: dict[int, str]

    def said(self, shown: bytes) -> str:
        codes = (int.from_bytes(shown[at : at + self.size], "big") for at in range(0, len(shown), self.size))
        return "".join(self.letters[code] for code in codes)


def heard(content: bytes) -> Heard:
    """The whole document; fails where a piece of a page has no parent or another one than the tree says."""
    reader = PdfReader(BytesIO(content))
    pages = {page.indirect_reference.idnum: marked_page(reader, page) for page in reader.pages}  # type: ignore[union-attr]
    root = reader.root_object["/StructTreeRoot"]
    owned: dict[tuple[int, int], int] = {}
    document = _element(root["/K"], root.indirect_reference, pages, owned)  # type: ignore[index]
    _check_parents(reader, root, pages, owned)
    return document


def marked_pages(content: bytes) -> list[MarkedPage]:
    """What each page marks."""
    reader = PdfReader(BytesIO(content))
    return [marked_page(reader, page) for page in reader.pages]


def marked_page(reader: PdfReader, page: Any) -> MarkedPage:
    """What a page marks, from its operators."""
    found = MarkedPage()
    letters = {name: _letters(font.get_object()) for name, font in page["/Resources"]["/Font"].items()}
    font = Codes(1, {})
    fonts: list[Codes] = []
    open_: list[int | None] = []
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator in (b"BMC", b"BDC"):
            open_.append(_opened(found, operands))
            found.deepest = max(found.deepest, len(open_))
        elif operator == b"EMC":
            open_.pop()
        elif operator == b"q":
            fonts.append(font)
        elif operator == b"Q":
            font = fonts.pop()
        elif operator == b"Tf":
            font = letters[operands[0]]
        elif operator in PAINTING and not open_:
            found.unmarked.append(operator)
        elif operator in SHOWING:
            found.say("".join(font.said(part) for part in _strings(operands)), open_[-1])
    assert not open_
    return found


def _opened(found: MarkedPage, operands: Any) -> int | None:
    number: int | None = operands[1].get("/MCID") if len(operands) > 1 else None
    if number is None:
        assert operands[0] == "/Artifact"
        found.artifacts.append("")
    else:
        assert number not in found.texts
        found.texts[number], found.kinds[number] = "", operands[0][1:]
    return number


def _strings(operands: Any) -> Iterator[bytes]:
    for operand in operands:
        for one in operand if isinstance(operand, list) else [operand]:
            if hasattr(one, "original_bytes"):
                yield one.original_bytes


def _letters(font: Any) -> Codes:
    """The letters of each code, from the map that the font brings for copying and reading aloud."""
    table = font["/ToUnicode"].get_object().get_data().decode("ascii")
    size = 2 if font["/Subtype"] == "/Type0" else 1
    pairs = re.findall(rf"^<(\w{{{2 * size}}})> <((?:\w{{4}})*)>$", table, re.MULTILINE)
    return Codes(size, {int(code, 16): bytes.fromhex(letters).decode("utf-16-be") for code, letters in pairs})


def _element(reference: Any, parent: IndirectObject, pages: dict[int, MarkedPage], owned: dict[tuple[int, int], int]) -> Heard:
    held = reference.get_object()
    assert held.raw_get("/P") == parent
    own = held.indirect_reference
    attributes = {name[1:]: value for name, value in held.get("/A", {}).items()}
    element = Heard(held["/S"][1:], "", held.get("/Alt", ""), held.get("/Lang", ""), attributes)
    kids = held.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        is_piece = isinstance(kid, int) or kid.get_object().get("/Type") == "/MCR"
        if not is_piece:
            element.kids.append(_element(kid, own, pages, owned))
            continue
        page = held.raw_get("/Pg") if isinstance(kid, int) else kid.raw_get("/Pg")
        number = int(kid if isinstance(kid, int) else kid["/MCID"])
        assert pages[page.idnum].kinds[number] == element.kind
        assert owned.setdefault((page.idnum, number), own.idnum) == own.idnum
        text = pages[page.idnum].texts[number]
        element.text += f" {text}" if element.text and text else text
    return element


def _check_parents(reader: PdfReader, root: Any, pages: dict[int, MarkedPage], owned: dict[tuple[int, int], int]) -> None:
    numbers = root["/ParentTree"]["/Nums"]
    parents = dict(zip(numbers[::2], numbers[1::2], strict=True))
    for page in reader.pages:
        assert page["/Tabs"] == "/S"
        held = page.indirect_reference.idnum  # type: ignore[union-attr]
        listed = [owner.idnum for owner in parents[page["/StructParents"]].get_object()]
        assert listed == [owned[held, number] for number in range(len(pages[held].texts))]
    assert len(parents) == len(reader.pages)
    assert sum(len(page.texts) for page in pages.values()) == len(owned)
