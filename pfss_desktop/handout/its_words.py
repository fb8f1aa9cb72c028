"""The plan's own texts in the language that the sheet speaks."""

from dataclasses import replace

from pfss_desktop.domain.plan_texts import with_texts
from pfss_desktop.handout.request import HandoutRequest
from pfss_desktop.language import spoken_language, translated
from pfss_desktop.translations import SOURCE


def in_its_words(request: HandoutRequest) -> HandoutRequest:
    """Return the request with its plans in the language spoken now; texts without a translation stay as they are."""
    if spoken_language() == SOURCE.tag:
        return request
    former = with_texts(request.former, translated) if request.former else None
    return replace(request, plan=with_texts(request.plan, translated), former=former)
