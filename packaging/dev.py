"""The two commands for a fresh machine: `run` opens the program, `test` runs every check.

    python3 packaging/dev.py run [WORDS...]
    python3 packaging/dev.py test [PYTEST WORDS...]

Both first make `.venv` with the pinned dependencies, once. This file keeps to old syntax and imports nothing of ours before it
has looked at the version, so that an old Python gets a sentence and not a traceback. Its neighbours do the work: `environment`
and `installer` make `.venv`, `system` knows what Debian must provide, `checks` runs the checks.
"""

import sys

OLDEST = (3, 11)


def main(words: "list[str]") -> int:
    """Do what the words ask and return the exit code: the program's or the checks' own, 1 for trouble, 2 for wrong words."""
    if sys.version_info < OLDEST:
        return _complain(f"this needs Python {OLDEST[0]}.{OLDEST[1]} or newer, and this is {sys.version.split()[0]}")
    if not words or words[0] not in ("run", "test"):
        print((__doc__ or "").split("\n\n")[1])
        return 0 if words[:1] in (["-h"], ["--help"]) else 2
    from trouble import Trouble

    try:
        return _obey(words[0], words[1:])
    except Trouble as trouble:
        return _complain(str(trouble))
    except KeyboardInterrupt:
        return _complain("stopped")


def _obey(command: str, words: "list[str]") -> int:
    from pathlib import Path

    import checks
    import installer
    import system
    from environment import Environment

    environment = Environment(Path(__file__).resolve().parent.parent)
    can_install = environment.is_ready() or installer.is_at_hand()
    system.provide(system.missing_packages(command, words, installer=can_install))
    environment.prepare()
    return checks.run_all(environment, words) if command == "test" else environment.start_program(words)


def _complain(message: str) -> int:
    print("dev.py: " + message, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
