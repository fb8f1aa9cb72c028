"""Writes resources/catalogue.compiled.json anew; run it after every change of a catalogue file. A test fails when it is stale.

Usage: python packaging/compile_catalogue.py
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pfss_desktop.catalogue.compiled import compiled_path, written  # noqa: E402
from pfss_desktop.catalogue.loading import compile_catalogue, load_catalogue  # noqa: E402
from pfss_desktop.files import write_whole  # noqa: E402


def main() -> int:
    """Write the compiled form; return 1 and print every fault where a file has one."""
    folder = ROOT / "resources" / "catalogue"
    path = compiled_path(folder)
    write_whole(path, written(compile_catalogue(folder)))
    path.chmod(0o644)
    loaded = load_catalogue(folder)
    for fault in loaded.faults:
        print(fault, file=sys.stderr)
    print(f"{len(loaded.catalogue)} exercises, {path.stat().st_size} bytes")
    return 1 if loaded.faults else 0


if __name__ == "__main__":
    sys.exit(main())
