"""The texts of plan and catalogue in the language that the sheet speaks."""

from dataclasses import replace

from pfss_desktop.domain.plan_texts import with_texts
from pfss_desktop.handout.request import HandoutRequest
from pfss_desktop.language import spoken_language, translated
from pfss_desktop.translations import SOURCE


def in_its_words(request: HandoutRequest) -> HandoutRequest:
    """Return the request with its plans and mistakes in the language spoken now; texts without a translation stay as they are."""
    if spoken_language() == SOURCE.tag:
        return request
    former = with_texts(request.former, translated) if request.former else None
    mistakes = {exercise_id: translated(text) for exercise_id, text in request.mistakes.items()}
    return replace(request, plan=with_texts(request.plan, translated), former=former, mistakes=mistakes)
