"""Errors whose text may be shown to a person as it stands. All others are the program's own mistakes."""

from collections.abc import Sequence
from dataclasses import dataclass

from pfss_desktop.language import _, translated


class UserError(Exception):
    """Something a person can mend; `str()` says what happened in plain words and holds no patient data."""


class OutOfBounds(UserError, ValueError):
    """A value that cannot be: names the field and its bounds.

    `field` is the field's name in code, `bounds` a text such as "1 to 20".
    """

    def __init__(self, field: str, bounds: str) -> None:
        super().__init__(_("{field}: must be {bounds}").format(field=translated(field), bounds=bounds))
        self.field = field
        self.bounds = bounds


class UnknownPart(UserError, KeyError):
    """A phase or prescription that the plan does not hold (any more)."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"this plan has no such {kind}")

    def __str__(self) -> str:
        return str(self.args[0])


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a file: where in it (such as "dosage.sets", empty for the file as a whole) and why, in plain words."""

    field: str
    reason: str

    def __str__(self) -> str:
        return f"{self.field}: {self.reason}" if self.field else self.reason


@dataclass(frozen=True, slots=True)
class FileFault:
    """A fault and the name of the file that has it, for folders of many files; `file` is a name without its folder."""

    file: str
    fault: Fault

    def __str__(self) -> str:
        return f"{self.file}: {self.fault}"


class FaultyFile(UserError):
    """A file that cannot be used; `faults` lists everything found wrong, at least one."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("; ".join(map(str, faults)))
        self.faults = tuple(faults)
