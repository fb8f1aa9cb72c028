"""Types that every part of a plan file is made of: ids, lines, texts, lists, and values that check themselves."""

from typing import Annotated, TypeVar

from msgspec import Meta, Struct

from pfss_desktop.language import marked

T = TypeVar("T")

_NO_CONTROLS = r"(?![\s\S]*[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff])"
_NO_LINE_END = r"(?![\s\S]*\n)"

Id = Annotated[
    str,
    Meta(
        pattern=r"^(?=[-_]*[A-Za-z0-9])[A-Za-z0-9_-]{1,64}(?![\s\S])",
        description=marked("1 to 64 letters, digits, hyphens or underscores"),
    ),
]
IdOrEmpty = Annotated[
    str,
    Meta(pattern=r"^((?=[-_]*[A-Za-z0-9])[A-Za-z0-9_-]{1,64})?(?![\s\S])", description=marked("an id of this plan, or empty")),
]
Line = Annotated[
    str,
    Meta(
        max_length=200,
        pattern=rf"^{_NO_CONTROLS}{_NO_LINE_END}(?=[\s\S]*\S)",
        description=marked("one line of 1 to 200 printable characters"),
    ),
]
LineOrEmpty = Annotated[
    str,
    Meta(
        max_length=200,
        pattern=rf"^{_NO_CONTROLS}{_NO_LINE_END}",
        description=marked("one line of at most 200 printable characters"),
    ),
]
Text = Annotated[
    str, Meta(max_length=4000, pattern=rf"^{_NO_CONTROLS}", description=marked("printable text of at most 4000 characters"))
]
UpTo8 = Annotated[tuple[T, ...], Meta(max_length=8, description=marked("a list of at most 8 entries"))]
UpTo20 = Annotated[tuple[T, ...], Meta(max_length=20, description=marked("a list of at most 20 entries"))]
UpTo100 = Annotated[tuple[T, ...], Meta(max_length=100, description=marked("a list of at most 100 entries"))]


class Written(Struct, frozen=True, forbid_unknown_fields=True):
    """A part of a plan file. Making one makes its domain value too, so that what the domain refuses cannot be read."""

    def __post_init__(self) -> None:
        self.value()

    def value(self) -> object:
        """Return the domain's value; raise OutOfBounds."""
        raise NotImplementedError
