"""`handout`: a plan file or a template becomes the PDF that the patient takes home."""

import argparse
from pathlib import Path

from pfss_desktop.commands.contents import (
    NoSuchEntry,
    builtin_catalogue,
    builtin_templates,
    opened_library,
    read_plan_file,
    today,
)
from pfss_desktop.commands.named_files import check_ending, write_named
from pfss_desktop.commands.terminal import complain, say
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.plan import Plan
from pfss_desktop.language import _
from pfss_desktop.paths import DataFolder
from pfss_desktop.translations import LANGUAGES, best_language

TEMPLATE = "template:"
"""What a template's id is written after."""


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    told = _("write the handout of a plan file or a template as PDF")
    command = commands.add_parser("handout", help=told, description=told, allow_abbrev=False)
    command.add_argument("source", metavar="PLANFILE|template:ID", help=_("a .pfss file, or template: and an id of `templates`"))
    command.add_argument("-o", dest="target", metavar="FILE.pdf", type=Path, required=True, help=_("where to write it"))
    command.add_argument("--paper", choices=("a4", "letter"), default="a4", help=_("the paper it will be printed on"))
    command.add_argument(
        "--style", choices=("colour", "ink"), default="colour", help=_("figures in colour, or in ink for mono printers")
    )
    command.add_argument(
        "--language",
        choices=[language.tag for language in LANGUAGES],
        help=_("the language of the handout; without it the patient's own"),
    )
    command.set_defaults(run=write_handout)


def write_handout(arguments: argparse.Namespace, data: DataFolder) -> int:
    """Write the PDF whole or not at all; tell of letters that the typeface lacks."""
    check_ending(arguments.target, ".pdf")
    plan, patient = _plan_and_patient(arguments.source, data)
    from pfss_desktop.figures.book import FigureBook
    from pfss_desktop.figures.styles import Palette, Style
    from pfss_desktop.handout.figures_on_paper import figures_for
    from pfss_desktop.handout.render import missing_letters, render_handout
    from pfss_desktop.handout.request import HandoutRequest, Paper
    from pfss_desktop.handout.untranslated import untranslated_texts

    figures = figures_for(plan, FigureBook(builtin_catalogue()), Style(palette=Palette(arguments.style)))
    paper = Paper(arguments.paper)
    language = arguments.language or best_language([patient.language] if patient else [])
    name = patient.name if patient else ""
    request = HandoutRequest(plan=plan, patient_name=name, on=today(), paper=paper, figures=figures, language=language)
    write_named(arguments.target, render_handout(request))
    say(_("{file} is written").format(file=arguments.target))
    missing = missing_letters(request)
    if missing:
        shown = " ".join(missing[:20])
        complain(_("the typeface lacks some letters; the handout shows [?] for them: {letters}").format(letters=shown))
    if own := untranslated_texts(request):
        complain(_("these texts have no translation and are printed as they are: {texts}").format(texts="; ".join(own[:20])))
    return 0


def _plan_and_patient(source: str, data: DataFolder) -> tuple[Plan, Patient | None]:
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
