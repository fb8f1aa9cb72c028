"""Which measures a plan uses, as the JSON text that the clinic's settings keep."""

import json

from pfss_desktop.domain.identity import check_id


def kept_name(plan_id: str) -> str:
    """Return the name under which a plan's measures are kept."""
    return f"measures/{plan_id}"


def written_measures(measure_ids: tuple[str, ...]) -> str:
    """Return the ids as text."""
    return json.dumps(list(measure_ids))


def measures_from(text: str) -> tuple[str, ...] | None:
    """Return the ids in a text; None, so that the usual ones are offered, for an empty text or one that is no such list."""
    try:
        found = json.loads(text) if text else None
        if not isinstance(found, list) or len(found) > 100:
            return None
        for measure_id in found:
            check_id("measure", measure_id)
    except (ValueError, RecursionError):
        return None
    return tuple(found)
