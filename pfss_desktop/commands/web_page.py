"""`webpage`: a plan file or a template becomes one HTML file for the patient's phone."""

import argparse
from pathlib import Path

from pfss_desktop.commands.handout import requested
from pfss_desktop.commands.handout_choices import add_page_choices
from pfss_desktop.commands.named_files import check_ending, write_named
from pfss_desktop.commands.plan_source import add_source
from pfss_desktop.commands.terminal import say
from pfss_desktop.language import _
from pfss_desktop.paths import DataFolder


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    told = _("write the handout as one web page with moving figures, for a phone")
    command = commands.add_parser("webpage", help=told, description=told, allow_abbrev=False)
    add_source(command)
    command.add_argument("-o", dest="target", metavar="FILE.html", type=Path, required=True, help=_("where to write it"))
    add_page_choices(command)
    command.set_defaults(run=write_page)


def write_page(arguments: argparse.Namespace, data: DataFolder) -> int:
    """Write the page whole or not at all."""
    check_ending(arguments.target, ".html")
    request, book = requested(arguments, data)
    from pfss_desktop.figures.styles import Palette, Style
    from pfss_desktop.handout.web_page import render_page

    write_named(arguments.target, render_page(request, book, Style(palette=Palette(arguments.style))))
    say(_("{file} is written").format(file=arguments.target))
    return 0
