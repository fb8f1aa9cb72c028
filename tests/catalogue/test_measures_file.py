"""The file of outcome measures, ours and broken ones."""

from pathlib import Path

from pfss_desktop.catalogue.measures import load_measures
from pfss_desktop.catalogue.sources import load_sources
from pfss_desktop.paths import resources

GOOD = '[[measures]]\nid = "a"\nname = "A"\nshort = "A"\nplain = "A"\nlow = "0"\nhigh = "10"\nbetter = "lower"\n'


def test_our_measures_are_whole_and_every_source_is_in_the_list() -> None:
    loaded = load_measures(resources() / "clinical" / "measures.toml")
    sources = load_sources(resources() / "sources.toml")
    assert loaded.faults == ()
    by_id = {measure.id: measure for measure in loaded.measures}
    assert [measure.id for measure in loaded.measures if measure.usual] == ["nprs-worst", "nprs-usual", "akps", "psfs"]
    assert by_id["psfs-mean"].mean_of in by_id
    assert [key for measure in loaded.measures for key in measure.sources() if key not in sources] == []
    assert all(measure.licence for measure in loaded.measures)


def test_a_faulty_measure_is_named_and_all_others_stay(tmp_path: Path) -> None:
    path = tmp_path / "measures.toml"
    wrong = GOOD.replace('"a"', '"b"').replace('"10"', '"ten"')
    upside_down = GOOD.replace('"a"', '"c"').replace('"10"', '"-1"')
    no_source = GOOD.replace('"a"', '"d"') + '[measures.mcid]\namount = "2"\nsources = []\n'
    path.write_text(GOOD + wrong + upside_down + no_source + GOOD, encoding="utf-8")
    loaded = load_measures(path)
    assert [measure.id for measure in loaded.measures] == ["a"]
    assert [fault.fault.field for fault in loaded.faults] == [
        "measures item 2", "measures item 3", "measures item 4", "measures item 5.id",
    ]  # fmt: skip


def test_a_file_that_cannot_be_read_gives_nothing_and_says_so(tmp_path: Path) -> None:
    assert str(load_measures(tmp_path / "measures.toml").faults[0]) == "measures.toml: is not a file"
    (tmp_path / "measures.toml").write_text("[[measures]]\nid = 1\n", encoding="utf-8")
    assert load_measures(tmp_path / "measures.toml").faults
