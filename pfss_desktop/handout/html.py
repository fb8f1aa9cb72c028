"""Elements of a web page, safe by type: a person's text becomes `Html` only through `text`, which escapes it."""

from html import escape
from typing import NewType

from pfss_desktop.domain.bounds import tidy_text

Html = NewType("Html", str)
"""Markup of our own making."""

NONE = Html("")
_VOID = frozenset(("input", "meta", "br", "hr"))


def text(words: str) -> Html:
    """Return a text that no browser takes for markup, without control characters, surrogates and direction overrides."""
    return Html(escape(tidy_text(words)))


def tag(element: str, /, *inner: Html, **attributes: str | int | bool) -> Html:
    """Return an element. An attribute that is True stands without a value, one that is False or empty is left out.

    A trailing underscore is dropped (`class_`), others become hyphens (`aria_label`). Every value is escaped.
    """
    written = "".join(_attribute(key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items())
    if element in _VOID:
        return Html(f"<{element}{written}>")
    return Html(f"<{element}{written}>{''.join(inner)}</{element}>")


def own(words: str) -> Html:
    """Return a text that somebody typed, to stand within a line: it runs in the direction of its own letters."""
    return tag("bdi", text(words))


def joined(parts: "list[Html] | tuple[Html, ...]") -> Html:
    """Return the parts one after the other."""
    return Html("".join(parts))


def _attribute(key: str, value: str | int | bool) -> str:
    if value is False or value == "":
        return ""
    return f" {key}" if value is True else f' {key}="{text(str(value))}"'
