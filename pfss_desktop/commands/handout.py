"""`handout`: a plan file or a template becomes the PDF that the patient takes home."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from pfss_desktop.commands.contents import builtin_catalogue, builtin_topics, today
from pfss_desktop.commands.handout_choices import add_choices, languages_of, layout_of, phases_of, sections_of
from pfss_desktop.commands.named_files import check_ending, write_named
from pfss_desktop.commands.password import asked_password
from pfss_desktop.commands.plan_source import add_source, plan_and_patient
from pfss_desktop.commands.terminal import complain, say
from pfss_desktop.language import _, ngettext
from pfss_desktop.paths import DataFolder

if TYPE_CHECKING:
    from pfss_desktop.figures.book import FigureBook
    from pfss_desktop.handout.request import HandoutRequest


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    told = _("write the handout of a plan file or a template as PDF")
    command = commands.add_parser("handout", help=told, description=told, allow_abbrev=False)
    add_source(command)
    command.add_argument("-o", dest="target", metavar="FILE.pdf", type=Path, required=True, help=_("where to write it"))
    add_choices(command)
    command.set_defaults(run=write_handout)


def write_handout(arguments: argparse.Namespace, data: DataFolder) -> int:
    """Write the PDF whole or not at all; tell of its layout and of letters that the typeface lacks."""
    check_ending(arguments.target, ".pdf")
    password = asked_password() if arguments.password else ""
    request, _book = requested(arguments, data)
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


def requested(arguments: argparse.Namespace, data: DataFolder) -> "tuple[HandoutRequest, FigureBook]":
    """Return what the words ask for, and the figures of the catalogue."""
    plan, patient = plan_and_patient(arguments.source, data)
    from pfss_desktop.figures.book import FigureBook
    from pfss_desktop.figures.styles import Palette, Style
    from pfss_desktop.handout.figures_on_paper import figures_for
    from pfss_desktop.handout.request import HandoutRequest, Paper

    catalogue = builtin_catalogue()
    language, *second = languages_of(arguments, patient)
    book = FigureBook(catalogue)
    request = HandoutRequest(
        plan=plan,
        patient_name=patient.name if patient else "",
        on=today(),
        paper=Paper(arguments.paper),
        phases=phases_of(arguments, plan),
        figures=figures_for(plan, book, Style(palette=Palette(arguments.style))),
        language=language,
        beside="".join(second),
        sections=sections_of(arguments),
        mistakes=catalogue.mistakes(held.exercise_id for held in plan.prescriptions()),
        layout=layout_of(arguments),
        catalogue=catalogue,
        education=builtin_topics(plan, language),
        is_named=arguments.named,
    )
    return request, book


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
