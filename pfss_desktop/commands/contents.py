"""What the commands work on: the built-in catalogue and templates, plan files, and the database where there is one."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pfss_desktop.commands.named_files import FileTrouble, read_named
from pfss_desktop.commands.terminal import complain
from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.domain.education import EducationTopic, chosen_topics
from pfss_desktop.domain.faults import FaultyFile, UserError
from pfss_desktop.domain.library import Library
from pfss_desktop.domain.outcomes import Measure
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.templates import Template
from pfss_desktop.file_reasons import reason_of
from pfss_desktop.language import _, ngettext
from pfss_desktop.paths import DataFolder, private_folder, resources

if TYPE_CHECKING:
    from pfss_desktop.exchange.plan_file import PlanFile


class FaultyPlanFile(UserError):
    """A named plan file with faults: tells the first one, and how to see all."""


class NoSuchEntry(UserError):
    """An id on the command line that names nothing."""


def builtin_catalogue() -> Catalogue:
    """Return the built-in exercises; a faulty file among them is told on the standard error and left out."""
    from pfss_desktop.catalogue.loading import load_catalogue

    loaded = load_catalogue(resources() / "catalogue")
    for fault in loaded.faults:
        complain(str(fault))
    return loaded.catalogue


def builtin_templates() -> Sequence[Template]:
    """Return the built-in templates; a faulty file among them is told on the standard error and left out."""
    from pfss_desktop.catalogue.templates import load_templates

    loaded = load_templates(resources() / "templates", builtin_catalogue())
    for fault in loaded.faults:
        complain(str(fault))
    return loaded.templates


def builtin_measures() -> Sequence[Measure]:
    """Return the outcome measures; a faulty one among them is told on the standard error and left out."""
    from pfss_desktop.catalogue.measures import load_measures

    loaded = load_measures(resources() / "clinical" / "measures.toml")
    for fault in loaded.faults:
        complain(str(fault))
    return loaded.measures


def builtin_topics(plan: Plan, language: str) -> tuple[EducationTopic, ...]:
    """Return the education topics of a plan in a language; faulty files are told on the standard error and left out."""
    if not plan.education:
        return ()
    from pfss_desktop.catalogue.education import load_topics

    loaded = load_topics(resources() / "education", language, {})
    for fault in loaded.faults:
        complain(str(fault))
    return chosen_topics(loaded.topics, plan.education)


def read_plan_file(path: Path) -> "PlanFile":
    """Return what a plan file holds; raise FileTrouble or FaultyPlanFile."""
    from pfss_desktop.exchange.plan_file import decode_plan
    from pfss_desktop.exchange.strict_json import SIZE_LIMIT

    try:
        return decode_plan(read_named(path, SIZE_LIMIT))
    except FaultyFile as error:
        more = len(error.faults) - 1
        told = _("{file} cannot be used: {fault}").format(file=path, fault=error.faults[0])
        if more:
            words = ngettext("; `check` lists this and {count} more fault", "; `check` lists this and {count} more faults", more)
            told += words.format(count=more)
        raise FaultyPlanFile(told) from error


@contextmanager
def opened_library(data: DataFolder, *, new: bool = False) -> Iterator[Library]:
    """Open the database for the block. Where there is none, it is made if `new`, else NoSuchEntry is raised."""
    if not new and not data.database.exists():
        raise NoSuchEntry(_("there are no plans in {folder} yet").format(folder=data.root))
    from pfss_desktop.storage.database import PlanDatabase

    try:
        private_folder(data.root)
    except OSError as error:
        raise FileTrouble(_("{file} cannot be made: {reason}").format(file=data.root, reason=reason_of(error))) from error
    database = PlanDatabase.open(data.database, data.backups)
    try:
        yield database
    finally:
        database.close()


def today() -> date:
    """Return the date here and now, as a calendar on the wall shows it."""
    return datetime.now().astimezone().date()
