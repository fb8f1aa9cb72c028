"""The languages the program speaks, and their translations, read from the resources when a language is first spoken.

How texts are marked and looked up is told in `language`; how they are translated, in CONTRIBUTING.md.
"""

import gettext
import struct
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache

from pfss_desktop.language import numbered_text, speaking
from pfss_desktop.paths import resources


@dataclass(frozen=True, slots=True)
class Language:
    """A language of screen and paper: its tag, such as "es", and its name as those who speak it write it."""

    tag: str
    own_name: str


SOURCE = Language("en", "English")
"""The language that every text is written in first."""
LANGUAGES = (SOURCE, Language("es", "Español"))


def translations_for(tag: str) -> gettext.NullTranslations:
    """Return the translations into this language; the source texts themselves for English and for a tag that is not known.

    Reading takes some milliseconds, once. Any thread may call this.
    """
    return _read(_known(tag), silent=False)


def speaking_language(tag: str) -> AbstractContextManager[None]:
    """Speak this language inside the block, and the former one after it."""
    return speaking(translations_for(tag))


def is_translated(text: str, tag: str) -> bool:
    """Return whether there is a translation of this text; English needs none, and so does a text without words."""
    language = _known(tag)
    if language == SOURCE.tag or not any(letter.isalpha() for letter in text):
        return True
    known = _read(language, silent=True)
    numbered = numbered_text(text)
    return bool(known.gettext(text) or (numbered and known.gettext(numbered[0])))


def best_language(wanted: Sequence[str]) -> str:
    """Return the first of these tags, such as "es-MX" or "es_419.UTF-8", whose language is spoken here; else English."""
    known = {language.tag for language in LANGUAGES}
    spoken = (tag.replace("_", "-").split("-")[0].split(".")[0].lower() for tag in wanted)
    return next((tag for tag in spoken if tag in known), SOURCE.tag)


def wanted_by(environment: Mapping[str, str]) -> Sequence[str]:
    """Return the tags of the languages that a command line's environment asks for, best first, in the order gettext looks."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return environment[name].split(":")
    return ()


def _known(tag: str) -> str:
    return best_language([tag])


class _Silence(gettext.NullTranslations):
    """Answers every text with nothing, which no translation does."""

    def gettext(self, message: str) -> str:
        return ""


@cache
def _read(tag: str, *, silent: bool) -> gettext.NullTranslations:
    """Return the language's texts; where a text is missing, the source text, or nothing where `silent` is asked for."""
    if tag == SOURCE.tag:
        return gettext.NullTranslations()
    try:
        with (resources() / "translations" / f"{tag}.mo").open("rb") as file:
            found = gettext.GNUTranslations(file)
    except (OSError, ValueError, struct.error):
        # A lost or damaged file costs the language, never the plan.
        return _Silence() if silent else gettext.NullTranslations()
    if silent:
        found.add_fallback(_Silence())
    return found
