"""The texts of the resource files that a person reads: those of exercises, templates, phases, pain rules and resistance.

Which fields those are stands here alone; keys, numbers, addresses and what only the program reads are not among them.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FIELDS = {
    "catalogue/*.toml": """
        name steps cue mistake caution facts.muscles facts.start facts.equipment facts.equipment.text facts.equipment.any_of
        therapist.cautions therapist.contraindications therapist.variants basis.kind basis.dosage basis.seed_dosage""",
    "templates/*.toml": """
        title summary basis condition phases.name phases.goal phases.criteria phases.exercises.note
        phases.exercises.resistance.colour""",
    "clinical/phases.toml": "phases.name phases.goal phases.criteria phases.basis",
    "clinical/pain_rules.toml": "*.when_safe *.when_acceptable *.when_too_much *.next_morning *.rule *.signs",
    "clinical/red_flags.toml": "signs.text",
    "clinical/diagnoses.toml": "diagnoses.name",
    "clinical/run_stages.toml": "rules",
    "clinical/measures.toml": "measures.name measures.short measures.plain measures.*.basis measures.licence",
    "resistance.toml": "bands.colours",
}
"""Fields by file, each the names of tables on the way to it; a list on the way is gone through, `*` is any name."""


def catalogue_texts(resources: Path) -> Iterator[tuple[str, str]]:
    """Yield every text a person reads with the file it stands in; a text may come more than once."""
    for pattern, fields in FIELDS.items():
        for path in sorted(resources.glob(pattern)):
            table = tomllib.loads(path.read_text(encoding="utf-8"))
            for field in fields.split():
                for text in _texts(table, field.split(".")):
                    yield text, path.name


def _texts(value: Any, way: list[str]) -> Iterator[str]:  # noqa: ANN401
    if isinstance(value, list):
        for inner in value:
            yield from _texts(inner, way)
    elif isinstance(value, dict) and way:
        name, *rest = way
        for inner in value.values() if name == "*" else [value[name]] if name in value else []:
            yield from _texts(inner, rest)
    elif isinstance(value, str) and not way and any(letter.isalpha() for letter in value):
        yield value
