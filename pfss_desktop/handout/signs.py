"""Signs drawn by hand, since no typeface can be trusted to have them: they carry the meaning that a copier takes from colours."""

from math import cos, pi, sin

from pfss_desktop.handout.marks import BLACK, WHITE, Colour, Mark, Outline, Panel, Rule
from pfss_desktop.handout.safety import Light

GO_FILL: Colour = (0.93, 0.98, 0.93)
CAREFUL_FILL: Colour = (1.0, 0.89, 0.55)
STOP_FILL: Colour = (0.96, 0.72, 0.70)
"""Fillings whose greys differ from each other (0.96, 0.88, 0.79), with black text well readable on each."""

FILLS = {Light.GO: GO_FILL, Light.CAREFUL: CAREFUL_FILL, Light.STOP: STOP_FILL}


def light_sign(light: Light, x: float, y: float, size: float) -> tuple[Mark, ...]:
    """Return the sign of a light in a square box: a ticked circle, a triangle with "!", a filled octagon with a bar."""
    if light is Light.GO:
        return _go(x, y, size)
    return warning_sign(x, y, size) if light is Light.CAREFUL else stop_sign(x, y, size)


def warning_sign(x: float, y: float, size: float) -> tuple[Mark, ...]:
    """Return a triangle with an exclamation mark."""
    middle = x + size / 2
    line = size / 11
    return (
        Outline(
            ((middle, y + line), (x + size - line / 2, y + size - line), (x + line / 2, y + size - line)), WHITE, BLACK, line
        ),
        Rule(middle, y + 0.36 * size, middle, y + 0.64 * size, BLACK, line * 1.2),
        Rule(middle, y + 0.70 * size, middle, y + 0.79 * size, BLACK, line * 1.2),
    )


def stop_sign(x: float, y: float, size: float) -> tuple[Mark, ...]:
    """Return a black octagon with a white bar."""
    middle_x, middle_y, radius = x + size / 2, y + size / 2, size / 2
    corners = tuple(
        (middle_x + radius * cos(pi / 8 + turn * pi / 4), middle_y + radius * sin(pi / 8 + turn * pi / 4)) for turn in range(8)
    )
    return (
        Outline(corners, BLACK, BLACK, 0.5),
        Rule(x + 0.25 * size, middle_y, x + 0.75 * size, middle_y, WHITE, size / 6),
    )


def tick_box(x: float, y: float, size: float) -> tuple[Mark, ...]:
    """Return an empty square to be ticked by hand."""
    corners = ((x, y), (x + size, y), (x + size, y + size), (x, y + size))
    return (Outline(corners, WHITE, BLACK, 1.0),)


def cross_sign(x: float, y: float, size: float) -> tuple[Mark, ...]:
    """Return a bold cross in a circle: not like this."""
    middle_x, middle_y, line, arm = x + size / 2, y + size / 2, size / 11, 0.2 * size
    return (
        Outline(((middle_x, middle_y), (x + size - line / 2, middle_y)), WHITE, BLACK, line),
        Rule(middle_x - arm, middle_y - arm, middle_x + arm, middle_y + arm, BLACK, line * 1.3),
        Rule(middle_x - arm, middle_y + arm, middle_x + arm, middle_y - arm, BLACK, line * 1.3),
    )


def sole(x: float, y: float, width: float, height: float, *, works: bool) -> Mark:
    """Return a foot from above: black for the leg that works, empty for the one that rests."""
    return Panel(x, y, width, height, BLACK if works else WHITE, BLACK, 1.0, 0.45 * width)


def _go(x: float, y: float, size: float) -> tuple[Mark, ...]:
    middle_x, middle_y, line = x + size / 2, y + size / 2, size / 11
    return (
        Outline(((middle_x, middle_y), (x + size - line / 2, middle_y)), WHITE, BLACK, line),
        Rule(x + 0.28 * size, y + 0.54 * size, x + 0.44 * size, y + 0.69 * size, BLACK, line * 1.3),
        Rule(x + 0.43 * size, y + 0.69 * size, x + 0.74 * size, y + 0.34 * size, BLACK, line * 1.3),
    )
