"""Lines are as long as they may be, and no letter is lost on the way."""

from hypothesis import given
from hypothesis import strategies as st

from pfss_desktop.handout.typeface import paper_typeface
from pfss_desktop.handout.typesetting import Style, Typesetter
from tests.handout.reading_back import squeezed

SETTER = Typesetter(paper_typeface())
BODY = Style(paper_typeface().regular, 13.0)
TYPED = st.text(st.sampled_from("abcW. -\n\u00a0éж0<>&"), max_size=300)


@given(TYPED, st.floats(30, 400), st.floats(0, 300))
def test_no_line_is_wider_than_asked_and_no_letter_is_lost(typed: str, width: float, indent: float) -> None:
    lines = SETTER.lines(typed, BODY, width, indent)
    assert squeezed("".join(lines)) == squeezed(typed)
    assert all(BODY.width(line) <= width + 0.01 for line in lines)
    if lines:
        assert BODY.width(lines[0]) <= max(0.0, width - indent) + 0.01
        assert lines[-1]


def test_lines_break_between_words() -> None:
    width = BODY.width("Hold for five")
    assert SETTER.lines("Hold for five seconds", BODY, width) == ["Hold for five", "seconds"]


def test_a_hard_space_keeps_a_number_with_its_unit() -> None:
    width = BODY.width("Use 2 lb")
    assert SETTER.lines("Use 2\u00a0lbs", BODY, width) == ["Use", "2\u00a0lbs"]


def test_paragraphs_stay_and_empty_lines_become_one() -> None:
    assert SETTER.lines("\n\nOne\n\n\n\nTwo\nThree\n\n", BODY, 300) == ["One", "", "Two", "Three"]


def test_parts_of_a_dosage_are_never_torn() -> None:
    parts = ("3 sets of 12", "hold 5 seconds", "twice a day", "5 days a week")
    width = BODY.width("3 sets of 12 · hold 5 seconds · twice")
    assert SETTER.joined(parts, " · ", BODY, width) == ["3 sets of 12 · hold 5 seconds", "twice a day · 5 days a week"]


@given(TYPED, st.floats(30, 400))
def test_a_running_head_takes_one_line(typed: str, width: float) -> None:
    line = SETTER.fitted(typed, BODY, width)
    assert "\n" not in line
    assert BODY.width(line) <= width
    assert squeezed(typed).startswith(squeezed(line.removesuffix("…")))
