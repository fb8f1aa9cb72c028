"""The language that the paper of an open plan speaks."""

from pfss_desktop.domain.visits import OpenPlan
from pfss_desktop.language import spoken_language
from pfss_desktop.translations import best_language


def paper_language(opened: OpenPlan) -> str:
    """Return the patient's language where it is spoken here, else English; without a patient the screen's."""
    return best_language([opened.patient.language]) if opened.patient else spoken_language()
