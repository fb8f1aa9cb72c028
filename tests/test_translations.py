"""Every text has its translation, as it stands today; and the program reads the languages as they were translated."""

import ast
import gettext
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import po_files
import pytest
import translations
from po_files import DOMAINS, FOLDER, Entry, Id, compiled, forms, languages, placeholders, read_domain
from translations import source_texts

from pfss_desktop.language import _, kept_text, ngettext, speak, speaking, translated
from pfss_desktop.paths import resources
from pfss_desktop.translations import LANGUAGES, best_language, is_translated, speaking_language, translations_for, wanted_by

PACKAGE = Path(__file__).resolve().parent.parent / "pfss_desktop"
HOW = "run packaging/translations.py, then give the translation in the .po file and run packaging/compile_translations.py"


@pytest.fixture(scope="module")
def texts() -> dict[str, dict[Id, str]]:
    return source_texts()


@pytest.fixture(params=languages())
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


# The files


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_files_hold_the_texts_of_today(language: str, domain: str, texts: dict[str, dict[Id, str]]) -> None:
    used, _former = read_domain(language, domain)
    assert sorted(map(str, texts[domain].keys() - used.keys())) == [], f"new and not in {domain}.po yet: {HOW}"
    assert sorted(map(str, used.keys() - texts[domain].keys())) == [], f"in {domain}.po and said no more: {HOW}"


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_text_is_translated(language: str, domain: str) -> None:
    used, _former = read_domain(language, domain)
    assert [entry.id for entry in used.values() if not entry.is_complete] == [], f"missing or fuzzy in {domain}.po: {HOW}"


@pytest.mark.parametrize("domain", DOMAINS)
def test_translations_keep_the_placeholders(language: str, domain: str) -> None:
    for entry in _translated(language, domain):
        allowed = [placeholders(form) for form in forms(entry.id)]
        for form in forms(entry.text):
            assert placeholders(form) in allowed, f"{entry.id!r} has other placeholders than {form!r}"


@pytest.mark.parametrize("domain", DOMAINS)
def test_translations_begin_and_end_like_their_source(language: str, domain: str) -> None:
    """Spaces and line ends at the rim join texts, `&` is a menu's key, and “…” announces a question."""
    for entry in _translated(language, domain):
        for source, form in zip(forms(entry.id), forms(entry.text), strict=True):
            shape = (source[:1].isspace(), source[-1:].isspace(), source.count("&"), source.count("\n"))
            assert (form[:1].isspace(), form[-1:].isspace(), form.count("&"), form.count("\n")) == shape, form


def test_a_text_has_one_translation_in_all_files(language: str) -> None:
    found: dict[Id, Entry] = {}
    for domain in DOMAINS:
        for entry in _translated(language, domain):
            assert found.setdefault(entry.id, entry).text == entry.text, f"{domain}.po says otherwise than another file"


def test_the_compiled_file_is_fresh(language: str) -> None:
    assert (FOLDER / f"{language}.mo").read_bytes() == compiled(language), "run packaging/compile_translations.py"


def test_a_former_text_of_the_catalogue_stays_translated_for_old_plans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(po_files, "FOLDER", tmp_path)
    po_files.write_domain("es", "catalogue", [Entry("Clamshell", "Almeja"), Entry("Oyster", "Ostra"), Entry("Mussel", "")], [])
    po_files.write_domain("es", "screen", [Entry("Undo", "Deshacer"), Entry("Unmake", "Anular")], [])
    today: dict[str, dict[Id, str]] = {"screen": {"Undo": "a.py"}, "paper": {}, "catalogue": {"Clamshell": "clamshell.toml"}}
    monkeypatch.setattr(translations, "source_texts", lambda: today)
    assert translations.update("es") == []
    spoken = gettext.GNUTranslations(BytesIO(compiled("es")))
    said = [spoken.gettext(text) for text in ("Clamshell", "Oyster", "Mussel", "Undo", "Unmake")]
    assert said == ["Almeja", "Ostra", "Mussel", "Deshacer", "Unmake"]
    written = po_files.po_path("es", "catalogue").read_bytes()
    assert translations.update("es") == []
    assert po_files.po_path("es", "catalogue").read_bytes() == written


def test_every_language_on_offer_has_its_files() -> None:
    assert sorted(language.tag for language in LANGUAGES[1:]) == languages()


# The source


def test_every_marked_text_stands_where_it_is_marked() -> None:
    """What is put together before it is looked up can be in no file of translations."""
    for path, call in _calls("_", "ngettext", "marked"):
        count = 2 if _name(call.func) == "ngettext" else 1
        for text in call.args[:count]:
            assert isinstance(text, ast.Constant), f"{path.name}:{call.lineno}: {ast.unparse(text)} is no plain text"
            assert isinstance(text.value, str), f"{path.name}:{call.lineno}"


# The languages


def test_a_language_is_spoken_inside_its_block_only() -> None:
    with speaking_language("es"):
        assert _("Undo") == "Deshacer"
        assert ngettext("{count} phase", "{count} phases", 1).format(count=1) == "1 fase"
        assert ngettext("{count} phase", "{count} phases", 3).format(count=3) == "3 fases"
    assert _("Undo") == "Undo"


def test_what_a_person_wrote_and_what_is_empty_comes_back_as_it_is() -> None:
    own = "Rub it with the blue towel, as shown"
    with speaking_language("es"):
        assert (translated(own), translated("")) == (own, "")
    assert not is_translated(own, "es")
    assert is_translated("Undo", "es")
    assert is_translated("3 × 12", "es")
    assert is_translated(own, "en")


def test_a_kept_text_may_end_in_a_number() -> None:
    with speaking_language("es"):
        assert [translated(text) for text in ("Phase 3", "Phase 12", "Phase x", "Own {thing} 7", "7")] == [
            "Fase 3",
            "Fase 12",
            "Phase x",
            "Own {thing} 7",
            "7",
        ]
        assert kept_text("Fase 3", ("Phase 2", "Phase 3")) == "Phase 3"
    assert translated("Phase 3") == "Phase 3"
    assert is_translated("Phase 3", "es")
    assert not is_translated("Fases 3", "es")


def test_an_unknown_language_is_english() -> None:
    for tag in ("", "xx", "../es", "en"):
        with speaking_language(tag):
            assert _("Undo") == "Undo"


def test_a_lost_or_damaged_file_costs_the_language_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pfss_desktop import translations as spoken

    (tmp_path / "translations").mkdir()
    monkeypatch.setattr(spoken, "resources", lambda: tmp_path)
    whole = (resources() / "translations" / "es.mo").read_bytes()
    for content in (None, b"", whole[:3], whole[:20], whole[: len(whole) // 2], b"\x00" * 500):
        spoken._read.cache_clear()
        if content is not None:
            (tmp_path / "translations" / "es.mo").write_bytes(content)
        with speaking(translations_for("es")):
            assert _("Undo") == "Undo"
        assert not is_translated("Undo", "es")
    spoken._read.cache_clear()


def test_the_first_language_wanted_that_is_known_is_the_best() -> None:
    assert best_language(["es_MX.UTF-8"]) == "es"
    assert best_language(["de-DE", "es-419", "en-US"]) == "es"
    assert best_language(["en-US", "es-US"]) == "en"
    assert best_language(["C"]) == "en"
    assert best_language([]) == "en"


def test_the_environment_says_which_language_is_wanted() -> None:
    assert best_language(wanted_by({"LANG": "es_MX.UTF-8"})) == "es"
    assert best_language(wanted_by({"LANG": "es_MX.UTF-8", "LC_ALL": "C"})) == "en"
    assert best_language(wanted_by({"LANG": "en_US.UTF-8", "LANGUAGE": "fr:es"})) == "es"
    assert best_language(wanted_by({})) == "en"


def test_a_language_once_spoken_stays_until_another_is() -> None:
    speak(translations_for("es"))
    try:
        assert _("Undo") == "Deshacer"
    finally:
        speak(translations_for("en"))
    assert _("Undo") == "Undo"


def _translated(language: str, domain: str) -> Iterator[Entry]:
    used, former = read_domain(language, domain)
    for entry in (*used.values(), *former.values()):
        if any(forms(entry.text)):
            yield entry


def _calls(*names: str) -> Iterator[tuple[Path, ast.Call]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in names:
                yield path, node


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else ""
