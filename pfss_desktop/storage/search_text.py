"""How names are compared in a search: without accents, capitals and spare white space."""

import unicodedata

from sqlalchemy import ColumnElement, Text, and_, func, literal
from sqlalchemy.sql.elements import KeyedColumnElement


def folded(text: str) -> str:
    """Return the text as the search compares it: decomposed, without combining marks, case-folded, single spaces."""
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return " ".join(bare.casefold().split())


def holds_every_word(column: KeyedColumnElement[str], text: str) -> ColumnElement[bool]:
    """Return the condition that a column of folded text holds every word of `text`, anywhere; true for no words."""
    words = [func.instr(column, literal(word, Text)) > 0 for word in folded(text).split()]
    return and_(True, *words)
