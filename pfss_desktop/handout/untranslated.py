"""What a sheet would print in another language than its own: texts that a person wrote, or that nobody has translated yet."""

from functools import partial

from pfss_desktop.domain.plan_texts import texts_lacking
from pfss_desktop.handout.request import HandoutRequest
from pfss_desktop.handout.sections import Section
from pfss_desktop.translations import SOURCE, is_translated


def untranslated_texts(request: HandoutRequest) -> tuple[str, ...]:
    """Return the texts of plan and clinic without a translation into the sheet's language, each once; they print as they are."""
    lacking = texts_lacking(request.plan, partial(is_translated, tag=request.language))
    own = request.defaults.flare_up if Section.FLARE_UP in request.sections and request.language != SOURCE.tag else ()
    return (*lacking, *own)
