"""Values of the sheet as the JSON texts that the database keeps, and back, strictly."""

from typing import TypeVar

import msgspec

from pfss_desktop.decoding import typed
from pfss_desktop.domain.faults import UserError
from pfss_desktop.language import _

T = TypeVar("T")


class Damaged(UserError):
    """A kept text that is cut, altered, or of a later release."""

    def __init__(self) -> None:
        super().__init__(_("What was kept cannot be read: it is damaged, or a newer version of this program wrote it."))


def encoded(value: object) -> str:
    """Return a dataclass as JSON; the same value gives the same text."""
    return msgspec.json.encode(value, order="deterministic").decode()


def decoded(text: str, kind: type[T]) -> T:
    """Return the value in a kept text; what it does not say has its default. Raise Damaged, for unknown words in it too."""
    try:
        return typed(msgspec.json.decode(text), kind)
    except (msgspec.DecodeError, RecursionError, UserError):
        raise Damaged from None
