"""How names are compared in a search: without accents, capitals and spare white space."""

import unicodedata

from sqlalchemy import ColumnElement, Text, and_, func, literal
from sqlalchemy.sql.elements import KeyedColumnElement

from pfss_desktop.domain.bounds import tidy_line

WORD_LIMIT = 50
"""Words that a search compares; SQLite takes some hundreds in one condition, and no name has as many."""


def folded(text: str) -> str:
    """Return the text as the search compares it: decomposed, without combining marks, case-folded, single spaces."""
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return " ".join(bare.casefold().split())


def holds_every_word(column: KeyedColumnElement[str], text: str) -> ColumnElement[bool]:
    """Return the condition that a column of folded text holds every word of `text`, anywhere; true for no words.

    Of a long text, pasted by mistake, WORD_LIMIT different words count.
    """
    words = list(dict.fromkeys(folded(tidy_line(text)).split()))[:WORD_LIMIT]
    return and_(True, *(func.instr(column, literal(word, Text)) > 0 for word in words))
