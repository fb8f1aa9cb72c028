"""Figures without a plan tell themselves too: each in words, with the exercise's name after it."""

from pfss_desktop.figures.drawing import Drawing
from pfss_desktop.handout.figure_sheet import NamedFigure, contact_sheet, figure_page
from tests.handout.listening import heard, marked_pages


def drawing(shown: str) -> Drawing:
    return Drawing(width=44.0, height=33.0, shapes=(), labels=(), alt_text=shown)


def test_a_figures_own_page_is_one_picture_in_words() -> None:
    content = figure_page(drawing("A person standing."), "Wall sit", 120.0)
    (figure,) = heard(content).kids
    assert (figure.kind, figure.alt) == ("Figure", "A person standing.")
    assert marked_pages(content)[0].unmarked == []


def test_on_the_contact_sheet_every_picture_is_followed_by_its_name() -> None:
    name = "A very long name of an exercise that needs two lines"
    figures = [NamedFigure(f"exercise-{number}", name, drawing(f"Picture {number}.")) for number in range(30)]
    content = contact_sheet(figures)
    title, *told = heard(content).kids
    assert (title.kind, title.text) == ("H1", "Exercises: 30 figures")
    assert [element.kind for element in told] == ["Figure", "P", "P"] * 30
    assert [element.alt for element in told[::3]] == [f"Picture {number}." for number in range(30)]
    assert {" ".join(element.text.split()) for element in told[1::3]} == {name}
    assert [element.text for element in told[2::3]] == [f"exercise-{number}" for number in range(30)]
    for number, page in enumerate(marked_pages(content), 1):
        assert page.unmarked == []
        assert f"Page {number} of 2" in page.artifacts
