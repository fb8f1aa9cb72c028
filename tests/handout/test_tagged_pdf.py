"""The handout as someone hears it who does not see it: parts, order, pictures in words, nothing unmarked."""

import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pfss_desktop.domain.exercise import PatientText
from pfss_desktop.domain.plan import Plan
from pfss_desktop.handout.drawing import Pen
from pfss_desktop.handout.layout import LARGE_FORMS, Form, Layout
from pfss_desktop.handout.marks import BLACK, Group, Panel, Row, Rule, Words
from pfss_desktop.handout.pages import booklet_of
from pfss_desktop.handout.pagination import Placed
from pfss_desktop.handout.render import render_handout
from pfss_desktop.handout.request import HandoutRequest, Paper
from pfss_desktop.handout.roles import Role
from pfss_desktop.handout.sections import Section
from pfss_desktop.handout.tagged_canvas import new_canvas
from pfss_desktop.handout.typeface import paper_typeface
from pfss_desktop.handout.typesetting import Style
from tests.handout.listening import Heard, heard, marked_pages
from tests.handout.plans_at_hand import plan_of, plan_of_phases, prescription, request_for
from tests.handout.reading_back import squeezed
from tests.strategies import plans

LONG = "Lift your leg slowly and keep the knee straight all the time. "


class SquareDrawn:
    """Draws a square with a number in it and says so."""

    def __init__(self, shown: str) -> None:
        self.shown = shown

    def __call__(self, canvas: Any, _held: Any, x: float, y: float, width: float, height: float) -> str:
        canvas.rect(x, y, width, height)
        canvas.setFont("Handout-Bold", 9)
        canvas.drawString(x + 5, y + 5, "45")
        return self.shown


def listened(request: HandoutRequest) -> Heard:
    return heard(render_handout(request))


def texts(document: Heard, *kinds: str) -> list[str]:
    return [element.text for element in document.all(*kinds)]


def test_the_title_heads_the_sheet_the_phases_their_sections_the_exercises_theirs() -> None:
    document = listened(request_for(plan_of_phases(2, 1)))
    assert document.kind == "Document"
    assert texts(document, "H1") == ["Your knee exercise plan"]
    pain, first, second, *_others = document.all("Sect")
    assert texts(first, "H2", "H3") == ["Phase 1 · Stage 1", "1. Exercise 1", "2. Exercise 2"]
    assert texts(second, "H2", "H3") == ["Phase 2 · Stage 2", "3. Exercise 3"]
    assert not any(texts(document, "Sect"))
    assert pain.kids[0].text == "How much pain is all right?"
    assert all(section.kids[0].kind == "H2" for section in document.all("Sect"))


def test_steps_are_a_numbered_list_and_criteria_a_plain_one() -> None:
    document = listened(request_for(plan_of(prescription())))
    summary, steps, criteria, flare_up, *stops = document.all("L")
    assert summary.attributes["ListNumbering"] == "/Disc"
    assert steps.attributes == {"O": "/List", "ListNumbering": "/Decimal"}
    assert [item.whole() for item in steps.kids][:2] == [
        "1. Lie on your back. Bend your other knee.",
        "2. Tighten your thigh and lock the knee.",
    ]
    assert [[kid.kind for kid in item.kids] for item in steps.kids] == [["Lbl", "LBody"]] * 4
    assert texts(criteria, "LBody") == ["You can do 3 sets of 12.", "You can walk for 30 minutes without a limp."]
    assert criteria.attributes["ListNumbering"] == "/None"
    assert "You have reached the end of “Strengthen” when you can tick these:" in texts(document, "H3")
    assert flare_up.attributes["ListNumbering"] == "/Decimal"
    assert all(stop.attributes["ListNumbering"] == "/Disc" and len(stop.kids) > 1 for stop in stops)
    assert all(item.kind == "LI" for one in document.all("L") for item in one.kids)


def test_the_lights_are_a_table_with_a_row_for_each_light() -> None:
    table, _diary = listened(request_for(plan_of(prescription()))).all("Table")
    assert [row.kind for row in table.kids] == ["TR"] * 3
    assert [[cell.kind for cell in row.kids] for row in table.kids] == [["TH", "TD", "TD"]] * 3
    assert [row.kids[0].text for row in table.kids] == ["Go on", "Go easy", "Stop"]
    assert table.kids[0].kids[1].text == "Pain 0 to 3"
    assert {head.attributes["Scope"] for head in table.all("TH")} == {"/Row"}


def test_the_diary_is_a_table_with_a_cell_for_each_day() -> None:
    _lights, diary = listened(request_for(plan_of(prescription(1), prescription(2)))).all("Table")
    head, *rows = diary.kids
    assert [cell.kind for cell in head.kids] == ["TH"] * 15
    assert head.kids[1].text.split() == ["Sun", "22", "Nov"]
    assert head.kids[2].text.split() == ["Mon", "23"]
    assert [[cell.kind for cell in row.kids] for row in rows] == [["TH"] + ["TD"] * 14] * 4
    assert [row.kids[0].text for row in rows][2:] == ["Pain while I did them", "Pain the next morning"]


def test_the_numbers_of_the_tempo_bar_and_the_feet_are_not_heard_since_words_say_them() -> None:
    document = listened(request_for(plan_of(prescription())))
    said = [element.text for element in document.walk()]
    assert "Right leg" in said
    assert "Hold 5 seconds" in said
    assert not {"L", "R", "1", "5"} & set(said)


def test_a_picture_is_told_in_words_after_the_name_of_its_exercise() -> None:
    figures = {"rx-1": SquareDrawn("A person lying on the back. The right leg works."), "rx-2": SquareDrawn("")}
    document = listened(request_for(plan_of(prescription(1), prescription(2)), figures=figures))
    told, named = document.all("Figure")
    assert told.alt == "A person lying on the back. The right leg works."
    assert named.alt == "Straight leg raise"
    left, lower, right, upper = (float(bound) for bound in told.attributes["BBox"])
    assert right - left == pytest.approx(62 / 25.4 * 72, abs=0.01)
    assert upper - lower == pytest.approx(44 / 25.4 * 72, abs=0.01)
    kinds = [element.kind for element in document.walk()]
    assert kinds[kinds.index("Figure") - 1] == "H3"


def test_a_text_of_many_lines_is_one_paragraph_over_the_end_of_a_page_too() -> None:
    note = LONG * 60
    held = prescription(text=PatientText("Raise", ("Lift.",)), note=note.strip())
    content = render_handout(request_for(plan_of(held)))
    assert len(marked_pages(content)) > 2
    (paragraph,) = (text for text in texts(heard(content), "P") if text.startswith("From your therapist:"))
    assert paragraph == f"From your therapist: {note.strip()}"
    assert not any("continued" in element.text for element in heard(content).walk())


def test_running_heads_and_page_numbers_are_not_heard() -> None:
    content = render_handout(request_for(plan_of_phases(4, 4)))
    pages = marked_pages(content)
    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        assert any(f"Page {number} of {len(pages)}" in text for text in page.artifacts)
        assert not any("Page " in text or "Questions?" in text for text in page.texts.values())


def test_the_line_to_the_pain_rule_belongs_to_no_section() -> None:
    document = listened(request_for(plan_of_phases(1), former=plan_of_phases(2)))
    assert any(kid.text.startswith("Before you start, read:") for kid in document.kids)


def test_parts_that_were_moved_away_from_their_phase_are_not_in_it_and_leave_no_level_out() -> None:
    sections = (Section.CRITERIA, Section.PAIN_RULE, Section.GOAL, Section.EXERCISES)
    document = listened(request_for(plan_of(prescription()), sections=sections))
    title = "You have reached the end of “Strengthen” when you can tick these:"
    assert [(kid.kind, kid.text) for kid in document.kids if kid.kind.startswith("H")][1:] == [("H2", title)]
    assert any(kid.text.startswith("Your goal:") for kid in document.kids)
    assert [section.kids[0].text for section in document.all("Sect")] == ["How much pain is all right?", "Phase 1 · Strengthen"]


def test_each_line_of_the_dosage_is_heard_by_itself() -> None:
    request = request_for(plan_of(prescription()), figures={"rx-1": SquareDrawn("A square.")})
    spoken = texts(listened(request), "P")
    at = spoken.index("3 sets of 12 · rest 1 minute between sets")
    assert spoken[at + 1] == "twice a day · 5 days a week"


def test_what_is_in_another_language_says_so_and_keeps_its_own_place() -> None:
    from pfss_desktop.handout.structure import Structure

    structure = Structure()
    structure.turn_page()
    for role in (Role.HEADING, Role.LABEL, Role.ITEM, Role.LABEL, Role.ITEM):
        for language in ("", "es"):
            structure.text(role, "1.", language, continues=False)
    english, spanish = structure.root.kids
    assert [kid.kind for kid in english.kids] == [kid.kind for kid in spanish.kids] == ["H2", "L"]
    assert [kid.kind for kid in spanish.kids[1].kids] == ["LI", "LI"]
    leaves = [element for element in structure.elements() if element.kind in ("H2", "Lbl", "LBody")]
    assert {element.language for element in leaves if element in leaves[: len(leaves) // 2]} == {""}
    assert {element.language for element in leaves if element in leaves[len(leaves) // 2 :]} == {"es"}


def test_two_languages_side_by_side_are_two_whole_readings_each_in_its_language() -> None:
    document = listened(request_for(plan_of_phases(2, 1), beside="es"))
    assert broken_branches(document) == []
    assert skipped_levels(document) == []
    steps = [element for element in document.all("LBody") if "step of" in element.text]
    assert {element.language for element in steps} == {"", "es"}
    (english, spanish) = (
        [element.text for element in document.all("TH") if element.language == language and element.attributes["Scope"] == "/Row"]
        for language in ("", "es")
    )
    assert english[:3] == ["Go on", "Go easy", "Stop"]
    assert spanish[:3] == ["Siga", "Con calma", "Pare"]


def _as_drawn(words: Words) -> str:
    """The letters of a line from left to right, as other scripts than the paper's own are drawn."""
    return "".join(glyph.text for run in words.runs for glyph in run.glyphs) if words.runs else words.text


def set_words(request: HandoutRequest) -> str:
    """Every letter that the blocks have set for a listener, in their order."""
    booklet = booklet_of(request, paper_typeface())
    return squeezed(
        "".join(
            _as_drawn(mark)
            for page in booklet.pages
            for placed in page
            for row in placed.group.rows
            if row is not placed.group.again
            for mark in row.marks
            if isinstance(mark, Words) and not mark.role.is_silent
        )
    )


def skipped_levels(document: Heard) -> list[str]:
    """Headings that stand more than one level below the one before."""
    headings = document.all("H1", "H2", "H3")
    levels = [0, *(int(heading.kind[1]) for heading in headings)]
    return [heading.text for heading, level, before in zip(headings, levels[1:], levels, strict=False) if level > before + 1]


KIDS = {
    "Document": {"Sect", "H1", "H2", "P", "L", "Table", "Figure"},
    "Sect": {"H2", "H3", "P", "L", "Table", "Figure"},
    "L": {"LI"},
    "LI": {"Lbl", "LBody"},
    "Table": {"TR"},
    "TR": {"TH", "TD"},
}


def broken_branches(document: Heard) -> list[str]:
    """Elements with kids that do not belong there, branches without any, and tables whose rows differ in length."""
    told = [f"{one.kind} in {held.kind}" for held in document.walk() for one in held.kids if one.kind not in KIDS[held.kind]]
    told += [f"empty {held.kind}" for held in document.walk() if held.kind in KIDS and not held.kids]
    return told + ["ragged Table" for table in document.all("Table") if len({len(row.kids) for row in table.kids}) > 1]


LAYOUTS = [Layout(form, large=large) for form in Form for large in (False, True) if not large or form in LARGE_FORMS]


@settings(max_examples=30, deadline=None)
@given(plans(), st.sampled_from(Paper), st.sampled_from(LAYOUTS), st.booleans())
def test_what_is_heard_is_what_is_set_every_letter_in_order(plan: Plan, paper: Paper, layout: Layout, has_figures: bool) -> None:
    figures = {held.id: SquareDrawn("A square.") for held in plan.prescriptions()} if has_figures else {}
    request = request_for(plan, paper=paper, figures=figures, layout=layout)
    content = render_handout(request)
    document = heard(content)
    assert squeezed("".join(element.text for element in document.walk() if element.kind != "Figure")) == set_words(request)
    assert [element.alt for element in document.all("Figure")] == ["A square."] * len(document.all("Figure"))
    # The list for the fridge door has pictures where there is room.
    assert len(document.all("Figure")) == len(figures) or layout.form is Form.FRIDGE
    assert skipped_levels(document) == []
    assert broken_branches(document) == []
    for page in marked_pages(content):
        assert page.unmarked == []
        assert page.deepest == 1


def test_other_programs_find_no_fault_and_read_the_tree(tmp_path: Path) -> None:
    path = tmp_path / "handout.pdf"
    path.write_bytes(render_handout(request_for(plan_of_phases(4, 4, 4))))
    checked = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=True)
    assert "No syntax or stream encoding errors" in checked.stdout
    tree = subprocess.run(["pdfinfo", "-struct-text", path], capture_output=True, text=True, check=True)
    assert tree.stderr == ""
    assert tree.stdout.count("H3 (block)") >= 12
    said = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    assert "Tagged:          yes" in said
    fonts = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert len(fonts) == 3
    # Columns: embedded, subset, with a map to letters.
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in fonts)


def test_a_grid_to_tick_is_a_table_with_a_cell_for_every_box() -> None:
    typeface = paper_typeface()
    style = Style(typeface.regular, 12.0)
    head, name = style.as_role(Role.COLUMN_HEAD), style.as_role(Role.ROW_HEAD)
    days = Row(16.0, tuple(head.words(day, 60.0 * at) for at, day in enumerate(("Exercise", "Mon", "Tue"))))
    lines = [
        Row(16.0, (name.words(text, 0.0), *(Panel(60.0 * at, 2.0, 12.0, 12.0, outline=BLACK, role=Role.CELL) for at in (1, 2))))
        for text in ("Bridge", "Clam")
    ]
    second = Group((days, lines[0], Row(4.0, (Rule(0.0, 0.0, 100.0, 0.0),)), lines[1]))
    stream = BytesIO()
    canvas = new_canvas(stream, Paper.A4.size, typeface.regular.name, "en")
    pen = Pen(canvas, 45.0, 500.0, Paper.A4.size[1])
    pen.page((Placed(Group((days, *lines)), 40.0), Placed(second, 140.0)))
    canvas.showPage()
    canvas.keep_structure(pen.structure)
    canvas.save()

    document = heard(stream.getvalue())
    expected = ["Table"]
    expected += ["  TR", "    TH: Exercise", "    TH: Mon", "    TH: Tue"]
    expected += ["  TR", "    TH: Bridge", "    TD", "    TD", "  TR", "    TH: Clam", "    TD", "    TD"]
    assert [line[2:] for line in document.outline()[1:]] == expected * 2
    assert [cell.attributes["Scope"] for cell in document.all("TH")] == (["/Column"] * 3 + ["/Row"] * 2) * 2
