"""`progress`: a plan's scores over its visits as one page, for the patient or for whoever referred them."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from pfss_desktop.commands.contents import builtin_catalogue, opened_library, today
from pfss_desktop.commands.named_files import check_ending, write_named
from pfss_desktop.commands.terminal import complain, say
from pfss_desktop.domain.adherence import Sessions, brought_back
from pfss_desktop.domain.library import Library
from pfss_desktop.domain.outcomes import Measure
from pfss_desktop.domain.visits import OpenPlan
from pfss_desktop.language import _
from pfss_desktop.paths import DataFolder, resources
from pfss_desktop.translations import LANGUAGES, best_language

if TYPE_CHECKING:
    from pfss_desktop.handout.progress_request import ProgressRequest


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    told = _("write a page of progress of a plan in the database as PDF")
    command = commands.add_parser("progress", help=told, description=told, allow_abbrev=False)
    command.add_argument("plan_id", metavar="ID", help=_("the plan's id, as `plan list` shows it"))
    command.add_argument("-o", dest="target", metavar="FILE.pdf", type=Path, required=True, help=_("where to write it"))
    command.add_argument("--for", dest="reader", choices=("patient", "referrer"), default="patient", help=_("who will read it"))
    command.add_argument("--paper", choices=("a4", "letter"), default="a4", help=_("the paper it will be printed on"))
    tags = [language.tag for language in LANGUAGES]
    command.add_argument("--language", choices=tags, help=_("the language; by default the patient's"))
    command.set_defaults(run=write_progress)


def write_progress(arguments: argparse.Namespace, data: DataFolder) -> int:
    """Write the PDF whole or not at all."""
    check_ending(arguments.target, ".pdf")
    with opened_library(data) as library:
        request = _request(arguments, library)
    from pfss_desktop.handout.progress_pages import render_progress

    write_named(arguments.target, render_progress(request))
    say(_("{file} is written").format(file=arguments.target))
    return 0


def _request(arguments: argparse.Namespace, library: Library) -> "ProgressRequest":
    from pfss_desktop.handout.progress_request import ProgressRequest, Reader
    from pfss_desktop.handout.request import HandoutRequest, Paper

    opened = library.open_plan(arguments.plan_id)
    patient = opened.patient
    return ProgressRequest(
        handout=HandoutRequest(
            plan=opened.plan,
            patient_name=patient.name if patient else "",
            on=today(),
            visit_number=opened.visit.number,
            visit_id=opened.visit.id,
            paper=Paper(arguments.paper),
            language=arguments.language or best_language([patient.language] if patient else []),
        ),
        reader=Reader(arguments.reader),
        visits=tuple(library.scores_of_plan(opened.plan.id)),
        measures=_measures(),
        sessions=_sessions(library, opened),
        sources=builtin_catalogue().sources,
    )


def _sessions(library: Library, opened: OpenPlan) -> Sessions | None:
    former = next((held.visit for held in library.visits(opened.plan.id) if held.visit.number < opened.visit.number), None)
    sheet = brought_back(library.open_visit(former.id).plan, former.on, opened.visit.on) if former else None
    return sheet.all_sessions(opened.plan.record) if sheet else None


def _measures() -> tuple[Measure, ...]:
    from pfss_desktop.catalogue.measures import load_measures

    loaded = load_measures(resources() / "clinical" / "measures.toml")
    for fault in loaded.faults:
        complain(str(fault))
    return loaded.measures
