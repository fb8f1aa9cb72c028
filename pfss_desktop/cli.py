"""The command line: words become a command, and whatever goes wrong becomes one plain line and an exit code.

0 is done, 1 a mistake of the program's own, 2 something a person can mend, 130 Ctrl+C, 141 nobody reads the output any more.
The commands themselves are in `commands`; they speak the language that the environment asks for. Without words the window opens,
and nothing is loaded that it does not need.
"""

import os
import sys
from collections.abc import Callable, Sequence

from pfss_desktop.commands.terminal import LostOutput, complain, drop, finish, settle_streams
from pfss_desktop.domain.faults import UserError
from pfss_desktop.language import _, speak
from pfss_desktop.paths import DataFolder
from pfss_desktop.translations import best_language, translations_for, wanted_by

DONE, OWN_MISTAKE, TO_MEND, INTERRUPTED, NOBODY_READS = 0, 1, 2, 130, 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command, by default the one this process was started with, and return the exit code."""
    settle_streams()
    speak(translations_for(best_language(wanted_by(os.environ))))
    words = sys.argv[1:] if argv is None else list(argv)
    if not words:
        from pfss_desktop.commands.window import open_window

        return _finished(_run(open_window, DataFolder.usual()))
    from pfss_desktop.commands.words import UnknownWords, understood

    try:
        run, data = understood(words)
    except UnknownWords as error:
        complain(str(error))
        return TO_MEND
    except SystemExit:
        # argparse ends --help and --version in this way.
        return _finished(DONE)
    return _finished(_run(run, data))


def _run(run: Callable[[DataFolder], int], data: DataFolder) -> int:
    try:
        code = run(data)
    except KeyboardInterrupt:
        return INTERRUPTED
    except LostOutput as error:
        return _lost(error)
    except UserError as error:
        complain(str(error))
    except OSError as error:
        return _refused(error, data)
    except Exception as error:
        # The last resort: whatever it is, nobody reads a traceback on screen.
        return _own_mistake(error, data)
    else:
        return code
    return TO_MEND


def _refused(error: OSError, data: DataFolder) -> int:
    from pfss_desktop.failure_log import note_failure
    from pfss_desktop.file_reasons import reason_of

    note_failure(data.log, error)
    complain(_("this did not work: {reason}").format(reason=reason_of(error)))
    return TO_MEND


def _own_mistake(error: Exception, data: DataFolder) -> int:
    from pfss_desktop.failure_log import note_failure

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
        from pfss_desktop.file_reasons import reason_of

        complain(_("the output could not be written: {reason}").format(reason=reason_of(error.__cause__)))
    return TO_MEND
