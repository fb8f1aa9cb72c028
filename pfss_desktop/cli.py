"""The command line: words become a command, and whatever goes wrong becomes one plain line and an exit code.

0 is done, 1 a mistake of the program's own, 2 something a person can mend, 130 Ctrl+C, 141 nobody reads the output any more.
The commands themselves are in `commands`.
"""

import argparse
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from pfss_desktop import __version__
from pfss_desktop.commands import check, handout, listings, plans, window
from pfss_desktop.commands.named_files import reason_of
from pfss_desktop.commands.terminal import PROGRAM, LostOutput, complain, drop, finish, settle_streams
from pfss_desktop.domain.faults import UserError
from pfss_desktop.failure_log import note_failure
from pfss_desktop.language import _
from pfss_desktop.paths import DataFolder

DONE, OWN_MISTAKE, TO_MEND, INTERRUPTED, NOBODY_READS = 0, 1, 2, 130, 141


class UnknownWords(UserError):
    """Words on the command line that make no command."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command, by default the one this process was started with, and return the exit code."""
    settle_streams()
    try:
        arguments = _parser().parse_args(argv)
    except UnknownWords as error:
        complain(str(error))
        return TO_MEND
    except SystemExit:
        # argparse ends --help and --version in this way.
        return _finished(DONE)
    data = DataFolder(arguments.data_dir) if arguments.data_dir else DataFolder.usual()
    return _finished(_run(arguments, data))


def _run(arguments: argparse.Namespace, data: DataFolder) -> int:
    try:
        code: int = arguments.run(arguments, data)
    except KeyboardInterrupt:
        return INTERRUPTED
    except LostOutput as error:
        return _lost(error)
    except UserError as error:
        complain(str(error))
    except OSError as error:
        note_failure(data.log, error)
        complain(_("this did not work: {reason}").format(reason=reason_of(error)))
    except Exception as error:
        # The last resort: whatever it is, nobody reads a traceback on screen.
        return _own_mistake(error, data)
    else:
        return code
    return TO_MEND


def _own_mistake(error: Exception, data: DataFolder) -> int:
    if note_failure(data.log, error):
        complain(_("the program made a mistake and stopped; details without patient data are in {log}").format(log=data.log))
    else:
        complain(_("the program made a mistake and stopped ({kind})").format(kind=type(error).__name__))
    return OWN_MISTAKE


def _finished(code: int) -> int:
    try:
        finish()
    except LostOutput as error:
        return _lost(error)
    return code


def _lost(error: LostOutput) -> int:
    drop(sys.stdout)
    if isinstance(error.__cause__, BrokenPipeError):
        return NOBODY_READS
    if isinstance(error.__cause__, OSError):
        complain(_("the output could not be written: {reason}").format(reason=reason_of(error.__cause__)))
    return TO_MEND


class _Parser(argparse.ArgumentParser):
    """argparse with one line for what it does not understand, instead of usage, line and exit."""

    def error(self, message: str) -> NoReturn:
        raise UnknownWords(_("{message}; `{program} --help` tells more").format(message=message, program=self.prog))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog=PROGRAM,
        description=_("Builds phased home exercise programmes. Without a command, the window opens."),
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    parser.add_argument("--data-dir", type=_folder, metavar="DIR", help=_("keep everything in this folder"))
    parser.add_argument(
        "--self-test",
        action="store_const",
        const=window.test_itself,
        dest="run",
        help=_("try the whole program in a real window"),
    )
    parser.set_defaults(run=window.open_window)
    commands = parser.add_subparsers(title=_("commands"), metavar="COMMAND")
    for module in (listings, handout, plans, check):
        module.add_to(commands)
    return parser


def _folder(typed: str) -> Path:
    with suppress(OSError, ValueError):
        if typed.strip() and not Path(typed).is_file():
            return Path(typed).absolute()
    raise argparse.ArgumentTypeError(_("is not a folder"))
