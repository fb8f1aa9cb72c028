"""The one place where texts for people are translated; screen and paper may speak different languages.

Every text is marked with `_` (or `ngettext` for counted things) where it stands. Which language answers is a property of the
running context, so a handout can be written in the patient's language while the window keeps the therapist's. Which languages
there are, and where their texts lie, is told by `translations`.
"""

import gettext
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_spoken: ContextVar[gettext.NullTranslations] = ContextVar("spoken")


def _(text: str) -> str:
    """Return the text in the context's language; the English text itself where no translation is at hand."""
    return _current().gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the singular or plural text for a count, in the context's language; `{count}` is left for the caller to fill."""
    return _current().ngettext(one, many, count)


def marked(text: str) -> str:
    """Return the text as it is: it marks a text that is kept here and shown elsewhere by `translated`."""
    return text


def translated(text: str) -> str:
    """Return a kept text (of the catalogue, a template, a table of words) in the context's language.

    Plans keep the English text; what a person wrote has no translation and comes back unchanged, and so does an empty text. A
    text with a number at its end, such as "Phase 3", is looked up as "Phase {number}".
    """
    said = _current().gettext(text) if text else text
    if said == text and (numbered := numbered_text(text)):
        pattern, number = numbered
        found = _current().gettext(pattern)
        return text if found == pattern else found.format(number=number)
    return said


def numbered_text(text: str) -> tuple[str, str] | None:
    """Return a short text that ends in a number as "… {number}", and the number; None for any other text."""
    if len(text) > _NUMBERED_LETTERS or not text[-1:].isdecimal():
        return None
    words = text.rstrip("0123456789")
    return f"{words}{{number}}", text[len(words) :]


def kept_text(shown: str, kept: Iterable[str]) -> str:
    """Return the kept text that is shown as this one; the shown text itself where a person has typed it anew."""
    return next((text for text in kept if translated(text) == shown), shown)


@contextmanager
def speaking(translations: gettext.NullTranslations) -> Iterator[None]:
    """Speak these translations inside the block, and the former ones after it."""
    token = _spoken.set(translations)
    try:
        yield
    finally:
        _spoken.reset(token)


def speak(translations: gettext.NullTranslations) -> None:
    """Speak these translations from now on, on this thread and in the work it hands to others."""
    _spoken.set(translations)


def spoken_language() -> str:
    """Return the tag of the language that is spoken now."""
    return _current().info().get("language", "en")


def _current() -> gettext.NullTranslations:
    return _spoken.get(_ENGLISH)


_ENGLISH = gettext.NullTranslations()
_NUMBERED_LETTERS = 40
"""Letters up to which a text is looked up as one with a number."""
