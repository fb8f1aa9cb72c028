"""The page for the patient's phone: what the handout says, in one file that asks for nothing and runs nothing."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pfss_desktop.catalogue.education import load_topics
from pfss_desktop.catalogue.loading import load_catalogue
from pfss_desktop.domain.bounds import tidy_text
from pfss_desktop.domain.exercise import PatientText
from pfss_desktop.figures.book import FigureBook
from pfss_desktop.figures.styles import Style
from pfss_desktop.handout.content import texts_of
from pfss_desktop.handout.html import tag, text
from pfss_desktop.handout.request import HandoutRequest, Letterhead, PhaseChoice
from pfss_desktop.handout.sections import Section
from pfss_desktop.handout.web_page import render_page
from pfss_desktop.handout.writing import sheet_of
from pfss_desktop.paths import resources
from tests.handout.plans_at_hand import plan_of, plan_of_phases, prescription, request_for

CATALOGUE = load_catalogue(resources() / "catalogue").catalogue
BOOK = FigureBook(CATALOGUE)
TOPICS = load_topics(resources() / "education", "en", {}).topics
NO_FIGURES = FigureBook()
MOVING = "slr-seated"


class Reader(HTMLParser):
    """What a browser would find: every element with its attributes, and the words outside of styles."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._skips = False
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._skips = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self._skips = False

    def handle_data(self, data: str) -> None:
        if not self._skips:
            self.words.append(data)

    @property
    def said(self) -> str:
        """All words on one line."""
        return " ".join(" ".join(self.words).split())

    @property
    def labels(self) -> str:
        """What is heard but not seen."""
        return " ".join(str(attributes.get("aria-label", "")) for _name, attributes in self.elements)

    def all(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for element, attributes in self.elements if element == name]


def page_of(request: HandoutRequest, book: FigureBook = NO_FIGURES) -> Reader:
    return Reader(render_page(request, book, Style()))


def test_every_text_of_the_handout_is_on_the_page() -> None:
    former = plan_of(prescription(exercise_id=MOVING, note=""))
    mistakes = {MOVING: "The knee bends.", "straight-leg-raise": "The back lifts off."}
    plan = plan_of(prescription(exercise_id=MOVING), prescription(2))
    request = request_for(plan, former=former, education=TOPICS, mistakes=mistakes, visit_id="a1b2c3d4e5f6")
    page = page_of(request, BOOK)
    sheet = sheet_of(request)
    # Ids of ours, what is said of empty plans, and the bar's unit, which goes without saying below the dosage.
    unsaid = ("phase-1", "rx-1", "rx-2", sheet.no_phases, sheet.phases[0].no_exercises, "seconds")
    for words in texts_of(sheet):
        if words not in unsaid:
            assert " ".join(words.split()).lower() in f"{page.said} {page.labels}".lower(), words


def test_parts_left_out_are_left_out_and_their_order_is_the_clinics() -> None:
    sections = (Section.STOP, Section.EXERCISES, Section.GOAL)
    page = page_of(request_for(plan_of(prescription()), sections=sections))
    assert page.said.index("see a doctor") < page.said.index("Straight leg raise") < page.said.index("Your goal:")
    assert "How much pain" not in page.said
    assert "diary" not in page.said


def test_nothing_is_fetched_and_nothing_runs() -> None:
    request = request_for(plan_of(prescription(exercise_id=MOVING)), education=TOPICS)
    content = render_page(request, BOOK, Style())
    page = Reader(content)
    names = {name for name, _attributes in page.elements}
    assert names.isdisjoint({"script", "link", "img", "iframe", "object", "embed", "form", "base", "video", "audio"})
    addresses = [value for _name, attributes in page.elements for key, value in attributes.items() if key in ("href", "src")]
    assert addresses
    assert all(address and (address.startswith(("#", "tel:"))) for address in addresses)
    assert b"url(" not in content
    assert b"@import" not in content
    policy = next(meta["content"] for meta in page.all("meta") if meta.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith("default-src 'none'")


def test_every_id_is_there_once_and_every_reference_finds_one() -> None:
    page = page_of(request_for(plan_of_phases(3, 2), education=TOPICS), BOOK)
    ids = [attributes["id"] for _name, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    sought = [str(value)[1:] for _n, a in page.elements for key, value in a.items() if key == "href" and str(value)[0] == "#"]
    sought += [str(a["for"]) for a in page.all("label") if "for" in a]
    sought += [name for a in page.all("svg") for name in (a.get("aria-labelledby") or "").split()]
    assert set(sought) <= set(ids)


def test_a_figure_moves_at_the_prescribed_tempo_and_stands_still_where_less_motion_is_asked_for() -> None:
    held = prescription(exercise_id=MOVING)
    content = render_page(request_for(plan_of(held)), BOOK, Style()).decode()
    assert '<g class="film"><g class="pace0">' in content
    moving = re.search(r"@media \(prefers-reduced-motion:no-preference\)\{\.pace0\{animation:pace0 ([\d.]+)s", content)
    assert moving is not None
    # Two seconds each way, five held, and a breath before the next.
    assert float(moving[1]) == pytest.approx(9.8)
    assert content.count("prefers-reduced-motion") == content.count("prefers-reduced-motion:no-preference") + content.count(
        "prefers-reduced-motion: no-preference"
    )
    page = Reader(content.encode())
    boxes = [attributes["id"] for attributes in page.all("input") if attributes.get("class") == "hold"]
    assert boxes == ["still", "hold1"]


def test_a_figure_says_in_words_what_it_shows() -> None:
    page = page_of(request_for(plan_of(prescription(exercise_id=MOVING))), BOOK)
    assert any(svg.get("role") == "img" for svg in page.all("svg"))
    assert "The right leg works." in page.said


def test_twelve_exercises_stay_within_two_megabytes() -> None:
    heaviest = sorted(CATALOGUE, key=lambda exercise: len(str(exercise.poses)))[-12:]
    held = [prescription(number, exercise_id=exercise.id) for number, exercise in enumerate(heaviest, 1)]
    content = render_page(request_for(plan_of(*held), education=TOPICS[:3]), BOOK, Style())
    assert len(content) <= 2_000_000


def test_the_page_speaks_the_patients_language() -> None:
    page = page_of(request_for(plan_of(prescription()), language="es"))
    assert page.all("html")[0]["lang"] == "es"
    assert "En esta página" in page.said
    assert "On this page" not in page.said


def test_no_name_is_in_the_pages_title_unless_asked_for_and_the_plans_own_title_never() -> None:
    for is_named, title in ((False, "Your knee exercise plan"), (True, "Your knee exercise plan · Margaret O&#x27;Neill")):
        content = render_page(request_for(plan_of(prescription()), is_named=is_named), NO_FIGURES, Style()).decode()
        assert re.findall("<title>(.*?)</title>", content)[0] == title


def test_the_clinics_number_can_be_dialled() -> None:
    page = page_of(request_for(plan_of(prescription()), letterhead=Letterhead(phone="020 7946-0018")))
    assert {"href": "tel:02079460018"} in page.all("a")
    assert not any("tel:" in str(a["href"]) for a in page_of(request_for(plan_of(), letterhead=Letterhead("Knees"))).all("a"))


def test_the_diary_says_that_the_page_keeps_no_ticks_and_every_box_has_a_name() -> None:
    page = page_of(request_for(plan_of(prescription()), phases=PhaseChoice.CURRENT))
    assert "This page does not keep your ticks" in page.said
    boxes = [a["aria-label"] for a in page.all("input") if a["type"] == "checkbox" and "aria-label" in a]
    # Twice a day, five days a week, for two weeks.
    assert len(boxes) == len(set(boxes)) == 2 * 5 * 2
    assert boxes[0] == "1. Straight leg raise, Sun 22, 1 of 2"


def test_an_empty_plan_says_so() -> None:
    assert "There are no exercises in this plan yet." in page_of(request_for(replace(plan_of(), phases=()))).said
    assert "There are no exercises in this phase yet." in page_of(request_for(plan_of())).said


HOSTILE = st.text(
    alphabet=st.one_of(st.sampled_from("<>&\"'`/=;{}\\-!"), st.characters()), min_size=1, max_size=60
) | st.sampled_from(
    [
        "</style><script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "<!-- --><svg/onload=alert(1)>",
        "]]></title><base href=//x>",
        "\u202egnp.exe\u0000\ud800",
        "مارغريت أونيل",
    ]
)


@settings(max_examples=60)
@given(HOSTILE)
def test_whatever_somebody_typed_stays_a_text(typed: str) -> None:
    seen = Reader(f"<p>{tag('b', text(typed), title=typed)}</p>".encode())
    assert [name for name, _attributes in seen.elements] == ["p", "b"]
    assert "".join(seen.words) == tidy_text(typed)
    if seen.all("b")[0]:
        assert seen.all("b")[0]["title"] == tidy_text(typed)


@pytest.mark.parametrize("typed", ["</style><script>x</script>", '"><img src=x onerror=x>', "<!--", "]]></title><base href=//x>"])
def test_a_hostile_plan_adds_no_element(typed: str) -> None:
    plain, hostile = (page_of(_everywhere(words)) for words in ("plain", typed))
    assert [name for name, _attributes in plain.elements] == [name for name, _attributes in hostile.elements]
    assert hostile.said.count(" ".join(typed.split())) == plain.said.count("plain") > 10


def _everywhere(words: str) -> HandoutRequest:
    """A request with these words wherever a person can type."""
    held = prescription(
        text=PatientText(words, (words, words), words, words), note=words, equipment=(words,), exercise_id="unknown"
    )
    plan = plan_of(held, title=words, goal=words)
    phase = replace(plan.phases[0], name=words, goal=words, criteria=(words,))
    fields: dict[str, Any] = {"patient_name": words, "letterhead": Letterhead(words, words, words)}
    return request_for(replace(plan, phases=(phase,)), **fields)
