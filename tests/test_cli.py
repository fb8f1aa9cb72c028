"""The command line through the real `main`: what it prints, writes and answers, and how it refuses."""

import contextlib
import errno
import io
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from pfss_desktop import __version__
from pfss_desktop.cli import main
from pfss_desktop.commands import check, contents, plans, window
from pfss_desktop.domain.edits.phases import rename_plan
from pfss_desktop.domain.edits.prescriptions import set_note
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.templates import template_from
from pfss_desktop.exchange.plan_file import decode_plan, encode_plan
from pfss_desktop.paths import DataFolder, resources
from pfss_desktop.storage.database import PlanDatabase
from tests.pictures import planned

PLAN = planned("Calm *\n  Quad set\n  Clamshell\nStrength\n  Bridge")
JO = Patient("jo", "Jo Ünver", "A-17", date(1999, 1, 31))


class Terminal:
    """Runs commands on one data folder and keeps what they answered."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def run(self, *words: object, code: int = 0) -> list[str]:
        """Run a command, expect this exit code, and return the lines of its standard output."""
        assert main(["--data-dir", str(self.folder), *map(str, words)]) == code
        told = self._capsys.readouterr()
        assert code != 0 or told.err == ""
        self.complaint = told.err
        return told.out.splitlines()

    def refused(self, *words: object, code: int = 2) -> str:
        """Run a command that is refused, and return its one line without the program's name."""
        assert self.run(*words, code=code) == []
        assert self.complaint.endswith("\n")
        assert self.complaint.count("\n") == 1
        assert self.complaint.startswith("pfss-desktop: ")
        return self.complaint.removeprefix("pfss-desktop: ").strip()


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(tmp_path / "data", capsys)


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    path = tmp_path / "knee.pfss"
    path.write_bytes(encode_plan(PLAN, JO))
    return path


def stored(terminal: Terminal) -> PlanDatabase:
    data = DataFolder(terminal.folder)
    return PlanDatabase.open(data.database, data.backups)


# What there is


def test_the_catalogue_is_listed_a_line_an_exercise(terminal: Terminal) -> None:
    lines = terminal.run("catalogue")

    assert len(lines) == len(list((resources() / "catalogue").glob("*.toml")))
    assert lines[0].split(maxsplit=2) == ["1", "quad-set", "Quad set"]
    assert not terminal.folder.exists()


def test_the_catalogue_as_json_holds_every_fact(terminal: Terminal) -> None:
    exercises = json.loads("\n".join(terminal.run("catalogue", "--json")))

    assert len(exercises) == len(terminal.run("catalogue"))
    assert exercises[0]["id"] == "quad-set"
    assert exercises[0]["for_patient"]["name"] == "Quad set"
    assert exercises[0]["dosage"]["sets"] >= 1


def test_the_templates_are_listed_with_their_size(terminal: Terminal) -> None:
    lines = terminal.run("templates")

    assert len(lines) == len(list((resources() / "templates").glob("*.toml")))
    assert lines[0].startswith("pfss-classic  ")
    assert lines[0].endswith(" exercises)")
    told = json.loads("\n".join(terminal.run("templates", "--json")))
    assert [template["template_id"] for template in told] == [line.split()[0] for line in lines]
    assert not any(template["is_own"] for template in told)


def test_a_faulty_resource_is_told_and_left_out_and_the_rest_is_listed(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "catalogue").mkdir()
    for name in ("bridge-double", "quad-set"):
        text = (resources() / "catalogue" / f"{name}.toml").read_text(encoding="utf-8")
        (tmp_path / "catalogue" / f"{name}.toml").write_text(text, encoding="utf-8")
    (tmp_path / "catalogue" / "quad-set.toml").write_text("sets = ", encoding="utf-8")
    monkeypatch.setattr(contents, "resources", lambda: tmp_path)

    assert main(["catalogue"]) == 0

    told = capsys.readouterr()
    assert [line.split()[1] for line in told.out.splitlines()] == ["bridge-double"]
    assert told.err.startswith("pfss-desktop: quad-set.toml: ")


# Plans


def test_a_plan_is_imported_listed_and_exported_again(terminal: Terminal, plan_file: Path, tmp_path: Path) -> None:
    (said,) = terminal.run("plan", "import", plan_file)
    plan_id = said.removeprefix("the plan is added with its patient, who is new here; its id is ")

    (line,) = terminal.run("plan", "list")
    assert line.startswith(plan_id)
    assert line.endswith("Jo Ünver  Knee plan")

    copy = tmp_path / "copy.pfss"
    assert terminal.run("plan", "export", plan_id, "-o", copy, "--with-patient") == [f"{copy} is written"]
    read = decode_plan(copy.read_bytes())
    assert read.plan == replace(PLAN, id=plan_id)
    assert read.patient is not None
    assert (read.patient.name, read.patient.number, read.patient.born) == (JO.name, JO.number, JO.born)


def test_a_plan_is_exported_without_its_patient_unless_that_is_asked_for(
    terminal: Terminal, plan_file: Path, tmp_path: Path
) -> None:
    (said,) = terminal.run("plan", "import", plan_file)

    terminal.run("plan", "export", said.split()[-1], "-o", tmp_path / "copy.pfss")

    assert "Ünver" not in (tmp_path / "copy.pfss").read_text(encoding="utf-8")


def test_importing_twice_makes_two_plans_and_overwrites_none(terminal: Terminal, plan_file: Path) -> None:
    terminal.run("plan", "import", plan_file)
    terminal.run("plan", "import", plan_file)

    ids = {line.split()[0] for line in terminal.run("plan", "list")}
    assert len(ids) == 2


def test_an_imported_plan_goes_to_the_very_same_patient_only(terminal: Terminal, tmp_path: Path) -> None:
    terminal.folder.mkdir()
    library = stored(terminal)
    library.add_patient(JO)
    library.close()
    namesake = Patient("jo", JO.name, JO.number, date(1950, 5, 5))
    for name, patient, told in (
        ("same", JO, "to the patient, who was known already"),
        ("namesake", namesake, "with its patient, who is new here"),
        ("nobody", None, "without a patient"),
    ):
        (tmp_path / f"{name}.pfss").write_bytes(encode_plan(rename_plan(PLAN, name), patient))
        (said,) = terminal.run("plan", "import", tmp_path / f"{name}.pfss")
        assert said.startswith(f"the plan is added {told}; its id is ")

    library = stored(terminal)
    assert [summary.title for summary in library.plans_of("jo")] == ["same"]
    assert len(library.patients()) == 2
    assert {summary.title: summary.patient_name for summary in library.recent_plans()}["nobody"] == ""
    library.close()


def test_before_the_first_plan_there_is_nothing_to_list_or_export_and_nothing_is_made(terminal: Terminal, tmp_path: Path) -> None:
    assert terminal.refused("plan", "list") == f"there are no plans in {terminal.folder} yet"
    assert terminal.refused("plan", "export", "x", "-o", tmp_path / "x.pfss") == f"there are no plans in {terminal.folder} yet"
    assert not terminal.folder.exists()


def test_an_unknown_plan_is_refused_and_nothing_written(terminal: Terminal, plan_file: Path, tmp_path: Path) -> None:
    terminal.run("plan", "import", plan_file)

    for wrong in ("nothing", "", "' OR 1=1 --", "x" * 10_000):
        assert terminal.refused("plan", "export", wrong, "-o", tmp_path / "x.pfss")
    assert not (tmp_path / "x.pfss").exists()


def test_a_faulty_plan_file_adds_nothing(terminal: Terminal, plan_file: Path) -> None:
    plan_file.write_bytes(plan_file.read_bytes().replace(b'"sets": 3', b'"sets": 99'))

    line = terminal.refused("plan", "import", plan_file)

    assert line == (
        f"{plan_file} cannot be used: plan.phases item 1.prescriptions item 1.dosage.sets: must be a whole number from 1 to 20; "
        "`check` lists this and 2 more faults"
    )
    assert not terminal.folder.exists()


# Handouts


def text_of(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def test_a_plan_file_becomes_a_handout(terminal: Terminal, plan_file: Path, tmp_path: Path) -> None:
    target = tmp_path / "knee.pdf"

    assert terminal.run("handout", plan_file, "-o", target) == [f"{target} is written"]

    assert "Clamshell" in text_of(target)
    assert "Jo Ünver" in text_of(target)
    assert list(tmp_path.glob("*.part")) == list(tmp_path.glob(".*.part")) == []


@pytest.mark.parametrize(("paper", "width"), [("a4", 595), ("letter", 612)])
def test_the_handout_fits_the_paper(terminal: Terminal, plan_file: Path, tmp_path: Path, paper: str, width: int) -> None:
    terminal.run("handout", plan_file, "-o", tmp_path / "x.PDF", "--paper", paper)

    assert int(PdfReader(tmp_path / "x.PDF").pages[0].mediabox.width) == width


def test_letters_that_will_not_print_are_told(terminal: Terminal, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.pfss").write_bytes(encode_plan(set_note(PLAN, "Bridge", "\U0010abcd slowly")))

    assert main(["handout", str(tmp_path / "x.pfss"), "-o", str(tmp_path / "x.pdf")]) == 0
    told = "the typeface lacks some letters; the handout shows [?] for them: \U0010abcd"
    assert capsys.readouterr().err == f"pfss-desktop: {told}\n"


def test_a_built_in_template_becomes_a_handout(terminal: Terminal, tmp_path: Path) -> None:
    terminal.run("handout", "template:pfss-classic", "-o", tmp_path / "x.pdf")

    assert "Quad set" in text_of(tmp_path / "x.pdf")
    assert not terminal.folder.exists()


def test_an_own_template_is_listed_and_becomes_a_handout_but_a_plan_does_not(
    terminal: Terminal, plan_file: Path, tmp_path: Path
) -> None:
    (said,) = terminal.run("plan", "import", plan_file)
    library = stored(terminal)
    library.add_template(template_from(PLAN, "My knees"))
    (own,) = library.own_templates()
    library.close()

    assert terminal.run("templates")[-1].split(maxsplit=1) == [own.template_id, "My knees (2 phases, 3 exercises)"]
    terminal.run("handout", f"template:{own.template_id}", "-o", tmp_path / "x.pdf")
    assert "Clamshell" in text_of(tmp_path / "x.pdf")
    assert "no such template" in terminal.refused("handout", f"template:{said.split()[-1]}", "-o", tmp_path / "y.pdf")


def test_an_unknown_template_is_refused(terminal: Terminal, tmp_path: Path) -> None:
    for wrong in ("template:nothing", "template:", "template:../../x"):
        assert terminal.refused("handout", wrong, "-o", tmp_path / "x.pdf") == "there is no such template; `templates` lists all"


# Where files may and may not be written


def test_an_output_of_another_kind_is_refused_so_that_no_plan_is_overwritten(terminal: Terminal, plan_file: Path) -> None:
    before = plan_file.read_bytes()

    assert terminal.refused("handout", plan_file, "-o", plan_file) == f"{plan_file} must end in .pdf; nothing was written"
    assert terminal.refused("plan", "export", "x", "-o", "plan.json") == "plan.json must end in .pfss; nothing was written"
    assert plan_file.read_bytes() == before


def test_a_folder_as_target_is_refused(terminal: Terminal, plan_file: Path, tmp_path: Path) -> None:
    (tmp_path / "folder.pdf").mkdir()

    line = terminal.refused("handout", plan_file, "-o", tmp_path / "folder.pdf")

    assert line == f"{tmp_path / 'folder.pdf'} is a folder; nothing was written. Name a file"


def test_a_target_in_no_folder_is_refused(terminal: Terminal, plan_file: Path, tmp_path: Path) -> None:
    target = tmp_path / "none" / "x.pdf"

    line = terminal.refused("handout", plan_file, "-o", target)

    assert line == f"{target} was not written: there is no such file or folder. What was there before is unchanged"


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "the disk can only be read"),
        (errno.EACCES, "you have no permission"),
        (errno.EDQUOT, "the disk space given to you is used up"),
        (errno.EIO, "the system says: Input/output error"),
    ],
)
def test_a_disk_that_refuses_leaves_the_old_file(
    terminal: Terminal, plan_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    target = tmp_path / "x.pdf"
    target.write_bytes(b"old")

    def refuse(descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("os.fsync", refuse)
    line = terminal.refused("handout", plan_file, "-o", target)

    assert line == f"{target} was not written: {reason}. What was there before is unchanged"
    assert target.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["knee.pfss", "x.pdf"]


def test_a_name_that_no_file_can_have_is_refused(terminal: Terminal, plan_file: Path) -> None:
    assert "its name is too long" in terminal.refused("handout", plan_file, "-o", "x" * 300 + ".pdf")
    assert "no file can have this name" in terminal.refused("handout", plan_file, "-o", "x\x00.pdf")
    assert "no file can have this name" in terminal.refused("plan", "import", "x\x00")


# Files that are not what they should be


HOSTILE: dict[str, bytes] = {
    "empty": b"",
    "picture": b"\x89PNG\r\n\x1a\n\x00\x00",
    "cut": encode_plan(PLAN)[:400],
    "deep": b"[" * 1_000_000,
    "huge": b" " * 6_000_000,
    "newer": b'{"format": "pfss-plan", "version": 2}',
    "other": b'{"format": "fhir", "version": 1}',
    "escape": b'{"format": "pfss-plan", "version": 1, "\\u001b[2J\\n\\n": 1}',
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("words", [["handout", "FILE", "-o", "x.pdf"], ["plan", "import", "FILE"]], ids=["handout", "import"])
def test_a_hostile_file_is_refused_in_one_line(terminal: Terminal, tmp_path: Path, content: bytes, words: list[str]) -> None:
    path = tmp_path / "bad.pfss"
    path.write_bytes(content)

    line = terminal.refused(*(str(path) if word == "FILE" else word for word in words))

    assert line.startswith(f"{path} cannot be used: ")
    assert line.isprintable()
    assert len(line) < 1000


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_check_tells_every_fault_of_a_hostile_file(terminal: Terminal, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.pfss"
    path.write_bytes(content)

    faults = terminal.run("check", path, code=2)

    assert faults
    assert all(fault.isprintable() for fault in faults)
    count = f"{len(faults)} fault{'' if len(faults) == 1 else 's'}"
    assert terminal.complaint == f"pfss-desktop: {path} has {count}\n"


def test_check_lists_every_fault_of_a_plan_file(terminal: Terminal, plan_file: Path) -> None:
    assert terminal.run("check", plan_file) == [f"{plan_file}: no faults"]
    plan_file.write_bytes(plan_file.read_bytes().replace(b'"sets": 3', b'"sets": 99').replace(b'"left"', b'"up"'))

    assert terminal.run("check", plan_file, code=2) == [
        "plan.phases item 1.prescriptions item 1.dosage.sets: must be a whole number from 1 to 20",
        "plan.phases item 1.prescriptions item 2.dosage.sets: must be a whole number from 1 to 20",
        "plan.phases item 2.prescriptions item 1.dosage.sets: must be a whole number from 1 to 20",
    ]


def test_check_finds_no_fault_in_what_is_built_in(terminal: Terminal) -> None:
    for folder in ("catalogue", "templates"):
        for path in (resources() / folder).glob("*.toml"):
            assert terminal.run("check", path) == [f"{path}: no faults"]
    for name in ("resistance.toml", "sources.toml"):
        assert terminal.run("check", resources() / name) == [f"{resources() / name}: no faults"]


def test_check_lists_every_fault_of_an_exercise_file(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "quad-set.toml"
    text = (resources() / "catalogue" / "quad-set.toml").read_text(encoding="utf-8")
    path.write_text(text.replace("sets = ", "sets = 7").replace('chain = "', 'chain = "x'), encoding="utf-8")

    faults = terminal.run("check", path, code=2)

    assert faults == [
        "facts.chain: is not one of: open, closed, mixed, none",
        "dosage.sets: must be a whole number from 1 to 20",
    ]


def test_check_tells_a_link_to_an_exercise_that_is_nowhere(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "quad-set.toml"
    text = (resources() / "catalogue" / "quad-set.toml").read_text(encoding="utf-8")
    path.write_text(re.sub(r"harder = \[.*?\]", 'harder = ["my-own", "bridge-double", "nowhere"]', text), encoding="utf-8")
    (tmp_path / "my-own.toml").write_bytes(b"")

    assert terminal.run("check", path, code=2) == ["links.harder: nowhere is no exercise of the catalogue or of this folder"]


def test_check_lists_every_fault_of_a_template_file(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    text = (resources() / "templates" / "pfss-classic.toml").read_text(encoding="utf-8")
    path.write_text(text.replace('"quad-set"', '"quad-sat"').replace("title =", "titel ="), encoding="utf-8")

    faults = terminal.run("check", path, code=2)

    assert any("quad-sat" in fault for fault in faults)
    assert any(fault.startswith("titel: no such field") for fault in faults)


@pytest.mark.parametrize("content", [b"", b"a = 1", b"\xff", b"a = [", b"a = " + b"[" * 100_000, b"x" * 6_000_000])
def test_check_tells_what_is_wrong_with_a_toml_file_that_is_none_of_ours(
    terminal: Terminal, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(content)

    assert len(terminal.run("check", path, code=2)) == 1
    assert terminal.complaint == f"pfss-desktop: {path} has 1 fault\n"


def test_a_file_that_is_not_there_is_refused(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "none.pfss"

    for words in (["check", path], ["plan", "import", path], ["handout", path, "-o", "x.pdf"]):
        assert terminal.refused(*words) == f"{path} cannot be read: there is no such file or folder"
    assert terminal.refused("check", tmp_path) == f"{tmp_path} cannot be read: it is a folder"


def test_a_database_that_is_none_is_refused_and_left_as_it_is(terminal: Terminal, plan_file: Path) -> None:
    terminal.folder.mkdir()
    database = DataFolder(terminal.folder).database
    database.write_bytes(b"not a database, but somebody's letters\n" * 100)

    for words in (["plan", "list"], ["plan", "import", plan_file]):
        assert str(database) in terminal.refused(*words)
    assert database.read_bytes().startswith(b"not a database, but")


# Words that make no command


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["dance"], "argument COMMAND: invalid choice: 'dance'"),
        (["plan"], "the following arguments are required: COMMAND; `pfss-desktop plan --help` tells more"),
        (["plan", "export"], "the following arguments are required: ID, -o; `pfss-desktop plan export --help` tells more"),
        (["handout"], "the following arguments are required: PLANFILE|template:ID, -o"),
        (["handout", "x", "-o", "x.pdf", "--paper", "a3"], "argument --paper: invalid choice: 'a3'"),
        (["catalogue", "more"], "unrecognized arguments: more"),
        (["--dance"], "unrecognized arguments: --dance"),
        (["--vers"], "unrecognized arguments: --vers"),
        (["line\nbreak\x1b[2J"], "argument COMMAND: invalid choice: 'line\\nbreak\\x1b[2J'"),
    ],
)
def test_words_that_make_no_command_are_told_in_one_line(terminal: Terminal, words: list[str], said: str) -> None:
    assert said in terminal.refused(*words)


VOCABULARY = (
    "catalogue",
    "templates",
    "handout",
    "plan",
    "list",
    "export",
    "import",
    "check",
    "figure",
    "figures",
    "clamshell",
    "--sheet",
    "--range",
    "--json",
    "-o",
    "--paper",
    "letter",
)
NAMES = (
    "x.pdf",
    "x.pfss",
    "x.svg",
    "0-45",
    "template:pfss-classic",
    "template:",
    "knee.pfss",
    "bad.pfss",
    ".",
    "--data-dir",
    "data",
    "-",
    "--",
    "",
)


@given(st.lists(st.sampled_from(VOCABULARY) | st.sampled_from(NAMES) | st.text(max_size=20), min_size=1, max_size=6))
def test_any_words_are_done_or_refused_in_one_line(words: list[str]) -> None:
    told = io.StringIO()
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder), pytest.MonkeyPatch.context() as nowhere:
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            nowhere.delenv(name, raising=False)
        nowhere.setattr(sys, "platform", "linux")
        Path("knee.pfss").write_bytes(encode_plan(PLAN, JO))
        Path("bad.pfss").write_bytes(b"{")
        with contextlib.redirect_stderr(told), contextlib.redirect_stdout(io.StringIO()):
            code = main(["--data-dir", str(Path(folder, "data")), *words])

    assert code in (0, 2)
    assert told.getvalue().count("\n") == (1 if code else 0)


@pytest.mark.parametrize("folder", ["", "  ", __file__])
def test_a_data_folder_that_is_none_is_refused(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data-dir", folder, "plan", "list"]) == 2
    assert capsys.readouterr().err.startswith("pfss-desktop: argument --data-dir: is not a folder;")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_the_data_folder_is_made_for_its_owner_only(terminal: Terminal, plan_file: Path) -> None:
    terminal.run("plan", "import", plan_file)

    assert terminal.folder.stat().st_mode & 0o777 == 0o700
    assert DataFolder(terminal.folder).database.stat().st_mode & 0o777 == 0o600


def test_a_data_folder_that_cannot_be_made_is_told(plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_bytes(b"")
    folder = tmp_path / "file" / "data"

    assert main(["--data-dir", str(folder), "plan", "import", str(plan_file)]) == 2
    assert capsys.readouterr().err == f"pfss-desktop: {folder} cannot be made: a part of its path is a file, not a folder\n"


def test_version_and_help_end_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"pfss-desktop {__version__}\n"
    for words in ("", "catalogue", "templates", "handout", "figure", "figures", "plan", "plan export", "check"):
        assert main([*words.split(), "--help"]) == 0
        assert "usage: pfss-desktop" in capsys.readouterr().out


# What goes wrong inside


def failing(error: BaseException) -> Callable[..., int]:
    def fail(*_words: object) -> int:
        raise error

    return fail


def test_a_mistake_of_the_program_ends_in_one_line_and_the_log_holds_no_patient_data(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_words: object) -> int:
        raise ValueError(f"{JO.name} has knee pain")

    monkeypatch.setattr(plans, "list_plans", fail)
    line = terminal.refused("plan", "list", code=1)

    log = DataFolder(terminal.folder).log
    assert line == f"the program made a mistake and stopped; details without patient data are in {log}"
    told = log.read_text(encoding="utf-8")
    assert told.rstrip().endswith("builtins.ValueError")
    assert "in fail" in told
    assert JO.name not in told


def test_a_mistake_is_told_even_where_no_log_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setattr(check, "check_file", failing(RuntimeError("Jo")))

    assert main(["--data-dir", str(tmp_path / "file" / "data"), "check", "x"]) == 1
    assert capsys.readouterr().err == "pfss-desktop: the program made a mistake and stopped (RuntimeError)\n"


def test_ctrl_c_ends_quietly(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "check_file", failing(KeyboardInterrupt()))

    assert terminal.run("check", "x", code=130) == []
    assert terminal.complaint == ""


# No screen, no Qt


def test_without_a_screen_the_window_says_so_in_one_line(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)

    for words in ([], ["--self-test"]):
        assert terminal.refused(*words) == (
            "there is no screen here to open a window on; the other commands work without one (see --help)"
        )


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ImportError("libEGL.so.1: cannot open shared object file"), "sudo apt-get install libegl1"),
        (ModuleNotFoundError("No module named 'PySide6'", name="PySide6"), "the window needs PySide6, which is not installed"),
    ],
)
def test_without_qt_the_window_says_what_to_install(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, error: ImportError, said: str
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(window, "import_module", failing(error))

    assert said in terminal.refused()


def test_on_x_without_its_libraries_the_window_says_what_to_install(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("DISPLAY", ":99")
    for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(window, "X_LIBRARIES", {"libno-such-thing.so.0": "libno-such-thing0"})

    assert terminal.refused().endswith("on Debian or Ubuntu: sudo apt-get install libno-such-thing0")


@pytest.mark.skipif(sys.platform != "linux", reason="asks a library of Linux")
def test_a_screen_that_does_not_answer_is_told_before_qt_would_abort(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("DISPLAY", ":98765")
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setattr(window, "X_LIBRARIES", {})

    assert terminal.refused() == "the screen :98765 does not answer, so no window can open on it"


# In a process of its own


def in_process(*words: object, code: str = "", stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    start = ["-c", code] if code else ["-m", "pfss_desktop"]
    return subprocess.run(
        [sys.executable, *start, *map(str, words)],
        cwd=Path(__file__).resolve().parent.parent,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=120,
        check=False,
    )


def test_no_command_but_the_window_imports_qt(plan_file: Path, tmp_path: Path) -> None:
    data = str(tmp_path / "data")
    commands = [
        ["--version"],
        ["catalogue"],
        ["catalogue", "--json"],
        ["handout", str(plan_file), "-o", str(tmp_path / "x.pdf")],
        ["plan", "import", str(plan_file)],
        ["plan", "list"],
        ["check", str(plan_file)],
    ]
    code = (
        "import sys\n"
        "from pfss_desktop.cli import main\n"
        f"codes = [main(['--data-dir', {data!r}, *words]) for words in {commands!r}]\n"
        "sys.stderr.write(repr((codes, [name for name in sys.modules if name.startswith(('PySide6', 'shiboken'))])))\n"
    )

    assert in_process(code=code).stderr == repr(([0] * len(commands), []))


def test_a_listing_loads_neither_the_database_nor_the_handout() -> None:
    code = (
        "import sys\nfrom pfss_desktop.cli import main\nmain(['catalogue'])\n"
        "sys.stderr.write(repr([name for name in ('sqlalchemy', 'alembic', 'reportlab', 'pypdfium2') if name in sys.modules]))"
    )

    assert in_process(code=code).stderr == "[]"


def test_the_module_runs_as_a_program(tmp_path: Path) -> None:
    answer = in_process("--data-dir", tmp_path / "none", "plan", "list")

    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr == f"pfss-desktop: there are no plans in {tmp_path / 'none'} yet\n"


def test_a_terminal_without_unicode_gets_escapes_instead_of_an_error(plan_file: Path, tmp_path: Path) -> None:
    in_process("--data-dir", tmp_path / "data", "plan", "import", plan_file)

    answer = in_process("--data-dir", tmp_path / "data", "plan", "list", PYTHONIOENCODING="ascii")

    assert answer.returncode == 0
    assert "Jo \\xdcnver" in answer.stdout
    assert answer.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize(
    ("end", "code", "complaint"),
    [
        (">&-", 0, ""),
        (">/dev/full", 2, "pfss-desktop: the output could not be written: the disk is full\n"),
        (">/dev/full 2>&-", 2, ""),
        (">&- 2>&-", 0, ""),
    ],
)
def test_an_output_that_is_full_or_not_there_is_no_crash(end: str, code: int, complaint: str) -> None:
    answer = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m pfss_desktop catalogue --json {end}"],
        cwd=Path(__file__).resolve().parent.parent,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert (answer.returncode, answer.stderr) == (code, complaint)


@pytest.mark.parametrize("words", [["catalogue"], ["catalogue", "--json"]])
def test_when_nobody_reads_the_output_any_more_the_program_ends_quietly(words: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        answer = subprocess.run(
            [sys.executable, "-m", "pfss_desktop", *words],
            cwd=Path(__file__).resolve().parent.parent,
            stdout=writing,
            stderr=subprocess.PIPE,
            timeout=120,
            check=False,
        )
    finally:
        os.close(writing)

    assert (answer.returncode, answer.stderr) == (141, b"")
