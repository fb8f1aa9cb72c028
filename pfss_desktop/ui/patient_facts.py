"""What there is to know of a patient, in short lines for the screen."""

from pfss_desktop.domain.home_equipment_words import loads_text
from pfss_desktop.domain.patient import HomeEquipment, Patient
from pfss_desktop.language import _, ngettext, translated
from pfss_desktop.translations import LANGUAGES
from pfss_desktop.ui.date_text import day_text
from pfss_desktop.ui.names import precaution_name
from pfss_desktop.ui.visit_desk import today


def facts_of(patient: Patient) -> tuple[str, ...]:
    """Return number, birth, language, precautions and equipment, one line each."""
    number = _("Number {number}").format(number=patient.number) if patient.number else _("No number")
    return (number, birth_text(patient), language_text(patient), precautions_text(patient), equipment_text(patient.equipment))


def birth_text(patient: Patient) -> str:
    """Return the date of birth with the age today."""
    if patient.born is None:
        return _("Date of birth not known")
    born, age = day_text(patient.born), patient.age_on(today())
    if age is None:
        return _("Born {date}").format(date=born)
    return ngettext("Born {date}, {count} year old", "Born {date}, {count} years old", age).format(date=born, count=age)


def language_text(patient: Patient) -> str:
    """Return the language of the patient's handouts by its own name."""
    name = next((each.own_name for each in LANGUAGES if each.tag == patient.language), patient.language)
    return _("Handout in {language}").format(language=name)


def precautions_text(patient: Patient) -> str:
    """Return the precautions in one line."""
    if not patient.precautions:
        return _("No precautions noted")
    return _("Precautions: {names}").format(names=", ".join(map(precaution_name, patient.precautions)))


def equipment_text(equipment: HomeEquipment | None) -> str:
    """Return what is at home in one line."""
    if equipment is None:
        return _("Equipment at home: not asked yet")
    loads = loads_text((*equipment.cuffs, *equipment.bands))
    names = ", ".join(filter(None, (*map(translated, equipment.things), loads)))
    return _("At home: {names}").format(names=names) if names else _("Nothing at home to exercise with")
