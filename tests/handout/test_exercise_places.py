"""Where the exercises stand on the pages, told by the layout itself and compared with the text of the printed page."""

from collections.abc import Iterator
from io import BytesIO

import pypdf
import pytest

from pfss_desktop.domain.exercise import PatientText
from pfss_desktop.handout.layout import Form, Layout
from pfss_desktop.handout.places import ExercisePlace, MadeHandout
from pfss_desktop.handout.render import made_handout, render_handout
from tests.handout.plans_at_hand import plan_of, plan_of_phases, prescription, request_for


def words_at(made: MadeHandout, place: ExercisePlace) -> str:
    """Return the text whose letters begin inside an exercise's box."""
    page = pypdf.PdfReader(BytesIO(made.content)).pages[place.page]
    found: list[str] = []

    def keep(text: str, _cm: object, matrix: list[float], *_font: object) -> None:
        if place.holds(matrix[4], made.size[1] - matrix[5]):
            found.append(text)

    page.extract_text(visitor_text=keep)
    return " ".join("".join(found).split())


def three_unlike() -> Iterator[str]:
    yield from ("Wall sit", "Clamshell", "Step down")


@pytest.mark.parametrize("form", list(Form))
def test_every_exercise_stands_in_its_box_and_in_no_other(form: Form) -> None:
    names = tuple(three_unlike())
    plan = plan_of(*(prescription(number, text=PatientText(name, ("Do it slowly.",))) for number, name in enumerate(names, 1)))
    made = made_handout(request_for(plan, layout=Layout(form)))

    told = {place.prescription_id: words_at(made, place) for place in made.places}

    assert list(told) == ["rx-1", "rx-2", "rx-3"]
    for number, name in enumerate(names, 1):
        assert name in told[f"rx-{number}"]
        assert not any(other in told[f"rx-{number}"] for other in names if other != name)


def test_the_bytes_are_those_that_are_printed_and_every_place_is_on_one_of_the_pages() -> None:
    request = request_for(plan_of_phases(4, 4, 4))
    made = made_handout(request)

    assert made.content == render_handout(request)
    assert made.page_count == len(pypdf.PdfReader(BytesIO(made.content)).pages)
    assert {place.prescription_id for place in made.places} == {held.id for held in request.plan.prescriptions()}
    for place in made.places:
        assert 0 <= place.page < made.page_count
        assert place.left >= 0
        assert place.left + place.width <= made.size[0]
        assert place.top >= 0
        assert place.top + place.height <= made.size[1]


def test_an_exercise_that_is_longer_than_a_page_has_a_box_on_each_of_its_pages() -> None:
    made = made_handout(request_for(plan_of(prescription(1, note="Slowly and with care. " * 150))))

    assert len({place.page for place in made.places}) > 1
    assert {place.prescription_id for place in made.places} == {"rx-1"}


def test_in_two_languages_the_box_holds_both() -> None:
    plan = plan_of(prescription(1), prescription(2, text=PatientText("Wall sit")))
    made = made_handout(request_for(plan, beside="es"))

    first = words_at(made, made.places[0])

    assert [place.prescription_id for place in made.places] == ["rx-1", "rx-2"]
    assert "Straight leg raise" in first
    assert "Cuidado" in first
