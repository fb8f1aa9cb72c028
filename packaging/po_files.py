"""The translation files: one .po per language and domain, and the one .mo per language that the program reads.

Both are written the same way on every machine: sorted, without places and dates, so that they merge and can be compared.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
DOMAINS = ("screen", "paper", "catalogue")
KEEPS_FORMER = ("catalogue",)
"""Domains whose former texts stay translated, because plans of former years hold them."""

Id = str | tuple[str, str]
"""A source text, or the singular and plural of a counted one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A source text and its translation: one text, or one for each plural form; "" where it is missing."""

    id: Id
    text: Id
    fuzzy: bool = False

    @property
    def is_complete(self) -> bool:
        """Whether every form is there and none is a mere guess."""
        return all(forms(self.text)) and not self.fuzzy


class _TimelessCatalog(Catalog):
    """A catalogue whose header names neither a date nor a program."""

    mime_headers = property(lambda self: _header(self), lambda self, _read: None)


def forms(value: Id) -> tuple[str, ...]:
    """Return the one text, or singular and plural."""
    return (value,) if isinstance(value, str) else tuple(value)


def languages() -> list[str]:
    """Return the tags of all languages but the source's."""
    return sorted(path.name for path in FOLDER.iterdir() if path.is_dir())


def po_path(language: str, domain: str) -> Path:
    """Return where a domain's translations are."""
    return FOLDER / language / f"{domain}.po"


def read_domain(language: str, domain: str) -> tuple[dict[Id, Entry], dict[Id, Entry]]:
    """Return the entries in use and the former ones by their source text; nothing where the file is missing."""
    path = po_path(language, domain)
    if not path.exists():
        return {}, {}
    with path.open("rb") as file:
        read = read_po(file, locale=language, abort_invalid=True)
    return _entries(message for message in read if message.id), _entries(read.obsolete.values())


def write_domain(language: str, domain: str, used: Iterable[Entry], former: Iterable[Entry]) -> None:
    """Write a domain's file."""
    catalog = _catalog(language, used)
    for entry in former:
        catalog.obsolete[entry.id] = Message(entry.id, entry.text)
    path = po_path(language, domain)
    path.parent.mkdir(parents=True, exist_ok=True)
    stream = BytesIO()
    write_po(stream, catalog, width=120, sort_output=True, no_location=True)
    path.write_bytes(stream.getvalue())


def compiled(language: str) -> bytes:
    """Return the content of the language's .mo file: every complete translation of all domains, former ones too."""
    found: dict[Id, Entry] = {}
    for domain in reversed(DOMAINS):
        used, former = read_domain(language, domain)
        for entries in (former, used):
            found.update({entry.id: entry for entry in entries.values() if entry.is_complete})
    stream = BytesIO()
    write_mo(stream, _catalog(language, found.values()))
    return stream.getvalue()


def placeholders(text: str) -> set[str]:
    """Return the names in {braces}."""
    return set(re.findall(r"{(\w*)}", text))


def _catalog(language: str, entries: Iterable[Entry]) -> Catalog:
    catalog = _TimelessCatalog(locale=language, header_comment="", charset="utf-8", fuzzy=False)
    for entry in sorted(entries, key=lambda entry: forms(entry.id)):
        catalog.add(entry.id, entry.text, flags=["fuzzy"] if entry.fuzzy else [])
    return catalog


def _entries(messages: Iterable[Message]) -> dict[Id, Entry]:
    entries = (Entry(_plain(m.id), _filled(_plain(m.id), _plain(m.string)), m.fuzzy) for m in messages)
    return {entry.id: entry for entry in entries}


def _plain(value: object) -> Id:
    if isinstance(value, (tuple, list)):
        one, *more = (str(form or "") for form in value)
        return one, (more or [""])[0]
    return str(value or "")


def _filled(id_: Id, text: Id) -> Id:
    """Return the translation in as many forms as its source has."""
    if isinstance(id_, tuple):
        return text if isinstance(text, tuple) else (text, "")
    return text if isinstance(text, str) else text[0]


def _header(catalog: Catalog) -> list[tuple[str, str]]:
    return [
        ("Project-Id-Version", "PFSS Desktop"),
        ("Language", str(catalog.locale_identifier)),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Transfer-Encoding", "8bit"),
        ("Plural-Forms", catalog.plural_forms),
    ]
