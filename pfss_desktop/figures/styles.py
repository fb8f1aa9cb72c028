"""Colours by role: on screen and colour paper, or in ink for mono printers and photocopies. Data and its choice."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Palette(StrEnum):
    """Colour, or ink: white, greys and a dark line that survive a photocopy."""

    COLOUR = "colour"
    INK = "ink"


class Skin(StrEnum):
    """Four skin tones."""

    LIGHT = "light"
    TAN = "tan"
    BROWN = "brown"
    DARK = "dark"


class Hair(StrEnum):
    """Short hair, or long hair tied back."""

    SHORT = "short"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class Style:
    """How figures look; never part of a pose."""

    palette: Palette = Palette.COLOUR
    skin: Skin = Skin.TAN
    hair: Hair = Hair.SHORT

    def colours(self) -> Mapping[str, str]:
        """Return the colour of every role."""
        if self.palette is Palette.INK:
            return _INK
        return _COLOUR_BY_SKIN[self.skin]


_COLOUR: Mapping[str, str] = {
    "line": "#22303f",
    "shirt": "#4f8ab8",
    "shirt far": "#43779f",
    "shorts": "#2f4560",
    "shorts far": "#283b53",
    "shoe": "#f7f8fa",
    "shoe far": "#e6e9ee",
    "sole": "#b9c3cf",
    "sole far": "#aab5c2",
    "working": "#f2a04b",
    "working far": "#e2913d",
    "working shirt": "#f2a04b",
    "ghost": "#e9eef4",
    "ghost line": "#b4c0ce",
    "arrow": "#c8324d",
    "halo": "#ffffff",
    "floor": "#aab6c4",
    "ground": "#f2f0ec",
    "eye": "#22303f",
    "cuff": "#1f6f5c",
    "cuff text": "#ffffff",
    "wood": "#dcb98a",
    "wood dark": "#c59d68",
    "wood light": "#ecd2ab",
    "metal": "#8b98a7",
    "metal light": "#c3ccd6",
    "metal dark": "#5c6977",
    "wall": "#e3e8ee",
    "wall dark": "#cfd7e0",
    "soft": "#cfe3ea",
    "soft dark": "#a9c8d4",
    "ball": "#8fbf6f",
    "ball light": "#b7dba0",
    "ball line": "#4b7a36",
    "towel": "#f1e3c6",
    "towel dark": "#d8c193",
    "strap": "#7a4fa0",
    "belt": "#7b4a2b",
    "mat": "#edf2f0",
    "mat edge": "#c9d6d1",
    "mat dark": "#b9cfc0",
    "water": "#cfe6f3",
    "water line": "#5fa3c9",
    "tape": "#36b3a8",
    "tape line": "#14625b",
    "mark": "#e0b23c",
    "dark": "#3b4754",
}

_SKINS: Mapping[Skin, tuple[str, str, str]] = {
    Skin.LIGHT: ("#f6d3b8", "#e8c2a4", "#8a5a34"),
    Skin.TAN: ("#e9bd98", "#d9ab85", "#4a372c"),
    Skin.BROWN: ("#b57d55", "#a47049", "#2b211d"),
    Skin.DARK: ("#7d5138", "#70472f", "#1d1816"),
}

_COLOUR_BY_SKIN: Mapping[Skin, Mapping[str, str]] = {
    skin: {**_COLOUR, "skin": near, "skin far": far, "hair": hair, "eye": "#120c0a" if skin is Skin.DARK else _COLOUR["eye"]}
    for skin, (near, far, hair) in _SKINS.items()
}

_INK: Mapping[str, str] = {
    "line": "#000000",
    "skin": "#ffffff",
    "skin far": "#f0f0f0",
    "hair": "#3a3a3a",
    "shirt": "#e2e2e2",
    "shirt far": "#e2e2e2",
    "shorts": "#757575",
    "shorts far": "#757575",
    "shoe": "#ffffff",
    "shoe far": "#ffffff",
    "sole": "#6a6a6a",
    "sole far": "#6a6a6a",
    "working": "#b2b2b2",
    "working far": "#b2b2b2",
    "working shirt": "#b2b2b2",
    "ghost": "#ffffff",
    "ghost line": "#a0a0a0",
    "arrow": "#000000",
    "halo": "#ffffff",
    "floor": "#7a7a7a",
    "ground": "#f3f3f3",
    "eye": "#000000",
    "cuff": "#000000",
    "cuff text": "#ffffff",
    "wood": "#f4f4f4",
    "wood dark": "#dedede",
    "wood light": "#ffffff",
    "metal": "#b5b5b5",
    "metal light": "#e6e6e6",
    "metal dark": "#6e6e6e",
    "wall": "#efefef",
    "wall dark": "#d8d8d8",
    "soft": "#f2f2f2",
    "soft dark": "#dcdcdc",
    "ball": "#e2e2e2",
    "ball light": "#ffffff",
    "ball line": "#444444",
    "towel": "#f2f2f2",
    "towel dark": "#cfcfcf",
    "strap": "#222222",
    "belt": "#222222",
    "mat": "#f7f7f7",
    "mat edge": "#bdbdbd",
    "mat dark": "#d9d9d9",
    "water": "#ededed",
    "water line": "#666666",
    "tape": "#4a4a4a",
    "tape line": "#ffffff",
    "mark": "#555555",
    "dark": "#333333",
}

BAND_COLOURS: Mapping[str, str] = {
    "tan": "#d7b98c",
    "yellow": "#f3cf2f",
    "red": "#d23b3b",
    "green": "#2f9a53",
    "blue": "#2d63c8",
    "black": "#2a2a2a",
    "silver": "#a9b2bb",
    "gold": "#c79a2b",
    "orange": "#ee7f22",
    "purple": "#7b46a8",
    "pink": "#e66aa0",
    "white": "#f5f5f5",
    "grey": "#8a929b",
}
"""How the colours that makers name look; a colour that no one here knows is drawn purple."""


def band_colour(name: str, palette: Palette) -> str:
    """Return the colour of a band; on mono paper every band is dark, its colour stands in the text."""
    if palette is Palette.INK:
        return "#222222"
    return BAND_COLOURS.get(name.strip().casefold(), "#7b46a8")
