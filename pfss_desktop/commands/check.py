"""`check`: everything wrong in a catalogue, template or plan file, one fault a line."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from pfss_desktop.commands.contents import builtin_catalogue
from pfss_desktop.commands.named_files import read_named
from pfss_desktop.commands.terminal import complain, say
from pfss_desktop.domain.bounds import tidy_line
from pfss_desktop.domain.faults import Fault, FaultyFile
from pfss_desktop.language import _, ngettext
from pfss_desktop.paths import DataFolder


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    told = _("check a catalogue, template or plan file and list every fault in it")
    command = commands.add_parser("check", help=told, description=told, allow_abbrev=False)
    command.add_argument("file", metavar="FILE", type=Path, help=_("a .toml file of an exercise or template, or a .pfss file"))
    command.set_defaults(run=check_file)


def check_file(arguments: argparse.Namespace, data: DataFolder) -> int:
    """List every fault on the standard output and their number on the standard error; 0 where there is none, else 2."""
    del data
    faults = _faults_in(arguments.file)
    for fault in faults:
        say(tidy_line(str(fault)))
    if not faults:
        say(_("{file}: no faults").format(file=arguments.file))
        return 0
    complain(
        ngettext("{file} has {count} fault", "{file} has {count} faults", len(faults)).format(
            file=arguments.file, count=len(faults)
        )
    )
    return 2


def _faults_in(path: Path) -> Sequence[Fault]:
    from pfss_desktop.exchange.strict_json import SIZE_LIMIT

    content = read_named(path, SIZE_LIMIT)
    try:
        if path.suffix.lower() == ".toml":
            _check_toml(path)
        else:
            from pfss_desktop.exchange.plan_file import decode_plan

            decode_plan(content)
    except FaultyFile as error:
        return error.faults
    return ()


def _check_toml(path: Path) -> None:
    from pfss_desktop.catalogue.checks import FileKind, check_exercise_file, check_template_file, kind_of

    if kind_of(path) is FileKind.TEMPLATE:
        check_template_file(path, builtin_catalogue())
    else:
        check_exercise_file(path)
