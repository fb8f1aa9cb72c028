"""The logical tree of a tagged PDF (ISO 32000-1, 14.8), grown from marks in reading order. No ReportLab here."""

from pfss_desktop.handout.roles import Role

_KINDS = {
    Role.TITLE: "H1",
    Role.HEADING: "H2",
    Role.SUBHEADING: "H3",
    Role.PARAGRAPH: "P",
    Role.LABEL: "Lbl",
    Role.ITEM: "LBody",
    Role.COLUMN_HEAD: "TH",
    Role.ROW_HEAD: "TH",
    Role.CELL: "TD",
}
_LIST = (Role.LABEL, Role.ITEM)
_TABLE = (Role.COLUMN_HEAD, Role.ROW_HEAD, Role.CELL)


class Element:
    """A node of the tree: `kind` is its PDF name, `content` the pieces of pages it stands for, as page index and number.

    It has kids or content, never both. `attributes` is what stands between the brackets of its attribute dictionary; `alt` is
    read in place of its content. `number` is its place in the file, once that is known.
    """

    __slots__ = ("alt", "attributes", "content", "kids", "kind", "language", "number", "parent")

    def __init__(self, kind: str, parent: "Element | None", language: str = "", attributes: str = "") -> None:
        self.kind = kind
        self.parent = parent
        self.language = language
        self.attributes = attributes
        self.alt = ""
        self.number = 0
        self.kids: list[Element] = []
        self.content: list[tuple[int, int]] = []
        if parent is not None:
            parent.kids.append(self)


class Structure:
    """The tree as it grows while pages are drawn. `pages` holds, for each page, the element of each numbered piece of it."""

    def __init__(self) -> None:
        self.root = Element("Document", None)
        self.pages: list[list[Element]] = []
        self._places: dict[str, _Place] = {}
        self._latest = self._place("")
        self._language = ""

    def turn_page(self) -> None:
        """Begin a page."""
        self.pages.append([])

    def leave_section(self) -> None:
        """Let what comes next stand in the document itself."""
        for place in self._places.values():
            place.section = self.root

    def text(self, role: Role, text: str, language: str, *, continues: bool) -> Element:
        """Return the element that a text belongs to: the one before of its language if it continues that, or else a new one."""
        self._language = language
        place = self._latest = self._place(language)
        if not continues or place.leaf is None:
            place.leaf = place.grown(role, text, language)
            place.role = role
        return place.leaf

    def box(self, role: Role) -> Element:
        """Return a new element without words, such as a cell to tick; it goes with the text before it, whatever its language."""
        return self.text(role, "", self._language, continues=False)

    def figure(self, box: tuple[float, float, float, float]) -> Element:
        """Return a new figure within these left, lower, right and upper bounds, in points; it follows the text before it."""
        bounds = " ".join(f"{bound:.2f}" for bound in box)
        self._latest.role = None
        return Element("Figure", self._latest.section, attributes=f"/O/Layout/Placement/Block/BBox[{bounds}]")

    def numbered(self, element: Element) -> int:
        """Return the number of a new piece of the present page that belongs to an element."""
        owners = self.pages[-1]
        owners.append(element)
        element.content.append((len(self.pages) - 1, len(owners) - 1))
        return len(owners) - 1

    def elements(self) -> list[Element]:
        """Return every element, each before its kids."""
        found: list[Element] = []
        ahead = [self.root]
        while ahead:
            element = ahead.pop()
            found.append(element)
            ahead += reversed(element.kids)
        return found

    def _place(self, language: str) -> "_Place":
        if language not in self._places:
            self._places[language] = _Place(self.root)
        return self._places[language]


class _Place:
    """Where the next text of one language goes: `role` is that of the `leaf` before it."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self.section = root
        self.leaf: Element | None = None
        self.role: Role | None = None
        self._list = self._item = self._table = self._row = root

    def grown(self, role: Role, text: str, language: str) -> Element:
        """Return a new leaf with the branches that its role asks for."""
        kind = _KINDS[role]
        if role in _LIST:
            return Element(kind, self._item_for(role, text), language)
        if role in _TABLE:
            scope = "" if role is Role.CELL else "/O/Table/Scope/Row" if role is Role.ROW_HEAD else "/O/Table/Scope/Column"
            return Element(kind, self._row_for(role), language, scope)
        if role is Role.TITLE:
            self.section = self.root
        elif role is Role.HEADING:
            self.section = Element("Sect", self.root)
        elif role is Role.SUBHEADING and self.section is self.root:
            # No level of headings is left out.
            kind = _KINDS[Role.HEADING]
        return Element(kind, self.section, language)

    def _item_for(self, role: Role, text: str) -> Element:
        if self.role is Role.LABEL and role is Role.ITEM:
            return self._item
        if self.role not in _LIST:
            numbering = "None" if role is Role.ITEM else "Decimal" if text[:1].isdigit() else "Disc"
            self._list = Element("L", self.section, attributes=f"/O/List/ListNumbering/{numbering}")
        self._item = Element("LI", self._list)
        return self._item

    def _row_for(self, role: Role) -> Element:
        is_new_table = self.role not in _TABLE or (role is Role.COLUMN_HEAD and self.role is not Role.COLUMN_HEAD)
        if is_new_table:
            self._table = Element("Table", self.section)
        if is_new_table or role is Role.ROW_HEAD:
            self._row = Element("TR", self._table)
        return self._row
