"""Texts in any script on paper: joined, ordered, and found again by whoever reads the file."""

import subprocess
import unicodedata
from io import BytesIO
from pathlib import Path
from random import Random

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from pfss_desktop.handout.bidi import LEFT_MARK, RIGHT_MARK, base_level
from pfss_desktop.handout.render import missing_letters, render_handout
from pfss_desktop.handout.runs_on_paper import draw_line
from pfss_desktop.handout.typeface import paper_typeface
from pfss_desktop.handout.typesetting import Style, Typesetter
from tests.handout.plans_at_hand import plan_of, prescription, request_for
from tests.handout.reading_back import fonts_of, squeezed

SETTER = Typesetter(paper_typeface())
BODY = Style(paper_typeface().regular, 12.0)
HEADING = Style(paper_typeface().bold, 16.0)
MARKS = str.maketrans("", "", LEFT_MARK + RIGHT_MARK)

SAID = {
    "Arabic": "السلام عليكم ورحمة الله",
    "Arabic ligature": "لا إلا الإسلام",
    "Arabic with vowels": "مُحَمَّد",
    "Persian": "می\u200cخواهم راه بروم",
    "Hebrew": "שלום עולם, ערב טוב",
    "Hebrew with points": "שָׁלוֹם",
    "Devanagari": "क्षेत्र हिन्दी ज्ञान श्री",
    "Thai": "สวัสดี ที่นี่ น้ำ",
    "Vietnamese": "Đứng thẳng, gối hơi gập: ệ ẫ ỡ",
    "Greek": "Σηκώστε το πόδι ἀρχῇ",
    "Cyrillic": "Поднимите ногу, ґ ѝ ӣ",
    "Armenian and Georgian": "հայերեն ქართული",
    "Ethiopic": "አማርኛ",
    "Tamil": "தமிழ் மொழி",
    "Bengali": "বাংলা ভাষা",
    "Khmer": "ភាសាខ្មែរ",
    "Burmese": "မြန်မာ",
    "Emoji": "👍🏽 👨\u200d👩\u200d👧 🇪🇸",
    "accent of its own": "x\u0323\u0302 q\u0304",
}


def page_of_lines(lines: list[str], style: Style = BODY) -> bytes:
    """A PDF of one page with these printable texts, one below the other."""
    stream = BytesIO()
    high = 20.0 * len(lines) + 40
    canvas = Canvas(stream, pagesize=(600, high), invariant=1, initialFontName=style.face.name)
    for number, line in enumerate(lines, 1):
        draw_line(canvas, style.words(SETTER.printable(line), 30.0), 30.0, high - 20.0 * number)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def seen_by_chrome(content: bytes) -> str:
    """The text as the engine of a common browser copies it."""
    return str(pypdfium2.PdfDocument(content)[0].get_textpage().get_text_range())


def seen_by_poppler(content: bytes, folder: Path) -> str:
    """The text as Poppler's viewers copy it, without the direction marks that it puts around lines."""
    path = folder / "lines.pdf"
    path.write_bytes(content)
    shown = subprocess.run(["pdftotext", "-enc", "UTF-8", str(path), "-"], capture_output=True, check=True)
    return shown.stdout.decode("utf-8").translate(str.maketrans("", "", "\u202a\u202b\u202c\f"))


@pytest.mark.parametrize("said", SAID.values(), ids=SAID.keys())
def test_a_line_of_each_script_is_found_again(said: str, tmp_path: Path) -> None:
    content = page_of_lines([said])
    assert squeezed(seen_by_poppler(content, tmp_path)) == squeezed(said)
    # Two accents of one letter may change places, which Unicode counts as the same text.
    assert unicodedata.normalize("NFC", squeezed(seen_by_chrome(content))) == squeezed(said)


def test_brackets_and_numbers_in_a_line_from_right_to_left_are_found_again() -> None:
    for said in ("(שלום עולם) ערב <טוב>", "فاطمة الزهراء (2026) 12.5 kg تمرين"):
        assert squeezed(seen_by_chrome(page_of_lines([said]))) == squeezed(said)


LEFT_TO_RIGHT = ["абвгґёїљџ", "αβγάώῥᾳ", "đơưệẫỡ", "कखगघङचछजझञटठ", "กขคงจฉชซ", "աբգդեզէ", "აბგდევზ", "অআইঈউঊ", "அஆஇஈஉஊ", "ሀለሐመሠረ"]
RIGHT_TO_LEFT = ["אבגדהוזחטיכלמנסעפצקרשת", "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"]


def generated(scripts: list[str], count: int) -> list[str]:
    """Texts of a few words, every word in one of these scripts; the same ones every time."""
    chance = Random(7)
    texts = []
    for _number in range(count):
        script = chance.choice(scripts)
        words = ["".join(chance.choices(script, k=chance.randint(2, 8))) for _word in range(chance.randint(1, 4))]
        texts.append(" ".join(words))
    return texts


def test_three_thousand_strings_come_back_unaltered(tmp_path: Path) -> None:
    texts = generated(LEFT_TO_RIGHT, 2000) + generated(RIGHT_TO_LEFT, 1000)
    found: list[str] = []
    for start in range(0, len(texts), 300):
        content = page_of_lines(texts[start : start + 300])
        found += [" ".join(line.split()) for line in seen_by_poppler(content, tmp_path).splitlines() if line.strip()]
    assert [unicodedata.normalize("NFC", line) for line in found] == texts


def test_every_font_is_embedded_in_part_and_can_be_copied_from() -> None:
    held = prescription(note=" ".join(SAID.values()))
    fonts = fonts_of(request_for(plan_of(held), patient_name="فاطمة الزهراء"))
    assert any(font["/Subtype"] == "/Type0" for font in fonts)
    for font in fonts:
        assert "/ToUnicode" in font
        assert "+" in font["/BaseFont"]
        inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        assert len(inner["/FontDescriptor"]["/FontFile2"].get_object().get_data()) < 120_000


def test_a_handout_in_many_scripts_lacks_nothing_and_says_the_same_again() -> None:
    request = request_for(plan_of(prescription(note=" ".join(SAID.values()))), patient_name="فاطمة الزهراء")
    assert missing_letters(request) == ()
    assert render_handout(request) == render_handout(request)


def test_a_plain_handout_holds_no_font_of_another_script() -> None:
    assert {font["/Subtype"] for font in fonts_of(request_for(plan_of(prescription())))} == {"/TrueType"}


def test_a_paragraph_that_runs_from_right_to_left_ends_at_the_right() -> None:
    text = "ارفع ساقك ببطء 12 مرة kg 5 " * 12
    rows = SETTER.rows(text, BODY, 40.0, 200.0)
    assert len(rows) > 3
    for row in rows:
        (words,) = row.marks
        assert words.x + BODY.width(words.text) == pytest.approx(240.0)  # type: ignore[union-attr]
        assert base_level(words.text) == 1  # type: ignore[union-attr]


def test_an_english_paragraph_runs_from_the_left_where_a_line_begins_with_hebrew() -> None:
    width = BODY.width("Say it so:") + 1
    lines = SETTER.lines("Say it so: שלום and go", BODY, width)
    assert lines[0] == "Say it so:"
    assert lines[1].startswith(LEFT_MARK + "שלום")
    assert SETTER.rows("Say it so: שלום and go", BODY, 40.0, width)[1].marks[0].x == 40.0  # type: ignore[union-attr]


ANY_SCRIPT = st.text(st.sampled_from("".join(SAID.values()) + "日本語、。「」ー\u200d\u200c\n abc12()"), max_size=200)


@settings(max_examples=200, deadline=None)
@given(ANY_SCRIPT, st.floats(150, 400), st.floats(0, 300))
def test_in_any_script_no_line_is_too_wide_and_no_letter_is_lost(typed: str, width: float, indent: float) -> None:
    lines = SETTER.lines(typed, BODY, width, indent)
    assert squeezed("".join(lines)).translate(MARKS) == squeezed(SETTER.printable(typed))
    for number, line in enumerate(lines):
        assert BODY.width(line) <= width - (0 if number else min(indent, width)) + 0.01 * BODY.size


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(), max_size=120))
def test_whatever_is_typed_can_be_drawn(typed: str) -> None:
    lines = SETTER.lines(typed, HEADING, 300)
    assert len(PdfReader(BytesIO(page_of_lines(lines, HEADING))).pages) == 1


@pytest.mark.parametrize("letter", ["ب", "क्", "ก", "日", "\u0301", "👍\u200d", "ש "])
def test_a_hundred_thousand_letters_are_broken_into_lines(letter: str) -> None:
    text = letter * (100_000 // len(letter))
    assert squeezed("".join(SETTER.lines(text, BODY, 400))).translate(MARKS) == squeezed(SETTER.printable(text))
