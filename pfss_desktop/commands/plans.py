"""`plan list`, `plan export` and `plan import`: plans in the database, and plan files to carry to another PC."""

import argparse
from dataclasses import replace
from pathlib import Path

from pfss_desktop.commands.contents import opened_library, read_plan_file, today
from pfss_desktop.commands.named_files import check_ending, write_named
from pfss_desktop.commands.terminal import say
from pfss_desktop.domain.identity import new_id
from pfss_desktop.domain.library import Library
from pfss_desktop.domain.patient import Patient
from pfss_desktop.language import _
from pfss_desktop.paths import DataFolder

LISTED = 1000
"""Plans that the list shows, the newest first."""


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command with its three parts."""
    told = _("list plans, write one to a plan file, or read one from a plan file")
    plan = commands.add_parser("plan", help=told, description=told, allow_abbrev=False)
    parts = plan.add_subparsers(title=_("commands"), metavar="COMMAND", required=True)
    told = _("list the plans in the database with their ids, the one changed last first")
    parts.add_parser("list", help=told, description=told, allow_abbrev=False).set_defaults(run=list_plans)
    told = _("write a plan to a plan file")
    export = parts.add_parser("export", help=told, description=told, allow_abbrev=False)
    export.add_argument("plan_id", metavar="ID", help=_("the plan's id, as `plan list` shows it"))
    export.add_argument("-o", dest="target", metavar="FILE.pfss", type=Path, required=True, help=_("where to write it"))
    export.add_argument("--with-patient", action="store_true", help=_("send the patient's name, number and date of birth along"))
    export.set_defaults(run=export_plan)
    told = _("add the plan in a plan file to the database, always as a new plan")
    imported = parts.add_parser("import", help=told, description=told, allow_abbrev=False)
    imported.add_argument("source", metavar="FILE.pfss", type=Path, help=_("the plan file"))
    imported.set_defaults(run=import_plan)


def list_plans(arguments: argparse.Namespace, data: DataFolder) -> int:
    """List id, day of the last change, patient and title."""
    del arguments
    with opened_library(data) as library:
        summaries = library.recent_plans(LISTED)
    for summary in summaries:
        day = summary.changed_at.astimezone().date().isoformat()
        say("  ".join(part for part in (summary.plan_id, day, summary.patient_name, summary.title) if part))
    return 0


def export_plan(arguments: argparse.Namespace, data: DataFolder) -> int:
    """Write a plan's latest visit to a plan file, without the patient unless that is asked for."""
    check_ending(arguments.target, ".pfss")
    from pfss_desktop.exchange.plan_file import encode_plan

    with opened_library(data) as library:
        opened = library.open_plan(arguments.plan_id)
    write_named(arguments.target, encode_plan(opened.plan, opened.patient if arguments.with_patient else None))
    say(_("{file} is written").format(file=arguments.target))
    return 0


def import_plan(arguments: argparse.Namespace, data: DataFolder) -> int:
    """Add a plan file's plan to the database under a new id, so that no plan there is ever overwritten."""
    held = read_plan_file(arguments.source)
    with opened_library(data, new=True) as library:
        patient_id, told = _whose(held.patient, library)
        # Phases and prescriptions keep their ids: they need to differ within the plan only, and the current phase is one of them.
        added = library.add_plan(replace(held.plan, id=new_id()), patient_id, today())
    say(told.format(id=added.plan.id))
    return 0


def _whose(patient: Patient | None, library: Library) -> tuple[str | None, str]:
    """Return the id of the very same patient, else of a new one, and what to tell: a doubtful match would be a wrong patient."""
    if patient is None:
        return None, _("the plan is added without a patient; its id is {id}")
    if any(known.patient == patient for known in library.patients(patient.name)):
        return patient.id, _("the plan is added to the patient, who was known already; its id is {id}")
    added = replace(patient, id=new_id())
    library.add_patient(added)
    return added.id, _("the plan is added with its patient, who is new here; its id is {id}")
