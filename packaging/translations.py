"""Brings the .po files up to date with the program's texts: new ones come in empty, what is translated stays.

Usage: python packaging/translations.py
Prints what is still to be translated. CONTRIBUTING.md tells how.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract_from_dir
from catalogue_texts import catalogue_texts
from po_files import DOMAINS, KEEPS_FORMER, ROOT, Entry, Id, forms, languages, po_path, read_domain, write_domain

KEYWORDS = {"_": None, "marked": None, "ngettext": (1, 2), "check_line": (1,), "check_text": (1,)}
"""The functions that mark a text, and which of their arguments are texts; the last two name what a person types."""
PAPER = ("handout/", "figures/")
"""Folders whose texts are printed."""


def source_texts() -> dict[str, dict[Id, str]]:
    """Return the texts of every domain with a file they stand in. A text of screen and paper belongs to the paper."""
    found: dict[str, dict[Id, str]] = {domain: {} for domain in DOMAINS}
    for id_, place in _code_texts():
        found["paper" if place.startswith(PAPER) else "screen"].setdefault(id_, place)
    for id_ in found["paper"]:
        found["screen"].pop(id_, None)
    for text, place in catalogue_texts(ROOT / "resources"):
        found["catalogue"].setdefault(text, place)
    return found


def update(language: str) -> list[str]:
    """Bring the language's files up to date and return a line for every text that is not translated."""
    missing = []
    for domain, texts in source_texts().items():
        used, former = read_domain(language, domain)
        known = former | used
        now = {id_: known.get(id_, Entry(id_, ("", "") if isinstance(id_, tuple) else "")) for id_ in texts}
        gone = {id_: entry for id_, entry in known.items() if id_ not in now and entry.is_complete}
        write_domain(language, domain, now.values(), gone.values() if domain in KEEPS_FORMER else ())
        missing += [
            f"{po_path(language, domain).relative_to(ROOT)}: {texts[id_]}: {forms(id_)[0]!r}"
            for id_, entry in now.items()
            if not entry.is_complete
        ]
    return missing


def main() -> int:
    """Update every language; return 1 where something is still to be translated."""
    missing = [line for language in languages() for line in update(language)]
    print("\n".join(missing) or "Everything is translated.")
    return 1 if missing else 0


def _code_texts() -> Iterator[tuple[Id, str]]:
    package = ROOT / "pfss_desktop"
    found = extract_from_dir(package, [("**.py", "python")], keywords=KEYWORDS, comment_tags=())
    for place, _line, id_, _comments, _context in sorted(found, key=lambda each: (Path(each[0]).as_posix(), each[1])):
        yield (id_ if isinstance(id_, str) else (id_[0], id_[1])), Path(place).as_posix()


if __name__ == "__main__":
    sys.exit(main())
