"""`handout`: a plan file or a template becomes the PDF that the patient takes home."""

import argparse
import os
from getpass import getpass
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

PASSWORD_VARIABLE = "PFSS_HANDOUT_PASSWORD"  # noqa: S105 - a name, no password
"""Where the environment may hold the password. On the command line itself every user of the machine could read it."""

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
    told = _("ask for a password, by which alone the file will open; {variable} holds it where there is no one to ask")
    command.add_argument("--password", action="store_true", help=told.format(variable=PASSWORD_VARIABLE))
    command.add_argument("--named", action="store_true", help=_("let the file's title hold the patient's name"))
    command.set_defaults(run=write_handout)


def write_handout(arguments: argparse.Namespace, data: DataFolder) -> int:
    """Write the PDF whole or not at all; tell of letters that the typeface lacks."""
    check_ending(arguments.target, ".pdf")
    password = asked_password() if arguments.password else ""
    plan, patient = _plan_and_patient(arguments.source, data)
    from pfss_desktop.figures.book import FigureBook
    from pfss_desktop.figures.styles import Palette, Style
    from pfss_desktop.handout.figures_on_paper import figures_for
    from pfss_desktop.handout.locking import locked
    from pfss_desktop.handout.render import missing_letters, render_handout
    from pfss_desktop.handout.request import HandoutRequest, Paper
    from pfss_desktop.handout.untranslated import untranslated_texts

    request = HandoutRequest(
        plan=plan,
        patient_name=patient.name if patient else "",
        on=today(),
        paper=Paper(arguments.paper),
        figures=figures_for(plan, FigureBook(builtin_catalogue()), Style(palette=Palette(arguments.style))),
        language=arguments.language or best_language([patient.language] if patient else []),
        is_named=arguments.named,
    )
    content = render_handout(request)
    write_named(arguments.target, locked(content, password) if password else content)
    say(_("{file} is written").format(file=arguments.target))
    missing = missing_letters(request)
    if missing:
        shown = " ".join(missing[:20])
        complain(_("the typeface lacks some letters; the handout shows [?] for them: {letters}").format(letters=shown))
    if own := untranslated_texts(request):
        complain(_("these texts have no translation and are printed as they are: {texts}").format(texts="; ".join(own[:20])))
    return 0


def asked_password() -> str:
    """Return the password from the environment, or typed twice at the terminal and not shown; raise UnfitPassword."""
    from pfss_desktop.handout.locking import UnfitPassword, check_password

    password = os.environ.get(PASSWORD_VARIABLE, "")
    if not password:
        try:
            password = getpass(_("Password: "))
            again = getpass(_("Once more: "))
        except (EOFError, OSError) as error:
            raise UnfitPassword(_("no password was typed; nothing was written")) from error
        if again != password:
            raise UnfitPassword(_("the two passwords are not the same; nothing was written"))
    check_password(password)
    return password


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
