"""The program's own exercise files: all load, all links lead somewhere, and what the patient reads is short and plain."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from pfss_desktop.catalogue.compiled import compiled_path, read_compiled, written
from pfss_desktop.catalogue.loading import LoadedCatalogue, compile_catalogue, load_catalogue
from pfss_desktop.domain.exercise import Exercise
from pfss_desktop.domain.prescription import prescribe
from pfss_desktop.domain.resistance import ResistanceKind
from pfss_desktop.paths import resources

FOLDER = resources() / "catalogue"
FILES = sorted(FOLDER.glob("*.toml"))


@cache
def loaded() -> LoadedCatalogue:
    return load_catalogue(FOLDER)


def patient_texts(exercise: Exercise) -> Iterator[str]:
    yield exercise.name
    yield from exercise.for_patient.steps
    yield exercise.for_patient.cue
    yield exercise.for_patient.caution
    yield exercise.mistake


def test_all_ninety_files_load_without_a_fault() -> None:
    assert list(map(str, loaded().faults)) == []
    assert {exercise.id for exercise in loaded().catalogue} == {path.stem for path in FILES}
    assert len(loaded().catalogue) == 90


def test_the_compiled_form_is_fresh() -> None:
    assert written(compile_catalogue(FOLDER)) == compiled_path(FOLDER).read_bytes(), "run packaging/compile_catalogue.py"


def test_parsed_and_compiled_files_give_the_same_catalogue(tmp_path: Path) -> None:
    copy = tmp_path / "catalogue"
    copy.mkdir()
    for path in FILES:
        (copy / path.name).write_bytes(path.read_bytes())
    (tmp_path / "sources.toml").write_bytes((FOLDER.parent / "sources.toml").read_bytes())
    assert load_catalogue(copy) == loaded()
    assert read_compiled(compiled_path(copy)).exercises == {}


def test_the_list_runs_by_phase() -> None:
    phases = [exercise.phase for exercise in loaded().catalogue]
    assert phases == sorted(phases)
    assert [phases.count(phase) for phase in (1, 2, 3, 4)] == [29, 27, 25, 9]


def test_links_are_mutual_never_easier_by_phase_and_without_cycles() -> None:
    by_id = {exercise.id: exercise for exercise in loaded().catalogue}
    for exercise in by_id.values():
        for harder in exercise.harder:
            assert by_id[harder].phase >= exercise.phase
            assert exercise.id in by_id[harder].easier
        assert all(exercise.id in by_id[easier].harder for easier in exercise.easier)
    settled: set[str] = set()
    while left := [exercise for exercise in by_id.values() if exercise.id not in settled]:
        ends = {exercise.id for exercise in left if settled.issuperset(exercise.harder)}
        assert ends, "a circle of links"
        settled |= ends


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_the_patient_reads_is_short_and_plain(path: Path) -> None:
    exercise = loaded().catalogue.get(path.stem)
    assert exercise is not None
    assert 2 <= len(exercise.for_patient.steps) <= 4
    for text in patient_texts(exercise):
        assert len(text.split()) <= 18, text
        assert not re.search(r"\bdeg\b|\d-\d", text), text
    for text in [*exercise.for_patient.steps, exercise.for_patient.cue, exercise.for_patient.caution, exercise.mistake]:
        found = THERAPIST_WORDS.search(text)
        assert found is None, f"{found and found[0]!r} in: {text}"
        assert text == "" or text.endswith("."), text


THERAPIST_WORDS = re.compile(
    r"\b(EMG|OKC|CKC|open chain|closed chain|evidence|literature|guideline\w*|phase|gate|effusion|flexion|extension|abduction|"
    r"adduction|hypermob\w*|tendinopathy|contraindicat\w*|isometric|supine|prone|pelvis|VMO|TFL|score|sore leg|left|right leg|"
    r"stage table|seed)\b",
    re.IGNORECASE,
)


def test_the_words_for_patients_do_not_name_a_side_or_a_number_that_the_plan_sets() -> None:
    for exercise in loaded().catalogue:
        text = " ".join(exercise.for_patient.steps)
        assert not re.search(r"\b\d+ (seconds|reps|times|sets)\b", text), exercise.id
        if exercise.laterality == "unilateral":
            assert not re.search(r"\bswitch (legs|sides|feet)\b", text, re.IGNORECASE), exercise.id


def test_every_exercise_names_one_common_mistake_in_a_few_words() -> None:
    for exercise in loaded().catalogue:
        assert 3 <= len(exercise.mistake.split()) <= 9, f"{exercise.id}: {exercise.mistake}"
        assert exercise.mistake not in (*exercise.for_patient.steps, exercise.for_patient.cue, exercise.for_patient.caution)


def test_every_caution_is_kept_for_the_therapist() -> None:
    assert all(exercise.for_therapist.cautions for exercise in loaded().catalogue)
    without = {exercise.id for exercise in loaded().catalogue if not exercise.for_patient.caution}
    assert without == {"slr-external-rotation", "step-down-lateral"}, "their cautions speak to the therapist alone"


def test_a_prescribed_exercise_asks_for_no_band_that_it_is_not_done_with() -> None:
    for exercise in loaded().catalogue:
        prescription = prescribe(exercise, "p")
        if prescription.resistance.kind is not ResistanceKind.BAND:
            assert not any("band" in thing for thing in prescription.equipment), exercise.id


def test_the_steps_of_the_slider_lunge_lower_the_back_knee() -> None:
    lunge = loaded().catalogue.get("lunge-reverse-slider")
    assert lunge is not None
    assert "back knee" in lunge.for_patient.steps[2]


def test_the_short_arc_quad_carries_its_open_chain_flag_for_the_therapist() -> None:
    short_arc = loaded().catalogue.get("short-arc-quad")
    assert short_arc is not None
    assert "open chain" in short_arc.for_therapist.cautions[0]


def test_the_readme_names_every_field() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    names = {line.split(" = ")[0] for path in FILES for line in path.read_text(encoding="utf-8").splitlines() if " = " in line}
    plain = {name for name in names if name.isidentifier()}
    assert [name for name in sorted(plain) if f"`{name}" not in readme] == []
