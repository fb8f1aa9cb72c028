"""Which exercises a precaution speaks of, read off the catalogue's own fields: a default of this program, not a finding."""

from collections.abc import Callable
from dataclasses import dataclass

from pfss_desktop.domain.exercise import Category, Exercise, PositionGroup
from pfss_desktop.domain.patient import Precaution
from pfss_desktop.language import marked

_IMPACT = frozenset({Category.PLYOMETRIC, Category.RUNNING})
_LYING = frozenset({PositionGroup.ON_BACK, PositionGroup.ON_SIDE, PositionGroup.FACE_DOWN})


@dataclass(frozen=True, slots=True)
class PrecautionRule:
    """Which exercises a precaution speaks of, and what is then said; `told` fills in the exercise's name."""

    precaution: Precaution
    speaks_of: Callable[[Exercise], bool]
    told: str


def _is_at(*groups: PositionGroup) -> Callable[[Exercise], bool]:
    return lambda exercise: exercise.position.group in groups


def _needs_floor(exercise: Exercise) -> bool:
    """Return whether an exercise is done on the floor: kneeling, or lying on a mat."""
    on_mat = any("mat" in need.any_of for need in exercise.equipment)
    return exercise.position.group is PositionGroup.KNEELING or (exercise.position.group in _LYING and on_mat)


PRECAUTION_RULES: tuple[PrecautionRule, ...] = (
    PrecautionRule(
        Precaution.CANNOT_KNEEL, _is_at(PositionGroup.KNEELING), marked("{name} is done kneeling, and the patient cannot kneel.")
    ),
    PrecautionRule(
        Precaution.CANNOT_LIE_PRONE,
        _is_at(PositionGroup.FACE_DOWN),
        marked("{name} is done face down, and the patient cannot lie so."),
    ),
    PrecautionRule(
        Precaution.CANNOT_LIE_SUPINE,
        _is_at(PositionGroup.ON_BACK),
        marked("{name} is done on the back, and the patient cannot lie so."),
    ),
    PrecautionRule(
        Precaution.CANNOT_GET_TO_FLOOR,
        _needs_floor,
        marked("{name} is done on the floor, and the patient cannot get down to it."),
    ),
    PrecautionRule(
        Precaution.POOR_BALANCE,
        lambda exercise: exercise.category is Category.BALANCE,
        marked("{name} asks for balance, and the patient’s is poor."),
    ),
    PrecautionRule(
        Precaution.NO_IMPACT, lambda exercise: exercise.category in _IMPACT, marked("{name} has impact, which is to be avoided.")
    ),
)
"""In the order in which they speak of one and the same exercise."""


def rule_against(exercise: Exercise, precautions: tuple[Precaution, ...]) -> PrecautionRule | None:
    """Return the first rule of these precautions that speaks of an exercise; None where none does."""
    return next((rule for rule in PRECAUTION_RULES if rule.precaution in precautions and rule.speaks_of(exercise)), None)
