"""The list of sources that catalogue entries name by key."""

from collections.abc import Mapping
from pathlib import Path

from pfss_desktop.catalogue.toml_file import parse_toml, read_bytes
from pfss_desktop.decoding import typed
from pfss_desktop.domain.catalogue import Source


def load_sources(path: Path) -> Mapping[str, Source]:
    """Return the sources of a file by key; raise FaultyFile with every fault."""
    return sources_in(read_bytes(path))


def sources_in(content: bytes) -> Mapping[str, Source]:
    """Return the sources in a file's content by key; raise FaultyFile with every fault."""
    return typed(parse_toml(content), dict[str, Source])
