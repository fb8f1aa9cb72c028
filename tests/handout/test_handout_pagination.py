"""Groups on pages, drawn as text: each page a list of what stands on it."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pfss_desktop.handout.marks import Frame, Group, Row, Words
from pfss_desktop.handout.pagination import Page, Room, paginated

ROOM = Room(top=0.0, bottom=100.0, first_top=0.0)


def group(name: str, *heights: float, leads: bool = False, gap: float = 0.0, again: bool = False, frame: bool = False) -> Group:
    rows = tuple(Row(height, (Words(0, 0, "face", 10, f"{name}{number}"),)) for number, height in enumerate(heights, 1))
    heading = Row(5.0, (Words(0, 0, "face", 10, f"{name} again"),)) if again else None
    return Group(rows, gap=gap, leads=leads, again=heading, frame=Frame(3.0) if frame else None)


def words_on(page: Page) -> list[str]:
    return [mark.text for placed in page for row in placed.group.rows for mark in row.marks if isinstance(mark, Words)]


def drawn(*groups: Group) -> str:
    return " | ".join(" ".join(words_on(page)) for page in paginated(groups, ROOM))


def test_groups_fill_a_page_and_go_on_to_the_next() -> None:
    assert drawn(group("a", 40), group("b", 40), group("c", 40)) == "a1 b1 | c1"


def test_a_group_that_fits_a_page_never_splits() -> None:
    assert drawn(group("a", 60), group("b", 20, 20, 20)) == "a1 | b1 b2 b3"


def test_a_heading_goes_with_what_it_heads() -> None:
    assert drawn(group("a", 70), group("bar", 20, leads=True), group("b", 20)) == "a1 | bar1 b1"
    assert (
        drawn(group("a", 50), group("bar", 20, leads=True), group("aim", 10, leads=True), group("b", 30)) == "a1 | bar1 aim1 b1"
    )


def test_a_gap_is_dropped_at_the_top_of_a_page_and_counts_elsewhere() -> None:
    assert drawn(group("a", 50), group("b", 50, gap=0.0)) == "a1 b1"
    assert drawn(group("a", 50), group("b", 50, gap=1.0)) == "a1 | b1"
    assert drawn(group("a", 100, gap=10.0)) == "a1"


def test_an_overlong_group_begins_where_half_a_page_is_left_and_says_that_it_goes_on() -> None:
    long = group("b", *[30.0] * 7, again=True)
    assert drawn(group("a", 10), long) == "a1 b1 b2 b3 | b again b4 b5 b6 | b again b7"
    assert drawn(group("a", 60), long) == "a1 | b1 b2 b3 | b again b4 b5 b6 | b again b7"


def test_an_overlong_group_starts_right_under_its_heading() -> None:
    long = group("b", *[30.0] * 4, again=True)
    assert drawn(group("a", 90), group("bar", 20, leads=True), long) == "a1 | bar1 b1 b2 | b again b3 b4"


def test_a_heading_and_a_group_that_together_miss_a_page_stay_together() -> None:
    assert drawn(group("bar", 20, leads=True), group("b", 45, 45)) == "bar1 b1 | b2"


def test_a_row_taller_than_a_page_is_put_down_all_the_same() -> None:
    assert drawn(group("a", 150.0), group("b", 10)) == "a1 | b1"


def test_the_first_page_may_begin_higher() -> None:
    pages = paginated([group("a", 60), group("b", 60), group("c", 60)], Room(top=50.0, bottom=130.0, first_top=10.0))
    assert [[placed.top for placed in page] for page in pages] == [[10.0, 70.0], [50.0]]


GROUPS = st.builds(
    lambda name, heights, leads, gap, again, frame: group(name, *heights, leads=leads, gap=gap, again=again, frame=frame),
    st.sampled_from("abcdef"),
    st.lists(st.floats(1, 40), min_size=1, max_size=12),
    st.booleans(),
    st.floats(0, 20),
    st.booleans(),
    st.booleans(),
)


@given(st.lists(GROUPS, max_size=12))
def test_nothing_is_lost_nothing_overflows_no_page_is_empty(groups: list[Group]) -> None:
    pages = paginated(groups, ROOM)
    expected = [mark.text for held in groups for row in held.rows for mark in row.marks if isinstance(mark, Words)]
    assert [word for page in pages for word in words_on(page) if "again" not in word] == expected
    assert all(placed.top + placed.group.height <= 100.1 for page in pages for placed in page)
    assert all(page for page in pages) or not groups


@given(st.lists(GROUPS, max_size=12))
def test_a_page_ends_with_a_heading_only_where_it_is_well_filled_or_the_next_row_is_too_tall(groups: list[Group]) -> None:
    pages = paginated([*groups, group("end", 10)], ROOM)
    for page, following in pairwise(pages):
        end = page[-1].top + page[-1].group.height
        after = following[0].group
        next_row = after.gap + after.rows[0].height + (2 * after.frame.pad if after.frame else 0.0)
        assert not page[-1].group.leads or end > 20 or end + next_row > 100
