"""How names and dates of birth are compared in a search: without accents, capitals and spare white space."""

import unicodedata
from datetime import date

from sqlalchemy import ColumnElement, Text, and_, func, literal, or_, type_coerce
from sqlalchemy.sql.elements import KeyedColumnElement

from pfss_desktop.domain.bounds import tidy_line
from pfss_desktop.domain.typed_dates import born_patterns

WORD_LIMIT = 50
"""Words that a search compares; SQLite takes some hundreds in one condition, and no name has as many."""


def folded(text: str) -> str:
    """Return the text as the search compares it: decomposed, without combining marks, case-folded, single spaces."""
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return " ".join(bare.casefold().split())


def names_or_born(names: KeyedColumnElement[str], born: KeyedColumnElement[date | None], text: str) -> ColumnElement[bool]:
    """Return the condition that each word of `text` is anywhere in a column of folded text or may be the date of birth.

    True for no words. Of a long text, pasted by mistake, WORD_LIMIT different words count.
    """
    words = list(dict.fromkeys(folded(tidy_line(text)).split()))[:WORD_LIMIT]
    return and_(True, *(_is_told(names, born, word) for word in words))


def _is_told(names: KeyedColumnElement[str], born: KeyedColumnElement[date | None], word: str) -> ColumnElement[bool]:
    is_named = func.instr(names, literal(word, Text)) > 0
    # The date as it is stored, a text such as 1990-05-17.
    return or_(is_named, *(type_coerce(born, Text).op("GLOB")(literal(pattern, Text)) for pattern in born_patterns(word)))
