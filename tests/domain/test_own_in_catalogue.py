"""Own exercises among the built-in ones: their place, and links that go both ways."""

from dataclasses import replace

from pfss_desktop.domain.catalogue import Catalogue, CatalogueAtHand
from pfss_desktop.domain.exercise import Exercise, PatientText
from pfss_desktop.domain.own_exercise import blank_exercise


def exercise(name: str, **fields: object) -> Exercise:
    return replace(blank_exercise(), id=name, for_patient=PatientText(name), **fields)  # type: ignore[arg-type]


def test_an_own_exercise_stands_in_the_usual_order() -> None:
    catalogue = Catalogue((exercise("b"), exercise("d"))).with_own([exercise("c"), exercise("a", phase=2)])
    assert [each.id for each in catalogue] == ["b", "c", "d", "a"]


def test_a_link_goes_both_ways_and_none_leads_nowhere() -> None:
    built_in = Catalogue((exercise("gentle"), exercise("usual"), exercise("hard")))
    own = exercise("own-1", easier=("gentle", "gone"), harder=("hard",))
    merged = built_in.with_own([own])
    links = {each.id: (each.easier, each.harder) for each in merged}
    assert links == {
        "gentle": ((), ("own-1",)),
        "usual": ((), ()),
        "hard": (("own-1",), ()),
        "own-1": (("gentle",), ("hard",)),
    }
    assert [each.harder for each in built_in] == [(), (), ()]


def test_without_own_exercises_the_catalogue_is_the_same_value() -> None:
    catalogue = Catalogue((exercise("b"), exercise("a")))
    assert catalogue.with_own(()) is catalogue


def test_who_holds_the_catalogue_at_hand_finds_what_it_has_become() -> None:
    at_hand = CatalogueAtHand((exercise("a"),))
    before = at_hand.now
    assert at_hand.get("own-1") is None
    at_hand.become(at_hand.now.with_own([exercise("own-1")]))
    assert at_hand.get("own-1") is not None
    assert (len(at_hand), len(before)) == (2, 1)
