"""`plan list`, `plan export` and `plan import`: plans in the database, and plan files to carry to another PC."""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from pfss_desktop.commands.contents import builtin_measures, opened_library, read_plan_file, today
from pfss_desktop.commands.named_files import check_ending, write_named
from pfss_desktop.commands.terminal import say
from pfss_desktop.domain.identity import new_id
from pfss_desktop.domain.library import Library
from pfss_desktop.domain.outcome_words import named_score
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.visits import DatedPlan, OpenPlan
from pfss_desktop.language import _
from pfss_desktop.paths import DataFolder
from pfss_desktop.translations import best_language, speaking_language

PFSS, FHIR = "pfss", "fhir"
ENDINGS = {PFSS: ".pfss", FHIR: ".json"}
"""What a plan is exported as, and how the file's name must end."""
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
    export.add_argument("-o", dest="target", metavar="FILE", type=Path, required=True, help=_("where to write it"))
    told = _("pfss, a plan file (FILE.pfss), or fhir, for a record system (FILE.json); by default pfss")
    export.add_argument("--format", choices=tuple(ENDINGS), default=PFSS, help=told)
    export.add_argument("--history", action="store_true", help=_("put all former visits into the plan file, too"))
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
    """Write a plan to a file, without the patient unless that is asked for."""
    check_ending(arguments.target, ENDINGS[arguments.format])
    with opened_library(data) as library:
        history = library.history(arguments.plan_id)
    patient = history[-1].patient if arguments.with_patient else None
    if arguments.format == FHIR:
        content = _bundle(history, patient)
    else:
        content = _plan_file(history if arguments.history else history[-1:], patient, dated=arguments.history)
    write_named(arguments.target, content)
    say(_("{file} is written").format(file=arguments.target))
    return 0


def _plan_file(visits: Sequence[OpenPlan], patient: Patient | None, *, dated: bool) -> bytes:
    from pfss_desktop.exchange.plan_file import encode_plan

    *former, latest = visits
    on = latest.visit.on if dated else None
    return encode_plan(latest.plan, patient, on, [DatedPlan(held.visit.on, held.plan) for held in former])


def _bundle(visits: Sequence[OpenPlan], patient: Patient | None) -> bytes:
    """Return the bundle of all visits; the patient's language is spoken in it whether or not the name goes along."""
    from pfss_desktop.exchange.fhir_bundle import FhirWords, encode_bundle
    from pfss_desktop.handout.instruction_words import instruction_words

    reader = visits[-1].patient
    words = FhirWords(instruction_words, partial(named_score, measures=builtin_measures()))
    with speaking_language(best_language([reader.language] if reader else [])):
        return encode_bundle([DatedPlan(held.visit.on, held.plan) for held in visits], words, patient)


def import_plan(arguments: argparse.Namespace, data: DataFolder) -> int:
    """Add a plan file's plan to the database under a new id, so that no plan there is ever overwritten."""
    held = read_plan_file(arguments.source)
    with opened_library(data, new=True) as library:
        patient_id, told = _whose(held.patient, library)
        # Phases and prescriptions keep their ids: they need to differ within the plan only, and the current phase is one of them.
        added = library.add_history(held.plan, patient_id, held.on or today(), held.former_visits)
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
