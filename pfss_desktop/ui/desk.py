"""What a window works with: given once by `app`, handed on whole."""

from dataclasses import dataclass, replace

from pfss_desktop.document.background import Background
from pfss_desktop.domain.catalogue import CatalogueAtHand
from pfss_desktop.domain.checks.check import CheckSettings
from pfss_desktop.domain.faults import FileFault
from pfss_desktop.domain.intake_choices import IntakeChoices
from pfss_desktop.domain.library import EducationTopics, ExerciseSearch, Library
from pfss_desktop.domain.outcomes import Measure
from pfss_desktop.domain.stock import ResistanceChoices
from pfss_desktop.domain.templates import Template
from pfss_desktop.figures.book import FigureBook
from pfss_desktop.ui.clinic_desk import ClinicDesk
from pfss_desktop.ui.exercise_shelf import ExerciseShelf
from pfss_desktop.ui.handout_maker import HandoutMaker
from pfss_desktop.ui.settings import Settings
from pfss_desktop.ui.thumbnails import Thumbnails


@dataclass(frozen=True)
class Resources:
    """What was read from resource files; `faults` lists everything wrong in those that could not be."""

    shelf: ExerciseShelf
    choices: ResistanceChoices
    built_in_templates: tuple[Template, ...]
    education: EducationTopics
    check_settings: CheckSettings = CheckSettings()
    intake: IntakeChoices = IntakeChoices()
    measures: tuple[Measure, ...] = ()
    faults: tuple[FileFault, ...] = ()

    @property
    def templates(self) -> tuple[Template, ...]:
        """The built-in templates, in the clinic's words where it has its own."""
        return tuple(replace(each, plan=self.shelf.in_clinics_words(each.plan)) for each in self.built_in_templates)

    @property
    def catalogue(self) -> CatalogueAtHand:
        """The exercises on offer, the clinic's own among them."""
        return self.shelf.catalogue

    @property
    def search(self) -> ExerciseSearch:
        """Finds exercises by words."""
        return self.shelf.search

    @property
    def figures(self) -> FigureBook:
        """Figures and photos by exercise."""
        return self.shelf.figures


@dataclass(frozen=True)
class Desk:
    """The database, the resources and what keeps the window's own state."""

    library: Library
    background: Background
    resources: Resources
    settings: Settings
    maker: HandoutMaker
    thumbnails: Thumbnails
    clinic: ClinicDesk
