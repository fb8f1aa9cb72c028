"""How a handout is laid out: exercises to a page, size of the letters, for whom the copy is. No ReportLab here."""

from dataclasses import dataclass
from enum import StrEnum

from pfss_desktop.domain.faults import UserError
from pfss_desktop.language import _

BODY = 12.0
"""Points: the least that seniors need (CLINICAL 7.2), and small enough for three exercises with their figures on a page."""
LARGE_BODY = 18.0
"""Points: what is called large print (CLINICAL 7.2)."""


class LayoutRefused(UserError):
    """Choices that do not go together; says which, and what does."""


class Form(StrEnum):
    """How the exercises fill the pages: one after the other, so many to a page, or as a list for the fridge door."""

    FLOW = "flow"
    ONE = "1"
    TWO = "2"
    THREE = "3"
    FOUR = "4"
    SIX = "6"
    FRIDGE = "fridge"

    @property
    def per_page(self) -> int:
        """How many exercises a page holds at most; 0 where that is not bounded."""
        return int(self.value) if self.value.isdigit() else 0


class Copy(StrEnum):
    """Whom the copy is for."""

    PATIENT = "patient"
    THERAPIST = "therapist"


LARGE_FORMS = (Form.FLOW, Form.ONE, Form.TWO, Form.FRIDGE)
"""The forms that large print has room in."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One way to lay a handout out.

    `large` is large print: 18 points and black on white. `ink` prints the page's own colours as black and grey; the figures have
    a palette of their own. Raises LayoutRefused for large print with three or more exercises to a page.
    """

    form: Form = Form.FLOW
    large: bool = False
    ink: bool = False
    copy: Copy = Copy.PATIENT

    def __post_init__(self) -> None:
        if self.large and self.form not in LARGE_FORMS:
            raise LayoutRefused(_("Large print needs room: choose one or two exercises to a page, the flowing form or the list."))

    @property
    def body(self) -> float:
        """The size of the text in points."""
        return LARGE_BODY if self.large else BODY
