"""Stable names for phases, prescriptions, plans and patients."""

from uuid import uuid4

from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.language import _


def new_id() -> str:
    """Return a new id: 32 hexadecimal letters that no other PC will draw again."""
    return uuid4().hex


def check_id(field: str, value: str) -> None:
    """Raise OutOfBounds unless the value is 1 to 64 letters, digits, hyphens or underscores."""
    fine = isinstance(value, str) and 1 <= len(value) <= 64 and value.isascii()
    if not fine or not value.replace("-", "").replace("_", "").isalnum():
        raise OutOfBounds(field, _("1 to 64 letters, digits, hyphens or underscores"))
