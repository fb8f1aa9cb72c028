"""Checks that every constructor of the domain calls, so that a value out of range cannot exist."""

import unicodedata
from decimal import Decimal

from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.language import _

LINE_LIMIT = 200
"""Characters in a one-line text such as a name."""
TEXT_LIMIT = 4000
"""Characters in a longer text; the handout's layout time grows faster than the text, so there is a limit."""
LIST_LIMIT = 100
"""Entries in any list inside a plan."""

_COMPOSED_LIMIT = 4 * TEXT_LIMIT
"""Characters up to which composing can bring a text within TEXT_LIMIT: no composed letter stands for more than four."""
_KEPT_CONTROLS = "\n\t"
_LINE_ENDS = frozenset("\n\u2028\u2029")
_UNWANTED = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff")
"""Direction embeddings, overrides and isolates, which can make a text read other than it is, and two noncharacters."""


_MARKLESS = ("Zs", "Zl", "Zp", "Cc", "Cf", "Cs")
"""Categories of spaces, controls and invisible signs."""


def check_whole(field: str, value: int, low: int, high: int) -> None:
    """Raise OutOfBounds unless the value is a whole number from low to high."""
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise OutOfBounds(field, _("a whole number from {low} to {high}").format(low=low, high=high))


def check_decimal(field: str, value: Decimal, above: int, high: int) -> None:
    """Raise OutOfBounds unless the value is a decimal number above one bound, at most the other, with at most 3 places.

    Forms such as 1E+1 are refused as well: they would be shown and printed just so.
    """
    fine = isinstance(value, Decimal) and value.is_finite() and above < value <= high
    if not fine or not -3 <= int(value.as_tuple().exponent) <= 0:
        text = _("more than {above} and at most {high}, with at most 3 decimal places")
        raise OutOfBounds(field, text.format(above=above, high=high))


def check_line(field: str, value: str, *, empty: bool = False) -> None:
    """Raise OutOfBounds unless the value is one line of printable text of at most LINE_LIMIT characters, at least one visible."""
    fine = _is_clean(value) and len(value) <= LINE_LIMIT and _LINE_ENDS.isdisjoint(value)
    if not fine or not (empty or _is_visible(value)):
        text = (
            _("one line of at most {limit} printable characters") if empty else _("one line of 1 to {limit} printable characters")
        )
        raise OutOfBounds(field, text.format(limit=LINE_LIMIT))


def check_text(field: str, value: str) -> None:
    """Raise OutOfBounds unless the value is printable text of at most TEXT_LIMIT characters; it may be empty."""
    if not _is_clean(value) or len(value) > TEXT_LIMIT:
        raise OutOfBounds(field, _("printable text of at most {limit} characters").format(limit=TEXT_LIMIT))


def check_count(field: str, values: tuple[object, ...], high: int = LIST_LIMIT) -> None:
    """Raise OutOfBounds unless there are at most `high` values."""
    if not isinstance(values, tuple) or len(values) > high:
        raise OutOfBounds(field, _("at most {limit} entries").format(limit=high))


def tidy_text(typed: str) -> str:
    """Return what a person typed or pasted without control characters, lone surrogates and direction overrides.

    Line ends become a plain newline and the text is put into composed form (NFC). The length is left alone: too long a
    text is refused with a message, never cut; it is not even composed, as that takes many seconds for hostile accents.
    """
    unified = typed.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    kept = "".join(letter for letter in unified if _is_kept(letter))
    return unicodedata.normalize("NFC", kept) if len(kept) <= _COMPOSED_LIMIT else kept


def tidy_line(typed: str) -> str:
    """Return what a person typed as one tidy line: as tidy_text, with every run of white space made one space."""
    return " ".join(tidy_text(typed).split())


def _is_kept(letter: str) -> bool:
    if letter in _KEPT_CONTROLS:
        return True
    return letter not in _UNWANTED and unicodedata.category(letter) not in ("Cc", "Cs")


def _is_visible(value: str) -> bool:
    """Return whether any letter of a text leaves a mark: a name of zero-width spaces would be a patient without a name."""
    return any(unicodedata.category(letter) not in _MARKLESS for letter in value)


def _is_clean(value: object) -> bool:
    if not isinstance(value, str):
        return False
    return (value.isascii() and value.isprintable()) or all(map(_is_kept, value))
