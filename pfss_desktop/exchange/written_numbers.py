"""The clinic's numbers for the checks as the database keeps them: one JSON object, read strictly."""

from typing import Annotated

import msgspec
from msgspec import Meta

from pfss_desktop.decoding import typed
from pfss_desktop.domain.checks.numbers import CheckNumbers
from pfss_desktop.exchange.strict_json import parsed_json
from pfss_desktop.exchange.written_texts import Written


class WrittenNumbers(Written, frozen=True):
    """Every number, with the same bounds as in the domain."""

    exercises_in_phase: Annotated[int, Meta(ge=1, le=40)]
    exercises_when_irritable: Annotated[int, Meta(ge=1, le=40)]
    minutes_per_day: Annotated[int, Meta(ge=1, le=240)]
    early_phases: Annotated[int, Meta(ge=0, le=20)]
    early_squat_degrees: Annotated[int, Meta(ge=10, le=140)]
    words_to_judge: Annotated[int, Meta(ge=5, le=200)]

    def value(self) -> CheckNumbers:
        """Return the numbers."""
        return CheckNumbers(**msgspec.structs.asdict(self))


def written_numbers(numbers: CheckNumbers) -> str:
    """Return how the numbers are kept."""
    return msgspec.json.encode(numbers).decode()


def numbers_from(kept: str) -> CheckNumbers:
    """Return the numbers that are kept, the defaults for nothing; raise FaultyFile for what is damaged."""
    return typed(parsed_json(kept.encode()), WrittenNumbers).value() if kept else CheckNumbers()
