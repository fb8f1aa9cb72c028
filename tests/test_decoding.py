"""Parsed data becomes typed values, or a list of everything wrong in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pfss_desktop.decoding import typed
from pfss_desktop.domain.dosage import Dosage, RepRange
from pfss_desktop.domain.faults import FaultyFile


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class Lid(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    colour: Colour
    screws: int = 4


@dataclass(frozen=True, slots=True)
class Box:
    name: str
    count: int
    lid: Lid | None = None
    colours: tuple[Colour, ...] = ()
    open: bool = False
    sizes: Mapping[str, int] = field(default_factory=dict)
    span: int | str = 1
    things: tuple[str | Lid, ...] = ()


def faults(data: object, kind: type[Any] = Box) -> list[str]:
    with pytest.raises(FaultyFile) as caught:
        typed(data, kind)
    return [str(fault) for fault in caught.value.faults]


def test_sound_data_becomes_the_value() -> None:
    data = {
        "name": "a",
        "count": 2,
        "lid": {"colour": "red"},
        "colours": ["blue"],
        "sizes": {"x": 1},
        "things": ["b", {"colour": "red"}],
    }
    assert typed(data, Box) == Box("a", 2, Lid(Colour.RED), (Colour.BLUE,), False, {"x": 1}, 1, ("b", Lid(Colour.RED)))


def test_everything_wrong_is_listed_with_its_place_in_the_order_of_the_file_and_then_of_the_fields() -> None:
    data = {
        "nmae": "a",
        "count": "2",
        "lid": {"colour": "green", "screw": 1},
        "colours": ["red", "pink", 3],
        "open": 1,
        "sizes": {"x": "big"},
        "span": [1],
        "things": [1, {"colour": "red", "screws": "many"}],
    }
    assert faults(data) == [
        "nmae: no such field; known are colours, count, lid, name, open, sizes, span, things",
        "name: is missing",
        "count: must be a whole number",
        "lid.screw: no such field; known are colour, screws",
        "lid.colour: is not one of: red, blue",
        "colours item 2: is not one of: red, blue",
        "colours item 3: is not one of: red, blue",
        "open: must be true or false",
        "sizes.x: must be a whole number",
        "span: must be a whole number or a text in quotes",
        "things item 1: must be a text in quotes or a table",
        "things item 2.screws: must be a whole number",
    ]


def test_a_list_or_a_table_of_the_wrong_kind_is_named_as_such() -> None:
    data = {"name": [], "count": 1, "lid": "red", "colours": "red", "sizes": 3}
    assert faults(data) == [
        "name: must be a text in quotes",
        "lid: must be a table",
        "colours: must be a list in square brackets",
        "sizes: must be a table",
    ]
    assert faults(3) == ["must be a table"]


def test_what_the_domain_refuses_is_placed_at_the_field_it_names() -> None:
    assert faults({"reps": {"low": 1, "high": 2}, "sets": 40}, Dosage) == ["sets: must be a whole number from 1 to 20"]
    assert faults({"reps": {"low": 9, "high": 2}}, Dosage) == ["reps: must be a range from the lower to the higher number"]
    assert faults({"sets": 2}, Dosage) == ["reps: must be given, unless minutes are"]


def test_decimals_and_ranges_keep_what_was_written() -> None:
    assert typed("7.5", Decimal) == Decimal("7.5")
    assert typed({"low": 3, "high": 3}, RepRange).is_single


class Rope(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="rope"):
    metres: Annotated[int, msgspec.Meta(ge=1, le=20)]


class Stone(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="stone"):
    name: Annotated[str, msgspec.Meta(max_length=3, description="a name of at most 3 letters")]


class Sack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    thing: Rope | Stone | None = None
    colour: Colour | Lid = Colour.RED
    side: Literal["left", "right"] | None = None
    since: date | None = None
    pair: tuple[int, int] = (1, 2)


def test_of_a_tagged_union_the_tag_says_what_is_meant() -> None:
    assert typed({"thing": {"kind": "stone", "name": "a"}}, Sack) == Sack(Stone("a"))
    assert faults({"thing": {"kind": "rope", "metres": 21, "name": "a"}}, Sack) == [
        "thing.name: no such field; known are kind, metres",
        "thing.metres: must be a whole number from 1 to 20",
    ]
    assert faults({"thing": {"kind": "stone", "name": "long"}}, Sack) == ["thing.name: must be a name of at most 3 letters"]
    assert faults({"thing": {"kind": "rope"}}, Sack) == ["thing.metres: is missing"]


@pytest.mark.parametrize("kind", ["sand", 1, None, ["rope"], {}])
def test_an_unknown_tag_is_told_with_the_known_ones(kind: object) -> None:
    assert faults({"thing": {"kind": kind}}, Sack) == ["thing.kind: is not one of: rope, stone"]
    assert faults({"thing": {}}, Sack) == ["thing.kind: is missing"]
    assert faults({"thing": 3}, Sack) == ["thing: must be a table"]


def test_what_a_field_may_be_is_told_in_words_that_never_quote_the_file() -> None:
    data = {"colour": "secret", "side": "secret", "since": "secret", "pair": ["secret"]}

    assert faults(data, Sack) == [
        "colour: must be one of: red, blue or a table",
        "side: is not one of: left, right",
        "since: must be a date such as 2026-03-31",
        "pair: must be a list of 2 values",
    ]


def test_a_field_s_name_of_any_length_is_shown_short_and_tidy() -> None:
    [fault] = faults({"x\x1b[2J\n" * 1000: 1}, Sack)

    assert fault.startswith("x[2J x[2J ")
    assert len(fault) < 200


def test_a_hostile_file_cannot_flood_the_list_of_faults() -> None:
    assert len(faults({f"x{number}": 1 for number in range(5_000)})) == 200


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=10,
)


@given(st.dictionaries(st.sampled_from(["name", "count", "lid", "colours", "open", "sizes", "span", "things", "x"]), VALUES))
def test_any_data_is_a_value_or_has_faults(data: dict[str, Any]) -> None:
    try:
        read: object = typed(data, Box)
    except FaultyFile as error:
        read = error.faults
    assert read
