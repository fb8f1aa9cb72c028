"""The line before the first exercise that sends the reader to the pain rule and to the signs to stop for, by page number."""

from collections.abc import Mapping, Sequence

from pfss_desktop.handout.content import Labelled, Sheet
from pfss_desktop.handout.galley import Galley
from pfss_desktop.handout.marks import Group
from pfss_desktop.handout.pagination import Page
from pfss_desktop.handout.sections import Section
from pfss_desktop.language import _

PAIN, STOP, POINTER = "pain", "stop", "pointer"
"""Tags of the groups."""
_FIRST_GUESS = {PAIN: 10, STOP: 10}


def pointer_group(galley: Galley, sheet: Sheet, pages: Mapping[str, int] = _FIRST_GUESS) -> Group | None:
    """Return the line, or None where nothing that it could point to follows the exercises; `pages` are by tag."""
    later = sheet.sections[sheet.sections.index(Section.EXERCISES) :]
    title = sheet.pain.title if sheet.pain and Section.PAIN_RULE in later else ""
    text = _where(title, pages, has_stop=bool(sheet.stops) and Section.STOP in later)
    if not text:
        return None
    part = Labelled(_("Before you start, read:"), text)
    return Group(tuple(galley.labelled(part, 0.0, galley.width)), gap=12.0, leads=True, tag=POINTER, is_apart=True)


def with_true_pointer(galley: Galley, sheet: Sheet, pages: Sequence[Page], before_tag: str = "") -> tuple[Page, ...]:
    """Return the pages with the true numbers put into the line, which are known only now.

    `before_tag` stands before the tag of the line where a sheet has several, one for each language.
    """
    numbers: dict[str, int] = {}
    for number, page in enumerate(pages, 1):
        for placed in page:
            numbers.setdefault(placed.group.tag, number)
    tag = f"{before_tag}{POINTER}"
    if tag not in numbers:
        return tuple(pages)
    line = pointer_group(galley, sheet, numbers)
    return tuple(
        tuple(placed._replace(group=line._replace(tag=tag)) if line and placed.group.tag == tag else placed for placed in page)
        for page in pages
    )


def _where(title: str, pages: Mapping[str, int], *, has_stop: bool) -> str:
    if title and has_stop:
        if pages[PAIN] == pages[STOP]:
            return _("“{title}” and when to stop, on page {page}.").format(title=title, page=pages[PAIN])
        return _("“{title}” on page {page}, and when to stop, on page {stop_page}.").format(
            title=title, page=pages[PAIN], stop_page=pages[STOP]
        )
    if title:
        return _("“{title}”, on page {page}.").format(title=title, page=pages[PAIN])
    return _("When to stop, on page {page}.").format(page=pages[STOP]) if has_stop else ""
