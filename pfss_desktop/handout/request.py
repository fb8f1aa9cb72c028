"""What is asked of the handout: the plan, who it is for, on what paper. No ReportLab here, so that the screen may ask cheaply."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Protocol
from unicodedata import category

from pfss_desktop.domain.bounds import check_count, check_line, check_whole
from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.domain.education import EducationTopic
from pfss_desktop.domain.plan import Phase, Plan
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.stock import ResistanceChoices
from pfss_desktop.handout.layout import Form, Layout, LayoutRefused
from pfss_desktop.handout.sections import ALL_DETAILS, DEFAULT_SECTIONS, Detail, Section, check_sections
from pfss_desktop.handout.sheet_defaults import SheetDefaults
from pfss_desktop.language import _

NAME_LIMIT = 40
"""Letters of a patient's name in a file's name: no system takes more than 255 bytes in all."""


class Paper(StrEnum):
    """The sheets a clinic's printer holds."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points (1/72 inch)."""
        return (595.28, 841.89) if self is Paper.A4 else (612.0, 792.0)


class PhaseChoice(StrEnum):
    """Whether the patient takes home every phase or the present one only."""

    ALL = "all"
    CURRENT = "current"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who gives the handout: one line each, each may be empty; `logo` is as `logo.read_logo` returns it. Raises OutOfBounds."""

    clinic: str = ""
    therapist: str = ""
    phone: str = ""
    logo: bytes = field(default=b"", repr=False)

    def __post_init__(self) -> None:
        check_line("clinic", self.clinic, empty=True)
        check_line("therapist", self.therapist, empty=True)
        check_line("phone", self.phone, empty=True)


class FigureDrawing(Protocol):
    """Draws the figure of one prescription into a box; `x` and `y` are its lower left corner, all in points.

    `canvas` is the ReportLab canvas; the graphics state is saved before and restored after the call.
    """

    def __call__(self, canvas: Any, prescription: Prescription, x: float, y: float, width: float, height: float) -> str:  # noqa: ANN401 - ReportLab has no types
        """Draw inside the box only, and return what the picture shows, in the sheet's language; empty where that is not known."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoutRequest:
    """Everything a handout depends on: the same request gives the same bytes.

    `on` is the date printed. `visit_number` counts from 1; None prints no visit. `figures` holds drawings by prescription id; an
    exercise without one uses the full width. `language` is the language it is written in, as a tag such as "en" or "es"; texts
    without a translation stay as they are. `former` is the plan as it was at the visit before: the
    sheet then says what has changed, with `choices` to rank the colours of bands. `sections` are the parts printed, in order,
    `details` what is told of an exercise, `education` the topics chosen for this patient, at most 20. `mistakes` holds each
    exercise's common mistake by exercise id, since a plan keeps none.
    `phases` may also be the ids of the phases to print; ids that the plan does not have are passed over. `beside` is the tag of a
    second language for every text; it needs the flowing form. `visit_id` and `catalogue`, with its sources, are for the
    therapist's copy. The patient's name stands on the paper; in the file's name and metadata only where `is_named` asks for it.
    `defaults` are the clinic's own.
    Raises OutOfBounds or LayoutRefused.
    """

    plan: Plan
    on: date
    patient_name: str = ""
    visit_number: int | None = None
    letterhead: Letterhead = Letterhead()
    paper: Paper = Paper.A4
    phases: PhaseChoice | tuple[str, ...] = PhaseChoice.ALL
    figures: Mapping[str, FigureDrawing] = field(default_factory=dict)
    language: str = "en"
    former: Plan | None = None
    choices: ResistanceChoices = ResistanceChoices()
    sections: tuple[Section, ...] = DEFAULT_SECTIONS
    details: frozenset[Detail] = ALL_DETAILS
    education: tuple[EducationTopic, ...] = ()
    mistakes: Mapping[str, str] = field(default_factory=dict)
    layout: Layout = Layout()
    beside: str = ""
    visit_id: str = ""
    catalogue: Catalogue | None = None
    is_named: bool = False
    defaults: SheetDefaults = SheetDefaults()

    def __post_init__(self) -> None:
        check_line("patient name", self.patient_name, empty=True)
        check_sections(self.sections)
        check_count("education", self.education, 20)
        if self.beside and self.layout.form is not Form.FLOW:
            raise LayoutRefused(_("Two languages side by side need the flowing form."))
        if self.visit_number is not None:
            check_whole("visit number", self.visit_number, 1, 10_000)

    def shown_phases(self) -> tuple[Phase, ...]:
        """Return the phases to print, in the plan's order."""
        if self.phases is PhaseChoice.ALL:
            return self.plan.phases
        if isinstance(self.phases, tuple):
            return tuple(phase for phase in self.plan.phases if phase.id in self.phases)
        now = self.plan.phase_now()
        return (now,) if now else ()

    @property
    def file_name(self) -> str:
        """The name to offer for the file: date and plan, and no letter that any system refuses."""
        kept = "".join(letter if category(letter)[0] in "LMN" else " " for letter in self.patient_name)
        name = "_".join(kept.split())[:NAME_LIMIT] if self.is_named else ""
        return f"{self.on.isoformat()}_{f'{name}_' if name else ''}plan-{self.plan.id[:8]}.pdf"
