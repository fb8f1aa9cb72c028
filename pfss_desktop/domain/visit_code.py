"""The short code of a visit, printed on its sheet and typed or scanned at the next one. It says nothing about the patient.

A code is the front of the visit's id, which is drawn by chance, in ten letters that are hard to mistake for one another, the last
of which checks the others: one wrong letter, or two neighbours swapped, are always found out. There are 2^45 codes: among 100,000
visits any two share one in about one clinic of seven thousand, and then both are offered.
"""

from dataclasses import dataclass

from pfss_desktop.domain.faults import UserError
from pfss_desktop.language import _

PREFIX = "PFSS:"
"""Goes before the code in the sheet's square of dots, so that a scan is known for what it is."""
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = {"O": "0", "I": "1", "L": "1"}
_LENGTH = 9
_HEX = 12
_SPARE_BITS = 3
"""Twelve hexadecimal letters are 48 bits, nine letters of a code 45."""


class NotVisitCode(UserError):
    """What was typed or scanned is not the code of a visit."""


@dataclass(frozen=True, slots=True)
class IdSpan:
    """Ids from `first` on and before `end`, compared letter by letter."""

    first: str
    end: str


def code_of(visit_id: str) -> str:
    """Return a visit's code such as `7K3QM-V0XWT`; empty for an id that was not drawn by this program."""
    front = visit_id[:_HEX]
    if len(front) < _HEX or any(letter not in "0123456789abcdef" for letter in front):
        return ""
    bits = int(front, 16) >> _SPARE_BITS
    values = [bits >> 5 * place & 31 for place in reversed(range(_LENGTH))]
    letters = "".join(_LETTERS[value] for value in (*values, _check(values)))
    return f"{letters[:5]}-{letters[5:]}"


def scanned_text(code: str) -> str:
    """Return what a sheet's square of dots holds for a code."""
    return f"{PREFIX}{code}"


def ids_with(typed: str) -> IdSpan:
    """Return which visit ids a typed or scanned code stands for; raise NotVisitCode.

    Spaces, hyphens, small letters and O, I, L for 0 and 1 are forgiven.
    """
    bare = "".join(typed.upper().removeprefix(PREFIX).split()).replace("-", "")
    letters = "".join(_READ_AS.get(letter, letter) for letter in bare)
    if len(letters) != _LENGTH + 1 or any(letter not in _LETTERS for letter in letters):
        raise NotVisitCode(_("This is not the code of a sheet. It has ten letters and figures, such as 7K3QM-V0XWT."))
    *values, check = map(_LETTERS.index, letters)
    if check != _check(values):
        raise NotVisitCode(_("There is a slip in this code. Compare it with the sheet, letter by letter."))
    bits = 0
    for value in values:
        bits = bits << 5 | value
    first = bits << _SPARE_BITS
    # The letter g comes after every hexadecimal one.
    last = first | (1 << _SPARE_BITS) - 1
    return IdSpan(f"{first:0{_HEX}x}", f"{last:0{_HEX}x}g")


def _check(values: list[int]) -> int:
    """Return the check of these values: each counts with another power of x in the field of 32 elements."""
    total = 0
    for value in values:
        total = _doubled(total ^ value)
    return total


def _doubled(value: int) -> int:
    """Return x times the value in the field of 32 elements, made by x^5 + x^2 + 1."""
    shifted = value << 1
    return shifted ^ 0b100101 if shifted & 32 else shifted
