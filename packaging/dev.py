"""The two commands for a fresh machine: `run` opens the program, `test` runs every check.

    python3 packaging/dev.py run [WORDS...]
    python3 packaging/dev.py test [PYTEST WORDS...]

Both first make `.venv` with the pinned dependencies, once. This file keeps to old syntax and looks at nothing before the
version, so that an old Python gets a sentence and not a traceback. Its three neighbours do the work: `environment` (.venv),
`system` (what Debian must provide) and `checks`.
"""

import sys

OLDEST = (3, 11)


def main(words: "list[str]") -> int:
    """Do what the words ask and return the exit code: the program's or the checks' own, 1 for trouble, 2 for wrong words."""
    if sys.version_info < OLDEST:
        return _complain(f"this needs Python {OLDEST[0]}.{OLDEST[1]} or newer, and this is {sys.version.split()[0]}")
    if not words or words[0] not in ("run", "test"):
        print((__doc__ or "").strip().split("\n\n")[1])
        return 0 if words[:1] in (["-h"], ["--help"]) else 2
    import checks
    import environment
    import system
    from trouble import Trouble

    try:
        system.provide(words[0], words[1:])
        environment.prepare()
        return checks.run_all(words[1:]) if words[0] == "test" else environment.start_program(words[1:])
    except Trouble as trouble:
        return _complain(str(trouble))
    except KeyboardInterrupt:
        return _complain("stopped")


def _complain(message: str) -> int:
    print("dev.py: " + message, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
