"""The plan that a command is about: a plan file, or a template by its id."""

import argparse
from pathlib import Path

from pfss_desktop.commands.contents import NoSuchEntry, builtin_templates, opened_library, read_plan_file
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.plan import Plan
from pfss_desktop.language import _
from pfss_desktop.paths import DataFolder

TEMPLATE = "template:"
"""What a template's id is written after."""


def add_source(command: argparse.ArgumentParser) -> None:
    """Add the word that names the plan."""
    command.add_argument("source", metavar="PLANFILE|template:ID", help=_("a .pfss file, or template: and an id of `templates`"))


def plan_and_patient(source: str, data: DataFolder) -> tuple[Plan, Patient | None]:
    """Return the plan and, where the file has one, its patient; raise FileTrouble, FaultyPlanFile or NoSuchEntry."""
    if source.startswith(TEMPLATE):
        return _template(source.removeprefix(TEMPLATE), data), None
    held = read_plan_file(Path(source))
    return held.plan, held.patient


def _template(template_id: str, data: DataFolder) -> Plan:
    for template in builtin_templates():
        if template.plan.id == template_id:
            return template.plan
    if data.database.exists():
        with opened_library(data) as library:
            if any(own.template_id == template_id for own in library.own_templates()):
                return library.open_plan(template_id).plan
    raise NoSuchEntry(_("there is no such template; `templates` lists all"))
