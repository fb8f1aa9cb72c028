"""What can be chosen of a handout on the command line: layout, phases, languages, parts."""

import argparse
from typing import TYPE_CHECKING

from pfss_desktop.commands.contents import NoSuchEntry
from pfss_desktop.commands.password import PASSWORD_VARIABLE
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.plan import Plan
from pfss_desktop.language import _, ngettext
from pfss_desktop.translations import LANGUAGES, best_language

if TYPE_CHECKING:
    from pfss_desktop.handout.layout import Layout
    from pfss_desktop.handout.request import PhaseChoice
    from pfss_desktop.handout.sections import Section

LAYOUTS = ("flow", "1", "2", "3", "4", "6", "fridge")
MOST_PAGES = 999


def add_choices(command: argparse.ArgumentParser) -> None:
    """Add the options that choose what is printed, and how."""
    command.add_argument("--paper", choices=("a4", "letter"), default="a4", help=_("the paper it will be printed on"))
    command.add_argument(
        "--layout",
        choices=LAYOUTS,
        default="flow",
        help=_("exercises to a page, one after the other, or a list for the fridge door"),
    )
    command.add_argument("--large", action="store_true", help=_("large print: 18 points, black on white"))
    command.add_argument(
        "--copy", choices=("patient", "therapist"), default="patient", help=_("the therapist's copy has sources and ids")
    )
    command.add_argument(
        "--language", metavar=_languages_told(), type=_languages, default=(), help=_("one language, or two side by side")
    )
    command.add_argument(
        "--fit", metavar="N", type=_pages, help=_("choose the layout with the largest print that fits on N pages")
    )
    told = _("ask for a password, by which alone the file will open; {variable} holds it where there is no one to ask")
    command.add_argument("--password", action="store_true", help=told.format(variable=PASSWORD_VARIABLE))
    _add_shared(command)


def add_page_choices(command: argparse.ArgumentParser) -> None:
    """Add those of them that a web page has, too; the rest is as by default."""
    command.set_defaults(paper="a4", layout="flow", large=False, copy="patient", fit=None)
    add_language(command)
    _add_shared(command)


def add_language(command: argparse.ArgumentParser) -> None:
    """Add the option that chooses one language."""
    command.add_argument(
        "--language", choices=[language.tag for language in LANGUAGES], help=_("its language; by default the patient's")
    )


def _add_shared(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--style", choices=("colour", "ink"), default="colour", help=_("figures in colour, or in ink for mono printers")
    )
    command.add_argument(
        "--phases", metavar="all|current|N[,M]", type=_phases, help=_("all phases, the current one, or some by number")
    )
    command.add_argument("--sections", metavar="A,B,C", type=_sections, help=_("the parts to print, in this order"))
    command.add_argument("--named", action="store_true", help=_("let the file's title hold the patient's name"))


def layout_of(arguments: argparse.Namespace) -> "Layout":
    """Return the layout asked for; raise LayoutRefused for choices that do not go together."""
    from pfss_desktop.handout.layout import Copy, Form, Layout

    return Layout(Form(arguments.layout), arguments.large, arguments.style == "ink", Copy(arguments.copy))


def phases_of(arguments: argparse.Namespace, plan: Plan) -> "PhaseChoice | tuple[str, ...]":
    """Return the phases to print; without a word the list for the fridge door has the current one, all else has all."""
    from pfss_desktop.handout.request import PhaseChoice

    chosen = arguments.phases or ("current" if arguments.layout == "fridge" else "all")
    if isinstance(chosen, str):
        return PhaseChoice(chosen)
    count = len(plan.phases)
    for number in chosen:
        if number > count:
            told = ngettext(
                "--phases: there is no phase {number}; this plan has {count} phase",
                "--phases: there is no phase {number}; this plan has {count} phases",
                count,
            )
            raise NoSuchEntry(told.format(number=number, count=count))
    return tuple(plan.phases[number - 1].id for number in chosen)


def languages_of(arguments: argparse.Namespace, patient: Patient | None) -> tuple[str, ...]:
    """Return the tags of the languages to write in: those asked for, else the patient's."""
    asked: str | tuple[str, ...] | None = arguments.language
    if isinstance(asked, str):
        return (asked,)
    return asked or (best_language([patient.language] if patient else []),)


def sections_of(arguments: argparse.Namespace) -> "tuple[Section, ...]":
    """Return the parts to print, in their order."""
    from pfss_desktop.handout.sections import DEFAULT_SECTIONS

    return arguments.sections or DEFAULT_SECTIONS


def _phases(word: str) -> str | tuple[int, ...]:
    if word in ("all", "current"):
        return word
    numbers = [part.strip() for part in word.split(",")]
    if not all(part.isascii() and part.isdigit() and 0 < int(part) <= MOST_PAGES for part in numbers):
        raise argparse.ArgumentTypeError(_("write all, current, or phase numbers such as 1 or 2,3"))
    return tuple(int(part) for part in numbers)


def _languages(word: str) -> tuple[str, ...]:
    known = [language.tag for language in LANGUAGES]
    tags = tuple(word.split("+"))
    if not set(tags) <= set(known) or len(tags) > 2 or len(set(tags)) < len(tags):
        raise argparse.ArgumentTypeError(_("write one of {languages}").format(languages=_languages_told()))
    return tags


def _languages_told() -> str:
    known = [language.tag for language in LANGUAGES]
    pairs = [f"{first}+{second}" for first in known for second in known if first != second]
    return "|".join([*known, *pairs])


def _sections(word: str) -> "tuple[Section, ...]":
    from pfss_desktop.handout.sections import Section

    known = [section.value for section in Section]
    names = [part.strip() for part in word.split(",")]
    unknown = [name for name in names if name not in known]
    if unknown:
        told = _("there is no part {name}; the parts are {names}")
        raise argparse.ArgumentTypeError(told.format(name=unknown[0], names=", ".join(known)))
    if len(set(names)) < len(names) or Section.EXERCISES.value not in names:
        raise argparse.ArgumentTypeError(_("name each part once, and the exercises among them"))
    return tuple(map(Section, names))


def _pages(word: str) -> int:
    if not (word.isascii() and word.isdigit() and 0 < int(word) <= MOST_PAGES):
        raise argparse.ArgumentTypeError(_("write a number of pages from 1 to {most}").format(most=MOST_PAGES))
    return int(word)
