"""The parts of a prescription that can be typed and stepped one by one: what a chip on the board stands for."""

from enum import StrEnum


class Part(StrEnum):
    """A part by its name; MORE is the place for whatever is not there yet."""

    SIDE = "side"
    SETS = "sets"
    REPS = "reps"
    MINUTES = "minutes"
    HOLD = "hold"
    REST = "rest"
    TEMPO = "tempo"
    TIMES = "times"
    DAYS = "days"
    RANGE = "range"
    RESISTANCE = "resistance"
    MORE = "more"
