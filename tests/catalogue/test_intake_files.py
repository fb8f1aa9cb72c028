"""Red flags and diagnoses come out of their files whole, or not at all with every fault named."""

from pathlib import Path

from pfss_desktop.catalogue.intake_files import load_intake
from pfss_desktop.domain.body import Side
from pfss_desktop.paths import resources


def test_the_files_of_the_program_are_right() -> None:
    loaded = load_intake(resources() / "clinical")
    assert loaded.faults == ()
    assert len(loaded.choices.red_flags) == 10
    assert len({flag.id for flag in loaded.choices.red_flags}) == 10
    pain = loaded.choices.diagnoses[0]
    assert [pain.code(side) for side in (Side.RIGHT, Side.LEFT, Side.BOTH, None)] == [
        "ICD-10-CM M22.2X1",
        "ICD-10-CM M22.2X2",
        "ICD-10-CM M22.2X9",
        "ICD-10-CM M22.2X9",
    ]


def test_one_urgent_sign_makes_it_urgent_and_so_does_an_unknown_one() -> None:
    choices = load_intake(resources() / "clinical").choices
    assert not choices.is_urgent(())
    assert not choices.is_urgent(["night-pain"])
    assert choices.is_urgent(["night-pain", "calf-clot"])
    assert choices.is_urgent(["what-an-older-file-had"])


def test_a_faulty_file_gives_nothing_and_says_why(tmp_path: Path) -> None:
    (tmp_path / "red_flags.toml").write_text('[[signs]]\nid = "a b"\ntext = ""\nurgent = true\n')
    (tmp_path / "diagnoses.toml").write_text('[[diagnoses]]\nname = "Pain"\ncodes = 3\n')
    loaded = load_intake(tmp_path)
    assert loaded.choices.red_flags == loaded.choices.diagnoses == ()
    assert {(fault.file, fault.fault.field) for fault in loaded.faults} == {
        ("red_flags.toml", "signs item 1"),
        ("diagnoses.toml", "diagnoses item 1.codes"),
    }
