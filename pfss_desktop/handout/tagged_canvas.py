"""A canvas that writes what ReportLab leaves out of an accessible PDF: the structure tree and the XMP metadata."""

from typing import Any, NamedTuple

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFPage, PDFStream
from reportlab.pdfgen.canvas import Canvas

from pfss_desktop.handout.structure import Element, Structure

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


class Description(NamedTuple):
    """What a file says of itself, for programs that list or read it; `language` is a tag such as "en"."""

    title: str
    author: str
    language: str


class TaggedCanvas(Canvas):  # type: ignore[misc] # ReportLab has no types
    """A canvas whose pages, once drawn, are given their structure."""

    def describe(self, about: Description) -> None:
        """Write the metadata that accessible PDFs carry beside the old ones (ISO 14289-1, 7.1); it claims no conformance."""
        words = {name: _escaped(text) for name, text in about._asdict().items()}
        kind = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
        self._doc.Catalog.Metadata = PDFStream(kind, _XMP.format(**words).encode() + b"\n", filters=[])

    def keep_structure(self, structure: Structure) -> None:
        """Write the tree of the pages that have been drawn; call it once, before the file is saved."""
        pages = self._doc.Pages.pages
        for number, page in enumerate(pages):
            page.__NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents = number
            page.Tabs = PDFName("S")
        # Objects are numbered in the order they are named: the tree's root first, then its elements.
        top = self._doc.objectcounter + 1
        elements = structure.elements()
        for number, element in enumerate(elements, top + 1):
            element.number = number
        page_numbers = [self._object_number(f"Page{number}") for number in range(1, len(pages) + 1)]
        self._doc.Catalog.StructTreeRoot = self._doc.Reference(_tree(structure).encode(), "StructTreeRoot")
        for element in elements:
            self._doc.Reference(_written(element, top, page_numbers).encode(), f"StructElem{element.number}")
        self._doc.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _object_number(self, name: str) -> int:
        number: int = self._doc.idToObjectNumberAndVersion[name][0]
        return number


def _tree(structure: Structure) -> str:
    parents = " ".join(
        f"{page}[{' '.join([f'{owner.number} 0 R' for owner in owners])}]" for page, owners in enumerate(structure.pages)
    )
    root = structure.root.number
    return f"<</Type/StructTreeRoot/K {root} 0 R/ParentTree<</Nums[{parents}]>>/ParentTreeNextKey {len(structure.pages)}>>"


def _written(element: Element, top: int, pages: list[int]) -> str:
    """Return an element as PDF; `top` is the number of the tree's root, `pages` are those of the pages."""
    parent = element.parent.number if element.parent else top
    kids = f"/K[{' '.join([f'{kid.number} 0 R' for kid in element.kids])}]" if element.kids else _content(element, pages)
    words = f"<</Type/StructElem/S/{element.kind}/P {parent} 0 R{kids}"
    if element.language:
        words += f"/Lang{_text(element.language)}"
    if element.alt:
        words += f"/Alt{_text(element.alt)}"
    if element.attributes:
        words += f"/A<<{element.attributes}>>"
    return words + ">>"


def _content(element: Element, pages: list[int]) -> str:
    if not element.content:
        return ""
    first, number = element.content[0]
    if len(element.content) == 1:
        return f"/Pg {pages[first]} 0 R/K {number}"
    pieces = [
        str(number) if page == first else f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {number}>>" for page, number in element.content
    ]
    return f"/Pg {pages[first]} 0 R/K[{' '.join(pieces)}]"


def _escaped(text: str) -> str:
    """Return a text for XML; the standard library's own way loads half of its network modules."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _text(text: str) -> str:
    return f"<feff{text.encode('utf-16-be').hex()}>"


def new_canvas(stream: Any, size: tuple[float, float], font: str, language: str) -> TaggedCanvas:  # noqa: ANN401
    """Return a canvas for an accessible document; no font but `font`, which is embedded, is named."""
    return TaggedCanvas(
        stream, pagesize=size, pageCompression=1, invariant=1, initialFontName=font, lang=language, pdfVersion=(1, 7)
    )
