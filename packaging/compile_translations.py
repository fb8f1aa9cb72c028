"""Writes resources/translations/*.mo anew from the .po files; run it after every change of one. A test fails when one is stale.

Usage: python packaging/compile_translations.py
"""

import sys

from po_files import FOLDER, compiled, languages


def main() -> int:
    """Write every language's compiled file."""
    for language in languages():
        content = compiled(language)
        (FOLDER / f"{language}.mo").write_bytes(content)
        print(f"{language}.mo: {len(content)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
