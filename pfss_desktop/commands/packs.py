"""`pack export`, `pack import` and `pack check`: own exercises and the clinic's words, to carry to another PC."""

import argparse
from pathlib import Path

from pfss_desktop.commands.contents import NoSuchEntry, opened_library
from pfss_desktop.commands.named_files import check_ending, read_named, write_named
from pfss_desktop.commands.terminal import complain, say
from pfss_desktop.domain.faults import FaultyFile
from pfss_desktop.domain.library import Library
from pfss_desktop.domain.own_exercise import OwnExercise
from pfss_desktop.domain.pack_import import CHOICES, Choice, arriving, taken
from pfss_desktop.language import _, ngettext
from pfss_desktop.paths import DataFolder

_TEXTS = "texts"


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command with its three parts."""
    told = _("write, read or check a pack of own exercises")
    pack = commands.add_parser("pack", help=told, description=told, allow_abbrev=False)
    parts = pack.add_subparsers(title=_("commands"), metavar="COMMAND", required=True)
    told = _("write own exercises and the clinic's words to a pack")
    export = parts.add_parser("export", help=told, description=told, allow_abbrev=False)
    export.add_argument("ids", metavar="ID", nargs="*", help=_("ids of own exercises; all of them when left out"))
    export.add_argument("-o", dest="target", metavar="FILE.pfsspack", type=Path, required=True, help=_("where to write it"))
    export.set_defaults(run=export_pack)
    told = _("take over the exercises of a pack; what the clinic has changed itself is kept beside them")
    imported = parts.add_parser("import", help=told, description=told, allow_abbrev=False)
    imported.add_argument("source", metavar="FILE.pfsspack", type=Path, help=_("the pack"))
    imported.add_argument("--replace", action="store_true", help=_("put changed exercises in the place of the clinic's own"))
    imported.set_defaults(run=import_pack)
    told = _("tell what is in a pack, or everything that is wrong in it")
    check = parts.add_parser("check", help=told, description=told, allow_abbrev=False)
    check.add_argument("source", metavar="FILE.pfsspack", type=Path, help=_("the pack"))
    check.set_defaults(run=check_pack)


def export_pack(arguments: argparse.Namespace, data: DataFolder) -> int:
    """Write the named own exercises, or all with the clinic's words, to a pack."""
    from pfss_desktop.catalogue.own_entry import EntryForm
    from pfss_desktop.exchange.clinic_texts import texts_from
    from pfss_desktop.exchange.exercise_pack import SUFFIX, ExercisePack, encode_pack

    check_ending(arguments.target, SUFFIX)
    with opened_library(data) as library:
        own = {each.exercise.id: each for each in _own(library) if not each.is_removed}
        texts = {} if arguments.ids else texts_from(library.kept(_TEXTS))
    unknown = [key for key in arguments.ids if key not in own]
    if unknown:
        raise NoSuchEntry(_("there is no own exercise {id}").format(id=unknown[0]))
    chosen = tuple(own[key] for key in arguments.ids or own)
    write_named(arguments.target, encode_pack(ExercisePack(chosen, texts), EntryForm()))
    say(_("{file} is written").format(file=arguments.target))
    return 0


def import_pack(arguments: argparse.Namespace, data: DataFolder) -> int:
    """Take over a pack, whole or not at all."""
    from pfss_desktop.catalogue.own_entry import EntryForm
    from pfss_desktop.domain.own_exercise import kept
    from pfss_desktop.exchange.clinic_texts import texts_from, written_texts
    from pfss_desktop.exchange.exercise_pack import decode_pack
    from pfss_desktop.exchange.safe_zip import ARCHIVE_LIMIT

    pack = decode_pack(read_named(arguments.source, ARCHIVE_LIMIT), EntryForm())
    with opened_library(data, new=True) as library:
        arrivals = arriving(pack.exercises, _own(library))
        choices = [
            Choice.REPLACE if arguments.replace and Choice.REPLACE in CHOICES[each.arrival] else CHOICES[each.arrival][0]
            for each in arrivals
        ]
        own = taken(arrivals, choices)
        texts = {**pack.texts, **texts_from(library.kept(_TEXTS))}
        if arguments.replace:
            texts |= pack.texts
        library.keep_own_exercises([kept(each, EntryForm()) for each in own], {_TEXTS: written_texts(texts)})
    say(ngettext("{count} exercise taken over", "{count} exercises taken over", len(own)).format(count=len(own)))
    return 0


def check_pack(arguments: argparse.Namespace, data: DataFolder) -> int:
    """List the exercises of a pack, or its faults on the standard error with the code 2."""
    del data
    from pfss_desktop.catalogue.own_entry import EntryForm
    from pfss_desktop.exchange.exercise_pack import decode_pack
    from pfss_desktop.exchange.safe_zip import ARCHIVE_LIMIT

    try:
        pack = decode_pack(read_named(arguments.source, ARCHIVE_LIMIT), EntryForm())
    except FaultyFile as error:
        for fault in error.faults:
            complain(f"{arguments.source}: {fault}")
        return 2
    for own in pack.exercises:
        say(f"{own.exercise.id}  {own.exercise.name}")
    for key in pack.texts:
        say(_("words for {id}").format(id=key))
    return 0


def _own(library: Library) -> tuple[OwnExercise, ...]:
    """Return the own exercises that can be read; damaged ones are told on the standard error."""
    from pfss_desktop.catalogue.own_entry import EntryForm

    form = EntryForm()
    found = []
    for each in library.own_exercises():
        try:
            found.append(OwnExercise(form.read(each.definition), each.photo, each.is_removed))
        except FaultyFile:
            complain(_("{name} is damaged and left out").format(name=each.name))
    return tuple(found)
