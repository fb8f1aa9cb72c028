"""Which letters of a text belong together whatever happens: a letter with its accents, a joined emoji, a stack of consonants."""

import unicodedata

JOINERS = "\u200c\u200d"
_JOINER = "\u200d"
_VIRAMA = 9
"""Unicode's combining class of the sign that joins a consonant to the next one in the scripts of India."""
_FLAGS = ("\U0001f1e6", "\U0001f1ff")
_SKINS = ("\U0001f3fb", "\U0001f3ff")
_TAGS = ("\U000e0020", "\U000e007f")


def clusters(text: str) -> list[str]:
    """Return a text in pieces that no line break and no change of font parts."""
    pieces: list[list[str]] = []
    for letter in text:
        if pieces and _clings(letter, pieces[-1]):
            pieces[-1].append(letter)
        else:
            pieces.append([letter])
    return ["".join(piece) for piece in pieces]


def _clings(letter: str, piece: list[str]) -> bool:
    category = unicodedata.category(letter)
    if category[0] == "M" or letter in JOINERS or _is_in(letter, _SKINS) or _is_in(letter, _TAGS):
        return True
    if _is_in(letter, _FLAGS):
        return len(piece) == 1 and _is_in(piece[0], _FLAGS)
    if piece[-1] == _JOINER:
        return category in ("Lo", "So")
    return category == "Lo" and unicodedata.combining(piece[-1]) == _VIRAMA


def _is_in(letter: str, limits: tuple[str, str]) -> bool:
    return limits[0] <= letter <= limits[1]
