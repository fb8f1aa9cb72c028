"""The clinic's own words for exercises of the catalogue, as the JSON text that is kept and as a table in packs."""

import json
from collections.abc import Mapping
from typing import Any

from pfss_desktop.decoding import typed
from pfss_desktop.domain.exercise import PatientText
from pfss_desktop.exchange.strict_json import parsed_json
from pfss_desktop.exchange.written_texts import Id, Line, Text, UpTo8, Written


class _WrittenText(Written, frozen=True):
    name: Line
    steps: UpTo8[Text] = ()
    cue: Text = ""
    caution: Text = ""

    def value(self) -> PatientText:
        return PatientText(self.name, self.steps, self.cue, self.caution)


WrittenTexts = dict[Id, _WrittenText]


def written_texts(texts: Mapping[str, PatientText]) -> str:
    """Return the texts as JSON; an empty text for none."""
    return json.dumps(plain_texts(texts), ensure_ascii=False) if texts else ""


def texts_from(written: str) -> dict[str, PatientText]:
    """Return the texts in JSON by the id of their exercise; raise FaultyFile."""
    return texts_of(typed(parsed_json(written.encode("utf-8", "surrogatepass")), WrittenTexts)) if written else {}


def plain_texts(texts: Mapping[str, PatientText]) -> dict[str, Any]:
    """Return the texts as plain tables."""
    return {
        key: {"name": text.name, "steps": list(text.steps), "cue": text.cue, "caution": text.caution}
        for key, text in sorted(texts.items())
    }


def texts_of(written: WrittenTexts) -> dict[str, PatientText]:
    """Return the texts of checked tables."""
    return {key: text.value() for key, text in written.items()}
