"""The file of bands and cuff weights, ours and broken ones."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from pfss_desktop.catalogue.stock import load_resistance_choices
from pfss_desktop.domain.faults import FaultyFile, OutOfBounds
from pfss_desktop.domain.stock import BandMaker, ResistanceChoices
from pfss_desktop.paths import resources


def test_our_file_offers_the_makers_light_to_heavy_and_cuffs_in_both_units() -> None:
    choices = load_resistance_choices(resources() / "resistance.toml")
    assert choices.makers[0].name == "TheraBand"
    assert " ".join(choices.colours_of("TheraBand")) == "tan yellow red green blue black silver gold"
    assert choices.colours_of("unheard of") == ()
    assert choices.cuff_pounds[:3] == (Decimal("0.5"), Decimal(1), Decimal("1.5"))
    assert Decimal("0.25") in choices.cuff_kilograms


def test_every_fault_of_a_broken_file_is_listed(tmp_path: Path) -> None:
    path = tmp_path / "resistance.toml"
    path.write_text(
        '[cuffs]\npounds = ["1", "two"]\nkilograms = ["60"]\n[[bands]]\nname = ""\ncolours = ["red"]\n[[bands]]\nname = "A"\n'
        'colours = ["red", "red"]\n',
        encoding="utf-8",
    )
    with pytest.raises(FaultyFile) as caught:
        load_resistance_choices(path)
    path.write_text('[cuffs]\npounds = ["2", "1"]\n', encoding="utf-8")
    with pytest.raises(FaultyFile) as light_to_heavy:
        load_resistance_choices(path)
    assert [fault.field for fault in caught.value.faults] == ["bands item 1", "bands item 2", "cuffs.pounds", "cuffs.kilograms"]
    assert "from light to heavy" in str(light_to_heavy.value)


def test_a_cuff_heavier_than_any_cuff_is_refused() -> None:
    with pytest.raises(OutOfBounds, match="cuff mass"):
        ResistanceChoices(cuff_kilograms=(Decimal(60),))


def test_a_maker_is_named_once() -> None:
    with pytest.raises(OutOfBounds, match="named once"):
        ResistanceChoices(makers=(BandMaker("A", ("red",)), BandMaker("A", ("blue",))))


@pytest.mark.parametrize("name", ["phases", "pain_rules", "red_flags", "diagnoses", "run_stages"])
def test_the_clinical_files_are_whole_and_say_what_they_rest_on(name: str) -> None:
    text = (resources() / "clinical" / f"{name}.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text)
    assert "basis = " in text or "source = " in text
