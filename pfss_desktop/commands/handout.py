"""`handout`: a plan file or a template becomes the PDF that the patient takes home."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from pfss_desktop.commands.contents import (
    NoSuchEntry,
    builtin_catalogue,
    builtin_templates,
    builtin_topics,
    opened_library,
    read_plan_file,
    today,
)
from pfss_desktop.commands.handout_choices import add_choices, layout_of, phases_of, sections_of
from pfss_desktop.commands.named_files import check_ending, write_named
from pfss_desktop.commands.password import asked_password
from pfss_desktop.commands.terminal import complain, say
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.plan import Plan
from pfss_desktop.language import _, ngettext
from pfss_desktop.paths import DataFolder
from pfss_desktop.translations import best_language

if TYPE_CHECKING:
    from pfss_desktop.handout.request import HandoutRequest

TEMPLATE = "template:"
"""What a template's id is written after."""


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    told = _("write the handout of a plan file or a template as PDF")
    command = commands.add_parser("handout", help=told, description=told, allow_abbrev=False)
    command.add_argument("source", metavar="PLANFILE|template:ID", help=_("a .pfss file, or template: and an id of `templates`"))
    command.add_argument("-o", dest="target", metavar="FILE.pdf", type=Path, required=True, help=_("where to write it"))
    add_choices(command)
    command.set_defaults(run=write_handout)


def write_handout(arguments: argparse.Namespace, data: DataFolder) -> int:
    """Write the PDF whole or not at all; tell of its layout and of letters that the typeface lacks."""
    check_ending(arguments.target, ".pdf")
    password = asked_password() if arguments.password else ""
    request = _request(arguments, data)
    from pfss_desktop.handout.locking import locked
    from pfss_desktop.handout.render import missing_letters, render_handout
    from pfss_desktop.handout.untranslated import untranslated_texts

    if arguments.fit:
        request = _fitted(request, arguments.fit)
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


def _request(arguments: argparse.Namespace, data: DataFolder) -> "HandoutRequest":
    plan, patient = _plan_and_patient(arguments.source, data)
    from pfss_desktop.figures.book import FigureBook
    from pfss_desktop.figures.styles import Palette, Style
    from pfss_desktop.handout.figures_on_paper import figures_for
    from pfss_desktop.handout.request import HandoutRequest, Paper

    catalogue = builtin_catalogue()
    language, *second = arguments.language or (best_language([patient.language] if patient else []),)
    return HandoutRequest(
        plan=plan,
        patient_name=patient.name if patient else "",
        on=today(),
        paper=Paper(arguments.paper),
        phases=phases_of(arguments, plan),
        figures=figures_for(plan, FigureBook(catalogue), Style(palette=Palette(arguments.style))),
        language=language,
        beside="".join(second),
        sections=sections_of(arguments),
        mistakes=catalogue.mistakes(held.exercise_id for held in plan.prescriptions()),
        layout=layout_of(arguments),
        catalogue=catalogue,
        education=builtin_topics(plan, language),
        is_named=arguments.named,
    )


def _fitted(request: "HandoutRequest", most: int) -> "HandoutRequest":
    """Return the request in the layout that fits, and say which that is; raise DoesNotFit."""
    from pfss_desktop.handout.counting import count_pages
    from pfss_desktop.handout.fitting import fitted

    found = fitted(request, most, count_pages)
    layout = found.request.layout
    chosen = f"--layout {layout.form}{' --large' if layout.large else ''}"
    told = ngettext("{count} page with {layout}", "{count} pages with {layout}", found.pages)
    say(told.format(count=found.pages, layout=chosen))
    return found.request


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
