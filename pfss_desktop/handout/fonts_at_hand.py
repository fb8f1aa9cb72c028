"""Which font has a letter that the paper's own typeface lacks: the open Noto fonts of a package, then the fonts of this PC.

Reads no more than each font's list of letters. Only fonts are taken whose makers allow putting them into a document.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

import uharfbuzz as harfbuzz

from pfss_desktop.handout.glyphs import FontFile

_PACKAGE = "manimgx_fonts"
_SCRIPTS = (
    "",  # Latin, Greek, Cyrillic with all their accents
    *("Arabic", "Hebrew", "Devanagari", "Thai", "Armenian", "Georgian", "Bengali", "Gujarati", "Gurmukhi", "Kannada"),
    *("Malayalam", "Oriya", "Sinhala", "Tamil", "Telugu", "Ethiopic", "Khmer", "Lao", "Myanmar", "Symbols"),
)
_PACKED = (*(f"NotoSans{script}[wght].ttf" for script in _SCRIPTS), "NotoEmoji[wght].ttf")

_RESTRICTED, _PRINTABLE, _EDITABLE, _WHOLE_ONLY, _BITMAPS_ONLY = 0x0002, 0x0004, 0x0008, 0x0100, 0x0200
"""Bits of a font's embedding rights: `fsType` in its OS/2 table (OpenType specification)."""
_LEAST = {"glyf": 1, "loca": 4, "hmtx": 4, "cmap": 4, "head": 54, "hhea": 36, "maxp": 32, "OS/2": 64}
"""Tables that a font of ours must have, and their least bytes; those that a cut file lacks are empty."""
_ITALIC, _BOLD = 0x01, 0x20
_USUAL_WIDTH = 5


@cache
def face_of(font: FontFile) -> harfbuzz.Face:
    """Return the font, opened. Its file is mapped into memory, not read."""
    return harfbuzz.Face(harfbuzz.Blob.from_file_path(font.path), font.place)


@cache
def letters_of(font: FontFile) -> frozenset[int]:
    """Return the code points that a font has a glyph for."""
    return frozenset(face_of(font).unicodes)


@lru_cache(4096)
def font_for(letters: str) -> FontFile | None:
    """Return the first font that has all of these letters, or None."""
    wanted = frozenset(map(ord, letters))
    fonts: tuple[Iterable[FontFile], ...] = (packed_fonts(), installed_fonts())
    return next((font for some in fonts for font in some if wanted <= letters_of(font)), None)


def packed_fonts() -> Iterator[FontFile]:
    """Yield the fonts that come with the program."""
    folder = files(_PACKAGE)
    for name in _PACKED:
        yield FontFile(str(folder / name))


def installed_fonts() -> Iterator[FontFile]:
    """Yield the PC's own fonts that may stand in a document: upright ones of usual weight, in the order of their file names."""
    return iter(_usable_fonts(tuple(_font_folders())))


@cache
def _usable_fonts(folders: tuple[Path, ...]) -> tuple[FontFile, ...]:
    found = (path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix.lower() in (".ttf", ".ttc"))
    return tuple(font for path in found for font in _fonts_in(path))


def _fonts_in(path: Path) -> Iterator[FontFile]:
    try:
        count = harfbuzz.Face(harfbuzz.Blob.from_file_path(str(path))).count
    except (OSError, harfbuzz.HarfBuzzError):
        return
    fonts = (FontFile(str(path), place) for place in range(count))
    yield from (font for font in fonts if _is_usable(face_of(font)))


def _is_usable(face: harfbuzz.Face) -> bool:
    """Return whether a font has outlines that a PDF of ours can hold, may be embedded, and is upright and of usual weight."""
    if any(len(face.reference_table(tag)) < least for tag, least in _LEAST.items()):
        return False
    about = bytes(face.reference_table("OS/2").data)
    width, rights = _whole(about, 6), _whole(about, 8)
    style = _whole(about, 62)
    return may_be_embedded(rights) and width == _USUAL_WIDTH and not style & (_ITALIC | _BOLD)


def may_be_embedded(rights: int) -> bool:
    """Return whether these embedding rights allow part of the font inside a document that is read and printed."""
    if rights & (_WHOLE_ONLY | _BITMAPS_ONLY):
        return False
    # Where several of the first bits are set, the freest counts.
    return not rights & _RESTRICTED or bool(rights & (_PRINTABLE | _EDITABLE))


def _whole(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "big")


def _font_folders() -> Iterator[Path]:
    """Yield the folders where systems keep their fonts."""
    home = Path.home()
    if sys.platform == "win32":
        yield Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"
        yield home / "AppData" / "Local" / "Microsoft" / "Windows" / "Fonts"
    elif sys.platform == "darwin":
        yield from map(Path, ("/System/Library/Fonts", "/Library/Fonts"))
        yield home / "Library" / "Fonts"
    else:
        yield from map(Path, ("/usr/share/fonts", "/usr/local/share/fonts"))
        yield Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "fonts"
        yield home / ".fonts"
