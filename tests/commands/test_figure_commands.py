"""`figure` and `figures` through the real `main`: files written and read back, and every refusal in one line."""

import io
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as XmlTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from pfss_desktop.catalogue.loading import load_catalogue
from pfss_desktop.cli import main
from pfss_desktop.commands import figures
from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.figures.styles import BAND_COLOURS, Palette, Skin, Style
from pfss_desktop.paths import resources

SVG = "{http://www.w3.org/2000/svg}"


class Drawer:
    """Writes figures into a folder by commands and reads them back."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._folder = folder
        self._capsys = capsys

    def file(self, ending: str, *words: str, warning: str = "") -> Path:
        """Write the figure that these words ask for, and return its file."""
        path = self._folder / f"figure.{ending}"
        assert main(["figure", *words, "-o", str(path)]) == 0
        told = self._capsys.readouterr()
        assert told.out == f"{path} is written\n"
        assert told.err == (f"pfss-desktop: {warning}\n" if warning else "")
        return path

    def svg(self, *words: str, warning: str = "") -> XmlTree.Element:
        """Write an SVG and return its root."""
        return XmlTree.fromstring(self.file("svg", *words, warning=warning).read_bytes())

    def pdf(self, *words: str) -> PdfReader:
        """Write a PDF and return it opened."""
        return PdfReader(io.BytesIO(self.file("pdf", *words).read_bytes()))

    def refusal(self, *words: str) -> str:
        """Run a command that is refused, and return its one line; nothing may be written."""
        before = sorted(self._folder.iterdir())
        assert main([*words]) == 2
        told = self._capsys.readouterr()
        assert told.out == ""
        assert told.err.count("\n") == 1
        assert sorted(self._folder.iterdir()) == before
        return told.err.removeprefix("pfss-desktop: ").strip()


@pytest.fixture
def drawer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Drawer:
    return Drawer(tmp_path, capsys)


def described(picture: XmlTree.Element) -> str:
    return picture.findtext(f"{SVG}desc") or ""


def inked(picture: XmlTree.Element) -> set[str]:
    return {colour for path in picture.iter(f"{SVG}path") for colour in (path.get("fill"), path.get("stroke")) if colour}


def across(picture: XmlTree.Element) -> list[float]:
    """Where the picture's outlines begin, from left to right of the page, in millimetres."""
    return [float(number) for path in picture.iter(f"{SVG}path") for number in re.findall(r"M(-?[\d.]+) ", path.get("d", ""))]


def foremost(picture: XmlTree.Element) -> float:
    """The end of the working leg, in millimetres from the left, farther from the middle of a picture 60 mm wide."""
    accent = Style().colours()["working"]
    ends = [x for path in picture.iter(f"{SVG}path") if path.get("fill") == accent for x in points_across(path)]
    return max(ends, key=lambda x: abs(x - 30))


def points_across(path: XmlTree.Element) -> list[float]:
    return [float(number) for number in re.findall(r"-?[\d.]+", path.get("d", ""))[::2]]


# One figure


def test_an_svg_has_name_words_and_size(drawer: Drawer) -> None:
    picture = drawer.svg("slr-flexion", "--width-mm", "80")

    assert picture.tag == f"{SVG}svg"
    assert (picture.get("width"), picture.get("height"), picture.get("role")) == ("80mm", "60mm", "img")
    assert picture.findtext(f"{SVG}title") == "Straight leg raise, lying on your back"
    assert described(picture) == (
        "A person lying on the back. One leg works; the right one is shown. Hip bend on the right from 0 to 32 degrees."
    )


def test_a_pdf_is_a_page_of_the_figures_size_named_for_the_exercise(drawer: Drawer) -> None:
    pdf = drawer.pdf("slr-flexion", "--resistance", "2 lb cuff", "--width-mm", "120")

    (page,) = pdf.pages
    assert [float(side) / 72 * 25.4 for side in page.mediabox.upper_right] == pytest.approx([120, 90], abs=0.01)
    assert page.extract_text().strip() == "2 lb"
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Straight leg raise, lying on your back"
    assert "Cuff of 2 lb at the right ankle." in str(pdf.metadata.subject)
    assert pdf.root_object["/Lang"] == "en"
    fonts = [font.get_object() for font in page["/Resources"].get("/Font", {}).values()]  # type: ignore[union-attr]
    assert ["SourceSans" in font["/BaseFont"] and "/FontFile2" in font["/FontDescriptor"] for font in fonts] == [True] * len(
        fonts
    )


def test_a_png_has_the_asked_dots(drawer: Drawer) -> None:
    with Image.open(drawer.file("png", "clamshell", "--width-mm", "60")) as picture:
        assert picture.size == (709, 532)
        assert [round(dots) for dots in picture.info["dpi"]] == [300, 300]
        assert picture.getpixel((1, 1)) == (255, 255, 255)
        colours = {colour for _count, colour in picture.getcolors(1 << 20)}
        assert len(colours) > 100
    with Image.open(drawer.file("png", "clamshell", "--width-mm", "60", "--dpi", "72")) as small:
        assert small.size == (171, 128)


@pytest.mark.parametrize("ending", ["svg", "pdf", "png"])
def test_the_same_words_give_the_same_bytes(drawer: Drawer, ending: str) -> None:
    words = ("squat-single-leg", "--side", "left", "--resistance", "band TheraBand red")
    assert drawer.file(ending, *words).read_bytes() == drawer.file(ending, *words).read_bytes()


def test_a_very_small_or_large_figure_is_the_same_picture_scaled(drawer: Drawer) -> None:
    cuff = ("slr-flexion", "--resistance", "cuff 2 lb", "--width-mm")
    poster, large = drawer.svg(*cuff, "400"), drawer.svg(*cuff, "120")
    stamp, small = drawer.svg(*cuff, "10"), drawer.svg(*cuff, "30")

    assert (poster.get("width"), stamp.get("height")) == ("400mm", "7.5mm")
    assert across(poster) == across(large)
    assert across(stamp) == across(small)
    (page,) = drawer.pdf(*cuff, "400").pages
    assert float(page.mediabox.width) / 72 * 25.4 == pytest.approx(400, abs=0.01)


def test_an_ending_may_be_written_large(drawer: Drawer) -> None:
    assert drawer.file("PDF", "clamshell").read_bytes().startswith(b"%PDF")


def test_the_left_side_is_the_mirror_image(drawer: Drawer) -> None:
    right, left = drawer.svg("slr-flexion", "--side", "right"), drawer.svg("slr-flexion", "--side", "left")

    assert foremost(left) == pytest.approx(60 - foremost(right), abs=0.1)
    assert foremost(right) > 45
    assert "The left leg works." in described(left)
    assert across(drawer.svg("slr-flexion")) == across(right)


def test_a_range_ends_the_movement_where_it_ends(drawer: Drawer) -> None:
    assert "Hip bend on the right from 0 to 20 degrees." in described(drawer.svg("slr-flexion", "--range", "0-20"))
    assert "Hip bend on the right from 10 to 32 degrees." in described(drawer.svg("slr-flexion", "--range", "10 to 90"))
    assert "from 0 to -10 degrees" in described(drawer.svg("slr-adduction", "--range=-10-20"))


def test_a_range_may_be_about_another_joint_that_moves(drawer: Drawer) -> None:
    whole, half = (drawer.svg("step-up-forward", *words) for words in ((), ("--range", "0-20", "--joint", "hip-flexion")))
    assert across(whole) != across(half)


def test_a_range_beyond_the_movement_is_drawn_and_told(drawer: Drawer) -> None:
    told = "nothing of the movement, 0 to 32 degrees of hip flexion, is within the range; the nearest posture is shown"
    assert "from 32 to 32 degrees" in described(drawer.svg("slr-flexion", "--range", "60-90", warning=told))


def test_the_resistance_is_drawn(drawer: Drawer) -> None:
    assert BAND_COLOURS["red"] in inked(drawer.svg("clamshell", "--resistance", "band TheraBand red"))
    assert BAND_COLOURS["green"] in inked(drawer.svg("clamshell", "--resistance", "loop band green at the ankles"))
    cuffed = drawer.svg("slr-flexion", "--resistance", "2.5kg cuff")
    assert [label.text for label in cuffed.iter(f"{SVG}text")] == ["2.5 kg"]
    usual, bare = drawer.svg("clamshell-band"), drawer.svg("clamshell-band", "--resistance", "none")
    assert BAND_COLOURS["red"] in inked(usual) - inked(bare)


def test_a_frame_is_one_moment(drawer: Drawer) -> None:
    arrow, ghost = (Style().colours()[role] for role in ("arrow", "ghost"))
    start, middle, end, both = (drawer.svg("slr-flexion", "--frame", frame) for frame in ("start", "0.5", "end", "both"))

    assert {arrow, ghost} <= inked(both)
    for alone in (start, middle, end):
        assert not {arrow, ghost} & inked(alone)
    assert all(across(one) != across(other) for one, other in pairwise((start, middle, end)))
    assert across(drawer.svg("slr-flexion", "--frame", "0")) == across(start)
    assert across(drawer.svg("slr-flexion", "--frame", "1.0")) == across(end)


def test_ink_has_no_colour_and_skin_and_hair_are_chosen(drawer: Drawer) -> None:
    ink = inked(drawer.svg("clamshell-band", "--style", "ink")) - {"none"}
    assert {colour for colour in ink if len({colour[1:3], colour[3:5], colour[5:7]}) > 1} == set()
    assert inked(drawer.svg("clamshell", "--skin", "dark")) >= {Style(Palette.COLOUR, Skin.DARK).colours()["skin"]}
    assert across(drawer.svg("clamshell", "--hair", "long")) != across(drawer.svg("clamshell"))


# What is refused


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "clamshel -o x.svg",
            "there is no such exercise; like it are clamshell, clamshell-band, side-plank-clamshell; `catalogue` lists all",
        ),
        ("zzzzz -o x.svg", "there is no such exercise; `catalogue` lists all"),
        ("clamshell -o x.gif", "x.gif must end in .svg, .pdf or .png; nothing was written"),
        ("clamshell -o svg", "svg must end in .svg, .pdf or .png; nothing was written"),
        ("clamshell -o x.svg --range 45-0", "the range must go from the lower to the higher angle, such as 0-45"),
        ("clamshell -o x.svg --range 45-45", "the range must go from the lower to the higher angle, such as 0-45"),
        ("clamshell -o x.svg --range far", "the range must be two whole numbers of degrees, such as 0-45"),
        ("clamshell -o x.svg --range 0-45.5", "the range must be two whole numbers of degrees, such as 0-45"),
        ("clamshell -o x.svg --range 0-170", "range limit of hip rotation: must be a whole number from -60 to 90"),
        ("slr-flexion -o x.svg --range 0-45 --joint knee-flexion", "this exercise does not move that joint: knee flexion"),
        ("slr-flexion -o x.svg --joint knee-flexion", "--joint says which joint --range is about; write both"),
        (
            "plank-front -o x.svg --range 0-45",
            "this exercise is held or moves no single joint, so it has no range; leave --range out",
        ),
        ("clamshell -o x.svg --resistance cuff", "“cuff” is no resistance; write for example cuff 2 lb, "),
        ("clamshell -o x.svg --frame 1.1", "argument --frame: is not start, end, both or a number from 0 to 1; "),
        ("clamshell -o x.svg --frame nan", "argument --frame: is not start, end, both or a number from 0 to 1; "),
        ("clamshell -o x.svg --width-mm 9.9", "argument --width-mm: is not a number of millimetres from 10 to 400; "),
        ("clamshell -o x.svg --width-mm 401", "argument --width-mm: is not a number of millimetres from 10 to 400; "),
        ("clamshell -o x.png --dpi 1e9", "argument --dpi: is not a number from 36 to 600; "),
        ("clamshell -o x.svg --side both", "argument --side: invalid choice: 'both'"),
        ("clamshell -o nowhere/x.svg", "nowhere/x.svg was not written: there is no such file or folder."),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_one_line(
    drawer: Drawer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert drawer.refusal("figure", *words.split()).startswith(said)


def test_an_exercise_without_poses_has_no_figure(drawer: Drawer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "own").mkdir()
    text = (resources() / "catalogue" / "clamshell.toml").read_text(encoding="utf-8").partition("[poses]")[0]
    (tmp_path / "own" / "clamshell.toml").write_text(text, encoding="utf-8")
    own = load_catalogue(tmp_path / "own").catalogue
    assert len(own) == 1
    monkeypatch.setattr(figures, "builtin_catalogue", lambda: own)

    assert drawer.refusal("figure", "clamshell", "-o", str(tmp_path / "x.svg")) == "clamshell has no figure"
    assert main(["figures", "--sheet", str(tmp_path / "sheet.pdf")]) == 0
    assert len(PdfReader(tmp_path / "sheet.pdf").pages) == 1


@settings(max_examples=60)
@given(
    words=st.lists(
        st.sampled_from(["--range", "--frame", "0-45", "-5", "--resistance", "band red", "--side", "left", "nan"])
        | st.text(max_size=8)
    )
)
def test_any_words_are_drawn_or_refused(words: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "any.svg"
    assert main(["figure", "clamshell", "-o", str(path), *words]) in (0, 2)


# All of them


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(resources() / "catalogue").catalogue


@pytest.mark.parametrize("style", ["colour", "ink"])
def test_the_sheet_shows_every_exercise_with_its_name_and_id(
    catalogue: Catalogue, tmp_path: Path, capsys: pytest.CaptureFixture[str], style: str
) -> None:
    path = tmp_path / "all.pdf"
    assert main(["figures", "--sheet", str(path), "--style", style]) == 0
    assert capsys.readouterr() == (f"{path} is written\n", "")
    first = path.read_bytes()
    main(["figures", "--sheet", str(path), "--style", style])
    assert path.read_bytes() == first

    sheet = PdfReader(io.BytesIO(first))
    texts = [" ".join(page.extract_text().split()) for page in sheet.pages]
    assert len(texts) == -(-len(catalogue) // 24)
    whole = " ".join(texts)
    assert [exercise.id for exercise in catalogue if f"{exercise.name} {exercise.id}" not in whole] == []
    places = [whole.index(f"{exercise.name} {exercise.id}") for exercise in catalogue]
    assert places == sorted(places)
    for number, (page, text) in enumerate(zip(sheet.pages, texts, strict=True), 1):
        assert f"Page {number} of {len(texts)}" in text
        assert [round(float(side)) for side in page.mediabox.upper_right] == [595, 842]
        fonts = {font.get_object()["/BaseFont"] for font in page["/Resources"]["/Font"].values()}  # type: ignore[index]
        assert all("SourceSans" in font for font in fonts)


def test_the_sheet_is_a_pdf_and_its_name_says_so(drawer: Drawer, tmp_path: Path) -> None:
    assert drawer.refusal("figures", "--sheet", str(tmp_path / "x.svg")).endswith("must end in .pdf; nothing was written")


# A process of its own


def test_no_figure_loads_qt_and_an_svg_no_pdf_library_either(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from pfss_desktop.cli import main\n"
        "def loaded(*names): return sorted({name.partition('.')[0] for name in sys.modules} & set(names))\n"
        "qt = ('PySide6', 'shiboken6')\n"
        f"said = [main(['figure', 'clamshell', '-o', {str(tmp_path / 'x.svg')!r}])]\n"
        "said.append(loaded('reportlab', 'pypdfium2', 'PIL', 'sqlalchemy', *qt))\n"
        f"said.append(main(['figure', 'clamshell', '-o', {str(tmp_path / 'x.png')!r}]))\n"
        f"said.append(main(['figures', '--sheet', {str(tmp_path / 'x.pdf')!r}]))\n"
        "said.append(loaded(*qt))\n"
        "sys.stderr.write(repr(said))\n"
    )
    root = Path(__file__).resolve().parents[2]
    answer = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, timeout=120, check=False)
    assert answer.stderr == repr([0, [], 0, 0, []])
