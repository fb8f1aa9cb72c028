"""`check`: everything wrong in a catalogue, template, education or plan file, one fault a line."""

import argparse
from collections.abc import Callable, Mapping, Sequence
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
    told = _("check a catalogue, template, education or plan file and list every fault in it")
    command = commands.add_parser("check", help=told, description=told, allow_abbrev=False)
    command.add_argument(
        "file",
        metavar="FILE",
        type=Path,
        help=_("a .toml file of an exercise, a template or an education topic, or a .pfss file"),
    )
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
    if path.suffix.lower() == ".toml":
        return _faults_in_toml(path)
    from pfss_desktop.exchange.plan_file import decode_plan

    try:
        decode_plan(content)
    except FaultyFile as error:
        return error.faults
    return ()


def _faults_in_toml(path: Path) -> Sequence[Fault]:
    from pfss_desktop.catalogue.checking import FileKind, check_exercise_file, check_template_file, check_topic_file, kind_of

    try:
        reads = _whole_readers().get(path.name)
        if reads is not None:
            reads(path)
            return ()
        kind = kind_of(path)
    except FaultyFile as error:
        return error.faults
    if kind is FileKind.TEMPLATE:
        return check_template_file(path, builtin_catalogue())
    if kind is FileKind.TOPIC:
        return check_topic_file(path, builtin_catalogue())
    if kind is FileKind.EXERCISE:
        return check_exercise_file(path) or _links_to_nowhere(path)
    return [Fault("", _("is no exercise, template or education topic: it has the tables of none"))]


def _whole_readers() -> Mapping[str, Callable[[Path], object]]:
    """Return the readers of those resource files that are known by their name; each raises FaultyFile with every fault."""
    from pfss_desktop.catalogue.run_stages import load_run_stages
    from pfss_desktop.catalogue.sources import load_sources
    from pfss_desktop.catalogue.stock import load_resistance_choices

    return {"sources.toml": load_sources, "resistance.toml": load_resistance_choices, "run_stages.toml": load_run_stages}


def _links_to_nowhere(path: Path) -> Sequence[Fault]:
    """Return a fault for every link of a sound exercise file to an exercise that is neither built in nor beside the file."""
    from pfss_desktop.catalogue.exercise_file import exercise_in

    exercise = exercise_in(path.read_bytes(), path.name)
    built_in = builtin_catalogue()
    return [
        Fault(f"links.{direction}", _("{id} is no exercise of the catalogue or of this folder").format(id=link))
        for direction, links in (("harder", exercise.harder), ("easier", exercise.easier))
        for link in links
        if built_in.get(link) is None and not path.with_name(f"{link}.toml").is_file()
    ]
