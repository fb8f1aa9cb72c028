"""Plan files of former versions, brought to today's fields before they are judged; what did not exist then is empty."""

from typing import Any


def brought_up(data: dict[str, Any]) -> dict[str, Any]:
    """Return the parsed content of a file of version 1 as version 2 would hold it; any other content as it is.

    Only records that are there are added to, and nothing that is there is changed: every fault keeps its place and its reason.
    """
    if data.get("version") != 1 or isinstance(data["version"], (bool, float)):
        return data
    raised = {**data, "version": 2}
    raised.setdefault("on", None)
    raised.setdefault("former_visits", [])
    if isinstance(data.get("patient"), dict):
        raised["patient"] = {"language": "en", "precautions": [], "equipment": None, **data["patient"]}
    if isinstance(data.get("plan"), dict):
        raised["plan"] = {**_unasked(), **data["plan"]}
    return raised


def _unasked() -> dict[str, Any]:
    intake = {"diagnosis_code": "", "irritability": None, "red_flags": None, "minutes_a_day": None}
    record: dict[str, Any] = {name: [] for name in ("scores", "diary_days", "diary_entries", "responses", "met_criteria")}
    return {"intake": intake, "education": [], "dismissed_checks": [], "record": record}
