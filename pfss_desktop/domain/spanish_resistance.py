"""Spanish words for resistance, put into the English that `resistance_words` reads; words it does not know stay as they are."""

import re


def in_english(words: str) -> str:
    """Return the words, in small letters, with the Spanish ones among them in English."""
    return _SPANISH.sub(lambda found: _ENGLISH[_spaced(found.group())], words.casefold())


def _spaced(words: str) -> str:
    return " ".join(words.split())


_COLOURS = {
    "red": "rojo roja", "green": "verde", "blue": "azul", "yellow": "amarillo amarilla", "black": "negro negra",
    "silver": "plata plateado plateada", "gold": "oro dorado dorada", "orange": "naranja", "purple": "morado morada violeta",
    "pink": "rosa", "white": "blanco blanca", "gray": "gris", "brown": "marrón marron café", "tan": "canela", "lime": "lima",
    "peach": "melocotón durazno", "plum": "ciruela",
}  # fmt: skip
_THINGS = {
    "lime": ("verde lima",),
    "blueberry": ("azul arándano", "arándano", "azul arandano"),
    "none": ("ninguna", "ninguno", "nada", "sin resistencia", "sin peso"),
    "bodyweight": ("peso corporal", "peso del cuerpo", "propio peso"),
    "cuff": ("tobillera", "tobillera lastrada", "tobillera con peso", "pesa de tobillo", "lastre", "lastre de tobillo"),
    "machine": ("máquina", "maquina"),
    "band": ("banda", "banda elástica", "banda elastica", "goma", "banda plana"),
    "loop": (
        "banda elástica cerrada",
        "banda elastica cerrada",
        "banda circular",
        "banda cerrada",
        "minibanda",
        "mini banda",
        "circular",
        "lazo",
    ),
    "lb": ("libra", "libras"),
    "kg": ("kilogramo", "kilogramos"),
    "above the knees": ("por encima de las rodillas", "encima de las rodillas", "sobre las rodillas", "arriba de las rodillas"),
    "below the knees": ("por debajo de las rodillas", "debajo de las rodillas", "bajo las rodillas"),
    "behind the knee": ("detrás de la rodilla", "detras de la rodilla"),
    "at the ankles": ("en los tobillos", "a los tobillos"),
    "around the forefeet": (
        "alrededor de la punta de los pies",
        "en los pies",
        "alrededor de los pies",
        "en los antepiés",
        "alrededor de los antepiés",
    ),
    "at an anchor": ("en un punto fijo", "a un punto fijo", "en un anclaje", "a un anclaje", "anclada", "con anclaje"),
}
_ENGLISH = {spanish: english for english, listed in _COLOURS.items() for spanish in listed.split()} | {
    spanish: english for english, listed in _THINGS.items() for spanish in listed
}
_LONGEST_FIRST = sorted(_ENGLISH, key=len, reverse=True)
_SPANISH = re.compile(
    rf"(?<![^\W_])(?:{'|'.join(re.escape(words).replace(chr(92) + ' ', ' +') for words in _LONGEST_FIRST)})(?![^\W_])"
)
