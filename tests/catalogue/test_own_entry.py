"""Own exercises as text: every exercise comes back as it was, and what is damaged is refused with its faults."""

import json

import pytest

from pfss_desktop.catalogue.loading import load_catalogue
from pfss_desktop.catalogue.own_entry import EntryForm
from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.domain.faults import FaultyFile
from pfss_desktop.domain.own_exercise import blank_exercise, copy_of
from pfss_desktop.paths import resources

FORM = EntryForm()


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(resources() / "catalogue").catalogue


def test_every_exercise_of_the_catalogue_comes_back_as_it_was(catalogue: Catalogue) -> None:
    different = [exercise.id for exercise in catalogue if FORM.read(FORM.written(exercise)) != exercise]
    assert different == []


def test_a_copy_is_the_clinics_own_under_an_id_of_its_own(catalogue: Catalogue) -> None:
    clamshell = catalogue.get("clamshell")
    assert clamshell is not None
    copied = copy_of(clamshell)
    assert (copied.is_own, clamshell.is_own) == (True, False)
    assert copied.id != copy_of(clamshell).id
    assert copied.name == "Clamshell (own)"
    assert FORM.read(FORM.written(copied)) == copied


def test_a_new_exercise_can_be_written_and_read_from_the_start() -> None:
    blank = blank_exercise()
    assert FORM.read(FORM.written(blank)) == blank


@pytest.mark.parametrize(
    "damaged",
    ["", "{", "[]", "null", '"text"', "NaN", "[" * 100_000, '{"id": "\ud800"}', "{}", " " * 300_000],
    ids=["empty", "cut", "list", "null", "text", "nan", "deep", "half letter", "nothing", "large"],
)
def test_what_is_no_exercise_is_refused(damaged: str) -> None:
    with pytest.raises(FaultyFile):
        FORM.read(damaged)


def test_every_fault_is_named_with_its_place(catalogue: Catalogue) -> None:
    data = json.loads(FORM.written(next(iter(catalogue))))
    data["dosage"]["sets"] = 99
    data["facts"]["category"] = "magic"
    data["poses"]["start"] = {"right": {"knee_flexion": 400}}
    with pytest.raises(FaultyFile) as refused:
        FORM.read(json.dumps(data))
    assert {"dosage.sets", "facts.category", "poses.start.right.knee_flexion"} <= {fault.field for fault in refused.value.faults}
