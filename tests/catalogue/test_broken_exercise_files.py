"""What happens to a catalogue when a therapist, a sync program or somebody hostile has been at its files."""

import os
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pfss_desktop.catalogue.exercise_file import exercise_in
from pfss_desktop.catalogue.loading import load_catalogue
from pfss_desktop.domain.faults import Fault, FaultyFile
from pfss_desktop.paths import resources

OURS = resources() / "catalogue"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A catalogue of four files, with sources and without a compiled form; `wall-sit` leads to none of the others."""
    folder = tmp_path / "catalogue"
    folder.mkdir()
    links = {"bridge-double": 'harder = ["bridge-pillow"]\n', "bridge-pillow": 'easier = ["bridge-double"]\n'}
    for name in ("bridge-double", "bridge-pillow", "clamshell", "wall-sit"):
        text = (OURS / f"{name}.toml").read_text(encoding="utf-8")
        (folder / f"{name}.toml").write_text(
            re.sub(r"\[links\]\n(?:.+\n)*", "[links]\n" + links.get(name, ""), text), encoding="utf-8"
        )
    shutil.copy(OURS.parent / "sources.toml", tmp_path)
    return folder


def change(folder: Path, name: str, *changes: tuple[str, str]) -> None:
    path = folder / f"{name}.toml"
    text = path.read_text(encoding="utf-8")
    for before, after in changes:
        assert before in text, before
        text = text.replace(before, after, 1)
    path.write_text(text, encoding="utf-8")


def ids(folder: Path) -> list[str]:
    return [exercise.id for exercise in load_catalogue(folder).catalogue]


def faults(folder: Path) -> list[str]:
    return [str(fault) for fault in load_catalogue(folder).faults]


def test_whole_files_have_no_faults(folder: Path) -> None:
    assert faults(folder) == []
    assert ids(folder) == ["clamshell", "bridge-double", "bridge-pillow", "wall-sit"]


def test_every_mistake_in_a_file_is_listed_at_once_and_only_that_file_is_left_out(folder: Path) -> None:
    change(
        folder,
        "clamshell",
        ('name = "Clamshell"', 'name = ""'),
        ("sets = 2", "sets = 40"),
        ("reps = 15", 'reps = "25-15"'),
        ("hold_seconds = 3", "hold_secs = 3"),
        ("rest_seconds = 45", 'rest_seconds = "long"'),
        ("phase = 1", "phase = 9"),
        ('category = "hip"', 'category = "hips"'),
        ('accepts = ["none"]', "accepts = []"),
        ("knee_flexion_max = 90", "knee_flexion_max = 900"),
        ('chain = "open"\n', ""),
    )
    assert sorted(fault.split(": ")[1] for fault in faults(folder)) == [
        "dosage.hold_secs",
        "dosage.reps",
        "dosage.rest_seconds",
        "dosage.sets",
        "facts.accepts",
        "facts.category",
        "facts.chain",
        "facts.phase",
        "motion.knee_flexion_max",
        "name",
    ]
    assert all(fault.startswith("clamshell.toml: ") for fault in faults(folder))
    assert ids(folder) == ["bridge-double", "bridge-pillow", "wall-sit"]


def test_faults_are_said_in_plain_words(folder: Path) -> None:
    change(
        folder,
        "clamshell",
        ("sets = 2", "sets = 40"),
        ("reps = 15", 'reps = "many"'),
        ('chain = "open"', "chain = 3"),
    )
    assert faults(folder) == [
        "clamshell.toml: facts.chain: is not one of: open, closed, mixed, none",
        'clamshell.toml: dosage.reps: must be a whole number, or two as in "10-15" or "5 to 0"',
        "clamshell.toml: dosage.sets: must be a whole number from 1 to 20",
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'name = "Clam', "is not valid TOML"),
        (b"\xff\xfe\x00n", "is not a text in UTF-8"),
        (b"#" * 300_000, "is larger than 256 kB"),
        (b"a = " + b"[" * 100_000, "is nested too deeply"),
        (b"a = " + b"{b = " * 30 + b"1" + b"}" * 30, "is nested too deeply"),
        (b".".join([b"a"] * 100_000) + b" = 1", "has a line with more than 50 dots"),
        (b"a = " + b"9" * 5_000, "is not valid TOML: a number is too long"),
        (b"\x00\x01\x02", "is not valid TOML"),
        (b"", "is missing"),
    ],
    ids=["cut", "not UTF-8", "huge", "deep list", "deep table", "deep key", "long number", "binary", "empty"],
)
def test_a_file_that_is_no_exercise_disables_only_itself(folder: Path, content: bytes, reason: str) -> None:
    (folder / "clamshell.toml").write_bytes(content)
    assert reason in faults(folder)[0]
    assert ids(folder) == ["bridge-double", "bridge-pillow", "wall-sit"]


def test_a_file_with_a_thousand_unknown_fields_lists_the_first_of_them(folder: Path) -> None:
    change(folder, "clamshell", ("[dosage]", "[dosage]\n" + "".join(f"x{number} = 1\n" for number in range(1_000))))
    assert len(faults(folder)) == 200
    assert ids(folder) == ["bridge-double", "bridge-pillow", "wall-sit"]


def test_a_copied_file_cannot_take_the_place_of_the_first(folder: Path) -> None:
    shutil.copy(folder / "clamshell.toml", folder / "clamshell copy.toml")
    assert faults(folder) == ["clamshell copy.toml: id: must be the name of the file without .toml"]
    assert ids(folder).count("clamshell") == 1


def test_a_link_that_leads_nowhere_is_listed_and_dropped(folder: Path) -> None:
    change(folder, "bridge-double", ('"bridge-pillow"', '"bridge-pillow", "bridge-to-nowhere"'))
    assert faults(folder) == ["bridge-double.toml: links.harder: bridge-to-nowhere is not an exercise of this catalogue"]
    bridge = load_catalogue(folder).catalogue.get("bridge-double")
    assert bridge is not None
    assert bridge.harder == ("bridge-pillow",)


def test_a_link_to_a_broken_file_is_dropped_without_a_second_complaint(folder: Path) -> None:
    change(folder, "bridge-pillow", ("phase = 2", "phase = 0"))
    assert faults(folder) == ["bridge-pillow.toml: facts.phase: must be a whole number from 1 to 4"]
    bridge = load_catalogue(folder).catalogue.get("bridge-double")
    assert bridge is not None
    assert bridge.harder == ()


def test_an_unknown_source_is_listed_and_the_exercise_stays(folder: Path) -> None:
    change(folder, "wall-sit", ('"ESC09"', '"ESC99"'))
    assert faults(folder) == ["wall-sit.toml: basis.evidence: ESC99 is not in the list of sources"]
    assert "wall-sit" in ids(folder)


def test_a_broken_source_list_costs_no_exercise(folder: Path) -> None:
    (folder.parent / "sources.toml").write_text('[SEED]\ncitation = "a"\naddress = 3\n', encoding="utf-8")
    assert faults(folder) == ["sources.toml: SEED.address: must be a text in quotes", "sources.toml: SEED.read_as: is missing"]
    assert len(ids(folder)) == 4


def test_a_missing_folder_is_an_empty_catalogue_with_a_reason(tmp_path: Path) -> None:
    assert faults(tmp_path / "catalogue") == ["catalogue: cannot be read", "sources.toml: is not a file"]


def test_a_pipe_or_a_folder_among_the_files_does_not_stop_the_program(folder: Path) -> None:
    os.mkfifo(folder / "pipe.toml")
    (folder / "folder.toml").mkdir()
    (folder / "lost.toml").symlink_to(folder / "gone")
    assert faults(folder) == ["folder.toml: is not a file", "lost.toml: is not a file", "pipe.toml: is not a file"]
    assert len(ids(folder)) == 4


def test_other_files_and_hidden_ones_are_passed_over(folder: Path) -> None:
    (folder / "README.md").write_text("#", encoding="utf-8")
    (folder / "clamshell.toml~").write_text("x", encoding="utf-8")
    (folder / "._clamshell.toml").write_bytes(b"\x00")
    assert faults(folder) == []


def test_windows_line_ends_and_a_byte_order_mark_are_fine(folder: Path) -> None:
    path = folder / "clamshell.toml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert faults(folder) == []


def outcome(content: bytes, file_name: str) -> str | tuple[Fault, ...]:
    try:
        return exercise_in(content, file_name).id
    except FaultyFile as error:
        return error.faults


@given(cut=st.integers(0, 3000), flipped=st.integers(0, 3000), bit=st.integers(0, 7))
def test_no_cut_or_flipped_file_gets_past_as_anything_but_an_exercise_or_a_fault(cut: int, flipped: int, bit: int) -> None:
    content = bytearray((OURS / "step-down-lateral.toml").read_bytes())
    content[flipped % len(content)] ^= 1 << bit
    for damaged in (bytes(content), bytes(content[:cut])):
        read = outcome(damaged, "step-down-lateral.toml")
        assert read == "step-down-lateral" or (read and all(map(str, read)))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_field_of_any_other_kind_is_a_fault_or_fine_never_a_crash(data: st.DataObject) -> None:
    from pfss_desktop.catalogue import exercise_file

    sound = exercise_file._SOUND
    table = data.draw(st.sampled_from(sorted(sound)))
    value = data.draw(VALUES)
    if isinstance(sound[table], dict) and data.draw(st.booleans()):
        value = {**sound[table], data.draw(st.sampled_from(sorted(sound[table]))): value}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(exercise_file, "parse_toml", lambda _content: {**sound, table: value})
        assert outcome(b"", "sound.toml")


def test_a_pose_beyond_what_a_joint_can_do_is_named_with_its_value_and_bounds(folder: Path) -> None:
    change(folder, "clamshell", ("hip_rotation = 42", "hip_rotation = 350"))
    reason = "350 degrees is beyond what the joint can do; the bounds are -45 to 70"
    assert faults(folder) == [f"clamshell.toml: poses.end.right.hip_rotation: {reason}"]
    assert "clamshell" not in ids(folder)
