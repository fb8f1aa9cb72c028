"""The one place where texts for people are translated; screen and paper may speak different languages.

Every text is marked with `_` (or `ngettext` for counted things) where it stands. Which language answers is a property of the
running context, so a handout can be written in the patient's language while the window keeps the therapist's.
"""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_spoken: ContextVar[gettext.NullTranslations] = ContextVar("spoken")


def _(text: str) -> str:
    """Return the text in the context's language; the English text itself where no translation is at hand."""
    return _current().gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the singular or plural text for a count, in the context's language; `{count}` is left for the caller to fill."""
    return _current().ngettext(one, many, count)


@contextmanager
def speaking(translations: gettext.NullTranslations) -> Iterator[None]:
    """Speak these translations inside the block, and the former ones after it."""
    token = _spoken.set(translations)
    try:
        yield
    finally:
        _spoken.reset(token)


def _current() -> gettext.NullTranslations:
    return _spoken.get(_ENGLISH)


_ENGLISH = gettext.NullTranslations()
