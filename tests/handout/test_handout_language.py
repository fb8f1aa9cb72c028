"""A sheet in the patient's language: the program's words, the catalogue's and the date; the therapist's own stay as they are."""

from dataclasses import replace
from threading import Thread

from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.resistance import Band
from pfss_desktop.handout.render import missing_letters, render_handout
from pfss_desktop.handout.untranslated import untranslated_texts
from pfss_desktop.language import _
from tests.handout.plans_at_hand import plan_of, prescription, request_for
from tests.handout.reading_back import reader_of, whole_text

OWN = "Rub it with the blue towel, as shown"


def plan_with(note: str) -> Plan:
    return plan_of(prescription(1, note=note, resistance=Band("red", "TheraBand")))


def test_a_spanish_sheet_is_spanish_but_for_the_therapists_own_words() -> None:
    text = whole_text(replace(request_for(plan_with(OWN)), language="es"))
    for part in ("Su plan de ejercicios para la rodilla", "22 de noviembre de 2026", "rodilla derecha", "banda elástica", OWN):
        assert part in text
    for part in ("exercise plan", "November", "right knee", "How much pain", "band"):
        assert part not in text.replace("TheraBand", "").replace("banda", "").replace(OWN, "")


def test_the_same_plan_comes_out_in_either_language_whatever_is_spoken_around() -> None:
    english = request_for(plan_with(""))
    spanish = replace(english, language="es")
    before = render_handout(english)
    assert render_handout(spanish) != before
    assert render_handout(english) == before
    assert _("Undo") == "Undo"


def test_a_sheet_made_on_another_thread_is_in_its_own_language() -> None:
    request = replace(request_for(plan_with("")), language="es")
    made: list[bytes] = []
    thread = Thread(target=lambda: made.append(render_handout(request)))
    thread.start()
    thread.join()
    assert made == [render_handout(request)]


def test_the_file_says_its_language() -> None:
    request = replace(request_for(plan_with("")), language="es")
    assert reader_of(request).root_object["/Lang"] == "es"
    assert missing_letters(request) == ()


def test_what_would_print_in_another_language_is_known_before_printing() -> None:
    plan = plan_with(OWN)
    spanish = replace(request_for(plan), language="es")
    assert OWN in untranslated_texts(spanish)
    assert untranslated_texts(request_for(plan)) == ()
    # What the catalogue says has its Spanish.
    assert not {"red", "Stop"} & set(untranslated_texts(spanish))
