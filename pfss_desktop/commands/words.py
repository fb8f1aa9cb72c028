"""The words of the command line: which command they make, and where its data lies."""

import argparse
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NoReturn

from pfss_desktop import __version__
from pfss_desktop.commands import (
    calendar_file,
    check,
    figures,
    handout,
    listings,
    packs,
    plans,
    progress,
    scores,
    web_page,
    window,
)
from pfss_desktop.commands.terminal import PROGRAM
from pfss_desktop.domain.faults import UserError
from pfss_desktop.language import _
from pfss_desktop.paths import DataFolder

PLAN_ENDING, DATA_DIR = ".pfss", "--data-dir"


class UnknownWords(UserError):
    """Words on the command line that make no command."""


def understood(words: Sequence[str]) -> tuple[Callable[[DataFolder], int], DataFolder]:
    """Return the command that these words make and the data folder they name, else the usual one.

    Raises UnknownWords, and SystemExit where the words only ask for help or the version.
    """
    *before, last = words or [""]
    if last.lower().endswith(PLAN_ENDING) and _only_name_folder(before):
        # What a double click on a plan file asks for.
        _run, data = understood(before)
        return partial(window.open_window, file=Path(last).absolute()), data
    arguments = _parser().parse_args(words)
    data = DataFolder(arguments.data_dir) if arguments.data_dir else DataFolder.usual()
    run = arguments.run
    return (run if run in (window.open_window, window.test_itself) else partial(run, arguments)), data


def _only_name_folder(words: Sequence[str]) -> bool:
    return not words or (len(words) == 2 and words[0] == DATA_DIR) or (len(words) == 1 and words[0].startswith(f"{DATA_DIR}="))


class _Parser(argparse.ArgumentParser):
    """argparse with one line for what it does not understand, instead of usage, line and exit."""

    def error(self, message: str) -> NoReturn:
        raise UnknownWords(_("{message}; `{program} --help` tells more").format(message=message, program=self.prog))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog=PROGRAM,
        description=_("Builds phased home exercise programmes. With FILE.pfss alone, or nothing, the window opens."),
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    parser.add_argument(DATA_DIR, type=_folder, metavar="DIR", help=_("keep everything in this folder"))
    parser.add_argument(
        "--self-test",
        action="store_const",
        const=window.test_itself,
        dest="run",
        help=_("try the whole program in a real window"),
    )
    parser.set_defaults(run=window.open_window)
    commands = parser.add_subparsers(title=_("commands"), metavar="COMMAND")
    for module in (listings, handout, web_page, calendar_file, figures, plans, progress, scores, packs, check):
        module.add_to(commands)
    return parser


def _folder(typed: str) -> Path:
    with suppress(OSError, ValueError):
        if typed.strip() and not Path(typed).is_file():
            return Path(typed).absolute()
    raise argparse.ArgumentTypeError(_("is not a folder"))
